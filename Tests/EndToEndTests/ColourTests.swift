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

  @Test("help fits the terminal", arguments: [44, 200])
  func width(columns: Int) throws {
    let shell = ["sh", "-c", "stty cols \(columns); ghost help completion"]
    let lines = try Terminal.run(shell).output.split(separator: "\n")
    let widest = lines.map(\.count).max() ?? 0
    // Lines to copy are never broken, and no line is longer than can be read.
    #expect(columns == 44 ? lines.contains { $0.count < 44 } : (60...100).contains(widest))
    #expect(
      lines.filter { $0.contains("work in the workspace of this folder, not") }.count
        == (columns == 44 ? 0 : 1)
    )
  }
}
