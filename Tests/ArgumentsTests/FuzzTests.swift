import Arguments
import Diagnostics
import TestSupport
import Testing

@Suite struct FuzzTests {
  private static let pieces = [
    "send", "list", "people", "add", "remove", "--to", "--to=", "-t", "-tanna", "--copy", "--help",
    "-h", "-", "--", "", "=", "--=", "-=", "---", "-é", "—to", "\u{0}", "\u{1B}[2J", "🙂", "m.txt",
    "--tries", "9", "-9", "9223372036854775808", "--priority", "high", "-nf", "-nft", "--version",
    "e\u{301}", "--\u{301}", "\u{200D}",
  ]

  @Test("any command line is a request or a diagnostic, and can be completed")
  func anything() {
    var random = SeededRandom(seed: 9)
    let completer = Completer(MailProgram.program) { _ in ["anna", "--", "="] }
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...8, using: &random)
      var arguments = (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
      if count > 1, Bool.random(using: &random) { arguments[0] += arguments.removeLast() }
      #expect(completer.complete(arguments).lines.hasSuffix("\n"))
      do throws(Diagnostic) {
        _ = try ArgumentParser(MailProgram.program).parse(arguments)
      } catch {
        #expect(error.cause == .usage)
        #expect(!error.message.isEmpty)
      }
    }
  }
}
