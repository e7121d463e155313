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
      .optional("url") { $0.url = $1 }, .optional("title") { $0.title = $1 },
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
      .required("goal") { $0.goal = $1 }, .required("measure") { $0.measure = $1 },
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
    .required("organisation") { $0.organisation = $1 }, .optional("site") { $0.site = $1 },
    .optional("lang") { $0.lang = $1 }, .optional("goals") { $0.goals = $1 },
    .optional("prepared-share") { $0.preparedShare = $1 },
  ]
}

extension Config {
  /// Where it lies in a workspace.
  public static let path = ".ghost/config.yml"
}
