public import Diagnostics

/// A record that is about to be signed: everything is settled but the signature.
public struct NewApproval: Sendable {
  /// What is approved, or was.
  public let subject: ApprovalSubject
  /// Who signs.
  public let signatory: Signatory
  /// The record that it follows, if there is one; nobody vouches for it.
  let last: ApprovalRecord?
  /// The same if its signature and the name in it hold, and it approves.
  let proven: ApprovalRecord?
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
    of desk: SigningDesk,
    in workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) {
    let end = try ChainEnd(of: subject.slug, as: signatory.role, in: workspace.files)
    self.subject = subject
    self.signatory = signatory
    self.workspace = workspace
    self.variables = variables
    last = end.last?.record
    // A record that somebody made up must not tell the person what they have approved before.
    proven = try end.last.flatMap { file throws(Diagnostic) in
      try desk.isProven(file) && file.record.meaning == .approves ? file.record : nil
    }
    earlier = try EarlierVersion(of: subject, proven, in: workspace, variables: variables)
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
      signedAt: desk.now,
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

  static func line(_ text: String, _ option: String) throws(Diagnostic) -> String {
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
    let signer = RecordSigner(workspace: workspace, variables: variables)
    try signer.write(record, by: signatory.key, to: path) { () throws(Diagnostic) in
      // What is taken back may have changed since, or be half written.
      guard record.meaning == .approves else { return }
      try subject.demandUnchanged(in: workspace, variables: variables)
    }
  }
}
