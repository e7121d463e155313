public import Diagnostics
internal import Git
public import SSHSig
internal import Subprocess
internal import Synchronization

/// The SHA-256 of files as git stores them, each computed once.
///
/// On the disk a checkout may have changed a file: other line ends, a Git LFS object in the place
/// of its pointer. Only where git's attributes could do that is git asked for what it would store.
public final class AssetDigests: Sendable {
  private let files: any WorkspaceFiles
  private let root: String
  private let variables: [String: String]
  private let libcrypto: Libcrypto
  private let known = Mutex<[GitPath: String]>([:])
  private let checkout = Mutex<Checkout?>(nil)

  /// The largest image or attachment: 64 MiB.
  static let largestFile = 1 << 26

  /// Takes a workspace of which nothing has been read yet.
  ///
  /// - Parameters:
  ///   - workspace: Where the files are: on the disk, or in a commit.
  ///   - variables: The environment in which git is asked.
  ///   - libcrypto: What computes the digests.
  public init(of workspace: Workspace, variables: [String: String], _ libcrypto: Libcrypto) {
    files = workspace.files
    root = workspace.root
    self.variables = variables
    self.libcrypto = libcrypto
  }

  /// Returns the digest of a file, 64 lower-case hexadecimal digits.
  ///
  /// - Throws: `asset-missing` if there is no such file, and what keeps it from being read.
  public func digest(of path: String) throws(Diagnostic) -> String {
    if let digest = known.withLock({ $0[GitPath(path)] }) { return digest }
    guard let file = try files.read(path, limit: Self.largestFile) else {
      throw .assetMissing(path)
    }
    let bytes = try stored(file)
    let digest = try libcrypto.digest(.sha256, of: bytes).hex
    known.withLock { $0[GitPath(path)] = digest }
    return digest
  }

  /// Returns what git has, or would have, of a file that was read from the disk.
  private func stored(_ file: SourceText) throws(Diagnostic) -> [UInt8] {
    guard files is FileStore else { return file.bytes }
    return try checkout.withLock { checkout throws(Diagnostic) in
      if checkout == nil { checkout = try .find(root, variables) }
      return try checkout?.stored(file) ?? file.bytes
    }
  }
}

/// A working tree, asked about its attributes file by file; without one, nothing is changed.
private struct Checkout: ~Copyable {
  private let repository: Repository?
  private var attributes: AttributeReader?

  static func find(_ root: String, _ variables: [String: String]) throws(Diagnostic) -> Checkout {
    let found = try Repository.find(from: root, environment: ChildEnvironment(variables))
    guard let found, found.workTree != nil else {
      return Checkout(repository: nil, attributes: nil)
    }
    return Checkout(repository: found, attributes: try AttributeReader(found))
  }

  mutating func stored(_ file: SourceText) throws(Diagnostic) -> [UInt8] {
    guard let repository else { return file.bytes }
    let path = repository.prefix.appending(GitPath(file.path))
    switch try attributes?.conversion(of: path) {
    case nil, .some(.none): return file.bytes
    // Only a pair of CR and LF is ever changed on the way in.
    case .lineEnds where !Self.holdsCRLF(file.bytes): return file.bytes
    case .lineEnds, .anything: break
    }
    let (contents, store) = try repository.stored([path])
    var reader = try ObjectReader(store)
    guard let id = contents[path],
      case .object(_, let bytes) = try reader.read(id, limit: AssetDigests.largestFile)
    else { throw .missingFromRepository(file.path) }
    return bytes
  }

  private static func holdsCRLF(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == Byte.lineFeed, previous == Byte.carriageReturn { return true }
      previous = byte
    }
    return false
  }
}
