internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost explain`: what a finding means, and the guide to the language of outlines.
enum ExplainCommand {
  private static let language = "liquid"

  private static let subject = OperandSpec(
    "SUBJECT",
    .one,
    .choice([language] + CheckTable.all.map(\.code.rawValue)),
    help: "a finding's code, or liquid, the language of outlines"
  )
  private static let name = OperandSpec(
    "NAME",
    .optional,
    help: "one tag, filter or operator of liquid; all of them without one"
  )

  static let command = Command(
    spec: CommandSpec(
      "explain",
      group: Group.help,
      summary: "explain a finding, or the language of outlines by examples",
      operands: [subject, name],
      examples: [
        .init("ghost explain tk-left", "tell what this finding of 'ghost check' means"),
        .init("ghost explain liquid", "show the whole guide"),
        .init("ghost explain liquid for", "show what the tag 'for' does"),
      ]
    )
  ) { call throws(Diagnostic) in
    let subject = call.arguments.operand(subject)
    let name = call.arguments.operand(name)
    if let check = CheckTable.all.first(where: { $0.code.rawValue == subject }) {
      guard name == nil else { throw .nothingBelow(check.code.rawValue, call.usage) }
      let code = check.code.rawValue
      call.console.show("\(code) (\(check.severity.rawValue)): \(check.summary)\n\n\(check.help)")
    } else {
      try explainLanguage(name, call)
    }
    return .done
  }

  private static func explainLanguage(
    _ name: String?,
    _ call: Invocation
  ) throws(Diagnostic) {
    guard let name else { return call.console.show(LanguageGuide.text) }
    guard let text = LanguageGuide.text(on: name) else {
      throw .nothingToExplain(name, among: LanguageGuide.names, call.usage)
    }
    call.console.show(text)
  }
}
