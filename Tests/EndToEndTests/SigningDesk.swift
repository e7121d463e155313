import Foundation
import TestSupport
import Testing

/// A workspace with a finished draft, and a person with keys, for tests that sign for real.
struct SigningDesk {
  let folder: TemporaryFolder
  let path: String
  let environment: [String: String]

  static let isInstalled = Program(named: "ssh-keygen") != nil && Program(named: "sh") != nil
  /// OpenSSH's own stand-in for an authenticator (Debian: openssh-tests).
  static let authenticator = "/usr/lib/openssh/regress/misc/sk-dummy/sk-dummy.so"

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/work"
    try ProjectFolder.copyWorkspace(to: path)
    try folder.write("", to: "home/.ssh/.keep")
    environment = [
      "HOME": folder.path + "/home", "SSH_AUTH_SOCK": "", "GIT_CONFIG_NOSYSTEM": "1",
      "PATH": BuiltGhost.searchPath, "SSH_SK_PROVIDER": Self.authenticator, "SSH_ASKPASS": "",
      "DISPLAY": "",
    ]
    try write(Self.draft)
    try folder.write("bytes", to: "work/Drafts/media/chart.png")
  }

  static let draft = """
    ---
    title: Why we price by value
    byline: Dana Reyes, CFO
    exec: cfo
    topic: pricing
    format: article
    ---

    Retention rose to 118%.

    ![Margins](media/chart.png)

    """

  func write(_ draft: String) throws { try folder.write(draft, to: "work/Drafts/cfo-pricing.md") }

  /// Makes a key in the person's folder.
  func makeKey(_ arguments: String..., named name: String = "dana", passphrase: String = "") throws
  {
    try shell(
      "ssh-keygen -q -N '\(passphrase)' -C \(name)@laptop -f ../\(name) "
        + arguments.joined(separator: " ")
    )
  }

  @discardableResult
  func ghost(_ arguments: String...) throws -> Program.Outcome {
    try BuiltGhost.program.run(arguments, in: path, environment: environment)
  }

  @discardableResult
  func shell(_ script: String) throws -> Program.Outcome {
    let outcome = try Program(path: "/bin/sh").run(
      ["-c", script],
      in: path,
      environment: environment
    )
    #expect(outcome.status == 0, "\(script)\n\(outcome.error)")
    return outcome
  }

  /// The names of the approvals that there are.
  func approvals() -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: path + "/Drafts/approvals")
    return (names ?? []).sorted()
  }

  /// Asks plain ssh-keygen, by the line that the documentation gives.
  func opensshAccepts(
    _ number: Int,
    role: String = "cfo",
    principal: String = "dana.reyes@meridian.example",
    namespace: String = "ghost-approval"
  ) throws -> Bool {
    let script = """
      f=Drafts/approvals/cfo-pricing.\(role).\(number).approval
      sed -n '/^-----BEGIN/,$p' $f > ../sig
      sed '/^-----BEGIN/,$d' $f | ssh-keygen -Y verify -f .ghost/allowed_signers \
      -I \(principal) -n \(namespace) -s ../sig
      """
    return try Program(path: "/bin/sh").run(["-c", script], in: path, environment: environment)
      .status == 0
  }
}
