internal import Diagnostics
internal import SSHSig

/// Has records signed and writes them, whole or not at all.
struct RecordSigner {
  let workspace: Workspace
  let variables: [String: String]

  /// Has a record signed, proves the signature and writes the file.
  ///
  /// - Parameters:
  ///   - record: What is signed.
  ///   - key: Who signs.
  ///   - path: Where the record belongs.
  ///   - check: Throws if what was shown is no longer what there is; asked before and after signing,
  ///     which can take as long as a person looks for their passphrase.
  /// - Throws: what `check` throws, `signing-failed` if there is no signature, `approval-exists` if
  ///   the number was taken meanwhile; nothing is written then.
  func write(
    _ record: ApprovalRecord,
    by key: SigningKey,
    to path: String,
    if check: () throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try check()
    let message = record.encoded()
    let namespace = record.method.namespace
    let keygen = try SSHKeygen(variables: variables)
    let armor = try key.sign(message, for: namespace, keygen, variables: variables)
    let signature = try Signature(armored: armor)
    try Verifier(Libcrypto()).verify(signature, of: message, in: namespace, by: key.key)
    // What is written is read back as the gate will read it.
    let file = try ApprovalFile(parsing: SourceText(path: path, bytes: message + armor))
    guard file.record == record else { throw .signingFailed(path) }
    try check()
    guard try workspace.folder.create(message + armor, at: path) else {
      throw .approvedMeanwhile(path)
    }
  }
}
