internal import Diagnostics
internal import Markdown
internal import YAML

extension Check {
  /// Somebody else's piece, without a way to find it.
  static let unsourcedRival = Check(
    "rival-unsourced",
    .warning,
    "a rival's piece is named with its source and its date",
    help: """
      Who answers a rival says where and when the rival wrote it, once in the draft, in one \
      paragraph with the name:

          Piet Maas of Corvid Systems says that [the seat is dead](https://corvid.example/seat), \\
          11 June 2026.

      The rivals and their pieces stand in the executive's profile, under 'rivals'.
      """,
    .draft { draft in
      var mentions = RivalMentions(of: draft)
      return mentions.findings()
    }
  )
}

/// What a draft says of rivals, and which paragraphs say where they said it.
private struct RivalMentions {
  private let draft: Draft
  private let rivals: [Executive.Rival]
  private let named: DisjointRanges
  /// What paragraphs that name a rival lack, by their indices.
  private var lacks: [Int: Lack] = [:]

  private struct Lack {
    var link = true
    var date = true

    var words: String? {
      switch (link, date) {
      case (true, true): "source and date"
      case (true, false): "a link to its source"
      case (false, true): "its date"
      case (false, false): nil
      }
    }
  }

  init(of draft: Draft) {
    self.draft = draft
    rivals = draft.profile?.rivals.map(\.value) ?? []
    named = DisjointRanges(draft.mentions.map(\.text))
  }

  mutating func findings() -> [Check.Finding] {
    var people: [String: [Vocabulary.Mention]] = [:]
    var pieces: [Int: [Vocabulary.Mention]] = [:]
    for mention in draft.mentions {
      switch mention.entry {
      case .rival(let index): people[rivals[index].name, default: []].append(mention)
      case .piece(let index):
        pieces[index, default: []].append(mention)
        people[rivals[index].name, default: []].append(mention)
      case .avoided, .replaced: break
      }
    }
    var findings: [Check.Finding] = []
    var said: Set<String> = []
    for (index, mentions) in pieces.sorted(by: { $0.key < $1.key }) {
      guard let finding = finding(mentions, of: rivals[index]) else { continue }
      findings.append(finding)
      said.insert(rivals[index].name)
    }
    for (name, mentions) in people.sorted(by: { $0.key < $1.key }) where !said.contains(name) {
      guard let rival = rivals.first(where: { $0.name == name }) else { continue }
      if let finding = finding(mentions, of: rival) { findings.append(finding) }
    }
    return findings
  }

  /// One finding at the first mention, unless a paragraph with any of them has link and date.
  private mutating func finding(
    _ mentions: [Vocabulary.Mention],
    of rival: Executive.Rival
  ) -> Check.Finding? {
    let lacks = mentions.map { lack(ofBlock: $0.block) }
    guard !lacks.contains(where: { $0.words == nil }), let first = mentions.first,
      let words = lacks.first?.words
    else { return nil }
    let known = [rival.url?.description, rival.date?.description].compactMap(\.self)
    return Check.Finding(
      range: draft.document.text.source(of: first.text),
      message: "what \(rival.name) published is named without \(words)",
      hint: known.isEmpty
        ? "link to it, and say when it came out" : "name them: \(known.joined(separator: ", "))"
    )
  }

  private mutating func lack(ofBlock index: Int) -> Lack {
    if let known = lacks[index] { return known }
    let block = draft.document.text.blocks[index]
    var lack = Lack()
    lack.link = !draft.sourced.overlaps(block.text)
    lack.date = !hasYear(in: block.text)
    lacks[index] = lack
    return lack
  }

  /// Whether a year stands in a part of the text, the titles of pieces left out.
  private func hasYear(in range: Range<Int>) -> Bool {
    let bytes = draft.document.text.bytes
    return bytes[range].split { !Byte.isDigit($0) }.contains { digits in
      digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
        && !named.contains(digits.startIndex)
    }
  }
}
