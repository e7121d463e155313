public import YAML

/// The person whose byline a piece carries: `Templates/execs/cfo.yml`.
public struct Executive: YAMLModel {
  /// How the person speaks.
  public struct Voice: YAMLModel {
    /// The voice in a sentence or two.
    public internal(set) var tone: String?
    /// Sentences that they begin with.
    public internal(set) var openings: [String] = []
    /// Sentences that lead from one thought to the next.
    public internal(set) var transitions: [String] = []
    /// Sentences that they end with.
    public internal(set) var closings: [String] = []
    /// Turns of phrase of their own.
    public internal(set) var phrases: [String] = []
    /// Words that they would never use.
    public internal(set) var avoid: [String] = []
    /// Words and what they would say instead.
    public internal(set) var replace = OrderedMap<String>()

    /// A blank one.
    public init() {}

    /// The keys of `voice`.
    public static let fields: [Field<Voice>] = [
      .optional("tone") { $0.tone = $1 }, .optional("openings") { $0.openings = $1 },
      .optional("transitions") { $0.transitions = $1 }, .optional("closings") { $0.closings = $1 },
      .optional("phrases") { $0.phrases = $1 }, .optional("avoid") { $0.avoid = $1 },
      .optional("replace") { $0.replace = $1 },
    ]
  }

  /// What the person finishes and what they put off.
  public struct Formats: YAMLModel {
    /// The formats that they like.
    public internal(set) var likes: [Located<Slug>] = []
    /// The formats that they do not like.
    public internal(set) var dislikes: [Located<Slug>] = []

    /// A blank one.
    public init() {}

    /// The keys of `formats`.
    public static let fields: [Field<Formats>] = [
      .optional("likes") { $0.likes = $1 }, .optional("dislikes") { $0.dislikes = $1 },
    ]
  }

  /// A piece that somebody else has published, tip 4.
  public struct Rival: YAMLModel {
    /// Who wrote it.
    public internal(set) var name = ""
    /// Where they work.
    public internal(set) var company: String?
    /// The piece's title.
    public internal(set) var title: String?
    /// Where it is.
    public internal(set) var url: WebAddress?
    /// When it came out.
    public internal(set) var date: SourceDate?
    /// The topic of ours that it is about.
    public internal(set) var topic: Slug?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `rivals`.
    public static let fields: [Field<Rival>] = [
      .required("name") { $0.name = $1 }, .optional("company") { $0.company = $1 },
      .optional("title") { $0.title = $1 },
      .optional("url") { $0.url = $1 }, .optional("date") { $0.date = $1 },
      .optional("topic") { $0.topic = $1 },
    ]
  }

  /// The name of the file, without its ending.
  public internal(set) var slug = Slug.blank
  /// The person's name.
  public internal(set) var name = ""
  /// The office that they hold.
  public internal(set) var title = ""
  /// Where they are written to.
  public internal(set) var email = EmailAddress.blank
  /// The language that they write in.
  public internal(set) var lang: Language?
  /// Their account there.
  public internal(set) var github: String?
  /// Name and office as they are printed, if not simply one after the other.
  public internal(set) var byline: String?
  /// How they speak.
  public internal(set) var voice = Voice()
  /// What they finish and what they put off.
  public internal(set) var formats = Formats()
  /// What others have published.
  public internal(set) var rivals: [Located<Rival>] = []

  /// A blank one.
  public init() {}

  /// The keys of the file.
  public static let fields: [Field<Executive>] = [
    .required("name") { $0.name = $1 }, .required("title") { $0.title = $1 },
    .required("email") { $0.email = $1 },
    .optional("lang") { $0.lang = $1 }, .optional("github") { $0.github = $1 },
    .optional("byline") { $0.byline = $1 },
    .optional("voice") { $0.voice = $1 }, .optional("formats") { $0.formats = $1 },
    .optional("rivals") { $0.rivals = $1 },
  ]
}
