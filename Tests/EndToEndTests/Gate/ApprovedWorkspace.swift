import Foundation
import TestSupport
import Testing

/// A workspace in a git repository of its own, with people who have keys and approve.
///
/// Records are written and signed here, by `ssh-keygen -Y sign` alone: none of ghost's own code that
/// approves has a part in it. The digests are those of the specification, computed by the second
/// implementation of it, in Python.
final class ApprovedWorkspace: Sendable {
  /// Somebody with a key.
  struct Person: Sendable {
    let name: String
    let principal: String
    let key: String
  }

  static let isPossible =
    Program(named: "ssh-keygen") != nil && Program(named: "git") != nil
    && Program(named: "python3") != nil

  let repository: GitFolder
  let dana = Person(name: "Dana Reyes", principal: "dana@acme.example", key: "dana")
  let sam = Person(name: "Sam Okafor", principal: "sam@acme.example", key: "sam")
  let eve = Person(name: "Eve Black", principal: "eve@acme.example", key: "eve")
  /// Now, give or take: commits are made a minute apart up to it.
  let now = Int(Date().timeIntervalSince1970)

  static let id = "acme-blog"

  /// Makes a workspace with one approved draft, committed on `main`.
  ///
  /// - Parameters:
  ///   - policy: Lines that are added to the policy.
  ///   - options: What stands in front of each person's key, in place of the usual.
  ///   - files: What is committed with the rest.
  ///   - approved: Whether the draft is.
  /// - Throws: what git or ssh-keygen says.
  init(
    policy: String = "",
    options: [String: String] = [:],
    files: [String: String] = [:],
    approved: Bool = true
  ) throws {
    repository = try GitFolder()
    try repository.folder.write("", to: "keys/.keep")
    for person in [dana, sam, eve] { try makeKey(person.key) }
    try repository.write("organisation: Acme\n", to: ".ghost/config.yml")
    try repository.write(Self.policy + policy, to: ".ghost/policy.yml")
    try repository.write(try signers([dana, sam], options), to: ".ghost/allowed_signers")
    try repository.write(
      "name: Dana Reyes\ntitle: CFO\nemail: dana@acme.example\n",
      to: "Templates/execs/cfo.yml"
    )
    for topic in ["pricing", "guidance"] {
      try repository.write(
        "title: T\naudience: A\nangle: Retention rose to 118%\n",
        to: "Templates/topics/\(topic).yml"
      )
    }
    try repository.write("---\n", to: "Templates/article.md")
    try repository.write(Self.draft, to: "Drafts/cfo-pricing.md")
    for (path, text) in files { try repository.write(text, to: path) }
    if approved { try approve("cfo-pricing") }
    try repository.commit(at: now - 86_400)
  }

  static let policy = """
    workspace: \(id)
    roles:
      cfo: { name: Dana Reyes, principal: dana@acme.example }
      legal: { name: Sam Okafor, principal: sam@acme.example }
    protected: [main]
    require:
      - when: { topic: guidance }
        approvals: [legal]

    """

  static let draft = """
    ---
    title: Why we price by value
    byline: Dana Reyes, CFO
    exec: cfo
    topic: pricing
    format: article
    ---

    Retention rose to 118% last year.
    We never gave a discount.

    So we keep the price.

    """

  // MARK: Keys

  private func makeKey(_ name: String) throws {
    try run(
      "ssh-keygen",
      ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", repository.folder.path + "/keys/" + name]
    )
  }

  /// Returns lines of `allowed_signers`.
  func signers(_ people: [Person], _ options: [String: String] = [:]) throws -> String {
    try people.map { person in
      let key = try repository.folder.read("keys/\(person.key).pub")
      let option = options[person.key] ?? "namespaces=\"ghost-approval\""
      return "\(person.principal) \(option)\(option.isEmpty ? "" : " ")\(key)"
    }
    .joined()
  }

  // MARK: Approvals

  /// What a test may have otherwise than an honest approval.
  struct Record {
    var workspace = ApprovedWorkspace.id
    var role = "cfo"
    var number = 1
    var previous: String?
    var signer: Person
    var name: String?
    var meaning = "approves for publication"
    var method = "key"
    var extra: [String] = []
    var assets: [String] = []
    var signedAt: Int
    var namespace = "ghost-approval"
    /// Who really signs.
    var key: Person
    var draftName: String?
    var file: String?
    var note: String?
    var text: String?
    var content: String?
    var folder = "Drafts/approvals"
  }

  /// Writes an approval of what a draft says in the working tree, and returns its path.
  @discardableResult
  func approve(
    _ slug: String,
    at place: String? = nil,
    as signer: Person? = nil,
    _ change: (inout Record) throws -> Void = { _ in }
  ) throws -> String {
    let signer = signer ?? dana
    var record = Record(signer: signer, signedAt: now - 3600, key: signer)
    try change(&record)
    let draft = record.draftName ?? slug
    let digests = try self.digests(of: place ?? "Drafts/\(slug).md", draft, record.workspace)
    var lines = [
      "ghost approval v1", "workspace: \(record.workspace)", "draft: \(draft)",
      "role: \(record.role)", "number: \(record.number)",
      "previous: \(record.previous.map { "sha256:" + $0 } ?? "none")",
      "signer: \(record.signer.principal)", "name: \(record.name ?? record.signer.name)",
      "meaning: \(record.meaning)", "method: \(record.method)",
    ]
    lines += record.extra
    lines += [
      "text: sha256:\(record.text ?? digests.text)",
      "content: sha256:\(record.content ?? digests.content)",
    ]
    for asset in record.assets { lines.append("asset: \(asset) sha256:\(try sha256(asset))") }
    lines.append("signed-at: \(Self.time(record.signedAt))")
    if let note = record.note { lines.append("note: \(note)") }
    let text = lines.map { $0 + "\n" }.joined()
    let armor = try sign(text, record.key, record.namespace)
    let file = record.file ?? "\(slug).\(record.role).\(record.number).approval"
    let path = "\(record.folder)/\(file)"
    try repository.write(text + armor, to: path)
    return path
  }

  private func sign(_ text: String, _ person: Person, _ namespace: String) throws -> String {
    let name = "keys/message-\(UUID().uuidString)"
    let path = try repository.folder.write(text, to: name)
    try run(
      "ssh-keygen",
      [
        "-Y", "sign", "-q", "-n", namespace, "-f", repository.folder.path + "/keys/" + person.key,
        path,
      ]
    )
    return try repository.folder.read(name + ".sig")
  }

  /// Computes the digests by the specification's second implementation.
  private func digests(
    of path: String,
    _ slug: String,
    _ workspace: String
  ) throws -> (text: String, content: String) {
    struct Question: Encodable {
      let draft: Data
      let workspace, slug: String
    }
    struct Answer: Decodable { let text, content: String }
    let draft = (try? Data(contentsOf: URL(filePath: repository.path + "/" + path))) ?? Data()
    let question = try JSONEncoder().encode(
      Question(draft: draft, workspace: workspace, slug: slug)
    )
    let peer = ProjectFolder.tests.appending(path: "GhostKitTests/Peers/content_digest.py").path
    let outcome = try #require(Program(named: "python3")).run(
      [peer],
      input: String(decoding: question, as: UTF8.self) + "\n"
    )
    let answer = try JSONDecoder().decode(Answer.self, from: Data(outcome.output.utf8))
    return (answer.text, answer.content)
  }

  /// Returns the SHA-256 of a file of the working tree.
  func sha256(_ path: String) throws -> String {
    String(try run("sha256sum", [repository.path + "/" + path]).prefix(64))
  }

  static func time(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: TimeInterval(seconds)).ISO8601Format()
  }

  // MARK: Git and ghost

  /// Changes a file of the working tree.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try repository.folder.read("work/" + path)
    #expect(text.contains(old), "\(path) does not hold '\(old)'")
    try repository.write(text.replacing(old, with: new), to: path)
  }

  /// Starts a branch from the current commit.
  func branch(_ name: String = "change") throws {
    try repository.git("checkout", "-q", "-b", name)
  }

  /// Begins `main` anew with the workspace in a folder, as if it had always been there.
  func move(to folder: String, isCopy: Bool = false) throws {
    try repository.git("checkout", "-q", "--orphan", "fresh")
    try repository.write("", to: folder + "/.keep")
    for name in [".ghost", "Drafts", "Templates"] {
      let new = repository.path + "/" + folder + "/" + name
      try FileManager.default.copyItem(atPath: repository.path + "/" + name, toPath: new)
      if !isCopy { try FileManager.default.removeItem(atPath: repository.path + "/" + name) }
    }
    try repository.commit(at: now - 7200)
    try repository.git("branch", "-M", "main")
  }

  func commit(at time: Int? = nil) throws { try repository.commit(at: time ?? now - 60) }

  /// Runs the built ghost in the workspace.
  func ghost(_ arguments: [String], in folder: String? = nil, input: String? = nil) throws
    -> Program.Outcome
  {
    try BuiltGhost.program.run(
      arguments,
      input: input,
      in: folder ?? repository.path,
      environment: repository.environment
    )
  }

  /// Runs a check and returns its errors, `path code` each, and how it ended.
  func check(_ arguments: [String] = ["--base", "main"]) throws -> Findings {
    let outcome = try ghost(["check", "--to", "json"] + arguments)
    return Findings(outcome)
  }

  @discardableResult
  private func run(_ program: String, _ arguments: [String]) throws -> String {
    let outcome = try #require(Program(named: program)).run(
      arguments,
      environment: repository.environment
    )
    #expect(outcome.status == 0, "\(program) \(arguments): \(outcome.error)")
    return outcome.output
  }
}

/// What a check found.
struct Findings: CustomStringConvertible {
  let status: Int32
  /// The codes of errors, sorted.
  let errors: [String]
  let warnings: [String]
  let description: String

  init(_ outcome: Program.Outcome) {
    status = outcome.status
    description = outcome.output + outcome.error
    struct Report: Decodable {
      struct Finding: Decodable {
        let severity: String
        let code: String
      }
      let findings: [Finding]
    }
    let report = try? JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let findings = report?.findings ?? []
    errors = findings.filter { $0.severity == "error" }.map(\.code).sorted()
    warnings = findings.filter { $0.severity == "warning" }.map(\.code).sorted()
  }
}
