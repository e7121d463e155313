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
    .required("title", \.title), .required("audience", \.audience), .required("angle", \.angle),
    .optional("description", \.description), .optional("lang", \.lang), .optional("tags", \.tags),
    .optional("text", \.textFile), .optional("why", \.why), .optional("background", \.background),
    .optional("for", \.perExecutive), .optional("proof-points", \.proofPoints),
    .optional("objections", \.objections), .optional("questions", \.questions),
    .optional("call-to-action", \.callToAction),
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
      .optional("why-you", \.whyYou), .optional("opening", \.opening),
      .optional("bridge", \.bridge), .optional("questions", \.questions),
      .optional("close", \.close),
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
      .required("ask", \.ask), .optional("words", \.words), .optional("minutes", \.minutes),
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
      .required("claim", \.claim), .optional("source", \.source), .optional("url", \.url),
      .optional("date", \.date), .optional("detail", \.detail),
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
      .required("objection", \.objection), .optional("answer", \.answer),
    ]
  }
}
