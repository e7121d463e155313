internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost explain`: the guide to the language of outlines.
enum ExplainCommand {
  private static let subject = OperandSpec(
    "SUBJECT",
    .one,
    .choice(["liquid"]),
    help: "what to explain: liquid, the language of outlines"
  )
  private static let name = OperandSpec(
    "NAME",
    .optional,
    help: "one tag, filter or operator of it; all of them without one"
  )

  static let command = Command(
    spec: CommandSpec(
      "explain",
      group: Group.help,
      summary: "explain the language of outlines by examples",
      operands: [subject, name],
      examples: [
        .init("ghost explain liquid", "show the whole guide"),
        .init("ghost explain liquid for", "show what the tag 'for' does"),
      ]
    )
  ) { call throws(Diagnostic) in
    guard let name = call.arguments.operand(name) else {
      call.console.show(LanguageGuide.text)
      return .done
    }
    guard let text = LanguageGuide.text(on: name) else {
      throw .nothingToExplain(name, among: LanguageGuide.names, call.usage)
    }
    call.console.show(text)
    return .done
  }
}
