internal import Diagnostics
internal import YAML

extension Check {
  /// The person whose byline it carries, and who has to approve it.
  static let unknownExecutive = Check(
    "unknown-exec",
    "the executive has a profile",
    help: """
      'exec' names the file of a profile: 'exec: cfo' is Templates/execs/cfo.yml. Correct the \
      name, or write the profile: ghost new exec cfo
      """,
    .draft { draft in
      let names = draft.surroundings.executives.keys.sorted()
      return unknown(draft.metadata?.exec, of: .executives, among: names)
    }
  )

  /// The brief that it was drafted from.
  static let unknownTopic = Check(
    "unknown-topic",
    "the topic has a brief",
    help: """
      'topic' names the file of a brief: 'topic: pricing' is Templates/topics/pricing.yml. \
      Correct the name, or write the brief: ghost new topic pricing
      """,
    .draft { unknown($0.metadata?.topic, of: .topics, among: $0.surroundings.topics) }
  )

  /// The outline that it was drafted in.
  static let unknownFormat = Check(
    "unknown-format",
    "the format has an outline",
    help: """
      'format' names an outline: 'format: article' is Templates/article.md. 'ghost formats' lists \
      those that there are.
      """,
    .draft { unknown($0.metadata?.format, of: .formats, among: $0.surroundings.formats) }
  )

  private static func unknown(
    _ name: Located<String>?,
    of shelf: Shelf,
    among names: [String]
  ) -> [Finding] {
    guard let name, !names.contains(name.value) else { return [] }
    let known = names.isEmpty ? nil : "there are: \(names.joined(separator: ", "))"
    return [
      Finding(
        range: name.range,
        message: "there is no \(shelf.kind) '\(name.value)'",
        hint: Suggestion.hint(for: name.value, among: names) ?? known
      )
    ]
  }
}
