internal import Diagnostics
internal import Markdown
internal import YAML

extension Check {
  /// What an approver cannot see, and what shows them another order than the page has.
  static let invisibleCharacter = Check(
    "invisible-character",
    "no character is invisible, or turns the order of what is shown",
    help: """
      A character without a shape can split a word for every search, carry a hidden message, or, \
      as U+202E does, show an approver other words than those that are there. They mostly come \
      from copying out of other programs: delete them.

      What a script needs is fine: the joiners of emoji and of Persian and Indic words, direction \
      marks in Arabic and Hebrew text, a byte order mark at the beginning of a file, and a soft \
      hyphen within a word, but for English, which hyphenates little.
      """,
    .draft { draft in
      guard draft.document.mayHoldInvisible else { return escaped(in: draft) }
      let source = draft.document.source.bytes
      let isEnglish = draft.language == .english
      var scan = InvisibleScan(of: source, hyphenates: !isEnglish)
      return scan.runs().map { finding($0.range, $0) } + escaped(in: draft)
    }
  )

  /// Those that stand in the file as a character reference or an escape of YAML, which shows
  /// nothing of what it does on the page.
  private static func escaped(in draft: Draft) -> [Finding] {
    let source = draft.document.source.bytes
    var findings: [Finding] = []
    if let metadata = draft.metadata, let content = draft.document.frontMatter?.content,
      source[content].contains(UInt8(ascii: "\\"))
    {
      let names = [metadata.exec, metadata.topic, metadata.format] + metadata.tags
      for value in [metadata.title, metadata.byline] + names {
        let isEscaped = source[value.range].contains(UInt8(ascii: "\\"))
        var scan = InvisibleScan(of: Array(value.value.utf8), hyphenates: true)
        if isEscaped, let run = scan.runs().first { findings.append(finding(value.range, run)) }
      }
    }
    let body = draft.document.body.lowerBound
    guard source.firstIndex(of: UInt8(ascii: "&"), from: body) != nil else { return findings }
    let text = draft.document.text
    // Who writes '&shy;' can see it in every language.
    var scan = InvisibleScan(of: text.bytes, hyphenates: true)
    for run in scan.runs() {
      let range = text.source(of: run.range)
      guard source[range].first == UInt8(ascii: "&") else { continue }
      findings.append(finding(range, run))
    }
    return findings
  }

  private static func finding(_ range: Range<Int>, _ run: InvisibleScan.Run) -> Finding {
    let name = name(of: run.first)
    let message =
      switch run.first {
      case _ where run.count > 1: "\(run.count) characters in a row are invisible, first \(name)"
      case 0x202A...0x202E, 0x2066...0x2069: "\(name) turns the order of what is shown"
      case 0..<0xA0: "\(name) is a control character"
      default: "\(name) is invisible"
      }
    // A dash in UTF-8, taken for Latin-1 and saved again, is a letter and two of these.
    let isMisread = 0x80..<0xA0 ~= run.first
    return Finding(
      range: range,
      message: message,
      hint: isMisread ? "the text was opened in a wrong encoding: type it again" : "delete it"
    )
  }

  private static func name(of value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let properties = Unicode.Scalar(value)?.properties
    guard let name = properties?.name ?? properties?.nameAlias else { return number }
    return "\(number) (\(name.lowercased()))"
  }
}
