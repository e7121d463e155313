import Diagnostics
import Foundation
import Markdown
import SSHSig
import TestSupport
import Testing

@testable import GhostKit

@Suite struct DraftAssetsTests {
  private func assets(of draft: String, at path: String = "Drafts/a.md") throws -> DraftAssets {
    let folder = try TemporaryFolder()
    for name in [
      "Drafts/media/a.png", "Drafts/media/my file.png", "Drafts/media/x%20y.png",
      "Drafts/media/sub/b.svg", "Drafts/media/(c).png", "Drafts/media/ü.png", "Drafts/notes.md",
      "Drafts/media/clip.mp4", "Drafts/media/a b, c.pdf", "Templates/logo.svg", "LICENSE",
      "Drafts/media/e\u{301}.png", "Drafts/media/\u{E9}.png",
      ".ghost/x", "Assets/chart.md", "Drafts/media/dir/index.html",
    ] {
      try folder.write("bytes of \(name)", to: name)
    }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Drafts/media/link.png",
      withDestinationPath: "a.png"
    )
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Linked",
      withDestinationPath: "Drafts/media"
    )
    let document = try Document(parsing: SourceText(path: path, text: draft))
    return try DraftAssets(of: document, in: FileIndex(try FileStore(root: folder.path)))
  }

  @Test(
    "a file that a draft names in any way is found",
    arguments: [
      ("![a](media/a.png)", ["media/a.png"]), ("![a](./media/../media/a.png)", ["media/a.png"]),
      ("[a](media/a.png?v=2#top)", ["media/a.png"]),
      ("![a](../Drafts/media/a.png)", ["media/a.png"]),
      ("![a](<media/my file.png> \"t\")", ["media/my file.png"]),
      ("![a](media/my%20file.png)", ["media/my file.png"]),
      ("![a](media/x%2520y.png)", ["media/x%20y.png"]), ("![a](media/a&#46;png)", ["media/a.png"]),
      ("![a](media/\\(c\\).png)", ["media/(c).png"]), ("![a](media/(c).png)", ["media/(c).png"]),
      ("![a](media/%C3%BC.png) ![b](media/ü.png)", ["media/ü.png"]),
      ("![a][r]\n\n[r]: media/a.png 'T'", ["media/a.png"]),
      ("[unused]: media/a.png", ["media/a.png"]),
      ("[unused]:\n  <media/my file.png>", ["media/my file.png"]),
      ("[unused]: media/a\\.png", ["media/a.png"]),
      (
        "<img src=\"media/a.png\" srcset='media/sub/b.svg 2x'>", ["media/a.png", "media/sub/b.svg"]
      ),
      ("<img src=media/a.png>", ["media/a.png"]),
      ("<a href = 'media/my file.png'>x</a>", ["media/my file.png"]),
      ("<img src=\"media/a&#46png\">", ["media/a.png"]),
      ("<img src=\"media\\a.png\">", ["media/a.png"]),
      ("<img src=\"media/\na.png\">", ["media/a.png"]),
      ("<p style='background: url(media/a.png)'>", ["media/a.png"]),
      ("<a href=\"media/a b, c.pdf\">x</a>", ["media/a b, c.pdf"]),
      ("{{< figure src=\"media/a.png\" >}}", ["media/a.png"]),
      ("{% include media/a.png %}", ["media/a.png"]),
      ("<!-- media/a.png -->", ["media/a.png"]), ("`media/a.png`", ["media/a.png"]),
      ("See media/a.png.", ["media/a.png"]),
      ("{{< figure src:media/a.png >}}", ["media/a.png"]),
      ("{{< figure \"media/my file.png\" >}}", ["media/my file.png"]),
      ("{{< figure src=`media/my file.png` >}}", ["media/my file.png"]),
      ("![a](media/my file.png)", ["media/my file.png"]),
      ("[a]: x\n\n![a](media/a b, c.pdf) (more)", ["media/a b, c.pdf"]),
      ("![a](media/a.png?\u{301}v)", ["media/a.png"]),
      ("---\nx: media/a.png#\u{301}\n---\n", ["media/a.png"]),
      ("it's {{< figure 'media/my file.png' >}}", ["media/my file.png"]),
      ("![a](\(String(repeating: "./", count: 5000))media/a.png)", ["media/a.png"]),
      ("![a](media/\u{E9}.png)", ["media/\u{E9}.png"]),
      (
        "![a](media/\u{E9}.png) ![b](media/e\u{301}.png)",
        ["media/e\u{301}.png", "media/\u{E9}.png"]
      ),
      ("---\nimage: media/a.png\n---\n", ["media/a.png"]),
      ("---\nimage: Drafts/media/a.png\n---\n", ["media/a.png"]),
      ("---\nog: {images: [{src: \"media/my file.png\"}]}\n---\n", ["media/my file.png"]),
      ("---\nimage: \"media/a\\u002Epng\"\n---\n", ["media/a.png"]),
      ("---\nx: &i media/my file.png\nimage: *i\n---\n", ["media/my file.png"]),
      ("![a](/Drafts/media/a.png)", ["media/a.png"]), ("![a](/media/a.png)", ["media/a.png"]),
      ("![a](https:/media/a.png)", ["media/a.png"]), ("![a](/notes.md)", []),
      (
        "![a](media/clip.mp4)![a](media/a.png)![b](media/a.png)", ["media/a.png", "media/clip.mp4"]
      ),
      ("![a](media/A.png)", []), ("[n](notes.md)", []), ("https://x.example/media/a.png", []),
      ("[x](https://x.example/media/a.png)", []), ("and/or e.g. 3.5 media/", []),
      ("![a](media/a.png", ["media/a.png"]),
      ("![a](../../../media/a.png)", []), ("![a](%2e%2e/Drafts/media/a.png)", ["media/a.png"]),
    ]
  )
  func found(draft: String, expected: [String]) throws {
    let found = try assets(of: draft).paths
    #expect(found.map { Array($0.utf8) } == expected.map { Array("Drafts/\($0)".utf8) })
  }

  @Test("files of the workspace outside Drafts/ count as well")
  func elsewhere() throws {
    #expect(try assets(of: "![a](../Templates/logo.svg)").paths == ["Templates/logo.svg"])
    #expect(try assets(of: "![a](../Assets/chart.md)").paths == ["Assets/chart.md"])
    #expect(try assets(of: "{% include \"Assets/chart.md\" %}").paths == ["Assets/chart.md"])
    #expect(
      try assets(of: "![a](/media/a.png)", at: "Drafts/2026/a.md").paths == ["Drafts/media/a.png"]
    )
    #expect(
      try assets(of: "![a](../media/a.png)", at: "Drafts/2026/a.md").paths == ["Drafts/media/a.png"]
    )
  }

  @Test(
    "what cannot be approved is said at its place",
    arguments: [
      ("one\n\n![a](media/none.png)", "asset-missing 3:6"),
      ("<img src=\"media/none.png\">", "asset-missing 1:11"),
      ("![a](/media/none.png)", "asset-missing 1:6"),
      ("<img src=\"/media/none.png\">", "asset-missing 1:11"),
      ("![a](../../../media/a.png)", "asset-missing 1:6"),
      ("![a](media/dir)", "asset-missing 1:6"), ("![a](/media/dir)", "asset-missing 1:6"),
      ("![a](media/link.png)", "asset-no-file 1:6"),
      ("---\nx: media/link.png\n---\n", "asset-no-file 2:4"),
      ("---\nx: ../Linked/a.png\n---\n", "asset-no-file 2:4"),
      ("---\nx: Linked/sub/b.svg\n---\n", "asset-no-file 2:4"),
      ("{{< figure src=\"../Linked/a.png\" >}}", "asset-no-file 1:17"),
    ]
  )
  func faults(draft: String, expected: String) throws {
    let found = try assets(of: draft).faults.map { fault in
      let diagnostic = fault.diagnostic(in: SourceText(path: "a.md", text: draft))
      let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? ""
      return diagnostic.code.rawValue + " " + place
    }
    #expect(found == [expected])
  }

  @Test("the site's own pages, the web and Markdown are no faults")
  func noFaults() throws {
    let draft =
      "[a](/about) [b](https://x.example/y.png) [c](notes.md) [d](#top) [e](mailto:a@b.c) "
      + "[f](media/dir) <a href=\"/media/none\">g</a> ![h](//x.example/y.png) ![i]({{ x }}/y.png)"
    #expect(try assets(of: draft).faults.isEmpty)
  }

  @Test("quotes and brackets without end cost no more than the text is long")
  func hostile() throws {
    for piece in ["=\"", "]:<", "]: ", "'", "`", "](", "](a ", "&#46;", "a.b/", "\\", "=\"'"] {
      _ = try assets(of: "x " + String(repeating: piece, count: 100_000 / piece.utf8.count))
    }
  }

  @Test("definitions within definitions name more than can be approved")
  func nestedDefinitions() throws {
    let found = try assets(of: "x " + String(repeating: "]:a", count: 100_000))
    #expect(found.faults == [.tooMany(501)])
    #expect(try assets(of: "[a]:b]:media/a.png").faults.isEmpty)
  }

  @Test("no more names are resolved as Markdown than anybody writes")
  func references() throws {
    func draft(_ count: Int) -> String { (0..<count).map { "a\($0)&b\\*" }.joined(separator: " ") }
    #expect(try assets(of: draft(2000) + " ![x](media/a.png)").paths == ["Drafts/media/a.png"])
    #expect(try assets(of: draft(2001)).faults == [.tooMany(2001)])
    #expect(try assets(of: String(repeating: "a&b ", count: 3000)).faults.isEmpty)
  }

  @Test("a file is digested as git stores it, whatever a checkout made of it")
  func digests() throws {
    let git = try GitFolder()
    try git.write("*.svg text=auto eol=crlf\n*.bin -text\nf.txt filter=up\n", to: ".gitattributes")
    try git.write("committed with\r\nCRLF\n", to: "old.csv")
    try git.git("add", "old.csv")
    try git.git("commit", "-qm", "first")
    try git.write(
      "*.svg text=auto eol=crlf\n*.bin -text\nf.txt filter=up\n*.csv text=auto\n",
      to: ".gitattributes"
    )
    try git.git("config", "filter.up.clean", "tr a-z A-Z")
    try git.write("a\r\nb\r\n", to: "a.svg")
    try git.write("a\r\nb\r\n", to: "a.bin")
    try git.write("filtered\n", to: "f.txt")
    try git.write("plain\n", to: "new.txt")
    try git.write("", to: ".ghost/policy.yml")
    let workspace = try Workspace(at: git.path)
    let libcrypto = try Libcrypto()
    let digests = AssetDigests(of: workspace, variables: git.environment, libcrypto)
    for (path, stored) in [
      ("a.svg", "a\nb\n"), ("a.bin", "a\r\nb\r\n"), ("f.txt", "FILTERED\n"), ("new.txt", "plain\n"),
      ("old.csv", "committed with\r\nCRLF\n"),
    ] {
      let expected = try libcrypto.digest(.sha256, of: stored.utf8).hex
      #expect(try digests.digest(of: path) == expected, "\(path)")
      // git's own word for it.
      try git.git("add", path)
      let committed = Array(try git.git("cat-file", "-p", ":" + path).utf8)
      #expect(committed == Array(stored.utf8) || committed + [0x0A] == Array(stored.utf8))
    }
    #expect(throws: Diagnostic.self) { try digests.digest(of: "none.txt") }
  }
}
