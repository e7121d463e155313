public import Diagnostics
internal import SSHSig
internal import YAML

/// Adds keys to the trust root: who holds a role may sign with them from now on.
public struct Enrolment: Sendable {
  /// Where keys are.
  public static let path = ".ghost/allowed_signers"

  /// The person whose keys they are.
  public let name: String
  /// What `ssh-keygen -l` prints for each key, to be compared by telephone.
  public let fingerprints: [String]
  /// How many of the keys are new.
  public let added: Int
  private let bytes: [UInt8]

  /// Prepares the lines for keys, or returns `nil` after having said what is wrong; nothing is
  /// written yet.
  ///
  /// - Parameters:
  ///   - keys: One public key a line, as a `.pub` file or a forge's `LOGIN.keys` has them.
  ///   - role: The role whose holder they belong to.
  ///   - namespace: What they may sign for.
  ///   - workspace: Where.
  ///   - log: What is wrong with the keys or the trust root.
  /// - Throws: `no-role` (usage) for a role that is not in the policy.
  public init?(
    of keys: SourceText,
    for role: String,
    in namespace: String,
    of workspace: Workspace,
    log: inout DiagnosticLog
  ) throws(Diagnostic) {
    guard let policy = workspace.policy(log: &log) else { return nil }
    guard let holder = policy.roles.entries.first(where: { $0.key.value == role })?.value else {
      throw .noRole(role, among: policy.roles.keys)
    }
    let principal = holder.principal.description
    let present = try workspace.files.read(Self.path)?.bytes ?? []
    let source = SourceText(path: Self.path, bytes: present)
    guard let signers = AllowedSigners(parsing: source, log: &log),
      let lines = Self.keys(in: keys, log: &log)
    else { return nil }
    var text = present
    if let last = text.last, last != Byte.lineFeed { text.append(Byte.lineFeed) }
    var added: Set<PublicKey> = []
    for line in lines where !added.contains(line.key) {
      let own = signers.signers.filter { $0.key == line.key }
      if let other = own.first(where: { $0.principal != principal }) {
        log.add(.keyOfAnother(other.principal, at: signers.location(of: other)))
        continue
      }
      if own.contains(where: { $0.namespaces != nil && $0.grants(namespace: namespace) }) {
        continue
      }
      added.insert(line.key)
      let comment = Self.isPlain(line.comment) ? line.comment : role
      text += "\(principal) namespaces=\"\(namespace)\" \(line.key.text) \(comment)\n".utf8
    }
    // Read back as the gate will: a file with one fault grants nothing to anybody.
    let result = SourceText(path: Self.path, bytes: text)
    guard !log.hasErrors, AllowedSigners(parsing: result, log: &log) != nil else { return nil }
    let libcrypto = try Libcrypto()
    fingerprints = try lines.map { line throws(Diagnostic) in
      try Fingerprint(of: line.key, libcrypto).line(of: line.key, comment: line.comment)
    }
    name = holder.name
    self.added = added.count
    bytes = text
  }

  /// Writes the file whole.
  public func write(to folder: FileStore) throws(Diagnostic) {
    if added > 0 { try folder.write(bytes, to: Self.path) }
  }

  private static func keys(in source: SourceText, log: inout DiagnosticLog) -> [KeyLine]? {
    let isPrivate = source.bytes.starts(with: "-----BEGIN".utf8)
    guard !isPrivate else {
      log.add(.privateKey(source.path))
      return nil
    }
    var found = DiagnosticLog()
    let keys = KeyLine.all(in: source, log: &found)
    if keys.isEmpty, found.isEmpty { found.add(.noKeyFile(source.path)) }
    log.add(found)
    return found.hasErrors ? nil : keys
  }

  /// A comment that hides something, or could be read as anything else, is left out.
  private static func isPlain(_ comment: String) -> Bool {
    !comment.isEmpty && comment.utf8.count <= 200 && comment.utf8.first != UInt8(ascii: "#")
      && TerminalText.spelledOut(comment) == comment
  }
}
