import Diagnostics
import GhostKit
import Testing

@Suite struct SlugTests {
  @Test("names", arguments: ["cfo", "vp-sales", "4-ways", "a", "a--b", "a-"])
  func names(text: String) throws {
    #expect(try #require(Slug(text)).description == text)
  }

  @Test(
    "what is no name reaches no path",
    arguments: [
      "", "-a", "A", "é", "a_b", "a.b", "a/b", "..", "../x", "/etc/passwd", "a b", "a\n", "a\u{0}",
      "a\u{1B}[2J", "a\\b", "~", "*", "--", "\u{430}",
    ]
  )
  func refused(text: String) {
    #expect(Slug(text) == nil)
    #expect(throws: Diagnostic.self) { try Slug(argument: text, of: "a topic") }
    do throws(Diagnostic) {
      _ = try Slug(argument: text, of: "a topic")
    } catch {
      #expect(error.cause == .usage)
      #expect(error.code == "bad-name")
    }
  }

  @Test("a name has a bounded length")
  func length() {
    #expect(Slug(String(repeating: "a", count: 100)) != nil)
    #expect(Slug(String(repeating: "a", count: 101)) == nil)
  }

  @Test(
    "a title leads to the name that was meant",
    arguments: [
      ("Pricing 2027!", "did you mean 'pricing-2027'?"), ("../x", "did you mean 'x'?"),
      ("VP_Sales", "did you mean 'vp-sales'?"),
      ("…", "names are lower-case letters, digits and hyphens, at most 100 of them"),
    ]
  )
  func hints(text: String, hint: String) {
    do throws(Diagnostic) {
      _ = try Slug(argument: text, of: "a topic")
    } catch {
      #expect(error.hint == hint)
    }
  }
}
