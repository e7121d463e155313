internal import Diagnostics
internal import SSHSig
internal import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A key that somebody can sign with here, and that the workspace knows.
public struct SigningKey: Sendable, Hashable {
  /// How ssh-keygen gets at the private half.
  enum Place: Sendable, Hashable {
    /// By a file: the private key, or the public one beside it.
    case file(String)
    /// The agent has it.
    case agent
  }

  let key: PublicKey
  let place: Place
  /// What people compare.
  public let fingerprint: String

  /// Signs a message; a key that only the agent has is named to ssh-keygen by a file for a moment.
  func sign(
    _ message: [UInt8],
    for namespace: String,
    _ keygen: SSHKeygen,
    variables: [String: String]
  ) throws(Diagnostic) -> [UInt8] {
    switch place {
    case .file(let path): return try keygen.sign(message, with: path, for: namespace)
    case .agent:
      let folder = try FileStore(root: variables["TMPDIR"] ?? "/tmp")
      let name = "ghost-key-\(UInt64.random(in: .min ... .max)).pub"
      guard try folder.create(Array((key.text + "\n").utf8), at: name) else {
        throw .signingFailed(name)
      }
      let path = folder.root + "/" + name
      defer { unsafe _ = unlink(path) }
      return try keygen.sign(message, with: path, for: namespace)
    }
  }
}

/// The keys that can be used here, of those that a workspace's `allowed_signers` knows.
struct KeyRing {
  let keys: [SigningKey]

  /// Takes the one key that was named on the command line, private or public.
  ///
  /// - Throws: `no-key-file` (usage) if there is no key, `unknown-key` if nobody granted it anything.
  init(
    file: String,
    _ signers: AllowedSigners,
    _ keygen: SSHKeygen,
    _ libcrypto: Libcrypto
  ) throws(Diagnostic) {
    let fingerprint = try keygen.fingerprint(of: file)
    for signer in signers.signers {
      guard try Fingerprint(of: signer.key, libcrypto).description == fingerprint else { continue }
      keys = [SigningKey(key: signer.key, place: .file(file), fingerprint: fingerprint)]
      return
    }
    throw .keyNotEnrolled(file, fingerprint)
  }

  /// Looks for keys where ssh does: in the agent, then in `~/.ssh`.
  init(
    variables: [String: String],
    _ signers: AllowedSigners,
    _ libcrypto: Libcrypto
  ) throws(Diagnostic) {
    let known = Set(signers.signers.map(\.key))
    var keys: [SigningKey] = []
    let places =
      Self.agentKeys(variables).map { ($0, SigningKey.Place.agent) } + Self.homeKeys(variables)
    for (key, place) in places where known.contains(key) && !keys.contains(where: { $0.key == key })
    {
      let fingerprint = try Fingerprint(of: key, libcrypto).description
      keys.append(SigningKey(key: key, place: place, fingerprint: fingerprint))
    }
    self.keys = keys
  }

  /// An agent that is not there has no keys.
  private static func agentKeys(_ variables: [String: String]) -> [PublicKey] {
    guard variables["SSH_AUTH_SOCK"] != nil else { return [] }
    let environment = ChildEnvironment(variables)
    let limits = Command.Limits(output: 1 << 20, time: .seconds(10))
    let outcome = try? Command(
      Executable.find("ssh-add", in: environment, remedy: ""),
      ["-L"],
      environment: environment,
      limits: limits
    ).run()
    guard let outcome, outcome.status.isSuccess else { return [] }
    return publicKeys(in: SourceText(path: "ssh-add", bytes: outcome.output))
  }

  private static func homeKeys(_ variables: [String: String]) -> [(PublicKey, SigningKey.Place)] {
    guard let home = variables["HOME"], let folder = try? FileStore(root: home + "/.ssh"),
      let entries = try? folder.entries(in: "")
    else { return [] }
    let names = Set(entries.map(\.name))
    var keys: [(PublicKey, SigningKey.Place)] = []
    for entry in entries where entry.name.hasSuffix(".pub") {
      let stem = String(entry.name.dropLast(".pub".count))
      // Without its private half it can sign only where the agent has that, which was asked.
      guard names.contains(stem), let text = try? folder.read(entry.name, limit: 1 << 16) else {
        continue
      }
      keys += publicKeys(in: text).map { ($0, .file(folder.root + "/" + stem)) }
    }
    return keys
  }

  /// Keys of kinds that do not count are no fault of anybody's here.
  private static func publicKeys(in source: SourceText) -> [PublicKey] {
    var aside = DiagnosticLog()
    return KeyLine.all(in: source, log: &aside).map(\.key)
  }
}
