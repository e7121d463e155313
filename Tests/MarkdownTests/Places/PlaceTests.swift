import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// That a place is right is proved by writing there: another word at the place of a word must
/// change that word on the page and nothing else.
@Suite("Places in the file")
struct PlaceTests {
  @Test("of every example of the CommonMark Spec", arguments: Corpus.spec)
  func spec(_ example: Corpus.Example) throws { try check(example.markdown) }

  @Test("of what once was found wrong", arguments: finds)
  func found(_ text: String) throws { try check(text) }

  /// Documents that a fuzz run found, and why they are hard.
  static let finds: [String] = [
    // A lazy line keeps its white space, in a code span as well.
    "> - quoted\n    lazy `code\n    span` and words\n",
    // No white space is skipped behind a backslash that breaks the line.
    "> quoted\nlazy \\\n   hard break\n",
    // A line indented like code does not underline a heading.
    "Foo\n    ---\n ---\n",
    // Below nothing but definitions, an underline is text.
    "[foo]: /url\r\n===\r\n[foo]: /url\r\n===\r\nwords\r\n",
    "[a]: /u\n'title'\nwords\n---\n---\n",
    // A title ends at its last quote, even one behind a backslash.
    "[a](b \"c\\\") words\n",
    "[a](b \"c\\\" d\") words\n",
    // An ampersand that an entity made is followed by what looks like one.
    "&amp;amp; words &ngE;&fjlig;&nosuch; words\n",
  ]

  @Test("of mutated documents")
  func mutated() throws {
    var mutator = Mutator(seed: FuzzTime.seed)
    var time = FuzzTime(runs: 2_000)
    while time.next() { try check(mutator.next()) }
  }

  private func check(_ text: String) throws {
    let source = SourceText(path: "a.md", text: text)
    guard let document = try? Document(parsing: source) else { return }
    // A tab of which a lazy line's container takes one half and a code span the other has no place.
    let isExact = document.hasExactPlaces || source.bytes.contains(UInt8(ascii: "\t"))
    #expect(isExact, "\(text.debugDescription)")
    #expect(document.text.places.count == document.text.bytes.count)
    let words = words(of: document)
    guard !words.isEmpty else { return }
    for word in [words[0], words[words.count / 2], words[words.count - 1]] {
      let place = document.text.source(of: word)
      var changed = source.bytes
      var expected = document.text.bytes
      for (index, target) in zip(place, word) {
        changed[index] = UInt8(ascii: "q")
        expected[target] = UInt8(ascii: "q")
      }
      let after = try Document(parsing: SourceText(path: "a.md", bytes: changed))
      #expect(
        String(decoding: after.text.bytes, as: UTF8.self)
          == String(decoding: expected, as: UTF8.self),
        "\(document.text.string(word)) in \(text.debugDescription)"
      )
    }
  }

  /// Words of ASCII letters without markup within, but for those whose spelling means something to
  /// Markdown: a link's text may be the name of a definition or a URL.
  private func words(of document: Document) -> [Range<Int>] {
    let bytes = document.text.bytes
    var words: [Range<Int>] = []
    var start = 0
    for index in 0...bytes.count where index == bytes.count || !bytes[index].isASCIILetter {
      if start < index { words.append(start..<index) }
      start = index + 1
    }
    return words.filter { word in
      let place = document.text.source(of: word)
      let isEntity =
        place.upperBound < document.source.bytes.count
        && document.source.bytes[place.upperBound] == UInt8(ascii: ";")
      return place.count == word.count && !isEntity
        && !document.links.contains { $0.source.overlaps(place) }
    }
  }
}
