internal import Markdown
internal import YAML

/// The words of an executive's profile that drafts are searched for, prepared once for all drafts.
struct Vocabulary: Sendable {
  /// What a phrase is to the executive.
  enum Entry: Sendable {
    case avoided
    case replaced(by: String)
    /// The person who wrote rival pieces, as an index of the profile's list.
    case rival(Int)
    /// The title of a rival piece, as an index of the profile's list.
    case piece(Int)
  }

  /// A place in a draft's text where one of them stands.
  struct Mention: Sendable {
    let entry: Entry
    let text: Range<Int>
    /// The block that it stands in, as an index of the text's blocks.
    let block: Int
  }

  private let entries: [Entry]
  private let table: PhraseTable

  /// Takes the words of a profile; of two entries for one phrase the first counts.
  init(of executive: Executive) {
    var (entries, phrases) = ([Entry](), [String]())
    for entry in executive.voice.replace.entries {
      entries.append(.replaced(by: entry.value))
      phrases.append(entry.key.value)
    }
    for word in executive.voice.avoid {
      entries.append(.avoided)
      phrases.append(word)
    }
    for (index, rival) in executive.rivals.enumerated() {
      entries.append(.rival(index))
      phrases.append(rival.value.name)
      guard let title = rival.value.title else { continue }
      entries.append(.piece(index))
      phrases.append(title)
    }
    self.entries = entries
    table = PhraseTable(phrases)
  }

  /// Returns where they stand in what a reader sees, code left out.
  func mentions(in text: PlainText) -> [Mention] {
    guard !table.isEmpty else { return [] }
    var mentions: [Mention] = []
    for (index, block) in text.blocks.enumerated() where block.kind != .code {
      for match in table.matches(in: text.bytes, block.text) where !text.hasCode(in: match.range) {
        mentions.append(Mention(entry: entries[match.phrase], text: match.range, block: index))
      }
    }
    return mentions
  }
}
