internal import Diagnostics
internal import Markdown
internal import YAML

/// What a draft says of itself and still asks, without its text.
struct DraftReading: Sendable {
  let title: String
  let exec: String
  let topic: String
  let format: String
  let isDeclined: Bool
  let because: String?
  let due: CalendarDate?
  let asked: CalendarDate?
  /// What the TKs ask.
  let questions: [String]
  /// How far approvals bring it, once nothing is left to write.
  var finishedState = DraftState.ready

  /// Whether nothing is left to write, so that it waits for approval.
  var isFinished: Bool { questions.isEmpty && !isDeclined }

  /// Reads a draft; the tree of one without any TK is not needed.
  ///
  /// - Throws: the first thing that makes it no draft.
  init(of source: SourceText) throws(Diagnostic) {
    let (frontMatter, body) = try FrontMatter.split(source)
    guard let frontMatter else { throw .noFrontMatter(at: source.location(at: body.lowerBound)) }
    var log = DiagnosticLog()
    let metadata = Metadata.decode(source, range: frontMatter.content, log: &log)
    guard let metadata else {
      throw log.diagnostics.first ?? .noFrontMatter(at: source.location(at: 0))
    }
    title = metadata.title.value
    exec = metadata.exec.value
    topic = metadata.topic.value
    format = metadata.format.value
    isDeclined = metadata.status?.value == "declined"
    because = metadata.because
    due = metadata.due?.value
    asked = metadata.asked?.value
    questions =
      Self.mayAsk(source.bytes, in: body)
      ? Placeholder.all(in: try Document(parsing: source)).map(\.question) : []
  }

  private static func mayAsk(_ bytes: [UInt8], in body: Range<Int>) -> Bool {
    var index = body.lowerBound
    while let mark = bytes.firstIndex(of: UInt8(ascii: "["), from: index), mark < body.upperBound {
      if bytes[mark...].starts(with: "[TK".utf8) { return true }
      index = mark + 1
    }
    return false
  }
}
