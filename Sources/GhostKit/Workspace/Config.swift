public import YAML

/// What is true of every piece: `.ghost/config.yml`.
public struct Config: YAMLModel {
  /// The site on which pieces are published.
  public struct Site: YAMLModel {
    /// Its address.
    public private(set) var url: WebAddress?
    /// Its name.
    public private(set) var title: String?

    /// A blank one.
    public init() {}

    /// The keys of `site`.
    public static let fields: [Field<Site>] = [
      .optional("url", \.url), .optional("title", \.title),
    ]
  }

  /// What the pieces are for, and how that is seen.
  public struct Goal: YAMLModel {
    /// What is wanted.
    public private(set) var goal = ""
    /// By what it is measured.
    public private(set) var measure = ""

    /// A blank one.
    public init() {}

    /// The keys of an entry of `goals`.
    public static let fields: [Field<Goal>] = [
      .required("goal", \.goal), .required("measure", \.measure),
    ]
  }

  /// The organisation's name.
  public private(set) var organisation = ""
  /// The site on which pieces are published.
  public private(set) var site = Site()
  /// The language of what says nothing else.
  public private(set) var lang = Language.english
  /// What the pieces are for.
  public private(set) var goals: [Goal] = []
  /// The share of a draft's words that must be more than prepared.
  public private(set) var preparedShare = Percentage.half

  /// A blank one.
  public init() {}

  /// The keys of the file.
  public static let fields: [Field<Config>] = [
    .required("organisation", \.organisation), .optional("site", \.site),
    .optional("lang", \.lang), .optional("goals", \.goals),
    .optional("prepared-share", \.preparedShare),
  ]
}

extension Config {
  /// Where it lies in a workspace.
  public static let path = ".ghost/config.yml"
}
