internal import Diagnostics
public import Markdown

/// The first sentence that differs between what was approved and what there is now.
///
/// Where the words are the same, it is the first line of the source that differs: another link,
/// another list, a comment.
public struct FirstDifference: Sendable, Hashable {
  /// What stood there; `nil` if nothing did.
  public let before: String?
  /// What stands there now; `nil` if nothing does.
  public let after: String?
  /// Where, in the bytes of the new file.
  public let range: Range<Int>

  /// Compares two versions; `nil` if not a byte differs but for line ends and workflow entries.
  public init?(from old: Document, to new: Document) {
    if let sentence = Self.sentence(from: old.text, to: new.text, end: new.source.bytes.count) {
      self = sentence
    } else if let line = Self.line(from: old.source, to: new.source) {
      self = line
    } else {
      return nil
    }
  }

  private init(_ before: ArraySlice<UInt8>?, _ after: ArraySlice<UInt8>?, at range: Range<Int>) {
    let same = zip(before ?? [], after ?? []).prefix { $0 == $1 }.count
    self.before = before.map { Self.excerpt($0, around: same) }
    self.after = after.map { Self.excerpt($0, around: same) }
    self.range = range
  }

  // MARK: Sentences

  private static func sentence(
    from old: PlainText,
    to new: PlainText,
    end: Int
  ) -> FirstDifference? {
    let (before, after) = (sentences(of: old), sentences(of: new))
    let same = zip(before, after).prefix { old.bytes[$0].elementsEqual(new.bytes[$1]) }.count
    guard same < max(before.count, after.count) else { return nil }
    let gone = same < before.count ? old.bytes[before[same]] : nil
    let come = same < after.count ? new.bytes[after[same]] : nil
    guard let come, same < after.count else {
      return FirstDifference(gone, nil, at: max(end - 1, 0)..<end)
    }
    guard let gone else {
      return FirstDifference(nil, come, at: new.source(of: after[same]))
    }
    let stays = after[same...].contains { new.bytes[$0].elementsEqual(gone) }
    let wasThere = before[same...].contains { old.bytes[$0].elementsEqual(come) }
    if stays, !wasThere { return FirstDifference(nil, come, at: new.source(of: after[same])) }
    if wasThere, !stays {
      let start = new.source(of: after[same]).lowerBound
      return FirstDifference(gone, nil, at: start..<start)
    }
    return FirstDifference(gone, come, at: new.source(of: word(in: come, unlike: gone)))
  }

  private static func sentences(of text: PlainText) -> [Range<Int>] {
    text.blocks.flatMap { Array(text.sentences(in: $0.text)) }
  }

  /// Returns the word of a sentence from which on it is another one.
  private static func word(
    in sentence: ArraySlice<UInt8>,
    unlike other: ArraySlice<UInt8>
  ) -> Range<Int> {
    let same = zip(sentence, other).prefix { $0 == $1 }.count
    let place = min(sentence.startIndex + same, sentence.endIndex - 1)
    let start = sentence[..<place].lastIndex(of: Byte.space).map { $0 + 1 } ?? sentence.startIndex
    let end = sentence[place...].firstIndex(of: Byte.space) ?? sentence.endIndex
    return start..<max(end, start)
  }

  // MARK: Lines

  private static func line(from old: SourceText, to new: SourceText) -> FirstDifference? {
    let (before, after) = (lines(of: old), lines(of: new))
    let same = zip(before, after).prefix { old.bytes[$0].elementsEqual(new.bytes[$1]) }.count
    guard same < max(before.count, after.count) else { return nil }
    let end = new.bytes.count
    return FirstDifference(
      same < before.count ? old.bytes[before[same]] : nil,
      same < after.count ? new.bytes[after[same]] : nil,
      at: same < after.count ? after[same] : max(end - 1, 0)..<end
    )
  }

  /// The lines without their ends, and without those that no reader sees.
  private static func lines(of source: SourceText) -> [Range<Int>] {
    var reader = LineReader(source.bytes[...])
    var lines: [Range<Int>] = []
    while let line = reader.next() {
      let isReturn = source.bytes[line].last == Byte.carriageReturn
      let content = isReturn ? line.lowerBound..<line.upperBound - 1 : line
      if WorkflowEntry(line: source.bytes[content]) == nil { lines.append(content) }
    }
    while let last = lines.last, last.isEmpty { lines.removeLast() }
    return lines
  }

  private static let longestExcerpt = 200

  /// Cuts a long text to what stands around the difference.
  private static func excerpt(_ text: ArraySlice<UInt8>, around offset: Int) -> String {
    guard text.count > longestExcerpt else { return String(decoding: text, as: UTF8.self) }
    let place = min(text.startIndex + offset, text.endIndex)
    let start = max(
      text.startIndex,
      min(place - longestExcerpt / 2, text.endIndex - longestExcerpt)
    )
    let part = text[start..<start + longestExcerpt]
    // Cut where a character begins.
    let isInside = { (byte: UInt8) in byte & 0xC0 == 0x80 }
    let head = start > text.startIndex ? part.drop(while: isInside) : part
    let isWhole = head.endIndex == text.endIndex || !isInside(text[head.endIndex])
    let body = isWhole ? head : head.dropLast(head.reversed().prefix(while: isInside).count + 1)
    return (start > text.startIndex ? "…" : "") + String(decoding: body, as: UTF8.self)
      + (head.endIndex < text.endIndex ? "…" : "")
  }
}
