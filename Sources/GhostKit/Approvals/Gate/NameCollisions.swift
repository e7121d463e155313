internal import Diagnostics
internal import Git

/// Names that a change brings and that a checkout under macOS or Windows takes for others: for those
/// of what was approved, or for those of the trust root.
///
/// Only the folders that the change's own paths lead through are looked at, each once.
struct NameCollisions {
  /// A folder after the merge.
  private struct Folder {
    /// The names that are not folded; the others are found by what they are.
    var odd: [FoldedName: [[UInt8]]] = [:]
    /// With what the names begin, for those that look like short ones.
    var beginnings: [[UInt8]: [UInt8]] = [:]
  }

  /// The names by which ghost and git find what counts, in this one spelling.
  private static let paths: [GitPath] = [
    GitPath(Workspace.mark), GitPath(Policy.path), GitPath(Config.path), GitPath(Trust.signersPath),
    GitPath(TrustRoot.approvals), GitPath(DraftFolder.path), GitPath(ApprovalFolder.drafts),
    GitPath(ApprovalFolder.drafts + "/evidence"), GitPath(MediaChanges.folder), "Templates",
    "Templates/pages",
  ]
  private static let known = Set(paths)
  private static let own: [GitPath: [[UInt8]]] = Dictionary(
    grouping: paths.map { path in (path.parent, Array(path.parts.last ?? [])) },
    by: \.0
  ).mapValues { $0.map(\.1) }
  private static let attributes = Array(CheckoutAttributes.fileName.utf8)
  private static let most = 100

  private let merge: MergeCase
  private var folders: [GitPath: Folder] = [:]
  private var seen: Set<GitPath> = []
  private var tops: [GitPath: Bool] = [:]
  private var found: [Diagnostic] = []

  /// Looks at a change.
  ///
  /// - Parameters:
  ///   - merge: The change and its base.
  ///   - isFirst: Whether it brings all that there is.
  /// - Throws: what keeps a folder from being listed.
  init(of merge: MergeCase, isFirst: Bool = false) throws(Diagnostic) {
    self.merge = merge
    let brought =
      isFirst
      ? try merge.files(where: { name in Self.isTop(name) })
      : merge.changes.lazy.filter { $0.old == nil && $0.new != nil }.map(\.path)
    for path in brought { try look(at: path) }
    try lookAbove()
  }

  /// What was found.
  var findings: DiagnosticLog {
    var log = DiagnosticLog()
    for finding in found.prefix(Self.most) { log.add(finding) }
    if found.count > Self.most { log.add(.moreCollisions(found.count - Self.most)) }
    return log
  }

  /// Whether a name at the workspace's root could be taken for that of one that counts.
  private static func isTop(_ name: [UInt8]) -> Bool {
    let folded = FoldedName(name)
    let names = (own[""] ?? []) + [attributes]
    return names.contains { isTaken(folded, for: FoldedName($0)) } || name.contains(backslash)
  }

  private static let backslash = UInt8(ascii: "\\")

  private static func isTaken(_ name: FoldedName, for other: FoldedName) -> Bool {
    name == other || name.isShort && name.beginning == other.beginning
  }

  private mutating func look(at path: GitPath) throws(Diagnostic) {
    guard let first = path.parts.first else { return }
    let top = GitPath(bytes: first)
    let isTop = tops[top] ?? Self.isTop(top.bytes)
    tops[top] = isTop
    guard isTop else { return }
    if path.bytes.contains(Self.backslash) { return lookBehindBackslashes(path) }
    var folder: GitPath = ""
    for part in path.parts {
      let place = folder.appending(part)
      if seen.insert(place).inserted,
        let other = try other(than: Array(part), in: folder, isRight: Self.known.contains(place))
      {
        found.append(.nameCollides(path, folder.appending(other)))
      }
      folder = place
    }
  }

  /// Windows takes a backslash for a slash, so that one name is a path.
  private mutating func lookBehindBackslashes(_ path: GitPath) {
    var parts: [FoldedName] = []
    let names = path.bytes.split { $0 == UInt8(ascii: "/") || $0 == Self.backslash }
    for name in names {
      if name.elementsEqual("..".utf8) {
        _ = parts.popLast()
      } else if !name.elementsEqual(".".utf8) {
        parts.append(FoldedName(name))
      }
    }
    guard let first = parts.first, Self.isTop(Array(first.text.utf8)) else { return }
    found.append(.nameCollides(path, GitPath(parts.map(\.text).joined(separator: "/"))))
  }

  /// Returns the name in whose place another one would be.
  private mutating func other(
    than name: [UInt8],
    in folder: GitPath,
    isRight: Bool
  ) throws(Diagnostic) -> [UInt8]? {
    guard !isRight else { return nil }
    let folded = FoldedName(name)
    // What has no name of its own there is the folder, or the one above.
    guard !folded.text.isEmpty else { return [] }
    let own = (Self.own[folder] ?? []) + [Self.attributes]
    if let other = own.first(where: { $0 != name && Self.isTaken(folded, for: FoldedName($0)) }) {
      return other
    }
    let siblings = try list(folder)
    if let other = siblings.odd[folded]?.first(where: { $0 != name }) { return other }
    if folded.isShort, let other = siblings.beginnings[folded.beginning] { return other }
    let plain = Array(folded.text.utf8)
    guard plain != name, FoldedName.isPlain(plain) else { return nil }
    return try merge.has(folder.appending(plain)) ? plain : nil
  }

  private mutating func list(_ path: GitPath) throws(Diagnostic) -> Folder {
    if let known = folders[path] { return known }
    var folder = Folder()
    let place = merge.inRepository(path)
    for name in try merge.names(in: place, where: { !FoldedName.isPlain($0) }) {
      folder.odd[FoldedName(name), default: []].append(name)
    }
    if folder.odd.keys.contains(where: \.isShort) {
      for name in try merge.names(in: place) {
        let folded = FoldedName(name)
        if !folded.isShort { folder.beginnings[folded.beginning] = name }
      }
    }
    folders[path] = folder
    return folder
  }

  /// Looks for what takes the place of a folder that leads to the workspace.
  private mutating func lookAbove() throws(Diagnostic) {
    var folder: GitPath = ""
    for part in merge.prefix.parts {
      let right = [Array(part), Self.attributes]
      let old = Set(try merge.names(in: folder, ofBase: true))
      for name in try merge.names(in: folder) where !old.contains(name) && !right.contains(name) {
        let folded = FoldedName(name)
        if let other = right.first(where: { Self.isTaken(folded, for: FoldedName($0)) }) {
          let path = merge.fromWorkspace(folder.appending(name))
          found.append(.nameCollides(path, folder.appending(other)))
        }
      }
      folder = folder.appending(part)
    }
  }
}

extension GitPath {
  fileprivate var parent: GitPath {
    GitPath(bytes: parts.dropLast().joined(separator: [UInt8(ascii: "/")]))
  }
}

// What there is to say of names that are one name elsewhere.
extension Diagnostic {
  fileprivate static func nameCollides(_ path: GitPath, _ other: GitPath) -> Diagnostic {
    .refused(
      .nameCollides,
      "under macOS or Windows this would take the place of '\(other.text)'",
      at: Location(path: path.text),
      hint: "rename it"
    )
  }

  fileprivate static func moreCollisions(_ count: Int) -> Diagnostic {
    .refused(
      .nameCollides,
      "the change brings \(count) more names that are others under macOS or Windows",
      hint: "rename them"
    )
  }
}
