import Arguments
import Diagnostics
import Testing

/// What a user reads who cannot have meant what they typed.
@Suite struct ErrorMessageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let line: String
    let code: String
    let message: String
    var hint: String?

    init(_ id: String, _ line: String, _ code: String, _ message: String, hint: String? = nil) {
      (self.id, self.line, self.code, self.message, self.hint) = (id, line, code, message, hint)
    }

    var testDescription: String { id }
  }

  static let cases: [Case] = [
    Case(
      "unknown-command",
      "sned x",
      "unknown-command",
      "unknown command 'sned'",
      hint: "did you mean 'send'?"
    ),
    Case("far-command", "xylophone", "unknown-command", "unknown command 'xylophone'"),
    Case(
      "unknown-second-word",
      "people ad",
      "unknown-command",
      "unknown command 'people ad'",
      hint: "did you mean 'add'?"
    ),
    Case(
      "half-command",
      "people",
      "incomplete-command",
      "'people' is half a command: 'people add' or 'people remove'"
    ),
    Case(
      "unknown-option",
      "send m --coyp x",
      "unknown-option",
      "unknown option '--coyp'",
      hint: "did you mean '--copy'?"
    ),
    Case("empty-option", "send m --=x", "unknown-option", "unknown option '--'"),
    Case(
      "option-before-command",
      "--copy x send m",
      "unknown-option",
      "option '--copy' stands before a command",
      hint: "write 'mail COMMAND --copy'"
    ),
    Case("unknown-letter", "send m -nz", "unknown-option", "unknown option '-z'"),
    Case(
      "one-dash",
      "send m -copy x",
      "unknown-option",
      "unknown option '-copy'",
      hint: "did you mean '--copy'?"
    ),
    Case(
      "flag-with-value",
      "send m --dry-run=yes",
      "unwanted-value",
      "option '--dry-run' takes no value, not 'yes'"
    ),
    Case("no-value", "send m --to", "missing-value", "option '--to NAME' lacks its value"),
    Case(
      "option-for-value",
      "send m --to --copy x",
      "missing-value",
      "option '--to NAME' lacks its value; '--copy' looks like an option",
      hint: "a value that begins with a dash is written '--to=--copy'"
    ),
    Case(
      "terminator-for-value",
      "send m -t -- x",
      "missing-value",
      "option '--to NAME' lacks its value; '--' looks like an option",
      hint: "a value that begins with a dash is written '--to=--'"
    ),
    Case(
      "given-twice",
      "send m --to anna -t ben",
      "repeated-option",
      "option '--to' is given twice: 'anna' and 'ben'"
    ),
    Case("no-option", "send m", "missing-option", "'mail send' needs '--to NAME'"),
    Case(
      "no-operand",
      "send --to x",
      "missing-operand",
      "'mail send' needs FILE: the message to send"
    ),
    Case(
      "too-few",
      "people add anna",
      "missing-operand",
      "'mail people add' needs ADDRESS: the address they share"
    ),
    Case("extra", "list all", "unexpected-operand", "unexpected 'all'"),
    Case(
      "typographic-dash",
      "list —quiet",
      "unexpected-operand",
      "unexpected '—quiet'",
      hint: "an option begins with two hyphens: '--quiet'"
    ),
    Case(
      "choice",
      "send m --to x --priority hgih",
      "unknown-choice",
      "'--priority' cannot be 'hgih': choose low, normal, high",
      hint: "did you mean 'high'?"
    ),
    Case(
      "number-word",
      "send m --to x --tries many",
      "bad-number",
      "'--tries' cannot be 'many': a whole number from 1 to 9"
    ),
    Case(
      "number-range",
      "send m --to x --tries 10",
      "bad-number",
      "'--tries' cannot be '10': a whole number from 1 to 9"
    ),
    Case(
      "number-overflow",
      "send m --to x --tries 99999999999999999999",
      "bad-number",
      "'--tries' cannot be '99999999999999999999': a whole number from 1 to 9"
    ),
  ]

  @Test("each fault has its words", arguments: cases)
  func message(of test: Case) throws {
    let diagnostic = try #require(throws: Diagnostic.self) { try MailProgram.parse(test.line) }
    #expect(diagnostic.code.rawValue == "usage." + test.code)
    #expect(diagnostic.message == test.message)
    #expect(diagnostic.cause == .usage)
    #expect(diagnostic.severity == .error)
    if let hint = test.hint { #expect(diagnostic.hint == hint) }
    #expect(diagnostic.hint?.isEmpty == false)
  }

  @Test("the usage line stands below, and where to read on")
  func usage() throws {
    let diagnostic = try #require(throws: Diagnostic.self) { try MailProgram.parse("send m") }
    #expect(
      TextReporter().report(diagnostic) == """
        error: 'mail send' needs '--to NAME' [usage.missing-option]
        note: usage: mail send FILE [SIGNATURE...] --to NAME [options]
        hint: see 'mail help send'

        """
    )
  }

  @Test("control characters of a command line do not reach the terminal")
  func escaped() throws {
    let diagnostic = try #require(throws: Diagnostic.self) { try MailProgram.parse("\u{1B}[31m") }
    #expect(!TextReporter().report(diagnostic).contains("\u{1B}"))
  }
}
