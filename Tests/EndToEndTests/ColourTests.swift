import TestSupport
import Testing

@Suite(.enabled(if: Terminal.python != nil, "python3 is not installed"))
struct ColourTests {
  private let wrong = [BuiltGhost.path, "vresion"]

  @Test("an error is coloured on a terminal")
  func terminal() throws {
    let outcome = try Terminal.run(wrong)
    #expect(outcome.output.hasPrefix("\u{1B}[31merror:\u{1B}[0m unknown command 'vresion'"))
    #expect(outcome.status == 2)
  }

  @Test(
    "no colour where it is not wanted",
    arguments: [["NO_COLOR": "1"], ["NO_COLOR": "0"], ["TERM": "dumb"]]
  )
  func unwanted(environment: [String: String]) throws {
    let outcome = try Terminal.run(wrong, environment: environment)
    #expect(outcome.output.hasPrefix("error: unknown command 'vresion'"))
  }

  @Test("no colour in a file or a pipe")
  func redirected() throws {
    let outcome = try BuiltGhost.program.run(["vresion"], environment: ["TERM": "xterm"])
    #expect(outcome.error.hasPrefix("error: "))
  }

  @Test("help fits the terminal, and is no wider than can be read")
  func width() throws {
    let lines = try [44, 80, 300].map { columns in
      let shell = ["sh", "-c", "stty cols \(columns); ghost help completion"]
      return try Terminal.run(shell).output.split(separator: "\n")
    }
    #expect(lines[0].count > lines[1].count)
    #expect(lines[1].count >= lines[2].count)
    #expect(lines[2].allSatisfy { $0.count <= 100 })
  }
}
