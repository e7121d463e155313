import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

/// Spoils real drafts at random, front matter and text: whatever comes of it is checked to the end.
@Suite struct CheckFuzzTests {
  @Test("spoiled drafts: every finding stands in the text; GHOST_FUZZ_SECONDS makes it longer")
  func spoil() throws {
    var log = DiagnosticLog()
    let workspace = try Workspace(at: ProjectFolder.root.path)
    let policy = workspace.policy(log: &log)
    let surroundings = DraftSurroundings(of: workspace, policy: policy, log: &log)
    #expect(!log.hasErrors)
    var spoiler = DraftSpoiler(seed: FuzzTime.seed, drafts: try Self.drafts(of: workspace))
    var time = FuzzTime(runs: 300)
    while time.next() {
      let bytes = spoiler.next()
      let source = SourceText(path: "Drafts/spoiled.md", bytes: bytes)
      let check = DraftCheck(surroundings, input: source)
      let result = check.result(of: source.path)
      let faults = Self.faults(of: result, in: bytes)
      #expect(
        faults.isEmpty,
        "\(faults) in \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      )
      #expect(check.result(of: source.path).diagnostics == result.diagnostics)
      Self.checkForms(of: result)
    }
  }

  /// A draft of each format, as `ghost draft` writes it.
  private static func drafts(of workspace: Workspace) throws -> [[UInt8]] {
    let drafter = Drafter(in: workspace, clock: .fixed(1_764_000_000))
    var log = DiagnosticLog()
    let drafts = workspace.formats(log: &log).compactMap { format -> [UInt8]? in
      var request = Drafter.Request(executive: "cfo", topic: "pricing")
      request.format = format.description
      return drafter.draft(request, log: &log)?.bytes
    }
    return try #require(drafts.count > 4 ? drafts : nil)
  }

  /// What is wrong with findings' places, counted apart from the code that made them.
  static func faults(of result: DraftCheck.Result, in bytes: [UInt8]) -> [String] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    func isPlace(_ line: Int, _ column: Int) -> Bool {
      guard (1...lines.count).contains(line) else { return false }
      return (1...lines[line - 1].count { $0 & 0xC0 != 0x80 } + 1).contains(column)
    }
    let notes = result.diagnostics.flatMap(\.notes).compactMap(\.location)
    let places = result.diagnostics.compactMap(\.location) + notes + result.tasks.map(\.location)
    return places.filter { place in
      guard place.line > 0 else { return place.path != "Drafts/spoiled.md" }
      let isForward = (place.line, place.column) <= (place.endLine, place.endColumn)
      // Some faults are those of a whole line.
      return !isForward || !isPlace(place.line, max(1, place.column))
        || !isPlace(place.endLine, max(1, place.endColumn))
    }
    .map { "\($0.line):\($0.column)-\($0.endLine):\($0.endColumn)" }
  }

  private static func checkForms(of result: DraftCheck.Result) {
    var report = Report(tool: "ghost", version: "1", subjects: [], diagnostics: result.diagnostics)
    report.tasks = result.tasks
    for reporter in [.text] + Reporter.all {
      let text = reporter.write(report)
      let controls = text.utf8.contains { $0 < 32 && $0 != 10 || $0 == 127 }
      #expect(!controls, "\(reporter.name)")
      guard ["json", "sarif", "gitlab"].contains(reporter.name) else { continue }
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(value != nil, "\(reporter.name)")
    }
  }
}

/// Makes drafts that nobody would write of ones that somebody did.
private struct DraftSpoiler {
  private var random: SeededRandom
  private let drafts: [[UInt8]]

  init(seed: UInt64, drafts: [[UInt8]]) {
    random = SeededRandom(seed: seed)
    self.drafts = drafts
  }

  /// Returns the next one, which need not be UTF-8.
  mutating func next() -> [UInt8] {
    var bytes = drafts.randomElement(using: &random) ?? []
    // Most faults are wanted where they do most: in the front matter and in a short text.
    if Bool.random(using: &random) { bytes = Array(bytes.prefix(600)) }
    for _ in 0..<Int.random(in: 1...12, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...60, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1:
        let copy = Array(bytes[place..<end])
        for _ in 0..<Int.random(in: 1...40, using: &random) {
          bytes.insert(contentsOf: copy, at: place)
        }
      case 2:
        if place < bytes.count { bytes[place] = UInt8.random(in: .min ... .max, using: &random) }
      case 3: bytes = bytes.flatMap { $0 == 10 ? [13, 10] : [$0] }
      case 4:
        let other = drafts.randomElement(using: &random) ?? []
        bytes.replaceSubrange(
          place..<end,
          with: other.prefix(Int.random(in: 0...900, using: &random))
        )
      default:
        bytes.insert(
          contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8),
          at: place
        )
      }
    }
    return bytes
  }

  private static let pieces = [
    "---\n", "\n---\n", "\u{FEFF}", "title: ", "tags: [a, *b, &c d]\n", "due: 2026-02-30\n",
    "lang: ru\n",
    "exec: [cfo]\n", "exec: ceo\n", "status: declined\n", ": ", "- ", "? ", "|\n", ">\n", "\"", "'",
    "{", "}", "[", "]", "&a ", "*a", "<<: *a\n", "!!str ", "#", "\t", "\r", "\n\n",
    "[TK: q ~4 words]",
    "[TK", "TK", "\\[TK]", "`TK`", "](", "![a](b.png)", "[a](javascript:b)", "<b>", "<!-- ", "-->",
    "<<<<<<< a\n", "=======\n", "\n===\n", "# ", "#### ", "> ", "```\n", "\n| a | b |\n| - | - |\n",
    "[^1]", "$a$", "{{< a >}}", "{% b %}", "- [ ] c\n", "118 %", "€4M", "1,5 Mio.", "four million ",
    "synergy", "utilise", "Piet Maas", "https://a.example", "\u{202E}", "\u{200B}", "\u{200D}",
    "\u{AD}", "\u{61C}", "раypal", "Größe", "中文", "می‌خواهم", "👩‍💻", "\u{1B}[31m", "\u{0}", "  \n",
    "\\",
    "&#x202e;", "&lt;", "~~a~~", "::: note\n", "\na\n: b\n",
  ]
}
