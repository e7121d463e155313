/// What a run of a check has to say, before a reporter gives it a form.
public struct Report: Sendable {
  /// One rule that findings can belong to.
  public struct Rule: Sendable, Hashable {
    /// The code of its findings.
    public let code: Diagnostic.Code
    /// What it holds, in one sentence.
    public let summary: String

    /// Makes a rule.
    public init(_ code: Diagnostic.Code, _ summary: String) {
      self.code = code
      self.summary = summary
    }
  }

  /// A rule that a file was held to and that found nothing.
  public struct Pass: Sendable, Hashable {
    /// The file.
    public let path: String
    /// The code of the rule's findings.
    public let code: Diagnostic.Code
    /// What is right, in a few words.
    public let text: String

    /// Makes a pass.
    public init(path: String, _ code: Diagnostic.Code, _ text: String) {
      self.path = path
      self.code = code
      self.text = text
    }
  }

  /// What a person has to do in a file.
  public struct Task: Sendable, Hashable {
    /// Who has to do it.
    public let person: String
    /// What it is: a question to answer.
    public let text: String
    /// Where it stands.
    public let location: Location

    /// Makes a task.
    public init(of person: String, _ text: String, at location: Location) {
      self.person = person
      self.text = text
      self.location = location
    }
  }

  /// The name and version of the program, as SARIF asks for them.
  public var tool: String
  /// The program's version.
  public var version: String
  /// The files that were looked at, those without a finding too.
  public var subjects: [String]
  /// Everything found, sorted by place.
  public var diagnostics: [Diagnostic]
  /// All rules that could have spoken.
  public var rules: [Rule]
  /// What was found to be right; `nil` where that is not asked for.
  public var passed: [Pass]?
  /// What waits for whom.
  public var tasks: [Task] = []
  /// The folder that all paths are relative to, seen from the repository's root, from where forges
  /// see them; empty if it is that.
  public var folder = ""
  /// The addresses at which files can be edited, by path.
  public var links: [String: String] = [:]
  /// What became of files, by path: blocks of Markdown in which nothing from a file is markup.
  public var changes: [String: [String]] = [:]
  /// The last line: what happens next, and whose turn it is.
  public var summary: String

  /// Makes a report.
  public init(
    tool: String,
    version: String,
    subjects: [String],
    diagnostics: [Diagnostic],
    rules: [Rule] = [],
    summary: String = ""
  ) {
    self.tool = tool
    self.version = version
    self.subjects = subjects
    self.diagnostics = diagnostics
    self.rules = rules
    self.summary = summary
  }

  /// Returns a path as a forge knows the file.
  func pathInRepository(_ path: String) -> String {
    Location(path: path).below(folder).path
  }

  /// Returns how many findings have a severity.
  public func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}
