import Diagnostics
import TestSupport

@testable import GhostKit

/// A workspace in a repository of its own, with two executives.
struct StatusScene {
  let git: GitFolder
  /// Where the workspace stands below the repository's root, with a slash at its end, or empty.
  private let prefix: String

  init(below prefix: String = "") throws {
    git = try GitFolder()
    self.prefix = prefix
    try write("organisation: O\n", to: ".ghost/config.yml")
    try write(
      """
      workspace: w
      roles: { cfo: { name: Dana Reyes, principal: dana@o.example, github: dreyes } }
      protected: [main]

      """,
      to: ".ghost/policy.yml"
    )
    try write(
      "name: Dana Reyes\ntitle: CFO\nemail: dana@o.example\n",
      to: "Templates/execs/cfo.yml"
    )
    try write("name: Henrik Aalto\ntitle: CEO\nemail: h@o.example\n", to: "Templates/execs/ceo.yml")
    try git.commit(at: 1_699_000_000)
  }

  func write(_ text: String, to path: String) throws { try git.write(text, to: prefix + path) }

  /// Writes a draft; one with a question is not finished.
  func draft(
    _ path: String = "Drafts/a.md",
    exec: String = "cfo",
    more keys: String = "",
    _ body: String = "One two three.\n\n[TK: why? ~7 words]\n"
  ) throws {
    let head = "---\ntitle: T\nbyline: B\nexec: \(exec)\ntopic: t\nformat: article\n"
    try write(head + keys + "---\n\n" + body, to: path)
  }

  /// The board at noon of a day, in UTC.
  func board(on day: String = "2023-11-20", executive: String? = nil) throws -> StatusBoard {
    let seconds = (CalendarDate(day)?.daysSince1970 ?? 0) * 86_400 + 43_200
    return try StatusBoard(
      of: Workspace(at: git.path + (prefix.isEmpty ? "" : "/" + prefix)),
      executive: executive,
      clock: .fixed(seconds),
      variables: git.environment
    )
  }
}
