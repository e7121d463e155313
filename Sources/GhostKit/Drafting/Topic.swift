public import YAML

/// The brief of a piece: `Templates/topics/pricing.yml`.
public struct Topic: YAMLModel {
  /// The name of the file, without its ending.
  public internal(set) var slug = Slug.blank
  /// The title of the piece.
  public internal(set) var title = ""
  /// Who is meant to read it.
  public internal(set) var audience = ""
  /// The one thought of it.
  public internal(set) var angle = ""
  /// What a search result or a preview says of it.
  public internal(set) var description: String?
  /// The language of the brief.
  public internal(set) var lang: Language?
  /// What it is filed under.
  public internal(set) var tags: [String] = []
  /// The file of a complete text, relative to the topics' folder.
  public internal(set) var textFile: Located<String>?
  /// The complete text itself.
  public internal(set) var text: String?
  /// Why it matters now.
  public internal(set) var why: String?
  /// The prose that all executives share.
  public internal(set) var background: String?
  /// Why only this executive, by executive.
  public internal(set) var perExecutive = OrderedMap<Part>()
  /// What proves the angle.
  public internal(set) var proofPoints: [Located<ProofPoint>] = []
  /// What a reader may object.
  public internal(set) var objections: [Objection] = []
  /// Questions for an executive who has none of their own in the brief.
  public internal(set) var questions: [Question] = []
  /// What a reader should do next.
  public internal(set) var callToAction: String?

  /// A blank one.
  public init() {}

  /// The keys of the file.
  public static let fields: [Field<Topic>] = [
    .required("title") { $0.title = $1 }, .required("audience") { $0.audience = $1 },
    .required("angle") { $0.angle = $1 },
    .optional("description") { $0.description = $1 }, .optional("lang") { $0.lang = $1 },
    .optional("tags") { $0.tags = $1 },
    .optional("text") { $0.textFile = $1 }, .optional("why") { $0.why = $1 },
    .optional("background") { $0.background = $1 },
    .optional("for") { $0.perExecutive = $1 }, .optional("proof-points") { $0.proofPoints = $1 },
    .optional("objections") { $0.objections = $1 }, .optional("questions") { $0.questions = $1 },
    .optional("call-to-action") { $0.callToAction = $1 },
  ]
}

extension Topic {
  /// What the brief says for one executive.
  ///
  /// One who has no questions of their own there is asked those for any executive.
  public func part(for executive: Slug) -> Part {
    var part = perExecutive[executive.description] ?? Part()
    if part.questions.isEmpty { part.questions = questions }
    return part
  }

  /// The prose that belongs to one executive alone.
  public struct Part: YAMLModel {
    /// Why nobody else can say it.
    public internal(set) var whyYou: String?
    /// The story that the piece opens with.
    public internal(set) var opening: String?
    /// What leads from the evidence to the first question.
    public internal(set) var bridge: String?
    /// What only this executive can answer.
    public internal(set) var questions: [Question] = []
    /// How the piece ends.
    public internal(set) var close: String?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `for`.
    public static let fields: [Field<Part>] = [
      .optional("why-you") { $0.whyYou = $1 }, .optional("opening") { $0.opening = $1 },
      .optional("bridge") { $0.bridge = $1 }, .optional("questions") { $0.questions = $1 },
      .optional("close") { $0.close = $1 },
    ]
  }

  /// Something that only an executive can answer.
  public struct Question: YAMLModel {
    /// The question.
    public internal(set) var ask = ""
    /// How many words the answer will have.
    public internal(set) var words = Amount.shortAnswer
    /// How many minutes it will take them, if the brief says so.
    public internal(set) var minutes: Amount?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `questions`.
    public static let fields: [Field<Question>] = [
      .required("ask") { $0.ask = $1 }, .optional("words") { $0.words = $1 },
      .optional("minutes") { $0.minutes = $1 },
    ]
  }

  /// A fact, and where it comes from.
  public struct ProofPoint: YAMLModel {
    /// The fact.
    public internal(set) var claim = ""
    /// Who says so; a good one has a source.
    public internal(set) var source: String?
    /// Where they say so.
    public internal(set) var url: WebAddress?
    /// When they said so.
    public internal(set) var date: SourceDate?
    /// What there is to add.
    public internal(set) var detail: String?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `proof-points`.
    public static let fields: [Field<ProofPoint>] = [
      .required("claim") { $0.claim = $1 }, .optional("source") { $0.source = $1 },
      .optional("url") { $0.url = $1 },
      .optional("date") { $0.date = $1 }, .optional("detail") { $0.detail = $1 },
    ]
  }

  /// What a reader may object, and what there is to say to it.
  public struct Objection: YAMLModel {
    /// The objection, in the reader's words.
    public internal(set) var objection = ""
    /// The answer.
    public internal(set) var answer: String?

    /// A blank one.
    public init() {}

    /// The keys of an entry of `objections`.
    public static let fields: [Field<Objection>] = [
      .required("objection") { $0.objection = $1 }, .optional("answer") { $0.answer = $1 },
    ]
  }
}
