/// One thing that ghost has to say about an input: what is wrong, where, and what to do.
///
/// It is the only error type that a user can meet. It is plain data, so that tests compare whole
/// values and every reporter can show it; the terminal's escaper belongs to the reporter.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters; only an `error` makes a run fail.
  public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    case note, warning, error

    /// Orders by weight: note, warning, error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// Whose turn it is to act, which decides the exit code.
  public enum Cause: Sendable, Hashable {
    /// A fault in a file (exit code 1).
    case content
    /// A command line that cannot be meant (exit code 2).
    case usage
    /// The file system, git or ssh-keygen failed (exit code 3).
    case environment
  }

  /// A stable, documented name such as `liquid.unknown-filter`.
  public struct Code: RawRepresentable, ExpressibleByStringLiteral, Sendable, Hashable {
    /// The name as it is printed between brackets.
    public let rawValue: String

    /// Takes a name as it is.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Takes a name written in the source.
    public init(stringLiteral value: String) { rawValue = value }
  }

  /// A second place that explains the first ("first defined here").
  public struct Note: Sendable, Hashable {
    /// What there is to see, in lower case without a full stop.
    public var message: String
    /// Where it is, if it is anywhere.
    public var location: Location?

    /// Makes a note.
    public init(_ message: String, at location: Location? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// How much it matters.
  public var severity: Severity {
    get { parts.severity }
    set { parts.severity = newValue }
  }
  /// Its stable name.
  public var code: Code {
    get { parts.code }
    set { parts.code = newValue }
  }
  /// What is wrong: lower case, no full stop, the user's own word in quotes.
  public var message: String {
    get { parts.message }
    set { parts.message = newValue }
  }
  /// Where it is wrong.
  public var location: Location? {
    get { parts.location }
    set { parts.location = newValue }
  }
  /// One next action, ideally a command to paste.
  public var hint: String? {
    get { parts.hint }
    set { parts.hint = newValue }
  }
  /// Further places that explain it.
  public var notes: [Note] {
    get { parts.notes }
    set { parts.notes = newValue }
  }
  /// Whose turn it is to act.
  public var cause: Cause {
    get { parts.cause }
    set { parts.cause = newValue }
  }

  private struct Parts: Sendable, Hashable {
    var severity: Severity
    var code: Code
    var message: String
    var location: Location?
    var hint: String?
    var notes: [Note]
    var cause: Cause
  }

  /// Keeps the parts in one place, so that to throw a diagnostic or hand it on moves a word.
  private indirect enum Box: Sendable, Hashable {
    case parts(Parts)
  }

  private var box: Box

  private var parts: Parts {
    get {
      switch box {
      case .parts(let parts): parts
      }
    }
    set { box = .parts(newValue) }
  }

  /// Makes a diagnostic; an error about content unless it says otherwise.
  public init(
    _ severity: Severity = .error,
    _ code: Code,
    _ message: String,
    at location: Location? = nil,
    hint: String? = nil,
    notes: [Note] = [],
    cause: Cause = .content
  ) {
    box = .parts(
      Parts(
        severity: severity,
        code: code,
        message: message,
        location: location,
        hint: hint,
        notes: notes,
        cause: cause
      )
    )
  }
}
