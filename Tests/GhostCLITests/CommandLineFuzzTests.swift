import Arguments
import GhostKit
import TestSupport
import Testing

@testable import GhostCLI

@Suite struct CommandLineFuzzTests {
  /// Words of the real table, and what people and scripts get wrong.
  private static let pieces: [String] = {
    let options = CommandTable.all.flatMap(\.spec.options) + CommandTable.program.options
    let names = CommandTable.all.flatMap { $0.spec.name.split(separator: " ").map(String.init) }
    let flags = options.flatMap { ["--\($0.name)", "--\($0.name)=x", "-\($0.short ?? "x")"] }
    return names + names + flags
      + [
        "", "-", "--", "=", "cfo", "pricing", "../x", "/etc/passwd", "a/b", "Ä", "\u{0}",
        "e\u{301}",
        "\u{1B}[2J", "exec", "topic", "nothing.md", ".", "2026-02-30",
        String(repeating: "x", count: 5000),
        "__complete",
      ]
  }()

  @Test("no command line crashes ghost or leaves its folder")
  func anything() throws {
    let folder = try TemporaryFolder()
    try folder.write("organisation: Meridian\n", to: "outer/inner/.ghost/config.yml")
    var random = SeededRandom(seed: 9)
    for _ in 0..<1_000 {
      let count = Int.random(in: 1...7, using: &random)
      let arguments = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      let context = Context(
        console: .buffered(),
        folder: folder.path + "/outer/inner",
        clock: .fixed(1_795_000_000)
      )
      let code = Ghost.run(arguments, context)
      // Whoever fails says why (a check's findings are its result), and nothing steers the terminal.
      let said = context.console.err.text + context.console.out.text
      #expect(code == .done || !said.isEmpty, "\(arguments)")
      #expect(!context.console.err.text.contains("\u{1B}"), "\(arguments)")
    }
    // What is named on the command line may be beside the workspace: ghost init ../x.
    #expect(try folder.names() == ["outer"])
  }
}
