import Diagnostics
import Testing

@Suite struct DiagnosticLogTests {
  @Test("sorted by place, what has none comes last, ties stay in order")
  func sorted() {
    var log = DiagnosticLog()
    let places: [(String, Location?)] = [
      ("e", nil), ("c", Location(path: "b.md", line: 1, column: 1)),
      ("b", Location(path: "a.md", line: 10, column: 1)),
      ("d", Location(path: "b.md", line: 1, column: 1)),
      ("a", Location(path: "a.md", line: 9, column: 5)),
    ]
    for (code, place) in places {
      log.add(Diagnostic(.warning, .init(rawValue: code), "", at: place))
    }
    #expect(log.sorted().map(\.code.rawValue) == ["a", "b", "c", "d", "e"])
    #expect(!log.hasErrors)
  }
}
