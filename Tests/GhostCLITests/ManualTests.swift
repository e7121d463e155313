import Arguments
import TestSupport
import Testing

@testable import GhostCLI

/// The real table makes manual pages that both typesetters accept.
@Suite struct ManualTests {
  private static let mandoc = Program(named: "mandoc")
  private static let groff = Program(named: "groff")
  private static let pages: [(name: String, text: String)] = {
    let manual = ManPage(CommandTable.program)
    let commands = CommandTable.all.map { (name: $0.spec.name, text: manual.page(on: $0.spec)) }
    return [("overview", manual.overview)] + commands
  }()

  @Test("mandoc's lint has nothing to say", .enabled(if: mandoc != nil, "mandoc is not installed"))
  func lint() throws {
    let mandoc = try #require(Self.mandoc)
    for page in Self.pages {
      let outcome = try mandoc.run(["-T", "lint", "-W", "warning"], input: page.text)
      #expect(outcome.output + outcome.error == "", "\(page.name)")
    }
  }

  @Test(
    "groff typesets them without a warning",
    .enabled(if: groff != nil, "groff is not installed")
  )
  func typeset() throws {
    let groff = try #require(Self.groff)
    for page in Self.pages {
      let outcome = try groff.run(["-mandoc", "-ww", "-Tutf8"], input: page.text)
      #expect(outcome.error == "", "\(page.name)")
    }
  }
}
