import Diagnostics
import TestSupport
import Testing

@testable import GhostKit

@Suite struct EditorTests {
  @Test(
    "a value is cut into words as git cuts an alias",
    arguments: [
      ("vi", ["vi"]), ("code --wait", ["code", "--wait"]), ("  a\t b  ", ["a", "b"]),
      ("'/Applications/My Editor' -n", ["/Applications/My Editor", "-n"]),
      ("\"a b\"c d", ["a bc", "d"]), ("a\\ b", ["a b"]), ("\"a\\\"b\"", ["a\"b"]),
      ("'a\\b'", ["a\\b"]), ("e ''", ["e", ""]), ("e $(touch x); y", ["e", "$(touch", "x);", "y"]),
      ("'open", nil), ("open\\", nil), ("", []),
    ] as [(String, [String]?)]
  )
  func words(value: String, words: [String]?) {
    #expect(Editor.words(of: value) == words)
  }

  @Test("VISUAL goes before EDITOR, and an empty one is none")
  func variables() throws {
    let folder = try TemporaryFolder()
    let seed = try folder.write("typed", to: "seed")
    let environment = ["PATH": "/usr/bin:/bin", "VISUAL": "cp \(seed)", "EDITOR": "false"]
    try Editor(variables: environment).open(folder.path + "/draft.md")
    #expect(try folder.read("draft.md") == "typed")
    #expect(throws: Diagnostic.editorFailed("false")) {
      try Editor(variables: ["PATH": "/usr/bin:/bin", "VISUAL": "", "EDITOR": "false"])
        .open(folder.path + "/draft.md")
    }
  }

  @Test("what cannot be opened with is the environment's fault")
  func faults() {
    #expect(throws: Diagnostic.noEditor) { try Editor(variables: [:]) }
    #expect(throws: Diagnostic.badEditor("'x", in: "EDITOR")) {
      try Editor(variables: ["EDITOR": "'x"])
    }
    #expect(throws: Diagnostic.self) {
      try Editor(variables: ["EDITOR": "no-such-editor"]).open("/x")
    }
  }
}
