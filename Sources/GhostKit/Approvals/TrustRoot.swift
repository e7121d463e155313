public import Diagnostics
public import SSHSig

/// What decides whether an approval counts: `.ghost/` but for `config.yml` and `approvals/`, and the
/// layouts in `Templates/pages/` (design, section 7).
///
/// It is made of regular files alone. A link, a submodule or a name that no record could hold is an
/// error: what nobody can put their name to cannot be trusted.
public struct TrustRoot: Sendable, Hashable {
  /// Its files, by the bytes of their paths.
  public let files: [ApprovalRecord.FileDigest]

  /// The name that stands for it in a record, in place of a slug.
  public static let draft = "trust-root"
  /// Where its approvals lie.
  public static let approvals = ".ghost/approvals"
  /// The folders that it is made of.
  static let folders = [".ghost", "Templates/pages"]
  private static let mostFiles = 500
  static let largestFile = 1 << 22

  /// Reads the trust root of a workspace: of the disk or, for what git has, of a commit.
  ///
  /// - Throws: `trust-root-unreadable` for what is no regular file, and what keeps a file from being
  ///   read.
  public init(of workspace: Workspace, _ libcrypto: Libcrypto) throws(Diagnostic) {
    var files: [ApprovalRecord.FileDigest] = []
    var folders = Self.folders
    var count = 0
    let index = FileIndex(workspace.files)
    for path in [".ghost", "Templates", "Templates/pages"] where try index.kind(of: path) == .other
    {
      throw .trustRootUnreadable(path)
    }
    while let folder = folders.popLast() {
      count += 1
      guard count <= Self.mostFiles else {
        throw .tooManyFiles(folder, limit: Self.mostFiles, of: "folders")
      }
      for entry in try workspace.files.entries(in: folder) {
        let path = folder + "/" + entry.name
        guard Self.contains(path) else { continue }
        switch entry.kind {
        case .folder: folders.append(path)
        case .other: throw .trustRootUnreadable(path)
        case .file:
          guard files.count < Self.mostFiles,
            let source = try workspace.files.read(path, limit: Self.largestFile)
          else { throw .trustRootUnreadable(path) }
          let digest = try libcrypto.digest(.sha256, of: source.bytes)
          files.append(.init(path: path, sha256: digest.hex))
        }
      }
    }
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Whether a file of a workspace, by its path, belongs to the trust root.
  ///
  /// Letters' case is no matter: some file systems have none.
  public static func contains(_ path: String) -> Bool {
    let lower = path.lowercased()
    if lower == ".ghost" || lower == "templates" || lower == "templates/pages" { return true }
    if path.isSame(as: Config.path) || path.isSame(as: approvals)
      || path.begins(withBytesOf: approvals + "/")
    {
      return false
    }
    return lower.begins(withBytesOf: ".ghost/") || lower.begins(withBytesOf: "templates/pages/")
  }

  /// What its digest is the SHA-256 of: `README.md` in this folder specifies it byte by byte.
  public func encoded() -> [UInt8] {
    var output = FieldWriter("ghost trust root v1\n", reserving: files.count * 128)
    for file in files {
      output.append("p", Array(file.path.utf8)[...])
      output.append("h", Array(file.sha256.utf8)[...])
    }
    return output.bytes
  }

  /// Returns the digest that stands in a record, 64 lower-case hexadecimal digits.
  public func digest(_ libcrypto: Libcrypto) throws(Diagnostic) -> String {
    try libcrypto.digest(.sha256, of: encoded()).hex
  }
}
