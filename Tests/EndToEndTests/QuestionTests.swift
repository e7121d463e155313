import TestSupport
import Testing

/// A person at a real terminal is asked, and may walk away.
@Suite(.enabled(if: Terminal.python != nil, "python3 is not installed"))
struct QuestionTests {
  private func workspace() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("organisation: Meridian\n", to: ".ghost/config.yml")
    return folder
  }

  private let command = [BuiltGhost.path, "new", "exec", "cfo"]

  @Test("answers make a profile")
  func answers() throws {
    let folder = try workspace()
    let outcome = try Terminal.run(
      command,
      in: folder.path,
      steps: [
        ("Full name: ", "Dana Reyes\n"), ("Officer: ", "CFO\n"), ("address: ", "d@m.example\n"),
        ("none): ", "\n"), ("none): ", "Dry.\n"),
      ]
    )
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Wrote Templates/execs/cfo.yml\n"))
    #expect(try folder.read("Templates/execs/cfo.yml").contains("\n  tone: Dry.\n"))
  }

  @Test(
    "Ctrl-D is no answer, Ctrl-C ends at once, and neither leaves anything behind",
    arguments: [("\u{4}", 2), ("\u{3}", 130)]
  )
  func walkingAway(key: String, status: Int) throws {
    let folder = try workspace()
    let outcome = try Terminal.run(
      command,
      in: folder.path,
      steps: [("Full name: ", "Dana\n"), ("Officer: ", key)]
    )
    #expect(outcome.status == status)
    #expect(outcome.output.contains("no answer") == (status == 2))
    #expect(try folder.names() == [".ghost"])
  }

  @Test("nobody is asked where there is no terminal", arguments: ["</dev/null", "2>/dev/null"])
  func noTerminal(redirection: String) throws {
    let folder = try workspace()
    let outcome = try Terminal.run(
      ["sh", "-c", "ghost new exec cfo \(redirection)"],
      in: folder.path
    )
    #expect(outcome.status == 2)
    #expect(!outcome.output.contains("Full name"))
  }
}
