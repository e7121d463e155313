public import Diagnostics
public import Markdown
internal import Git
internal import YAML

/// The files that a draft names, other than drafts: images, attachments.
///
/// They are approved with the text, so that nobody can swap the chart under an approved sentence.
public struct DraftAssets: Sendable, Hashable {
  /// What is wrong with a file that the draft names.
  public enum Fault: Sendable, Hashable {
    /// A link that leads to nothing, or an image that is no file.
    case missing(String, Range<Int>)
    /// A symbolic link or a device, of which nobody knows what it will be where the page is built.
    case notRegular(String, Range<Int>)
    /// A name that cannot stand in a record.
    case unprintable(String, Range<Int>)
    /// More files than a record can hold.
    case tooMany(Int)
  }

  /// The paths from the workspace's root, in the order of their bytes, each once.
  public let paths: [String]
  /// What is wrong, in the order of the draft; with any of it the draft cannot be approved.
  public let faults: [Fault]

  /// The most files that a record holds.
  static let most = 500
  /// Each place costs a pass over the file, and nobody reads more.
  private static let mostFaults = 100

  /// Finds what a draft names.
  ///
  /// - Parameters:
  ///   - document: The draft; its path is that from the workspace's root.
  ///   - index: What lies where.
  /// - Throws: what keeps a folder from being listed.
  public init(of document: Document, in index: FileIndex) throws(Diagnostic) {
    // Front matter that cannot be read is a finding of its own, and no file's name is in it.
    var aside = DiagnosticLog()
    let frontMatter = document.frontMatter.flatMap {
      YAMLParser.parse(document.source, range: $0.content, log: &aside)
    }
    try self.init(of: document, frontMatter: frontMatter, in: index)
  }

  /// Finds what a draft names whose front matter has been read already.
  init(
    of document: Document,
    frontMatter: YAMLNode?,
    in index: FileIndex
  ) throws(Diagnostic) {
    let path = document.source.path
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    // By their bytes: Swift takes two spellings of a letter for one, and a file system does not.
    var paths: Set<GitPath> = []
    var faults: [Fault] = []
    let known = try index.names(around: slash.map { String(path[..<$0]) } ?? "")
    let names = AssetNames(in: document, frontMatter: frontMatter, beside: known)
    for name in names.isCut ? [] : names.names {
      let found = try Self.find(name, in: folder, index)
      paths.formUnion(found.paths.map { GitPath($0) })
      if let fault = found.fault, faults.count < Self.mostFaults, !faults.contains(fault) {
        faults.append(fault)
      }
    }
    if names.isCut { faults.append(.tooMany(max(names.names.count, Self.most + 1))) }
    if paths.count > Self.most { faults.append(.tooMany(paths.count)) }
    self.paths = paths.sorted().map(\.text)
    self.faults = faults
  }

  private static func find(
    _ name: AssetNames.Name,
    in folder: String,
    _ index: FileIndex
  ) throws(Diagnostic) -> (paths: [String], fault: Fault?) {
    var paths: [String] = []
    var fault: Fault?
    for path in AssetPath(name.text, in: folder).candidates {
      switch try index.kind(of: path) {
      case .file? where isDraft(path): break
      case .file? where isPrintable(path): paths.append(path)
      case .file?: fault = .unprintable(path, name.range)
      case .other?: fault = .notRegular(path, name.range)
      case .folder?, nil: break
      }
    }
    if fault == nil, let path = try missing(name, in: folder, index, isFound: !paths.isEmpty) {
      fault = .missing(path, name.range)
    }
    return (paths, fault)
  }

  /// Returns what a page would ask for in vain.
  private static func missing(
    _ name: AssetNames.Name,
    in folder: String,
    _ index: FileIndex,
    isFound: Bool
  ) throws(Diagnostic) -> String? {
    switch (AssetPath.target(of: name.text, in: folder), name.use) {
    case (.beside(let path), .link): try index.kind(of: path) == nil ? path : nil
    case (.beside(let path), .shown): try index.kind(of: path) != .file ? path : nil
    case (.ofSite, .shown), (.outside, .shown): isFound ? nil : name.text
    default: nil
    }
  }

  /// Drafts are approved by records of their own; Markdown elsewhere is a file like any other.
  static func isDraft(_ path: String) -> Bool {
    path.begins(withBytesOf: DraftFolder.path + "/")
      && (path.ends(inBytesOf: ".md") || path.ends(inBytesOf: ".markdown"))
  }

  private static let longestPath = 1024

  private static func isPrintable(_ path: String) -> Bool {
    TerminalText.escaped(path) == path && path.utf8.count <= longestPath
      && path.utf8.first != Byte.space && path.utf8.last != Byte.space
  }
}

extension DraftAssets {
  /// Returns the files with their digests, as a record lists them.
  ///
  /// - Throws: what keeps one of them from being read.
  public func digested(
    by digests: AssetDigests
  ) throws(Diagnostic) -> [ApprovalRecord.FileDigest] {
    try paths.map { path throws(Diagnostic) in
      ApprovalRecord.FileDigest(path: path, sha256: try digests.digest(of: path))
    }
  }
}
