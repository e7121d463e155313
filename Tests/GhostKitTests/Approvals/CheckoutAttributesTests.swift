import Diagnostics
import Git
import Testing

@testable import GhostKit

@Suite struct CheckoutAttributesTests {
  private func isFault(_ text: String, at path: GitPath) -> Bool {
    let attributes = CheckoutAttributes(at: path, drafts: "site/Drafts")
    return attributes.firstFault(in: SourceText(path: "x", text: text)) != nil
  }

  @Test(
    "what could change a draft on its way out of git is a fault",
    arguments: [
      "* filter=x", "*.md ident", "  *.M? working-tree-encoding=UTF-7",
      "# a\n\n*.png -text\n*d ident",
      "*.m[d] ident", "*.m\\d ident", "\"*.md\" ident", "[attr]x filter=y", "\u{FEFF}*.md filter=x",
      "site/Drafts/*.md ident", "/site/drafts/** export-subst", "**/Drafts/* ident",
      "*.svg working-tree-encoding=UTF-7", "*.markdown text filter=x", "s*/*/a.md ident",
      "*.md text\tident",
    ]
  )
  func faults(text: String) { #expect(isFault(text, at: ".gitattributes"), "\(text)") }

  @Test(
    "what leaves drafts as they are is none",
    arguments: [
      "*.md text eol=lf\n*.approval text eol=lf", "*.png filter=lfs diff=lfs merge=lfs -text",
      "*.svg filter=lfs", "docs/* filter=x", "/site/docs/**/*.md ident", "*.md -ident !filter",
      "# *.md ident", "", "*.ps1 working-tree-encoding=UTF-16LE", "LICENSE ident", "*.md diff=x",
    ]
  )
  func noFaults(text: String) { #expect(!isFault(text, at: ".gitattributes"), "\(text)") }

  @Test("a pattern with a slash begins at the file's own folder")
  func folders() {
    #expect(isFault("Drafts/** ident", at: "site/.gitattributes"))
    #expect(!isFault("site/Drafts/** ident", at: "site/.gitattributes"))
    #expect(isFault("2026/** ident", at: "site/Drafts/.gitattributes"))
    #expect(isFault("/a.md ident", at: "site/Drafts/2026/.gitattributes"))
  }
}
