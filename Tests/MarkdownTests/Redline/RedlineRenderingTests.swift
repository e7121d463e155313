import Diagnostics
import Foundation
import Markdown
import Testing

@Suite("Redline, shown")
struct RedlineRenderingTests {
  private static let old = """
    # Why *now*

    Retention rose to 118%, as the report of the board says in its second chapter about the
    customers who stayed with us all year, and nobody doubts it & all is < well.

    This paragraph will stand elsewhere later on.

    ## Same

    Nothing here.

    - An item\\
      of two lines
    """

  private static let new = """
    # Why *now*

    Retention rose to 119%, as the report of the board says in its second chapter about the
    customers who stayed with us all year, and nobody doubts it & all is < well. Good.

    ## Same

    Nothing here.

    - An item\\
      of three lines

    ![a picture](p.png)

    This paragraph will stand elsewhere later on.
    """

  private let redline: Redline

  init() throws {
    redline = Redline(
      from: try Document(parsing: SourceText(path: "old.md", text: Self.old)),
      to: try Document(parsing: SourceText(path: "new.md", text: Self.new))
    )
  }

  @Test func plain() {
    #expect(
      RedlineText(colours: false).render(redline) == """
        Why now
          Retention rose to [-118%-] {+119%+}, as the report of the board says in … year, and \
        nobody doubts it & all is < well. {+Good.+}
          (moved away) This paragraph will stand elsewhere later on.

        Same
          An item of [-two-] {+three+} lines
          {+a picture+}
          (moved here) This paragraph will stand elsewhere later on.

        """
    )
    #expect(redline.summary == "5 words added, 2 removed, 7 moved")
  }

  @Test("an escape code in a draft does not reach the terminal")
  func escapes() throws {
    let redline = Redline(
      from: try Document(parsing: SourceText(path: "old.md", text: "# A\u{1B}[2J\n\nb")),
      to: try Document(parsing: SourceText(path: "new.md", text: "# A\u{1B}[2J\n\n\u{1B}]0;x\u{7}"))
    )
    #expect(!RedlineText(colours: false).render(redline).contains("\u{1B}"))
    #expect(RedlineText(colours: true).render(redline).contains("\u{1B}[1mA\\u{1B}[2J\u{1B}[22m\n"))
  }

  @Test func page() throws {
    let renderer = RedlineHTML(language: "ar\"", direction: .rightToLeft)
    let page = String(decoding: renderer.page(of: redline, title: "A <b>"), as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ar&quot;\" dir=\"rtl\">\n"))
    #expect(page.contains("<title>A &lt;b&gt;</title>"))
    #expect(!page.contains("<script") && !page.contains("http"))
    let hidden = #"<span class="redline-hidden" lang="en">"#
    #expect(page.contains("to <del>\(hidden)[removed: </span>118%\(hidden) end]</span></del>"))
    #expect(page.contains("<ins>\(hidden)[added: </span>119%\(hidden) end]</span></ins>, as"))
    #expect(page.contains("it &amp; all is &lt; well. <ins>"))
    #expect(page.contains("<h2>Why now</h2>") && page.contains("<h3>Same</h3>"))
    #expect(page.contains("<p class=\"redline-item\" style=\"--depth: 1\">An item\nof "))
    let fragment = String(decoding: renderer.fragment(of: redline), as: UTF8.self)
    #expect(page.contains(fragment))
  }

  @Test("a forge shows it as Markdown, and nothing of a file is markup")
  func markdown() throws {
    let blocks = RedlineMarkdown.blocks(of: redline)
    #expect(blocks.count == 7)
    #expect(blocks[0] == "**Why now**")
    #expect(blocks[1].hasPrefix("> Retention rose to <del>118\\%"))
    #expect(blocks[1].contains("all is \\< well\\. <ins>Good\\.</ins>"))
    #expect(blocks[3] == "**Same**")
    #expect(blocks[4] == "> An item of <del>two</del> <ins>three</ins> lines")
    #expect(blocks.last?.hasPrefix("> *(moved here)* This paragraph will stand") == true)
    let same = try Document(parsing: SourceText(path: "a.md", text: "A"))
    #expect(RedlineMarkdown.blocks(of: Redline(from: same, to: same)).isEmpty)
  }

  @Test("headings of one level are of one level on the page")
  func siblings() throws {
    let document = try Document(
      parsing: SourceText(path: "a.md", text: "## A\n\n## B\n\n### C\n\n## D")
    )
    let page = RedlineHTML(language: "en", direction: .leftToRight)
      .fragment(of: Redline(from: document, to: document))
    let html = String(decoding: page, as: UTF8.self)
    #expect(["<h2>A", "<h2>B", "<h3>C", "<h2>D"].allSatisfy(html.contains))
  }

  @Test("heading levels do not skip")
  func headings() throws {
    let document = try Document(
      parsing: SourceText(path: "a.md", text: "### A\n\n##### B\n\n# C\n\n###### D")
    )
    let page = RedlineHTML(language: "en", direction: .leftToRight)
      .fragment(of: Redline(from: document, to: document))
    let html = String(decoding: page, as: UTF8.self)
    #expect(["<h2>A", "<h3>B", "<h2>C", "<h3>D"].allSatisfy(html.contains))
    #expect(html.contains("no change"))
  }
}
