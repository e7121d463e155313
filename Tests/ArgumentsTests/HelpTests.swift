import Arguments
import Diagnostics
import TestSupport
import Testing

@Suite struct HelpTests {
  private let renderer = HelpRenderer(MailProgram.program, width: 72)

  @Test(
    "help reads as it was approved",
    arguments: ["", "send", "list", "people", "people add"]
  )
  func snapshots(words: String) throws {
    let name = words.isEmpty ? "overview" : words.split(separator: " ").joined(separator: "-")
    let help = try #require(renderer.help(on: words.split(separator: " ").map(String.init)))
    try Golden("ArgumentsTests/Fixtures/help-\(name).txt").expect(help)
  }

  @Test("no line outgrows the terminal, however narrow", arguments: [40, 60, 100])
  func width(columns: Int) throws {
    let help = try #require(HelpRenderer(MailProgram.program, width: columns).help(on: ["send"]))
    for line in help.split(separator: "\n") where !line.contains("mail ") {
      #expect(DisplayWidth.columns(of: String(line)) <= columns, "\(line)")
    }
  }

  @Test("there is no help on what is not there")
  func unknown() {
    #expect(renderer.help(on: ["nonsense"]) == nil)
    #expect(renderer.help(on: ["send", "x"]) == nil)
  }
}
