internal import Diagnostics
internal import SSHSig
internal import Subprocess

/// OpenSSH's own program, which alone ever sees a private key.
struct SSHKeygen {
  private let program: Executable
  private let environment: ChildEnvironment

  /// What it answers is some lines; a key of 16,384 bits makes the longest.
  private static let limits = Command.Limits(output: 1 << 16)

  /// Finds it.
  ///
  /// - Throws: a diagnostic about the environment if it is not installed.
  init(variables: [String: String]) throws(Diagnostic) {
    environment = ChildEnvironment(variables)
    program = try Executable.find(
      "ssh-keygen",
      in: environment,
      remedy: "install OpenSSH 8.1 or newer"
    )
  }

  /// Returns the fingerprint of the key in a file, private or public, without a passphrase.
  ///
  /// - Throws: `no-key-file` if the file holds no key or more than one.
  func fingerprint(of file: String) throws(Diagnostic) -> String {
    let outcome = try Command(
      program,
      ["-l", "-E", "sha256", "-f", Argument(file)],
      environment: environment,
      limits: Self.limits
    ).run()
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n")
    let words = lines.first?.split(separator: " ") ?? []
    guard outcome.status.isSuccess, lines.count == 1, words.count > 1,
      words[1].hasPrefix("SHA256:")
    else { throw .noKeyFile(file) }
    return String(words[1])
  }

  /// Signs a message, asking for a passphrase or a touch on the terminal where that is needed.
  ///
  /// - Parameters:
  ///   - message: What is signed.
  ///   - file: The private key, or the public one if the agent or a file beside it has the other.
  ///   - namespace: The purpose.
  /// - Returns: the armored signature.
  /// - Throws: `signing-failed` (environment) if there is none.
  func sign(
    _ message: [UInt8],
    with file: String,
    for namespace: String
  ) throws(Diagnostic) -> [UInt8] {
    let outcome = try Command(
      program,
      ["-Y", "sign", "-q", "-n", Argument(namespace), "-f", Argument(file)],
      environment: environment,
      input: message,
      limits: Self.limits
    ).runPrompting()
    guard outcome.status.isSuccess else { throw .signingFailed(file) }
    return outcome.output
  }
}
