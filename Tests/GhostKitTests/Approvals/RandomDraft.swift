import TestSupport

/// A draft made of parts of every kind, so that a test knows what it changes.
struct RandomDraft {
  /// A part of a draft: what it is, and its text.
  struct Part {
    enum Kind: CaseIterable {
      case prose, heading, bullets, numbers, quote, table, code, indentedCode, html, comment
      case image, definition, rule, hardBreak
    }
    let kind: Kind
    var text: String
  }

  var frontMatter: [String]
  var workflow: [String]
  var parts: [Part]

  /// The kinds beside which a paragraph can still be re-wrapped.
  static let beside: [Part.Kind] = [
    .prose, .heading, .bullets, .numbers, .quote, .table, .indentedCode, .image, .definition, .rule,
    .hardBreak,
  ]

  /// Makes one with a paragraph of prose at least.
  init(_ random: inout SeededRandom, kinds: [Part.Kind] = Part.Kind.allCases) {
    frontMatter = [
      "title: \(Self.words(3, &random))", "byline: Dana Reyes, CFO", "exec: cfo",
      "tags: [\(Self.word(&random)), \(Self.word(&random))]",
    ]
    workflow =
      Bool.random(using: &random) ? ["due: 2026-12-0\(Int.random(in: 1...9, using: &random))"] : []
    parts = [Part(kind: .prose, text: Self.prose(&random))]
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let kind = kinds.randomElement(using: &random) ?? .prose
      parts.append(Part(kind: kind, text: Self.text(of: kind, &random)))
    }
    parts.shuffle(using: &random)
  }

  var text: String {
    let head = ["---"] + frontMatter + workflow + ["---", ""]
    return head.joined(separator: "\n") + "\n" + body
  }

  var body: String { parts.map(\.text).joined(separator: "\n\n") + "\n" }

  static let vocabulary = [
    "price", "value", "churn", "retention", "rose", "fell", "margins", "we", "never", "and", "so",
    "customers", "€4M", "118%", "Über", "naïve", "quarter", "now", "here", "there", "deals", "3.5",
    "because", "the", "board", "asked", "не", "ارتفع", "提价", "🎉", "Q3", "discount", "no", "where",
  ]

  static func word(_ random: inout SeededRandom) -> String {
    vocabulary.randomElement(using: &random) ?? "word"
  }

  static func words(_ count: Int, _ random: inout SeededRandom) -> String {
    (0..<count).map { _ in word(&random) }.joined(separator: " ")
  }

  /// A paragraph that may be re-wrapped: words, emphasis, links.
  static func prose(_ random: inout SeededRandom) -> String {
    var words = (0..<Int.random(in: 4...30, using: &random)).map { _ in word(&random) }
    let place = Int.random(in: 0..<words.count, using: &random)
    switch Int.random(in: 0..<5, using: &random) {
    case 0: words[place] = "**\(words[place])**"
    case 1: words[place] = "_\(words[place])_"
    case 2: words[place] = "[\(words[place])](https://example.com/\(place))"
    case 3: words[place] = "[\(words[place])](/p \"\(word(&random))\")"
    default: words[place] = "(\(words[place]))"
    }
    return wrapped(words, &random) + "."
  }

  /// Joins words with spaces and line breaks at random.
  static func wrapped(_ words: [String], _ random: inout SeededRandom) -> String {
    let width = Int.random(in: 1...12, using: &random)
    var text = words.first ?? ""
    for (index, word) in words.enumerated().dropFirst() {
      text += (index.isMultiple(of: width) ? "\n" : " ") + word
    }
    return text
  }

  private static func text(of kind: Part.Kind, _ random: inout SeededRandom) -> String {
    let one = words(3, &random)
    let two = words(2, &random)
    switch kind {
    case .prose: return prose(&random)
    case .heading: return "## \(one)"
    case .bullets: return "- \(one)\n- \(two)\n  - \(one)"
    case .numbers: return "1. \(one)\n2. \(two)"
    case .quote: return "> \(one)\n> \(two)"
    case .table: return "| \(one) | \(two) |\n| --- | --- |\n| \(two) | \(one) |"
    case .code: return "```\n\(one)\n\(two)\n```"
    case .indentedCode: return "    \(one)"
    case .html: return "<p>\(one)</p>"
    case .comment: return "<!-- \(one) -->"
    case .image: return "![\(one)](media/\(Int.random(in: 1...9, using: &random)).png \"\(two)\")"
    case .definition: return "[\(two)]: /page \"\(one)\""
    case .rule: return "---"
    case .hardBreak: return "\(one)  \n\(two)"
    }
  }
}
