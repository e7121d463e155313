public import Diagnostics
public import Markdown
public import YAML

/// What a draft's front matter says: the keys that ghost knows; any others are the writer's own.
public struct Metadata: YAMLModel {
  /// The title of the piece.
  public internal(set) var title = Located<String>.blank
  /// The printed name and title, which are approved with the text.
  public internal(set) var byline = Located<String>.blank
  /// The executive whose byline it carries.
  public internal(set) var exec = Located<String>.blank
  /// The brief that it was drafted from.
  public internal(set) var topic = Located<String>.blank
  /// The format that it was drafted in.
  public internal(set) var format = Located<String>.blank
  /// The language, if it is not the executive's or the workspace's.
  public internal(set) var lang: Language?
  /// What a search result or a preview says of it.
  public internal(set) var description: String?
  /// When it is dated.
  public internal(set) var date: Located<String>?
  /// What it is filed under.
  public internal(set) var tags: [Located<String>] = []
  /// `declined`, where the executive would not do it.
  public internal(set) var status: Located<String>?
  /// Why it was declined.
  public internal(set) var because: String?
  /// The day by which it is wanted.
  public internal(set) var due: Located<CalendarDate>?
  /// The day on which it was handed over.
  public internal(set) var asked: Located<CalendarDate>?

  /// A blank one.
  public init() {}

  /// The keys that ghost knows.
  public static let fields: [Field<Metadata>] = [
    .required("title") { $0.title = $1 }, .required("byline") { $0.byline = $1 },
    .required("exec") { $0.exec = $1 },
    .required("topic") { $0.topic = $1 }, .required("format") { $0.format = $1 },
    .optional("lang") { $0.lang = $1 },
    .optional("description") { $0.description = $1 }, .optional("date") { $0.date = $1 },
    .optional("tags") { $0.tags = $1 }, .optional("status") { $0.status = $1 },
    .optional("because") { $0.because = $1 },
    .optional("due") { $0.due = $1 }, .optional("asked") { $0.asked = $1 },
  ]

  /// Hugo and Jekyll have keys of their own.
  public static let allowsUnknownKeys = true

  /// Returns what a document's front matter says, or `nil` after having said what is wrong.
  public static func read(
    of document: borrowing Document,
    log: inout DiagnosticLog
  ) -> Metadata? {
    read(tree(of: document, log: &log), of: document, log: &log)
  }

  /// Returns a document's front matter as YAML reads it, or `nil` after having said what is wrong.
  static func tree(of document: borrowing Document, log: inout DiagnosticLog) -> YAMLNode? {
    guard let frontMatter = document.frontMatter else {
      log.add(.noFrontMatter(at: document.source.location(at: document.body.lowerBound)))
      return nil
    }
    return YAMLParser.parse(
      document.source,
      range: frontMatter.content,
      mergesAtRoot: false,
      log: &log
    )
  }

  /// Returns what front matter says that YAML could read.
  static func read(
    _ tree: YAMLNode?,
    of document: borrowing Document,
    log: inout DiagnosticLog
  ) -> Metadata? {
    guard let tree else { return nil }
    for reading in OtherReading.all(of: document, tree) {
      log.add(reading.diagnostic(in: document.source))
    }
    return decode(tree, in: document.source, log: &log)
  }
}
