public import Diagnostics
internal import Markdown
internal import YAML

/// One run of all rules over the drafts of a workspace.
public struct CheckRun: Sendable {
  /// The drafts that were looked at.
  public private(set) var drafts: [String] = []
  /// How many questions wait for whom, by name.
  public private(set) var questions: [String: Int] = [:]
  private var log = DiagnosticLog()
  private let severities: [Diagnostic.Code: Diagnostic.Severity]

  /// Everything found, by place.
  public var diagnostics: [Diagnostic] { log.sorted() }

  /// Holds drafts to the rules.
  ///
  /// - Parameters:
  ///   - workspace: Where they are.
  ///   - selection: The drafts and folders that are asked for, all if there are none.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `unknown-draft` (usage) for a selection that names nothing, and what keeps the folder
  ///   from being listed.
  public init(
    of workspace: Workspace,
    selection: [DraftSelection],
    variables: [String: String]
  ) throws(Diagnostic) {
    let folder = try DraftFolder(of: workspace, variables: variables)
    let isSelected = try DraftSelection.filter(selection, folder)
    var found = DiagnosticLog()
    let policy = workspace.policy(log: &found)
    let surroundings = DraftSurroundings(of: workspace, policy: policy, log: &found)
    severities = Self.severities(policy)
    log.add(found)
    checkFiles(of: folder, where: isSelected)
    for entry in folder.entries where entry.isFile && entry.isMarkdown && isSelected(entry.path) {
      drafts.append(entry.path)
      check(entry.path, surroundings)
    }
  }

  private static func severities(_ policy: Policy?) -> [Diagnostic.Code: Diagnostic.Severity] {
    var result: [Diagnostic.Code: Diagnostic.Severity] = [:]
    for check in CheckTable.all {
      result[check.code] = policy?.rules[check.code.rawValue]?.severity ?? check.severity
    }
    return result
  }

  private mutating func checkFiles(of folder: DraftFolder, where isSelected: (String) -> Bool) {
    for check in CheckTable.all {
      guard case .folder(let find) = check.subject else { continue }
      for misfit in find(folder) where isSelected(misfit.path) {
        let location = Location(path: misfit.path)
        add(Diagnostic(.error, check.code, misfit.message, at: location, hint: misfit.hint))
      }
    }
  }

  /// Reads one draft and lets go of it; a draft that cannot be read is one finding.
  private mutating func check(_ path: String, _ surroundings: DraftSurroundings) {
    let draft: Draft
    do throws(Diagnostic) {
      // A file may go between listing and reading.
      guard let source = try surroundings.files.read(path) else { throw .draftVanished(path) }
      draft = try read(source, surroundings)
    } catch {
      add(recoded(error, as: Check.unreadableDraft.code))
      return
    }
    for check in CheckTable.all {
      guard case .draft(let find) = check.subject else { continue }
      for finding in find(draft).prefix(Self.mostFindings) {
        let location = draft.document.source.location(of: finding.range)
        add(Diagnostic(.error, check.code, finding.message, at: location, hint: finding.hint))
      }
    }
    if !draft.placeholders.isEmpty {
      questions[draft.executive, default: 0] += draft.placeholders.count
    }
  }

  /// Each place costs a pass over the file, and nobody reads more.
  private static let mostFindings = 100

  private mutating func read(
    _ source: SourceText,
    _ surroundings: DraftSurroundings
  ) throws(Diagnostic) -> Draft {
    let document = try Document(parsing: source)
    var found = DiagnosticLog()
    let metadata = Metadata.read(of: document, log: &found)
    for diagnostic in found.diagnostics {
      let check = Check.onFrontMatter[diagnostic.code] ?? Check.unreadableFrontMatter
      add(recoded(diagnostic, as: check.code))
    }
    return Draft(
      document: document,
      metadata: metadata,
      placeholders: Placeholder.all(in: document),
      surroundings: surroundings
    )
  }

  /// Files under a rule what a reader found; what the machine is to blame for stays what it is.
  private func recoded(_ diagnostic: Diagnostic, as code: Diagnostic.Code) -> Diagnostic {
    var result = diagnostic
    if diagnostic.cause == .content { result.code = code }
    return result
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    var diagnostic = diagnostic
    diagnostic.severity = severities[diagnostic.code] ?? diagnostic.severity
    log.add(diagnostic)
  }
}
