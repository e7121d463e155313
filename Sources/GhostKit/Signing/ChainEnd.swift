internal import Diagnostics
internal import SSHSig

/// Where a role's chain of records ends, and so where the next one begins.
struct ChainEnd {
  /// The number of the last record, 0 if there is none.
  let number: Int
  /// The digest of its file in its LF form.
  let digest: String?
  /// The last file.
  let last: ApprovalFile?

  /// Reads the names of a chain and its last file.
  ///
  /// - Throws: `broken-chain` if a record is missing or no record of this chain.
  init(of slug: Slug, as role: Slug, in files: any WorkspaceFiles) throws(Diagnostic) {
    let folder = try ApprovalFolder(in: files)
    try self.init(folder.chain(of: slug, as: role), in: folder, files)
  }

  /// Reads the end of the trust root's chain, which is one for all owners.
  init(ofTrustRootIn files: any WorkspaceFiles) throws(Diagnostic) {
    let folder = try ApprovalFolder(TrustRoot.approvals, in: files)
    let names = folder.names.filter { $0.draft.description == TrustRoot.draft }
    try self.init(names.sorted { $0.number < $1.number }, in: folder, files)
  }

  private init(
    _ names: [ApprovalName],
    in folder: ApprovalFolder,
    _ files: any WorkspaceFiles
  ) throws(Diagnostic) {
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
    guard file.record.draft == name.draft.description, file.record.number == name.number,
      file.record.role == name.role.description
    else { throw .brokenChain(path, "the last one is of another draft, role or number") }
    guard ApprovalName.numbers.contains(name.number + 1) else {
      throw .brokenChain(path, "no number is left")
    }
    number = name.number
    digest = try Libcrypto().digest(.sha256, of: file.signed + file.armor).hex
    last = file
  }
}
