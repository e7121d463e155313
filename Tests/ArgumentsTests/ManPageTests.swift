import Arguments
import TestSupport
import Testing

@Suite struct ManPageTests {
  private static let pages = ["overview", "send", "people add"]
  private static let mandoc = Program(named: "mandoc")
  private static let groff = Program(named: "groff")

  private func source(of page: String) -> String {
    let manual = ManPage(MailProgram.program)
    let words = page.split(separator: " ").map(String.init)
    return MailProgram.program.command(words).map(manual.page) ?? manual.overview
  }

  @Test(
    "mandoc's lint has nothing to say",
    .enabled(if: mandoc != nil, "mandoc is not installed"),
    arguments: pages
  )
  func lints(page: String) throws {
    let mandoc = try #require(Self.mandoc)
    // A page that names one in the same set, and the name of a foreign system, are no faults.
    let outcome = try mandoc.run(["-T", "lint", "-W", "warning"], input: source(of: page))
    #expect(outcome.output + outcome.error == "")
    #expect(outcome.status == 0)
  }

  @Test(
    "groff typesets it without a warning",
    .enabled(if: groff != nil, "groff is not installed"),
    arguments: pages
  )
  func typeset(page: String) throws {
    let groff = try #require(Self.groff)
    let outcome = try groff.run(["-mandoc", "-ww", "-Tutf8"], input: source(of: page))
    #expect(outcome.error == "")
    #expect(outcome.status == 0)
  }

  @Test("the text survives", .enabled(if: mandoc != nil, "mandoc is not installed"))
  func text() throws {
    let mandoc = try #require(Self.mandoc)
    let plain = try mandoc.run(
      ["-T", "utf8", "-O", "width=76"],
      input: source(of: "send")
    ).output
    // A terminal's bold is a letter, a backspace and the letter again.
    let text = plain.replacing(/.\u{8}/, with: "")
    #expect(text.contains(".A line that looks like a request, with a \\ backslash and «quotes»."))
    #expect(text.contains("table  in two columns"))
    #expect(text.contains("$ mail send -t anna -p high -- -odd-name.txt"))
    #expect(text.contains("--priority LEVEL"))
    #expect(text.contains("February 7, 2026"))
  }
}
