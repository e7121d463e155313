import TestSupport
import Testing

/// The built `ghost status` on terminals.
@Suite(.enabled(if: Terminal.python != nil, "python3 is not installed"))
struct StatusTests {
  private func scene() throws -> TemporaryFolder {
    let folder = try DraftTests.scene()
    let head = "byline: B\nexec: cfo\ntopic: pricing\nformat: article\ndue: 2020-01-31\n---\n"
    try folder.write(
      "---\ntitle: \"\\e[2J\"\n\(head)[TK: why?]\n",
      to: "Drafts/\u{1B}]0;x\u{7}.md"
    )
    try folder.write("---\ntitle: T\n\(head)[TK: why?]\n", to: "Drafts/cfo-pricing.md")
    return folder
  }

  private func status(_ columns: Int, _ environment: [String: String] = [:]) throws -> String {
    let shell = ["sh", "-c", "stty cols \(columns); ghost status"]
    let folder = try scene()
    let outcome = try Terminal.run(shell, environment: environment, in: folder.path)
    #expect(outcome.status == 0)
    return outcome.output.replacing("\r\n", with: "\n")
  }

  @Test("what is overdue is red, and no file steers the terminal")
  func colours() throws {
    let output = try status(200)
    #expect(output.contains("\u{1B}[31mFri 31 Jan 2020, "))
    #expect(output.contains("days late\u{1B}[39m"))
    #expect(output.contains("Drafts/\\u{1B}]0;x\\u{7}.md"))
    #expect(!output.contains("\u{1B}]") && !output.contains("\u{1B}[2J"))
  }

  @Test("a narrow terminal gets lines that fit, and no colour where it is not wanted")
  func narrow() throws {
    let output = try status(60, ["NO_COLOR": "1"])
    #expect(!output.contains("\u{1B}"))
    let lines = output.split(separator: "\n")
    #expect(lines.contains("  cfo-pricing") && lines.contains("    outlined, 1 TK, ? prepared"))
    #expect(lines.contains { $0.hasPrefix("    due Fri 31 Jan 2020, ") })
    #expect(lines.dropLast(2).allSatisfy { $0.count <= 60 })
  }
}
