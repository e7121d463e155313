internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost explain`: what a finding means, and the guides to outlines and to the policy.
enum ExplainCommand {
  private static let language = "liquid"
  private static let rules = "policy"
  private static let checks = CheckTable.all + ApprovalCheckTable.all + DoctorTable.pages
  private static let subject = OperandSpec(
    "SUBJECT",
    .one,
    .choice([language, rules] + checks.map(\.code.rawValue)),
    help: "a finding's code; liquid, the language of outlines; policy, that of rules"
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
      summary: "explain a finding, and by examples outlines and the policy",
      operands: [subject, name],
      examples: [
        .init("ghost explain tk-left", "tell what this finding of 'ghost check' means"),
        .init("ghost explain liquid", "show the whole guide"),
        .init("ghost explain liquid for", "show what the tag 'for' does"),
        .init("ghost explain policy", "show how rules say who must approve what"),
      ]
    )
  ) { call throws(Diagnostic) in
    let subject = call.arguments.operand(subject)
    let name = call.arguments.operand(name)
    if let check = checks.first(where: { $0.code.rawValue == subject }) {
      guard name == nil else { throw .nothingBelow(check.code.rawValue, call.usage) }
      let code = check.code.rawValue
      call.console.show("\(code) (\(check.severity.rawValue)): \(check.summary)\n\n\(check.help)")
    } else if subject == rules {
      guard name == nil else { throw .nothingBelow(rules, call.usage) }
      call.console.show(PolicyGuide.text)
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
