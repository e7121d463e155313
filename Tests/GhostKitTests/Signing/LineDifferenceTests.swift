import TestSupport
import Testing

@testable import GhostKit

@Suite struct LineDifferenceTests {
  private func lines(_ old: String?, _ new: String?) -> [String] {
    LineDifference(from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) }).lines
  }

  @Test("a line that goes is shown though another like it stays, with what stands around it")
  func repeated() {
    let rule = { (topic: String, then: String) in "- when: \(topic)\n  \(then)\n" }
    let old = rule("guidance", "approvals: [legal]") + rule("tag", "approvals: [legal]")
    let new = rule("guidance", "rewrap: keep") + rule("tag", "approvals: [legal]")
    #expect(
      lines(old, new) == [
        "  - when: guidance", "-   approvals: [legal]", "+   rewrap: keep", "  - when: tag",
        "    approvals: [legal]",
      ]
    )
  }

  @Test("three lines around a change are shown, and where they stand")
  func context() {
    let old = (1...30).map { "\($0)\n" }
    var new = old
    new[9] = "ten\n"
    new.remove(at: 29)
    #expect(
      lines(old.joined(), new.joined()) == [
        "line 7:", "  7", "  8", "  9", "- 10", "+ ten", "  11", "  12", "  13", "line 27:",
        "  27", "  28", "  29", "- 30",
      ]
    )
  }

  @Test("nothing that differs by a byte passes for the same")
  func bytes() {
    #expect(lines("a\n\nb\n", "a\nb\n") == ["  a", "- ", "  b"])
    #expect(lines("a\n", "a") == ["- a", "+ a", "no line break at the end"])
    #expect(lines("a\n", "a\r\n") == ["- a", "+ a\r"])
    #expect(lines("\u{E9}\n", "e\u{301}\n").count == 2)
    let broken = LineDifference(from: [0xFF, 0x0A], to: [0xFE, 0x0A])
    #expect(broken.lines == ["- \u{FFFD}", "+ \u{FFFD}"])
  }

  @Test("a file that is new or gone is told from an empty one")
  func files() {
    #expect(lines(nil, "a\n") == ["a new file:", "+ a"])
    #expect(lines("a\n", nil) == ["the file is deleted:", "- a"])
    #expect(lines("a\n", "") == ["- a"])
    #expect(lines(nil, "") == ["a new file:"])
  }

  /// Makes the old version of the new one and what is shown.
  private func undone(_ shown: [String], in new: [String]) -> [String] {
    var (old, next) = ([String](), 0)
    func stay(until end: Int) {
      old += new[next..<end]
      next = end
    }
    for line in shown {
      let text = line.dropFirst(2) + "\n"
      switch line.prefix(2) {
      case "- ": old.append(String(text))
      case "+ ":
        #expect(text == new[next])
        next += 1
      case "  ":
        #expect(text == new[next])
        stay(until: next + 1)
      default:
        let number = line.split(separator: " ").last.flatMap { Int($0.dropLast()) }
        stay(until: (number ?? 0) - 1)
      }
    }
    stay(until: new.count)
    return old
  }

  @Test("what is shown is all that is needed to undo the change, lines that moved included")
  func random() throws {
    var random = SeededRandom(seed: 7)
    func version() -> [String] {
      (0..<Int.random(in: 0...20, using: &random)).map { _ in
        ["a\n", "b\n", "c\n", "\n"].randomElement(using: &random) ?? ""
      }
    }
    for _ in 0..<500 {
      let old = version()
      var new = Bool.random(using: &random) ? version() : old
      if new == old, !new.isEmpty {
        new.insert("c\n", at: Int.random(in: 0...new.count, using: &random))
      }
      let shown = lines(old.joined(), new.joined())
      #expect(undone(shown, in: new) == old, "\(old) \(new) \(shown)")
    }
  }
}
