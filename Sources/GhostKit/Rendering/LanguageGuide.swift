internal import Liquid

/// The guide to Liquid as ghost speaks it, laid out for a terminal.
public enum LanguageGuide {
  /// The names that it explains, for hints.
  public static let names = Guide.entries.map(\.name) + [placeholder.name]

  /// All of it: every tag and filter with its example.
  public static var text: String {
    let groups = Guide.Group.allCases.map { group in
      section(group.rawValue, Guide.entries.filter { $0.group == group }.map(Example.init))
    }
    return ([section("ghost's own", [placeholder])] + groups).joined(separator: "\n")
  }

  /// Returns what it says of one name, or `nil` if it is nothing of the language.
  public static func text(on name: String) -> String? {
    let examples = Guide.entries(named: name).map(Example.init)
    let found = name == placeholder.name ? [placeholder] : examples
    return found.isEmpty ? nil : found.map(\.text).joined(separator: "\n")
  }

  private static func section(_ title: String, _ examples: [Example]) -> String {
    "\(title)\n\n" + examples.map(\.text).joined(separator: "\n")
  }

  /// What an entry shows; ghost's own tag is none of the engine's.
  fileprivate struct Example {
    let name: String
    let summary: String
    let template: String
    let data: String
    let partials: [String: String]
    let output: String

    var text: String {
      var lines = ["  \(name)", "    \(summary)"]
      if data != "{}" { lines += Self.block("data", data) }
      for (name, partial) in partials.sorted(by: { $0.key < $1.key }) {
        lines += Self.block("partial '\(name)'", partial)
      }
      lines += Self.block("template", template)
      lines += Self.block("prints", output)
      return lines.joined(separator: "\n") + "\n"
    }

    private static func block(_ title: String, _ text: String) -> [String] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return ["    \(title):"] + lines.map { $0.isEmpty ? "" : "      \($0)" }
    }
  }

  private static let placeholder = Example(
    name: "tk",
    summary: "Leaves a place open for the executive, with the words that the answer may have.",
    template: "{% tk \"how did churn change?\" words: 40 %}",
    data: "{}",
    partials: [:],
    output: "[TK: how did churn change? ~40 words]"
  )
}

extension LanguageGuide.Example {
  fileprivate init(_ entry: Guide.Entry) {
    self.init(
      name: entry.name,
      summary: entry.summary,
      template: entry.template,
      data: entry.data,
      partials: entry.partials,
      output: entry.output
    )
  }
}
