public import Diagnostics
internal import YAML

/// One rule that drafts are held to; who adds one adds a file and a line in ``CheckTable``.
public struct Check: Sendable {
  /// The stable name of its findings.
  public let code: Diagnostic.Code
  /// How much they matter where the policy says nothing else.
  public let severity: Diagnostic.Severity
  /// What it holds, in one sentence.
  public let summary: String
  /// Why, and what to do, with an example.
  public let help: String
  let subject: Subject

  /// What it looks at.
  enum Subject: Sendable {
    /// One draft that could be read.
    case draft(@Sendable (Draft) -> [Finding])
    /// All files below the drafts' folder, by name and kind.
    case folder(@Sendable (DraftFolder) -> [Misfit])
    /// Its findings are made while a draft is read.
    case reading
  }

  /// What a draft is found to hold.
  struct Finding: Sendable {
    /// The bytes of the file.
    let range: Range<Int>
    let message: String
    var hint: String?
    /// What puts it right, where no person has to decide.
    var fix: DraftFix.Edit?
  }

  /// A file that is no good as a whole.
  struct Misfit: Sendable {
    let path: String
    let message: String
    var hint: String?
  }

  init(
    _ code: Diagnostic.Code,
    _ severity: Diagnostic.Severity,
    _ summary: String,
    help: String,
    _ subject: Subject
  ) {
    self.code = code
    self.severity = severity
    self.summary = summary
    self.help = help
    self.subject = subject
  }

  init(_ code: Diagnostic.Code, _ summary: String, help: String, _ subject: Subject) {
    self.init(code, .error, summary, help: help, subject)
  }
}

/// All rules, in the order in which they are explained.
public enum CheckTable {
  /// The rules.
  public static let all: [Check] = [
    .unansweredTK, .bareTK, .unreadableDraft, .unreadableFrontMatter, .missingKey, .wrongType,
    .unknownExecutive, .unknownTopic, .unknownFormat, .draftName, .twinDrafts, .strayMarkdown,
    .noDraft, .conflictMarkers, .headingJump, .secondTitle, .rawHTML, .unsafeLink, .missingTarget,
    .remoteImage, .unsupportedMarkdown, .invisibleCharacter, .mixedScripts, .voice,
    .unsourcedRival, .unsourcedFigure, .lineEnds,
  ]
}

extension CheckTable {
  /// Returns how much each rule's findings matter in a workspace.
  ///
  /// To a merge, a file below `Drafts/` that nobody can approve is an error whatever the policy says.
  static func severities(
    _ policy: Policy?,
    isGate: Bool = false
  ) -> [Diagnostic.Code: Diagnostic.Severity] {
    var result: [Diagnostic.Code: Diagnostic.Severity] = [:]
    for check in all {
      result[check.code] = policy?.rules[check.code.rawValue]?.severity ?? check.severity
      if isGate, case .folder = check.subject { result[check.code] = .error }
    }
    return result
  }

  /// Reports each rule that a policy speaks of and that there is not, or that it cannot change.
  static func checkNames(in policy: Policy, log: inout DiagnosticLog) {
    let names = all.map(\.code.rawValue)
    let known = Set(names)
    for entry in policy.rules.entries.filter({ !known.contains($0.key.value) }).prefix(mostUnknown)
    {
      log.add(.unknownRule(entry.key.value, among: names, at: entry.key.location))
    }
  }

  private static let mostUnknown = 20
}
