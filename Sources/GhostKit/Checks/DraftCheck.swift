internal import Diagnostics
internal import Markdown

/// Holds drafts to the rules, one at a time; threads share it.
struct DraftCheck: Sendable {
  let surroundings: DraftSurroundings
  /// A draft that comes from elsewhere than its file, from an editor's window.
  let input: SourceText?
  /// Who says whether a draft is approved, where that is asked.
  let judge: DraftJudge?

  private let rules: [Rule]

  private struct Rule {
    let code: Diagnostic.Code
    let find: @Sendable (Draft) -> [Check.Finding]
  }

  /// What is found in one draft.
  struct Result: Sendable {
    let path: String
    var diagnostics: [Diagnostic] = []
    /// What waits for a person to write it.
    var tasks: [Report.Task] = []
    /// What could be put right in it.
    var fix: DraftFix?
    /// Whether every rule could look at it.
    var isWhole = false
    /// What its approvals come to, where that is asked.
    var judgement: DraftJudgement?

    var isBlank: Bool {
      diagnostics.isEmpty && tasks.isEmpty && isWhole && judgement == nil
    }
  }

  init(_ surroundings: DraftSurroundings, input: SourceText?, judge: DraftJudge? = nil) {
    self.surroundings = surroundings
    self.input = input
    self.judge = judge
    rules = CheckTable.all.compactMap { check in
      guard case .draft(let find) = check.subject else { return nil }
      return Rule(code: check.code, find: find)
    }
  }

  /// Reads one draft and lets go of it; one that cannot be read is one finding.
  func result(of path: String) -> Result {
    var result = Result(path: path)
    let draft: Draft
    do throws(Diagnostic) {
      draft = try read(path, &result)
    } catch {
      result.diagnostics.append(Self.recoded(error, as: Check.unreadableDraft.code))
      result.judgement = judge?.unreadable(path)
      return result
    }
    result.isWhole = draft.metadata != nil
    result.judgement = judge?.judgement(of: draft.document, draft.terms, draft.frontMatter)
    var found: [(code: Diagnostic.Code, findings: [Check.Finding])] = []
    for rule in rules {
      let findings = rule.find(draft)
      if !findings.isEmpty { found.append((rule.code, findings)) }
    }
    guard !found.isEmpty || !draft.questions.isEmpty else { return result }
    add(found, to: &result, of: draft)
    result.fix = DraftFix(found.flatMap(\.findings), of: draft.document.source)
    return result
  }

  private func read(_ path: String, _ result: inout Result) throws(Diagnostic) -> Draft {
    let source: SourceText
    if let input, input.path == path {
      source = input
    } else {
      // A file may go between listing and reading.
      guard let file = try surroundings.files.read(path) else { throw .draftVanished(path) }
      source = file
    }
    let document = try Document(parsing: source)
    var found = DiagnosticLog()
    let frontMatter = Metadata.tree(of: document, log: &found)
    let metadata = Metadata.read(frontMatter, of: document, log: &found)
    for diagnostic in found.diagnostics {
      let check = Check.onFrontMatter[diagnostic.code] ?? Check.unreadableFrontMatter
      result.diagnostics.append(Self.recoded(diagnostic, as: check.code))
    }
    return Draft(
      document: document,
      frontMatter: frontMatter,
      metadata: metadata,
      terms: found.hasErrors ? nil : metadata.map(DraftTerms.init),
      placeholders: Placeholder.all(in: document),
      surroundings: surroundings
    )
  }

  /// Files under a rule what a reader found; what the machine is to blame for stays what it is.
  private static func recoded(_ diagnostic: Diagnostic, as code: Diagnostic.Code) -> Diagnostic {
    var result = diagnostic
    if diagnostic.cause == .content { result.code = code }
    return result
  }

  /// Nobody reads more of the same.
  private static let mostFindings = 100

  /// Looks up all places in one pass over the file.
  private func add(
    _ found: [(code: Diagnostic.Code, findings: [Check.Finding])],
    to result: inout Result,
    of draft: Draft
  ) {
    let questions = draft.questions.prefix(Self.mostFindings)
    // One more than are told, to say where the rest begins.
    let findings = found.map { $0.findings.prefix(Self.mostFindings + 1) }
    let ranges = findings.joined().map(\.range) + questions.map(\.source)
    var places = draft.document.source.locations(of: ranges)[...]
    for (rule, findings) in zip(found, findings) {
      let here = Array(places.prefix(findings.count))
      places = places.dropFirst(findings.count)
      for (finding, place) in zip(findings, here).prefix(Self.mostFindings) {
        result.diagnostics.append(
          Diagnostic(.error, rule.code, finding.message, at: place, hint: finding.hint)
        )
      }
      if let next = here.dropFirst(Self.mostFindings).first,
        let last = result.diagnostics.indices.last
      {
        let rest = rule.findings.count - Self.mostFindings
        result.diagnostics[last].notes.append(.init("\(rest) more of these from here on", at: next))
      }
    }
    for (question, place) in zip(questions, places) {
      let task = Report.Task(of: draft.executive, question.task, at: place)
      result.tasks.append(task)
    }
  }
}

extension Placeholder {
  /// What a person has to do, in words.
  fileprivate var task: String {
    let words = words.map { "about \($0) words" }
    if question.isEmpty { return words ?? "fill the gap" }
    return question + (words.map { " (\($0))" } ?? "")
  }
}
