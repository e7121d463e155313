internal import Diagnostics

/// Everything that a run says and asks.
///
/// Results go to standard output; diagnostics and questions go to standard error, so that a pipe
/// carries results alone.
public struct Console {
  /// Where results go.
  public let out: TextOutput
  /// Where diagnostics and questions go.
  public let err: TextOutput
  /// Whether a person sits in front of it, who can be asked.
  let isInteractive: Bool
  /// The columns of the terminal, or 80 where there is none.
  let width: Int
  /// The columns that a table may take: as many as it wants where no terminal would break its lines.
  var tableWidth: Int { showsResults ? width : .max }
  /// Whether results may be coloured.
  let hasColour: Bool
  /// Whether only results and diagnostics are wanted.
  var isQuiet = false

  private let input: LineInput
  private let hasErrorColour: Bool
  /// Whether results are read on a terminal rather than by a file or a program.
  private let showsResults: Bool

  /// Returns the console of this process; `variables` are its environment.
  public static func live(_ variables: [String: String]) -> Console {
    let allowsColour = variables["NO_COLOR", default: ""].isEmpty && variables["TERM"] != "dumb"
    let terminals = (0...2).map { Terminal.isTerminal(Int32($0)) }
    return Console(
      out: TextOutput(descriptor: 1),
      err: TextOutput(descriptor: 2),
      isInteractive: terminals[0] && terminals[2],
      width: Terminal.width(variables),
      hasColour: terminals[1] && allowsColour,
      input: LineInput(descriptor: 0),
      hasErrorColour: terminals[2] && allowsColour,
      showsResults: terminals[1]
    )
  }

  /// Returns a console that keeps what is written; with `answers`, a person sits in front of it.
  public static func buffered(answers: [String]? = nil, width: Int = 80) -> Console {
    Console(
      out: TextOutput(descriptor: nil),
      err: TextOutput(descriptor: nil),
      isInteractive: answers != nil,
      width: width,
      hasColour: false,
      input: LineInput(lines: answers ?? []),
      hasErrorColour: false,
      showsResults: false
    )
  }

  /// Writes a line that tells a person what happened or what comes next; `--quiet` drops it.
  ///
  /// The text may hold what came from files: it goes through the escaper.
  func say(_ text: String) {
    if !isQuiet { out.write(TerminalText.escaped(text, lines: true) + "\n") }
  }

  /// Writes lines that were asked for; they go through the escaper.
  func show(_ text: String) {
    out.write(TerminalText.escaped(text, lines: true) + "\n")
  }

  /// Writes a text that was made of files: byte for byte to a file or a pipe, but no terminal is
  /// steered by it.
  func show(file bytes: [UInt8]) {
    guard showsResults else { return out.write(bytes: bytes) }
    out.write(TerminalText.escaped(String(decoding: bytes, as: UTF8.self), lines: true))
  }

  /// Writes data for a program.
  func show(_ json: JSON) { out.write(json.text(indented: true) + "\n") }

  /// Writes diagnostics to standard error and returns how the run ends by them.
  @discardableResult
  func report(_ diagnostics: [Diagnostic]) -> ExitCode {
    out.flush()
    err.write(TextReporter(colour: hasErrorColour, width: width).report(diagnostics))
    err.flush()
    return ExitCode(of: diagnostics)
  }

  /// Returns what stands on standard input, as far as a limit.
  ///
  /// - Throws: `input-failed` if it cannot be read.
  func readInput(limit: Int) throws(Diagnostic) -> [UInt8] {
    try input.bytes(limit: limit)
  }

  /// Writes a question to standard error and returns the line that answers it.
  ///
  /// Returns `nil` at the end of input (Ctrl-D). Ctrl-C ends the process as it ends any other:
  /// nothing is half done while a question is open.
  func ask(_ question: String) -> String? {
    out.flush()
    err.write(TerminalText.escaped(question, lines: true))
    err.flush()
    let answer = input.nextLine()
    if answer == nil {
      err.write("\n")
      err.flush()
    }
    return answer
  }
}
