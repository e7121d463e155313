import Diagnostics
import Git
import Markdown
import Subprocess
import TestSupport
import Testing
import YAML

@testable import GhostKit

@Suite(.enabled(if: Program(named: "git") != nil, "git is not installed"))
struct ShareTests {
  private static let dana = (name: "Dana Reyes", address: "Dana.Reyes@meridian.example")
  private static let ann = (name: "Ann Author", address: "ann@meridian.example")
  private static let path = "Drafts/cfo-pricing.md"

  private static let outline = """
    ---
    title: T
    ---
    # Why we price

    One two three four five six.

    [TK: how did retention change? ~10 words]

    Seven eight nine ten.

    """

  private let git: GitFolder

  init() throws { git = try GitFolder() }

  private func save(
    _ text: String,
    by author: (name: String, address: String) = Self.ann,
    at time: Int
  ) throws {
    try git.write(text, to: Self.path)
    try git.commit(at: 1_700_000_000 + time, by: author)
  }

  private func repository() throws -> Repository {
    try #require(
      try Repository.find(from: git.path, environment: ChildEnvironment(git.environment))
    )
  }

  /// The words of the version at a branch's tip: prepared, executive's, colleagues', expected.
  private func share(at tip: String = "HEAD", working: String? = nil) throws -> [Int] {
    let repository = try repository()
    let tips = try repository.refs().map(\.commit)
    let history = try DraftHistory(of: "Drafts", in: repository, tips: tips)
    let content = try git.git("rev-parse", "\(tip):\(Self.path)")
    let id = try #require(ObjectID(hex: Array(content.utf8)))
    let versions = try #require(history.versions(leadingTo: id))
    let tracing = ShareTracing(versions, authors: try authors())
    var reader = try ObjectReader(repository)
    var contents: [ObjectID: [UInt8]] = [:]
    for id in tracing.contents {
      guard case .object(_, let bytes) = try reader.read(id) else { continue }
      contents[id] = bytes
    }
    let present = try working.map { try Document(parsing: SourceText(path: "a.md", text: $0)) }
    let found = tracing.share(working: present, isSpoken: false) { contents[$0] }
    let share = try #require(found).share
    let rest = working == nil ? [] : [share.uncommitted]
    return [share.prepared, share.executive, share.colleagues, share.expected] + rest
  }

  private func authors() throws -> CommitAuthors {
    var log = DiagnosticLog()
    let profile = SourceText(
      path: "cfo.yml",
      text: "name: Dana Reyes\ntitle: CFO\nemail: dana.reyes@meridian.example\n"
    )
    let policy = SourceText(
      path: "policy.yml",
      text: """
        workspace: w
        roles:
          cfo:
            name: Dana Reyes
            principal: dana@keys.example
            github: DReyes
            former: [{ name: Ivo Lang, principal: ivo@meridian.example, until: 2023-11-20 }]

        """
    )
    let executive = Executive.decode(profile, log: &log)
    let role = Policy.read(policy, log: &log)?.roles["cfo"]
    #expect(log.isEmpty)
    return CommitAuthors(executive, role: role)
  }

  @Test("an untouched draft has the share that it was prepared with")
  func untouched() throws {
    try save(Self.outline, at: 0)
    #expect(try share() == [10, 0, 0, 10])
  }

  @Test("each brings what they bring, whatever they format, wrap or move")
  func edits() throws {
    try save(Self.outline, at: 0)
    let answered = Self.outline.replacing(
      "[TK: how did retention change? ~10 words]",
      with: "How did retention change? It rose."
    )
    try save(answered, by: Self.dana, at: 100)
    #expect(try share() == [10, 6, 0, 0])
    let edited = answered.replacing("Seven eight", with: "Seven and eight")
    try save(edited, at: 200)
    #expect(try share() == [10, 6, 1, 0])
    let moved = """
      ---
      title: T
      lang: en
      ---
      # Why we price

      Seven *and*
      eight nine
      ten.

      One two three **four** five
      six.

      > How did retention change? It rose.

      """
    try save(moved, by: Self.dana, at: 300)
    #expect(try share() == [10, 6, 1, 0])
    #expect(try share(working: moved + "\nMore of it.\n") == [10, 6, 1, 0, 3])
  }

  @Test(
    "the executive is known by address, principal, account and office",
    arguments: [
      ("dana.reyes@meridian.example", true), ("DANA@keys.example", true),
      ("49699333+dreyes@users.noreply.github.com", true),
      ("dreyes@users.noreply.github.com", true),
      ("12345-dreyes@users.noreply.gitlab.com", true),
      ("12345-dreyes@users.noreply.gitlab.meridian.example", true),
      ("ivo@meridian.example", true), ("1-dreyes@users.noreply.github.com", false),
      ("49699333+mdreyes@users.noreply.github.com", false), ("dreyes@github.com", false),
      ("noreply@github.com", false), ("dreyes", false), ("", false),
    ]
  )
  func addresses(address: String, isExecutive: Bool) throws {
    try save(Self.outline, at: 0)
    // 2023-11-14; the commit is the forge's own.
    try git.write(Self.outline + "\nBrought.\n", to: Self.path)
    try git.commit(at: 1_700_000_100, by: ("D", address.isEmpty ? "x" : address))
    #expect(try share() == (isExecutive ? [10, 1, 0, 10] : [10, 0, 1, 10]))
  }

  @Test("who has left office brings no executive's words any more")
  func former() throws {
    try save(Self.outline, at: 0)
    try save(Self.outline + "\nLate.\n", by: ("Ivo", "ivo@meridian.example"), at: 10 * 86_400)
    #expect(try share() == [10, 0, 1, 10])
  }

  @Test("what comes back belongs to who brought it first")
  func restored() throws {
    try save(Self.outline, at: 0)
    let longer = Self.outline + "\nFour words come back.\n"
    try save(longer, by: Self.dana, at: 100)
    try save(Self.outline, at: 200)
    try save(longer + "\nAnd more.\n", at: 300)
    #expect(try share() == [10, 4, 2, 10])
  }

  @Test("a merge brings only what none of its sides had")
  func merge() throws {
    try save(Self.outline, at: 0)
    try git.git("checkout", "-q", "-b", "side")
    try save(Self.outline + "\nColleague wrote this.\n", at: 100)
    try git.git("checkout", "-q", "main")
    let ours = Self.outline.replacing("One two", with: "Once One two")
    try save(ours, by: Self.dana, at: 200)
    try git.git("merge", "-q", "--no-edit", "side")
    #expect(try share() == [10, 1, 3, 10])
  }

  @Test("a squashed draft is followed through the branch that still has its making")
  func squashed() throws {
    try git.write("x", to: "README")
    try git.commit(at: 1_699_999_000)
    try git.git("checkout", "-q", "-b", "cfo-pricing")
    try save(Self.outline, at: 0)
    try save(Self.outline + "\nBrought by Dana.\n", by: Self.dana, at: 100)
    try git.git("checkout", "-q", "main")
    try git.git("merge", "-q", "--squash", "cfo-pricing")
    try git.commit(at: 1_700_000_500)
    #expect(try share() == [10, 3, 0, 10])
    try git.git("branch", "-q", "-D", "cfo-pricing")
    #expect(try share() == [13, 0, 0, 10])
  }

  @Test("a rebase changes nothing")
  func rebased() throws {
    try git.write("x", to: "README")
    try git.commit(at: 1_699_999_000)
    try git.git("checkout", "-q", "-b", "cfo-pricing")
    try save(Self.outline, at: 0)
    try save(Self.outline + "\nBrought by Dana.\n", by: Self.dana, at: 100)
    try git.git("checkout", "-q", "main")
    try git.write("y", to: "README")
    try git.commit(at: 1_700_000_200)
    try git.git("checkout", "-q", "cfo-pricing")
    try git.git("rebase", "-q", "main")
    #expect(try share() == [10, 3, 0, 10])
  }

  @Test("a draft that is moved to another folder stays what it is")
  func renamed() throws {
    try git.write(Self.outline, to: "Drafts/old/cfo-pricing.md")
    try git.commit(at: 1_700_000_000)
    try git.git("mv", "Drafts/old/cfo-pricing.md", Self.path)
    try git.write(Self.outline + "\nBrought by Dana.\n", to: Self.path)
    try git.commit(at: 1_700_000_100, by: Self.dana)
    #expect(try share() == [10, 3, 0, 10])
  }
}
