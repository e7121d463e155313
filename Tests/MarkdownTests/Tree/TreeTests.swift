import Diagnostics
import Testing

@testable import Markdown

@Suite("Tree with places")
struct TreeTests {
  @Test func blocksAndInlines() throws {
    try expect(
      """
      ---
      title: x
      ---
      # A *title*

      Some **bold
      words** here.
      """,
      """
      document @4:1-7:13
        heading @4:1-4:11 1
          text @4:3-4:4 "A "
          emphasis @4:5-4:11
            text @4:6-4:10 "title"
        paragraph @6:1-7:13
          text @6:1-6:5 "Some "
          strong @6:6-7:7
            text @6:8-6:11 "bold"
            softBreak @6:12-6:12
            text @7:1-7:5 "words"
          text @7:8-7:13 " here."
      """
    )
  }

  @Test func quotesListsAndLazyLines() throws {
    try expect(
      """
      > - one *a
      >   b* two
      three
      > > four
      """,
      """
      document @1:1-4:8
        blockQuote @1:1-4:8
          list @1:3-3:5
            item @1:3-3:5
              paragraph @1:5-3:5
                text @1:5-1:8 "one "
                emphasis @1:9-2:6
                  text @1:10-1:10 "a"
                  softBreak @1:11-2:4
                  text @2:5-2:5 "b"
                text @2:7-2:10 " two"
                softBreak @2:11-2:11
                text @3:1-3:5 "three"
          blockQuote @4:3-4:8
            paragraph @4:5-4:8
              text @4:5-4:8 "four"
      """
    )
  }

  @Test func linksImagesAndDefinitions() throws {
    try expect(
      """
      [r]: /there
        "a title"
      [a *b*](</x y>
      "t\\")") and ![i](p.png)[r] <https://a.b/?x&amp;y>
      [r][] [z][r]!
      """,
      """
      document @1:1-5:13
        paragraph @3:1-5:13
          link @3:1-4:7 "/x y"
            text @3:2-3:3 "a "
            emphasis @3:4-3:6
              text @3:5-3:5 "b"
          text @4:8-4:12 " and "
          image @4:13-4:23 "p.png"
            text @4:15-4:15 "i"
          link @4:24-4:26 "/there"
            text @4:25-4:25 "r"
          text @4:27-4:27 " "
          link @4:28-4:49 "https://a.b/?x&y"
            text @4:29-4:48 "https://a.b/?x&y"
          softBreak @4:50-4:50
          link @5:1-5:5 "/there"
            text @5:2-5:2 "r"
          text @5:6-5:6 " "
          link @5:7-5:12 "/there"
            text @5:8-5:8 "z"
          text @5:13-5:13 "!"
      """
    )
  }

  @Test func codeHTMLAndBreaks() throws {
    try expect(
      """
      a `` b`
        c `` <b
      x> d\\
      e  \t
      f

      ~~~ swift
        let x
      ~~~

          code

      <div>
      </div>
      """,
      """
      document @1:1-14:6
        paragraph @1:1-5:1
          text @1:1-1:2 "a "
          code @1:3-2:6 "b` c"
          text @2:7-2:7 " "
          htmlInline @2:8-3:2 "<b\\nx>"
          text @3:3-3:4 " d"
          lineBreak @3:5-3:6
          text @4:1-4:1 "e"
          softBreak @4:2-4:5
          text @5:1-5:1 "f"
        codeBlock @7:1-9:3 "  let x\\n"
        codeBlock @11:5-11:8 "code\\n"
        htmlBlock @13:1-14:6 "<div>\\n</div>\\n"
      """
    )
  }

  private func expect(
    _ text: String,
    _ dump: String,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let source = SourceText(path: "a.md", text: text)
    #expect(try Document(parsing: source).hasExactPlaces, sourceLocation: sourceLocation)
    #expect(try TreeDump.text(of: source) == dump, sourceLocation: sourceLocation)
  }
}
