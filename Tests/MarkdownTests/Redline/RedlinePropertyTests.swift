import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Redline, of any two texts")
struct RedlinePropertyTests {
  @Test("its parts are the old and the new text")
  func applies() throws {
    var mutator = Mutator(seed: FuzzTime.seed &+ 2)
    var time = FuzzTime(runs: 400)
    while time.next() {
      let texts = [mutator.next(), mutator.next(), mutator.variant()]
      for (old, new) in [(texts[0], texts[1]), (texts[1], texts[2]), (texts[2], texts[0])] {
        guard let old = try? document(old), let new = try? document(new) else { continue }
        let redline = Redline(from: old, to: new)
        #expect(text(redline, [.equal, .removed, .movedAway]) == text(old))
        #expect(text(redline, [.equal, .inserted, .movedHere]) == text(new))
        #expect(words(old) + redline.wordsAdded - redline.wordsRemoved == words(new))
      }
    }
  }

  @Test("a space without width is a change like any other")
  func zeroWidthSpace() throws {
    let (old, new) = (try document("Straße, und"), try document("Straße\u{200B}, und"))
    #expect(Redline(from: old, to: new).isChanged)
    #expect(Redline(from: new, to: old).isChanged)
    #expect(text(Redline(from: old, to: new), [.equal, .inserted]) == text(new))
  }

  @Test("the same text shows no change")
  func same() throws {
    var mutator = Mutator(seed: FuzzTime.seed &+ 3)
    for _ in 0..<200 {
      guard let document = try? document(mutator.next()) else { continue }
      let redline = Redline(from: document, to: document)
      #expect(!redline.isChanged)
      #expect(redline.wordsAdded + redline.wordsRemoved + redline.wordsMoved == 0)
    }
  }

  @Test("a paragraph that was moved is neither removed nor added")
  func moved() throws {
    var random = SeededRandom(seed: 4)
    for _ in 0..<200 {
      // Few different words, so that chance matches abound.
      let paragraphs = (0..<8).map { _ in
        (0..<Int.random(in: 5...30, using: &random))
          .map { _ in Self.words.randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      guard Set(paragraphs).count == paragraphs.count else { continue }
      let from = Int.random(in: 0..<8, using: &random)
      let to = Int.random(in: 0..<8, using: &random)
      var other = paragraphs
      other.insert(other.remove(at: from), at: to)
      let redline = Redline(
        from: try document(paragraphs.joined(separator: "\n\n")),
        to: try document(other.joined(separator: "\n\n"))
      )
      #expect(redline.wordsAdded == 0)
      #expect(redline.wordsRemoved == 0)
      let moved = paragraphs[from].split(separator: " ").count
      #expect(from == to ? redline.wordsMoved == 0 : redline.wordsMoved <= moved)
      #expect((from == to) == !redline.isChanged)
    }
  }

  @Test("it is at most 1.3 times as long as the shortest there is")
  func isShort() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<200 {
      let old = (0..<120).map { _ in Self.words.randomElement(using: &random) ?? "" }
      var new = old
      for _ in 0..<Int.random(in: 1...300, using: &random) {
        let index = Int.random(in: 0..<new.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where new.count > 1: new.remove(at: index)
        case 1: new.insert("new", at: index)
        default: new[index] = Self.words.randomElement(using: &random) ?? ""
        }
      }
      let redline = Redline(
        from: try document(old.joined(separator: " ")),
        to: try document(new.joined(separator: " "))
      )
      let shortest = old.count + new.count - 2 * commonLength(old, new)
      #expect(Double(redline.wordsAdded + redline.wordsRemoved) <= 1.3 * Double(shortest))
    }
  }

  @Test(
    "what repeats without end is compared in time",
    arguments: [
      (String(repeating: "a b ", count: 3_000), String(repeating: "b a ", count: 3_000)),
      (String(repeating: "a b a a b ", count: 1_000), String(repeating: "b a b b ", count: 1_000)),
      (String(repeating: "a\n\n", count: 2_000), String(repeating: "b\n\na\n\n", count: 1_000)),
      (
        String(repeating: "a b c d e\n\n", count: 1_000),
        String(repeating: "e d c b a\n\n", count: 1_000)
      ),
      (String(repeating: ".", count: 30_000), String(repeating: "!", count: 30_000)),
    ]
  )
  func hostile(_ old: String, _ new: String) throws {
    let (old, new) = (try document(old), try document(new))
    let redline = Redline(from: old, to: new)
    #expect(text(redline, [.equal, .removed, .movedAway]) == text(old))
    #expect(text(redline, [.equal, .inserted, .movedHere]) == text(new))
  }

  private static let words = [
    "the", "price", "rose", "of", "value", "and", "we", "sell", "it", "customers", "pay", "more",
  ]

  private func document(_ text: String) throws -> Document {
    try Document(parsing: SourceText(path: "a.md", text: text))
  }

  /// The parts of a redline without the space between words.
  private func text(_ redline: Redline, _ changes: Set<Redline.Change>) -> String {
    redline.sections.flatMap(\.paragraphs).flatMap(\.runs)
      .filter { changes.contains($0.change) }
      .map { String($0.text.unicodeScalars.filter { !$0.properties.isWhitespace }) }
      .joined()
  }

  private func text(_ document: Document) -> String {
    let text = String(decoding: document.text.bytes, as: UTF8.self)
    return String(text.unicodeScalars.filter { !$0.properties.isWhitespace })
  }

  private func words(_ document: Document) -> Int {
    document.text.blocks.reduce(0) { $0 + document.text.wordCount(in: $1.text) }
  }

  /// The length of the longest common subsequence, by the textbook's table.
  private func commonLength(_ old: [String], _ new: [String]) -> Int {
    var previous = [Int](repeating: 0, count: new.count + 1)
    for word in old {
      var current = [0]
      for (index, other) in new.enumerated() {
        current.append(
          word == other ? previous[index] + 1 : max(previous[index + 1], current[index])
        )
      }
      previous = current
    }
    return previous[new.count]
  }
}
