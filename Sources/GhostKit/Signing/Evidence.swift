public import Diagnostics
internal import SSHSig

/// A file that proves what a witness says: a reply, a photograph of a signed page.
public struct Evidence: Sendable {
  /// Where evidence is kept.
  static let folder = ApprovalFolder.drafts + "/evidence"
  private static let largestFile = 1 << 24

  private let bytes: [UInt8]
  private let ending: String

  /// Reads a file from anywhere.
  ///
  /// - Throws: `bad-evidence` (usage) if it is not there or too large.
  public init(_ file: String, from folder: String) throws(Diagnostic) {
    let absolute = file.hasPrefix("/") ? file : folder + "/" + file
    let parts = absolute.split(separator: "/")
    guard let name = parts.last.map(String.init),
      let store = try? FileStore(root: "/" + parts.dropLast().joined(separator: "/")),
      let source = try? store.read(name, limit: Self.largestFile)
    else { throw .badEvidence(file) }
    bytes = source.bytes
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    let isPlain = ending.utf8.allSatisfy { Byte.isLetter($0) || Byte.isDigit($0) }
    self.ending = isPlain && (1...8).contains(ending.utf8.count) ? ending : "txt"
  }

  /// Where it will be, beside the approval that it belongs to.
  func path(for approval: NewApproval) -> String {
    "\(Self.folder)/\(approval.subject.slug).\(approval.signatory.role).\(approval.record.number)"
      + ".\(ending)"
  }

  /// Copies the file into the workspace and records its digest, as git will store it.
  public func keep(
    for approval: inout NewApproval,
    in workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) {
    let path = path(for: approval)
    // A copy that an interrupted try has left behind is as good as a new one.
    if try workspace.folder.create(bytes, at: path) == false,
      try workspace.files.read(path, limit: Self.largestFile)?.bytes != bytes
    {
      throw .approvedMeanwhile(path)
    }
    let digests = AssetDigests(of: workspace, variables: variables, try Libcrypto())
    approval.record.evidence = .init(path: path, sha256: try digests.digest(of: path))
  }
}
