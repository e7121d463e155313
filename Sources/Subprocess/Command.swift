public import Diagnostics

/// A program to run, with all that it is handed; no shell has a part in it.
///
/// ```swift
/// let git = try Executable.find("git", in: environment, remedy: "install git")
/// let outcome = try Command(git, ["version"], environment: environment).run()
/// ```
public struct Command: Sendable {
  /// How far a child may go before it is stopped.
  public struct Limits: Sendable, Hashable {
    /// The most bytes that it may write to standard output.
    public var output: Int
    /// The longest time that it may take; `nil` where a person may take their time.
    public var time: Duration?

    /// Makes limits: 64 MiB of output and any time, unless they say otherwise.
    public init(output: Int = 1 << 26, time: Duration? = nil) {
      self.output = output
      self.time = time
    }
  }

  /// What a child left behind.
  public struct Outcome: Sendable, Hashable {
    /// How it came to its end.
    public let status: ExitStatus
    /// What it wrote to standard output.
    public let output: [UInt8]
    /// The first 64 KiB of what it wrote to standard error.
    public let error: [UInt8]

    /// The first line with anything on it of standard error, to be quoted; empty if there is none.
    public var errorLine: String {
      let line = error.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.first ?? []
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// The program.
  public var program: Executable
  /// What it is told, without its own name.
  public var arguments: [Argument]
  /// The variables that it sees, and no others.
  public var environment: ChildEnvironment
  /// What it reads from standard input.
  public var input: [UInt8]
  /// How far it may go.
  public var limits: Limits

  /// Makes a command; nothing runs yet.
  public init(
    _ program: Executable,
    _ arguments: [Argument],
    environment: ChildEnvironment,
    input: [UInt8] = [],
    limits: Limits = Limits()
  ) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.input = input
    self.limits = limits
  }

  /// Runs the program to its end, out of reach of the terminal, and returns what it left behind.
  ///
  /// It ends when the program and all that share its output have closed it. An exit code other
  /// than 0 is no error here.
  ///
  /// - Throws: a diagnostic about the environment if it cannot start or goes beyond a limit.
  public func run() throws(Diagnostic) -> Outcome {
    try run(sharing: .nothing, resetting: [])
  }

  /// Runs a program that may ask the person at the terminal, and returns what it left behind.
  ///
  /// For `ssh-keygen -Y sign`, which takes the message from standard input, asks for a passphrase
  /// or a touch on the terminal and leaves the signature on standard output. Standard error is the
  /// terminal's, so none is returned. While it runs, Ctrl-C speaks to the program alone.
  ///
  /// - Throws: a diagnostic about the environment if it cannot start or goes beyond a limit.
  public func runPrompting() throws(Diagnostic) -> Outcome {
    try TerminalSignals.leftToChild { signals throws(Diagnostic) in
      try run(sharing: .errorStream, resetting: signals)
    }
  }

  /// Runs a program that takes over the terminal, such as an editor, and returns how it ended.
  ///
  /// The three standard streams are this process's own; `input` and `limits` have no say. While it
  /// runs, Ctrl-C speaks to the program alone.
  ///
  /// - Throws: a diagnostic about the environment if it cannot start.
  public func runOnTerminal() throws(Diagnostic) -> ExitStatus {
    try TerminalSignals.leftToChild { signals throws(Diagnostic) in
      var child = try spawn(sharing: .everything, resetting: signals)
      return try child.process.wait()
    }
  }

  private func run(sharing: TerminalShare, resetting signals: [Int32]) throws(Diagnostic)
    -> Outcome
  {
    let deadline = limits.time.map { ContinuousClock.now + $0 }
    var child = try spawn(sharing: sharing, resetting: signals)
    var output: [UInt8] = []
    child.pump.send(input)
    child.pump.closeInput()
    while !child.pump.isDone {
      guard try child.pump.turn(until: deadline, appendingTo: &output) else {
        throw ranTooLong
      }
      if output.count > limits.output { throw .wroteTooMuch(program.path, limit: limits.output) }
    }
    let status: ExitStatus
    if let deadline {
      guard let found = try child.process.wait(until: deadline) else { throw ranTooLong }
      status = found
    } else {
      status = try child.process.wait()
    }
    return Outcome(status: status, output: output, error: child.pump.errorBytes)
  }

  private var ranTooLong: Diagnostic {
    .ranTooLong(program.path, limit: limits.time ?? .zero)
  }
}
