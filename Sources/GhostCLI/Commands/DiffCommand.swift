internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost diff`: what became of a draft, word by word.
enum DiffCommand {
  private static let draft = OperandSpec(
    "DRAFT",
    .one,
    .listed(Listing.drafts.rawValue),
    help: "the draft, by name or path"
  )
  private static let since = OptionSpec(
    "since",
    value: "VERSION",
    help: "\(DraftComparison.Base.words.joined(separator: ", ")) or a commit; outline without it"
  )
  private static let to = OptionSpec(
    "to",
    value: "FORMAT[=FILE]",
    help: "the form of the redline: \(Form.allCases.map(\.rawValue).joined(separator: ", "))"
  )
  private static let output = OptionSpec(
    "output",
    short: "o",
    value: "FILE",
    .file,
    help: "where to write it; - is standard output"
  )

  static let command = Command(
    spec: CommandSpec(
      "diff",
      group: Group.see,
      summary: "show what became of a draft since its outline, word by word",
      description: """
        Compares the newest version on any branch with an earlier one, heading by heading: the \
        outline, which is the draft's first version in git; the one that was asked for; the one \
        that was approved; or that of any commit. Other line breaks and markup are no change, a \
        paragraph that stands elsewhere is moved.
        """,
      operands: [draft],
      options: [since, to, output],
      examples: [
        .init("ghost diff cfo-pricing", "show what the executive made of the outline"),
        .init("ghost diff cfo-pricing --since main", "compare with the version on main"),
        .init("ghost diff cfo-pricing --to html -o diff.html", "write a page to send"),
      ]
    )
  ) { call throws(Diagnostic) in
    let (form, file) = try form(call)
    let workspace = try call.workspace()
    let comparison = try DraftComparison(
      of: DraftSelection(
        call.arguments.operand(draft) ?? "",
        from: call.context.folder,
        in: workspace
      ),
      since: .init(call.arguments.value(since) ?? "outline"),
      in: workspace,
      clock: call.context.clock,
      variables: call.context.variables
    )
    if let file {
      try OutputFile.write(form.bytes(of: comparison), to: file, from: call.context.folder)
      call.console.say("Wrote \(file)")
    } else if form == .html {
      call.console.show(file: form.bytes(of: comparison))
    } else {
      show(comparison, call.console)
    }
    return .done
  }

  private enum Form: String, CaseIterable {
    case text, html

    func bytes(of comparison: DraftComparison) -> [UInt8] {
      self == .html ? comparison.page() : Array((comparison.text(colours: false) + "\n").utf8)
    }
  }

  /// Returns what is wanted and the file that it goes to; `nil` for standard output.
  private static func form(_ call: Invocation) throws(Diagnostic) -> (Form, file: String?) {
    let value = call.arguments.value(to) ?? Form.text.rawValue
    let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let form = Form(rawValue: String(parts[0])), parts.count < 2 || !parts[1].isEmpty else {
      throw .badRedlineForm(value, among: Form.allCases.map(\.rawValue), call.usage)
    }
    let file = call.arguments.value(output) ?? (parts.count == 2 ? String(parts[1]) : "-")
    return (form, file == "-" ? nil : file)
  }

  private static func show(_ comparison: DraftComparison, _ console: Console) {
    let place = comparison.branch.map { $0 == comparison.name ? "" : " on \($0)" } ?? ""
    console.say("\(comparison.name)\(place), since \(comparison.since)")
    let text = comparison.text(colours: console.hasColour)
    if !text.isEmpty { console.out.write("\n\(text)\n") }
    console.say(comparison.summary)
  }
}
