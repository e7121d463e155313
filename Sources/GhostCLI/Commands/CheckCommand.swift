internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost check`: what is unfinished or wrong, at its place.
enum CheckCommand {
  private static let drafts = OperandSpec(
    "DRAFT|FOLDER",
    .any,
    .file,
    help: "the drafts to look at, by name or path; all without it"
  )
  private static let why = OptionSpec(flag: "why", help: "name each rule that passed as well")
  private static let fix = OptionSpec(
    flag: "fix",
    help: "write the words that the executive says instead of others, and LF for CR LF"
  )
  private static let stdinName = OptionSpec(
    "stdin-name",
    value: "PATH",
    .file,
    help: "the draft, there or not, whose text '-' reads from standard input"
  )
  private static let to = OptionSpec(
    "to",
    value: "FORMAT[=FILE]",
    isRepeatable: true,
    help: "the form of the findings: text, \(Reporter.all.map(\.name).joined(separator: ", "))"
  )
  static let command = Command(
    spec: CommandSpec(
      "check",
      group: Group.see,
      summary: "say what is unfinished or wrong in the drafts",
      description: """
        Looks at every file below Drafts/ and ends with 1 if a draft is not ready. 'ghost explain \
        CODE' tells more of a finding; .ghost/policy.yml changes how much it matters. With --fix \
        it first puts right what needs no decision, in those bytes alone; another word voids an \
        approval, another line end does not.

        Without --base the drafts are judged by their own trust root, which whoever wrote them may \
        have changed. --base judges what will be merged, by the rules and keys of the branch that it \
        is merged into: that is the check for CI. The workspace is where that branch has it, at or above \
        the current folder, or in the one that --workspace names.
        """,
      operands: [drafts],
      options: [to, why, fix, stdinName] + CheckGate.options,
      examples: [
        .init("ghost check", "look at all drafts"),
        .init("ghost check cfo-pricing", "look at one"),
        .init("ghost check --fix", "put right what needs no decision, then look at all"),
        .init("ghost check --base origin/main --to github", "let only approved drafts be merged"),
        .init(
          "ghost check - --stdin-name Drafts/cfo-pricing.md",
          "look at the text in an editor's window"
        ),
      ]
    )
  ) { call throws(Diagnostic) in
    let forms = try call.arguments.values(to).map { form throws(Diagnostic) in
      try Form(form, call.usage)
    }
    let gate = try CheckGate.gate(call, hasInput: call.arguments.value(stdinName) != nil)
    guard let workspace = gate.workspace else {
      return try report(CheckRun(shut: gate), gate, forms, call)
    }
    let input = try input(call, workspace)
    let selection = call.arguments.operands(drafts).map {
      DraftSelection($0, from: call.context.folder, in: workspace)
    }
    let look = { () throws(Diagnostic) in
      try CheckRun(
        of: workspace,
        selection: selection,
        input: input,
        gate: gate,
        variables: call.context.variables
      )
    }
    var run = try look()
    if call.arguments.flag(fix) {
      guard input == nil else { throw .nothingToFix(call.usage) }
      _ = try workspace.folder
      for fix in run.fixes { try fix.apply(in: workspace) }
      say(run.fixes, forms.contains(where: \.isShown) ? call.console.err : call.console.out)
      if !run.fixes.isEmpty { run = try look() }
    }
    return try report(run, gate, forms, call)
  }

  private static func report(
    _ run: CheckRun,
    _ gate: Gate,
    _ forms: [Form],
    _ call: Invocation
  ) throws(Diagnostic) -> ExitCode {
    var report = Report(
      tool: CommandTable.program.name,
      version: Version.number,
      subjects: run.drafts,
      diagnostics: run.diagnostics,
      rules: (CheckTable.all + ApprovalCheckTable.all).map { .init($0.code, $0.summary) },
      summary: CheckSummary.text(of: run, by: gate.basis)
    )
    report.folder = run.folder
    report.tasks = run.tasks
    if call.arguments.flag(why) { report.passed = run.passed }
    if forms.contains(where: \.isPage), let workspace = gate.workspace {
      let paths = Set(run.tasks.map(\.location.path)).sorted()
      let variables = call.context.variables
      report.links = try workspace.editLinks(to: paths, variables: variables)
      report.changes = try workspace.changes(
        of: Array(paths.prefix(mostChangedDrafts)),
        variables: variables
      )
    }
    for form in forms { try form.write(report, call) }
    if !forms.contains(where: \.isShown) { show(report, call.console) }
    return ExitCode(of: report.diagnostics)
  }

  /// A comment has room for no more.
  private static let mostChangedDrafts = 10

  /// Says what was put right, where no form of the findings has the place.
  private static func say(_ fixes: [DraftFix], _ output: TextOutput) {
    for fix in fixes {
      output.write(TerminalText.escaped("Fixed \(fix.path): \(fix.summary)") + "\n")
    }
  }

  /// Reads the draft that comes from standard input, if one does.
  private static func input(
    _ call: Invocation,
    _ workspace: Workspace
  ) throws(Diagnostic) -> SourceText? {
    let names = call.arguments.operands(drafts)
    let name = call.arguments.value(stdinName)
    if !names.contains("-"), name == nil { return nil }
    guard names == ["-"], let name else { throw .eitherInputOrDrafts(call.usage) }
    let draft = DraftSelection(name, from: call.context.folder, in: workspace)
    guard let path = draft.draftPath else { throw .noPlaceForDraft(name, call.usage) }
    // One byte more than a draft may have, so that a longer one is seen to be.
    let bytes = try call.console.readInput(limit: FileStore.usualLimit + 1)
    return SourceText(path: path, bytes: bytes)
  }

  /// As many as one thread shows before it takes the next ones.
  private static let findingsAtOnce = 64

  private static func show(_ report: Report, _ console: Console) {
    let reporter = TextReporter(colour: console.hasColour, width: console.width)
    let findings = report.diagnostics
    let parts = stride(from: 0, to: findings.count, by: findingsAtOnce).map {
      findings[$0..<min($0 + findingsAtOnce, findings.count)]
    }
    Parallel.each(of: parts) {
      reporter.report($0)
    } _: {
      console.out.write($0)
    }
    console.out.write(reporter.report(report.passed ?? []))
    console.say(report.summary)
  }

  /// One `--to`: a form, and where it goes.
  private struct Form {
    private let reporter: Reporter
    private let file: String?

    /// Whether git is to be asked where files can be edited and what became of them.
    var isPage: Bool { reporter.name == "markdown" }

    /// Whether it takes the place of what people read.
    var isShown: Bool { file == nil && reporter.name != Reporter.text.name }

    init(_ value: String, _ usage: Usage) throws(Diagnostic) {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map(String.init) ?? ""
      guard let reporter = ([.text] + Reporter.all).first(where: { $0.name == name }),
        parts.count < 2 || !parts[1].isEmpty
      else { throw .badForm(value, usage) }
      self.reporter = reporter
      file = parts.count == 2 ? String(parts[1]) : nil
    }

    func write(_ report: Report, _ call: Invocation) throws(Diagnostic) {
      guard let file else {
        if isShown { call.console.out.write(reporter.write(report)) }
        return
      }
      let absolute = file.hasPrefix("/") ? file : call.context.folder + "/" + file
      let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
      let parent = slash == absolute.startIndex ? "/" : String(absolute[..<slash])
      let name = String(absolute[absolute.index(after: slash)...])
      try FileStore(root: parent).write(Array(reporter.write(report).utf8), to: name)
    }
  }
}
