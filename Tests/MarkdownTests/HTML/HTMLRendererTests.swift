import CMark
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Markdown

/// libcmark's own renderer is the judge.
@Suite("HTML")
struct HTMLRendererTests {
  @Test("is libcmark's for every example of the CommonMark Spec", arguments: Corpus.spec)
  func spec(_ example: Corpus.Example) throws { try compare(example.markdown) }

  @Test("is libcmark's for mutated documents")
  func mutated() throws {
    var mutator = Mutator(seed: FuzzTime.seed &+ 1)
    var time = FuzzTime(runs: 2_000)
    while time.next() { try compare(mutator.next()) }
  }

  @Test("is libcmark's for each ASCII character in text, code and destination")
  func characters() throws {
    for code in 1..<128 {
      let character = Character(Unicode.Scalar(UInt8(code)))
      try compare("a\(character)b `\(character)` [c](<d\(character)e> \"\(character)\")\n")
    }
  }

  @Test(
    "leads nowhere dangerous",
    arguments: [
      "javascript:alert(1)", "JaVaScRiPt:x", "vbscript:x", "file:///etc/passwd", "data:text/html,x",
      "data:image/svg+xml,x", "&#106;avascript:x", "javascript&colon;x",
    ]
  )
  func dangerous(_ url: String) throws {
    let html = try render("[a](\(url)) ![b](\(url))\n")
    #expect(html == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\" /></p>\n")
    try compare("[a](\(url)) ![b](\(url))\n")
  }

  @Test func rawHTML() throws {
    let text = "<b>&x</b>\n\n<div>\n\n![<i>](p)\n"
    #expect(
      try render(text, rawHTML: .escaped) == """
        <p>&lt;b&gt;&amp;x&lt;/b&gt;</p>
        &lt;div&gt;
        <p><img src="p" alt="&lt;i&gt;" /></p>

        """
    )
    #expect(
      try render(text, rawHTML: .kept) == """
        <p><b>&amp;x</b></p>
        <div>
        <p><img src="p" alt="&lt;i&gt;" /></p>

        """
    )
  }

  private func render(_ text: String, rawHTML: HTMLRenderer.RawHTML = .omitted) throws -> String {
    let source = SourceText(path: "a.md", text: text)
    return String(decoding: try HTMLRenderer(rawHTML: rawHTML).render(source).html, as: UTF8.self)
  }

  private func compare(_ text: String) throws {
    let source = SourceText(path: "a.md", text: text)
    guard let (document, html) = try? HTMLRenderer().render(source) else { return }
    // libcmark's functions do not tell an empty title from none; its renderer sees the difference.
    let expected = cmarkHTML(of: Array(source.bytes[document.body]))
      .replacing(" title=\"\"", with: "")
    let actual = String(decoding: html, as: UTF8.self)
    #expect(actual == expected, "\(text.debugDescription)")
  }

  private func cmarkHTML(of bytes: [UInt8]) -> String {
    unsafe bytes.withUnsafeBytes { buffer in
      let text = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let html = unsafe cmark_markdown_to_html(text, buffer.count, CMARK_OPT_DEFAULT) else {
        return ""
      }
      defer { unsafe free(html) }
      return unsafe String(cString: html)
    }
  }
}
