import Arguments
import Diagnostics
import Testing

@Suite struct ArgumentParserTests {
  private func run(_ arguments: [String]) throws -> ParsedArguments {
    let request = try ArgumentParser(MailProgram.program).parse(arguments)
    guard case .run(MailProgram.send, let parsed) = request else {
      throw Unexpected(request: request)
    }
    return parsed
  }

  private struct Unexpected: Error { let request: Request }

  @Test(
    "an option's value stands behind a sign, a space, or its letter",
    arguments: [
      ["send", "m.txt", "--to=anna"], ["send", "m.txt", "--to", "anna"],
      ["send", "m.txt", "-t", "anna"], ["send", "m.txt", "-tanna"],
      ["send", "m.txt", "-t=anna"], ["send", "--to", "anna", "m.txt"],
      ["send", "m.txt", "-nft", "anna"], ["send", "m.txt", "-nftanna"],
    ]
  )
  func values(arguments: [String]) throws {
    let parsed = try run(arguments)
    #expect(parsed.value(MailProgram.to) == "anna")
    #expect(parsed.operand(MailProgram.message) == "m.txt")
    #expect(parsed.flag(MailProgram.dryRun) == arguments.contains { $0.hasPrefix("-nf") })
    #expect(parsed.flag(MailProgram.force) == parsed.flag(MailProgram.dryRun))
  }

  @Test("options and operands interleave, and the program's options stand anywhere")
  func interleaved() throws {
    let parsed = try run(
      ["--folder", "/x", "send", "a", "-t", "anna", "b", "--copy", "x", "-q", "c", "--copy=y"]
    )
    #expect(parsed.operand(MailProgram.message) == "a")
    #expect(parsed.operands(MailProgram.signatures) == ["b", "c"])
    #expect(parsed.values(MailProgram.copy) == ["x", "y"])
    #expect(parsed.value(MailProgram.folder) == "/x")
  }

  @Test("two dashes end the options; one dash is an operand")
  func terminator() throws {
    let parsed = try run(["send", "--to", "anna", "-", "--", "--copy", "--", "-n", "--help"])
    #expect(parsed.operand(MailProgram.message) == "-")
    #expect(parsed.operands(MailProgram.signatures) == ["--copy", "--", "-n", "--help"])
    #expect(!parsed.flag(MailProgram.dryRun))
  }

  @Test("a value may be empty, hold signs, and begin with a dash behind a sign")
  func oddValues() throws {
    #expect(try run(["send", "m", "--to="]).value(MailProgram.to) == "")
    #expect(try run(["send", "m", "--to", ""]).value(MailProgram.to) == "")
    #expect(try run(["send", "m", "--to=a=b"]).value(MailProgram.to) == "a=b")
    #expect(try run(["send", "m", "--to=-x"]).value(MailProgram.to) == "-x")
    #expect(try run(["send", "m", "--to", "-"]).value(MailProgram.to) == "-")
    #expect(try run(["send", "", "--to=x"]).operand(MailProgram.message) == "")
  }

  @Test("numbers and choices are checked")
  func typed() throws {
    let parsed = try run(["send", "m", "--to=x", "--tries", "9", "-phigh"])
    #expect(parsed.int(MailProgram.tries) == 9)
    #expect(parsed.value(MailProgram.priority) == "high")
    #expect(parsed.int(MailProgram.copy) == nil)
  }

  @Test("the last operand gets its share though one before it takes any number")
  func operandShares() throws {
    let request = try MailProgram.parse("people add anna ben c@example")
    guard case .run(MailProgram.add, let parsed) = request else {
      throw Unexpected(request: request)
    }
    #expect(parsed.operands(MailProgram.names) == ["anna", "ben"])
    #expect(parsed.operand(MailProgram.address) == "c@example")
  }

  @Test(
    "whoever asks for help gets it, whatever else is wrong",
    arguments: [
      ("", ""), ("--help", ""), ("-h", ""), ("send --help", "send"), ("--help send", "send"),
      ("send --nonsense -h", "send"), ("people add -h --tries", "people add"),
      ("people --help", "people"), ("send -nfh x", "send"), ("nonsense --help", ""),
    ]
  )
  func help(line: String, words: String) throws {
    let expected = words.split(separator: " ").map(String.init)
    #expect(try MailProgram.parse(line) == .help(expected))
  }

  @Test("the version is asked for with or without a command")
  func version() throws {
    #expect(try MailProgram.parse("--version") == .version)
    #expect(try MailProgram.parse("-q --version") == .version)
  }
}
