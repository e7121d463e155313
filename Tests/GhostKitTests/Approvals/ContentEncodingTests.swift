import Testing

@testable import GhostKit

@Suite struct ContentEncodingTests {
  private enum Verdict { case approved, rewrapped, changed }

  private func verdict(_ old: String, _ new: String) -> Verdict {
    let before = ContentEncoding(of: Array(old.utf8), workspace: "w-1", slug: "cfo-pricing")
    let after = ContentEncoding(of: Array(new.utf8), workspace: "w-1", slug: "cfo-pricing")
    if before.text == after.text { return .approved }
    return before.content == after.content ? .rewrapped : .changed
  }

  private static let head = "---\ntitle: A\n"

  @Test(
    "what no reader sees is no change",
    arguments: [
      ("a\nb\n", "a\r\nb\r\n"), ("a", "\u{FEFF}a"), ("a\n", "a"), ("a\n\n\n", "a"),
      (head + "---\na", head + "due: 2026-12-04\n---\na"),
      (head + "asked: 2026-11-20\ndue: 2026-12-04\n---\na", head + "---\na"),
      (head + "due: 2026-12-04\nasked: 2026-11-20\n---\na", head + "due: 2026-12-05\n---\na"),
    ]
  )
  func approved(old: String, new: String) {
    #expect(verdict(old, new) == .approved)
    #expect(verdict(new, old) == .approved)
  }

  @Test(
    "another line break in plain prose is no change of words",
    arguments: [
      ("one two\nthree", "one\ntwo three"), ("one two", "one \ntwo"), ("a  b", "a b"),
      ("**bold words** here", "**bold\nwords** here"), ("Über uns\nund", "Über\nuns und"),
      ("a\n\nb c", "a\n\nb\nc"), ("# T\n\na b", "# T\n\na\nb"), ("a b\n\nc ", "a b\n\nc"),
      ("see [the page](/x) now", "see [the\npage](/x) now"), ("(one two)", "(one\ntwo)"),
      ("118% of 3 a", "118% of\n3 a"), ("- item\n\nfree text", "- item\n\nfree\ntext"),
    ]
  )
  func rewrapped(old: String, new: String) {
    #expect(verdict(old, new) == .rewrapped)
    #expect(verdict(new, old) == .rewrapped)
  }

  @Test(
    "whatever could be more than a line break is a change",
    arguments: [
      ("now here", "nowhere"), ("a\nb", "a\n\nb"), ("a\n\nb", "a\n\n\nb"), ("a\n\nb", "a\n \nb"),
      ("| a |\n| b |", "| a | | b |"), ("a  \nb", "a\nb"), ("a\\\nb", "a b"),
      ("so it is # 1", "so it is\n# 1"), ("one - two", "one\n- two"),
      ("by 12. then", "by\n12. then"),
      ("by 12) then", "by\n12) then"), ("a > b", "a\n> b"), ("a + b", "a\n+ b"),
      ("a --- b", "a\n--- b"), ("a = b", "a\n= b"),
      ("[Prices]: /p We never", "[Prices]: /p\nWe never"),
      ("Net churn : never", "Net churn\n: never"), ("a ~ b", "a\n~ b"), ("a\u{A0}b", "a b"),
      ("a b", "a b\n\n[unused]: /x"), ("    code a", "    code  a"), ("> a\nb", "> a b"),
      ("- a\nb", "- a b"), ("`a b`", "`a\nb`"), ("a <b c>", "a <b\nc>"), ("a\tb", "a b"),
      ("x\r y", "x\ry"), ("x\ry\n\na b", "x\ry\n\na\nb"), ("~~~ a\nb\n~~~", "~~~ a b\n~~~"),
      ("```\na b\n```", "```\na\nb\n```"), ("```\n\na b\n\n```", "```\n\na\nb\n\n```"),
      ("<div>\n\na b\n\n</div>", "<div>\n\na\nb\n\n</div>"), ("{{ x }}\n\na b", "{{ x }}\n\na\nb"),
      ("**€4M**b", "**€4M** b"), ("a [^1] b", "a [^1]\nb"), ("$$x$$ a b", "$$x$$ a\nb"),
      ("::: a b", "::: a\nb"), ("A 1. b", "A\n1. b"), ("a", "A"), ("3.14", "3.15"),
      (head + "---\na", "---\ntitle: B\n---\na"), (head + "---\na", "a"),
      (head + "due: &t 2026-12-04\n---\na", head + "due: &t 2026-12-05\n---\na"),
      (
        "---\ntitle: \"x\ndue: 2026-12-04\ny\"\n---\na",
        "---\ntitle: \"x\ndue: 2026-12-05\ny\"\n---\na"
      ),
      ("---\ntags: [a,\ndue: 2026-12-04\n]\n---\na", "---\ntags: [a,\ndue: 2026-12-05\n]\n---\na"),
      (head + "due: 2026-12-04\ndue: 2026-12-05\n---\na", head + "due: 2026-12-05\n---\na"),
      (head + " due: 2026-12-04\n---\na", head + "---\na"),
      (head + "due: 2026-12-04 \n---\na", head + "---\na"),
      (head + "due:  2026-12-04\n---\na", head + "---\na"),
      (head + "due: 2026-12-04\nx: 1\n---\na", head + "x: 1\n---\na"),
      (head + "---\na", "---\ntitle: A \n---\na"),
      (head + "---\r\r\na\n\ndue: 2026-12-04\n---\nb", head + "---\na\n\ndue: 2026-12-04\n---\nb"),
      (head + "---\na\n\ndue: 2026-12-04\n---\nb", head + "---\na\n\ndue: 2026-12-05\n---\nb"),
    ]
  )
  func changed(old: String, new: String) {
    #expect(verdict(old, new) == .changed)
    #expect(verdict(new, old) == .changed)
  }

  @Test("an approval belongs to one draft of one workspace")
  func replay() {
    let draft = Array("a b".utf8)
    let here = ContentEncoding(of: draft, workspace: "w-1", slug: "cfo-pricing")
    for (workspace, slug) in [
      ("w-2", "cfo-pricing"), ("w-1", "cfo-guidance"), ("w-1c", "fo-pricing"),
    ] {
      let there = ContentEncoding(of: draft, workspace: workspace, slug: slug)
      #expect(here.text != there.text)
      #expect(here.content != there.content)
    }
  }

  @Test("the bytes are those of the specification")
  func bytes() {
    let draft =
      "\u{FEFF}---\r\ntitle: A\r\ndue: 2026-12-04\r\n---\r\n\r\nOne\r\ntwo. \r\n\r\n- a\r\n"
    let encoding = ContentEncoding(of: Array(draft.utf8), workspace: "w", slug: "s")
    // Written by hand from Sources/GhostKit/Approvals/README.md.
    func field(_ kind: String, _ text: String) -> String {
      kind + "\0\0\0\0\0\0\0" + String(Unicode.Scalar(UInt8(text.utf8.count))) + text
    }
    let head = field("w", "w") + field("s", "s") + field("f", "---\ntitle: A\n---")
    #expect(
      String(decoding: encoding.text, as: UTF8.self)
        == "ghost text v1\n" + head + field("b", "\nOne\ntwo. \n\n- a")
    )
    #expect(
      String(decoding: encoding.content, as: UTF8.self)
        == "ghost content v1\n" + head + field("n", "") + field("p", "One two.") + field("n", "")
        + field("v", "- a")
    )
  }
}
