import Foundation
import TestSupport

/// A workspace whose names and texts hold what each form of report has to escape.
enum HostileWorkspace {
  /// Writes it into a folder.
  static func write(in folder: TemporaryFolder) throws {
    for (path, text) in try files() { try folder.write(text, to: path) }
  }

  /// Writes it below a folder of a repository.
  static func write(below folder: String, in repository: GitFolder) throws {
    for (path, text) in try files() { try repository.write(text, to: folder + path) }
  }

  private static func files() throws -> [String: String] {
    let name = #"Eve <b>x</b> `y` @octocat ##[error]"#
    let profile = try String(
      contentsOf: ProjectFolder.root.appending(path: "Templates/execs/cfo.yml"),
      encoding: .utf8
    )
    var files = [
      ".ghost/policy.yml": "workspace: acme-blog\nrules: { invisible-character: warning }\n",
      "Templates/topics/pricing.yml": "title: A\naudience: B\nangle: C\n",
      "Templates/article.md": "---\n",
      "Templates/execs/cfo.yml": profile,
      "Templates/execs/eve.yml": profile.replacing("name: Dana Reyes", with: "name: '\(name)'"),
      "Drafts/0-eve.md": draft(
        "eve",
        "[TK: &lt;script&gt;alert(1)&lt;/script&gt; ::error::%0A \\*a\\* @octocat? ~5 words]\n\n"
          + "[TK]\n\nTK\n\nTK\n\n![a](<::error::%0A, <img src=x>.png>)\n"
      ),
      "Drafts/a, 100%:b.md": draft("cfo", "Text.\n"),
      "Drafts/red\u{1B}[31m\u{9B}1m.md": draft("cfo", "Text.\n"),
      "Drafts/bad.md": "---\ntitle: \u{1B}]0;owned\u{7}\nexec: \"\\e[2J\"\n---\n# \u{1B}[31mred\n",
      "Drafts/fine.md": draft("cfo", "Text.\n"),
      "Drafts/<img src=x onerror=alert(1)>.txt": "",
      "Drafts/fi\u{202E}dm.exe": "",
    ]
    for number in 0..<2 { files["Drafts/\(number)/twin.md"] = draft("nobody", "Text.\n") }
    return files
  }

  private static func draft(_ exec: String, _ text: String) -> String {
    "---\ntitle: \"A\\e[31m\"\nbyline: B\nexec: \(exec)\ntopic: pricing\nformat: article\n---\n\n"
      + text
  }
}
