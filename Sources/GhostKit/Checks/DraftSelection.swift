internal import Diagnostics

/// A draft or a folder of drafts that a user names: by a slug or by a path.
public struct DraftSelection: Sendable {
  let name: String
  /// The path from the workspace's root; `nil` if it is outside.
  private let path: String?

  /// Takes a word of the command line.
  ///
  /// - Parameters:
  ///   - name: A slug, or a path.
  ///   - folder: The folder that a relative path is meant from.
  ///   - workspace: The workspace that it has to be in.
  public init(_ name: String, from folder: String, in workspace: Workspace) {
    self.name = name
    let absolute = name.hasPrefix("/") ? name : folder + "/" + name
    var parts: [Substring] = []
    for part in absolute.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    let root = workspace.root.split(separator: "/")
    path = parts.starts(with: root) ? parts.dropFirst(root.count).joined(separator: "/") : nil
  }

  /// The path of a draft that may not be there yet; `nil` where none can be.
  public var draftPath: String? {
    guard let path, path.begins(withBytesOf: DraftFolder.path + "/"), FileStore.isInside(path)
    else {
      return nil
    }
    return path
  }

  /// Returns whether a file is asked for, as a function.
  ///
  /// - Throws: `unknown-draft` (usage) for the first name that nothing has.
  static func filter(
    _ selections: [DraftSelection],
    only path: String?,
    _ folder: DraftFolder
  ) throws(Diagnostic) -> @Sendable (String) -> Bool {
    if let path { return { $0 == path } }
    guard !selections.isEmpty else { return { _ in true } }
    let entries = folder.entries + folder.companions
    var paths: Set<String> = []
    for selection in selections {
      let chosen = entries.filter(selection.takes)
      guard !chosen.isEmpty || selection.isWhole else {
        let names = folder.entries.compactMap { $0.slug?.description }
        throw .unknownDraft(selection.name, among: names)
      }
      paths.formUnion(chosen.map(\.path))
    }
    return { [paths] in paths.contains($0) }
  }

  /// Whether it names all drafts, which may be none yet.
  private var isWhole: Bool { path == "" || path == DraftFolder.path }

  private func takes(_ entry: DraftFolder.Entry) -> Bool {
    if names(entry.path, entry.slug) { return true }
    guard let path else { return false }
    return path.isEmpty || entry.path.begins(withBytesOf: path + "/")
  }

  /// Whether it names one file, by its path or by the draft's slug.
  func names(_ file: String, _ slug: Slug?) -> Bool {
    slug?.description == name || path == file
  }
}
