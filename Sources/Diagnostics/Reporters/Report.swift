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

  /// Returns how many findings have a severity.
  public func count(of severity: Diagnostic.Severity) -> Int {
    diagnostics.count { $0.severity == severity }
  }
}
