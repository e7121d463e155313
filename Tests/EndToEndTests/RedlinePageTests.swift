import Foundation
import TestSupport
import Testing

/// A browser, and axe to look through it.
private enum Browser {
  static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static let hasAxe =
    (try? Terminal.python?.run(["-c", "import axe_playwright_python"]))??.status == 0
}

/// The page of `ghost diff --to html` as a browser shows it, light and dark, wide and narrow.
@Suite(
  .enabled(if: Browser.hasAxe, "axe-playwright-python is not installed"),
  .enabled(if: Browser.chromium != nil, "chromium is not installed")
)
struct RedlinePageTests {
  private static let drafts = [
    (
      "en",
      """
      # One

      A paragraph that stays and is edited here.

      [TK: what changed? ~40 words]

      ### Deep

      This paragraph will stand elsewhere later on.

      - An item
      - Another item
      """,
      """
      # One and a half

      A paragraph that stays and was edited *here*, in place.

      What changed is <b>all</b> & everything: averyveryverylongwordthatnoscreenofaphonehasroomfor.

      This paragraph will stand elsewhere later on.

      ### Deep

      - An item that grew
      - Another item
        - One below

      ```
      code that is new and so long that it has to be broken somewhere on a small screen
      ```

      # Two

      ![A picture](p.png)
      """
    ),
    ("ar", "# عنوان\n\nنحن نسعر القيمة.", "# عنوان جديد\n\nنحن نسعر القيمة فقط وليس المقاعد."),
  ]

  @Test("axe finds nothing, nothing is cut off and nothing is fetched", arguments: drafts)
  func accessible(lang: String, old: String, new: String) throws {
    let folder = try DraftTests.scene()
    let head = """
      ---
      title: "A <title> & more"
      byline: B
      exec: cfo
      topic: pricing
      format: article
      lang: \(lang)
      ---

      """
    let git = try #require(Program(named: "git"))
    try folder.write(head + old, to: "Drafts/a.md")
    for arguments in [["init", "-q"], ["add", "Drafts"], ["commit", "-q", "-m", "m"]] {
      let author = ["-c", "user.name=Ann", "-c", "user.email=ann@meridian.example"]
      #expect(try git.run(author + arguments, in: folder.path).status == 0)
    }
    try folder.write(head + new, to: "Drafts/a.md")
    let page = folder.path + "/page.html"
    let outcome = try BuiltGhost.program.run(
      ["diff", "a", "--to", "html", "--output", page],
      in: folder.path
    )
    #expect(outcome.status == 0, "\(outcome.error)")
    let script = ProjectFolder.tests.appending(path: "EndToEndTests/Fixtures/axe.py").path
    let found = try #require(Terminal.python)
      .run([script, try #require(Browser.chromium), page])
    #expect(found.status == 0, "\(found.error)")
    #expect(found.output == "[]")
  }
}
