public import Diagnostics
internal import SSHSig

/// A record that is about to be signed: everything is settled but the signature.
public struct NewApproval: Sendable {
  /// What is approved, or was.
  public let subject: ApprovalSubject
  /// Who signs.
  public let signatory: Signatory
  /// The record that it follows, if there is one.
  public let last: ApprovalRecord?
  /// What the draft was before.
  public let earlier: EarlierVersion?
  var record: ApprovalRecord
  private let workspace: Workspace
  private let variables: [String: String]

  /// A text in a record is one line of a letter, not a letter.
  static let longestText = 1000

  /// Where the record will be.
  public var path: String {
    "\(ApprovalFolder.drafts)/\(subject.slug).\(signatory.role).\(record.number).approval"
  }

  /// Settles a record that approves a draft as it is now.
  init(
    of subject: ApprovalSubject,
    by signatory: Signatory,
    in workspace: Workspace,
    variables: [String: String],
    at now: Timestamp
  ) throws(Diagnostic) {
    let end = try ChainEnd(of: subject.slug, as: signatory.role, in: workspace.files)
    self.subject = subject
    self.signatory = signatory
    self.workspace = workspace
    self.variables = variables
    last = end.last
    earlier = try EarlierVersion(of: subject, end.last, in: workspace, variables: variables)
    record = ApprovalRecord(
      workspace: subject.workspace.description,
      draft: subject.slug.description,
      role: signatory.role.description,
      number: end.number + 1,
      previous: end.digest,
      signer: signatory.principal,
      name: signatory.name,
      meaning: .approves,
      method: signatory.method,
      witness: signatory.witness,
      said: nil,
      evidence: nil,
      text: subject.digest.text,
      content: subject.digest.content,
      assets: subject.assets,
      signedAt: now,
      note: nil
    )
  }

  /// Adds a remark.
  ///
  /// - Throws: `unsignable-text` (usage) if it cannot stand in a record.
  public mutating func set(note: String, from option: String) throws(Diagnostic) {
    record.note = try Self.line(note, option)
  }

  /// Takes back what was approved instead of approving.
  ///
  /// - Throws: `nothing-to-revoke` if the last record approves nothing, `unsignable-text` (usage).
  public mutating func revoke(because reason: String) throws(Diagnostic) {
    guard let last, last.meaning == .approves else {
      throw .nothingToRevoke(subject.slug, signatory.role)
    }
    record.meaning = .revokes
    // What is taken back is what was approved, whatever the draft has become since.
    (record.text, record.content, record.assets) = (last.text, last.content, last.assets)
    record.note = try Self.line(reason, "because")
  }

  /// Says when and where the person said yes, which a colleague witnesses.
  mutating func witness(said: String) throws(Diagnostic) {
    record.said = try Self.line(said, "said")
  }

  private static func line(_ text: String, _ option: String) throws(Diagnostic) -> String {
    guard !text.isEmpty, text.utf8.count <= longestText, TerminalText.spelledOut(text) == text,
      text.utf8.first != Byte.space, text.utf8.last != Byte.space
    else { throw .unsignableText(option) }
    return text
  }

  /// Has the record signed, proves the signature and writes the file whole.
  ///
  /// - Throws: `draft-changed` if the draft is no longer what was shown, `signing-failed` if there
  ///   is no signature, `approval-exists` if the number was taken meanwhile; nothing is written then.
  public func sign() throws(Diagnostic) {
    // Also before: nobody should touch a key for nothing.
    if record.meaning == .approves {
      try subject.demandUnchanged(in: workspace, variables: variables)
    }
    let keygen = try SSHKeygen(variables: variables)
    let message = record.encoded()
    let armor = try signatory.key.sign(
      message,
      for: record.method.namespace,
      keygen,
      variables: variables
    )
    let signature = try Signature(armored: armor)
    try Verifier(Libcrypto()).verify(
      signature,
      of: message,
      in: record.method.namespace,
      by: signatory.key.key
    )
    // What is written is read back as the gate will read it.
    let file = try ApprovalFile(parsing: SourceText(path: path, bytes: message + armor))
    guard file.record == record else { throw .signingFailed(path) }
    if record.meaning == .approves {
      try subject.demandUnchanged(in: workspace, variables: variables)
    }
    guard try workspace.folder.create(message + armor, at: path) else {
      throw .approvedMeanwhile(path)
    }
  }
}

/// Where a role's chain of records ends, and so where the next one begins.
struct ChainEnd {
  /// The number of the last record, 0 if there is none.
  let number: Int
  /// The digest of its file in its LF form.
  let digest: String?
  /// The last record.
  let last: ApprovalRecord?

  /// Reads the names of a chain and its last file.
  ///
  /// - Throws: `broken-chain` if a record is missing or no record of this chain.
  init(of slug: Slug, as role: Slug, in files: any WorkspaceFiles) throws(Diagnostic) {
    let folder = try ApprovalFolder(in: files)
    let names = folder.chain(of: slug, as: role)
    for (index, name) in names.enumerated() where name.number != index + 1 {
      throw .brokenChain(folder.path(of: name), "number \(index + 1) is missing")
    }
    guard let name = names.last else {
      (number, digest, last) = (0, nil, nil)
      return
    }
    let path = folder.path(of: name)
    guard let source = try files.read(path, limit: ApprovalFile.longest) else {
      throw .brokenChain(path, "the last one is gone")
    }
    let file = try ApprovalFile(parsing: source)
    guard file.record.draft == slug.description, file.record.role == role.description,
      file.record.number == name.number
    else { throw .brokenChain(path, "the last one is of another draft, role or number") }
    guard ApprovalName.numbers.contains(name.number + 1) else {
      throw .brokenChain(path, "no number is left")
    }
    number = name.number
    digest = try Libcrypto().digest(.sha256, of: file.signed + file.armor).hex
    last = file.record
  }
}
