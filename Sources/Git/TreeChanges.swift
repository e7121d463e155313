public import Diagnostics

/// A file in which two folders differ.
public struct TreeChange: Sendable, Hashable {
  /// Where it is, seen from the folders.
  public let path: GitPath
  /// What was there; `nil` if there was no file.
  public let old: TreeEntry?
  /// What is there now; `nil` if there is no file any more.
  public let new: TreeEntry?
}

extension TreeStore {
  /// Returns the files in which two folders differ, by content or kind, in the order of their paths.
  ///
  /// What both have in common is never read, so this costs what the difference is worth. A renamed
  /// file is one that went and one that came.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, damaged, or too deep.
  public mutating func changes(from old: ObjectID, to new: ObjectID)
    throws(Diagnostic) -> [TreeChange]
  {
    var result: [TreeChange] = []
    var open: [(path: GitPath, depth: Int, old: ObjectID?, new: ObjectID?)] = [("", 0, old, new)]
    var seen = 0
    while let (path, depth, old, new) = open.popLast() {
      guard depth < Self.deepest else { throw .treeTooDeep(path) }
      // Together, so that git reads the one while the other is looked at.
      try load([old, new].compactMap { $0 })
      let differences = try RawTree.differences(from: raw(old), to: raw(new))
      seen += differences.count
      guard seen < Self.mostEntries else { throw .tooManyFiles(limit: Self.mostEntries) }
      for difference in differences {
        let place = path.appending(difference.name)
        if let pair = difference.folders { open.append((place, depth + 1, pair.old, pair.new)) }
        let files = (old: difference.old?.leaf, new: difference.new?.leaf)
        guard files.old != nil || files.new != nil else { continue }
        let entry = { (side: EntryDifference.Side) in
          TreeEntry(kind: side.kind, name: difference.name, id: side.id)
        }
        result.append(
          TreeChange(path: place, old: files.old.map(entry), new: files.new.map(entry))
        )
      }
    }
    return result.sorted { $0.path < $1.path }
  }

  /// Returns a folder that is in order; nothing stands in one that is not there.
  private mutating func raw(_ folder: ObjectID?) throws(Diagnostic) -> RawTree {
    guard let folder else { return .empty }
    return try tree(folder).raw
  }
}

extension TreeStore {
  /// Returns for each of several folders what lies below it that another has not, or not as it is;
  /// folders aside, in git's order, with paths seen from there.
  ///
  /// Folders are compared as they come and not kept; of what they have in common nothing is looked
  /// at.
  ///
  /// - Throws: a diagnostic if a folder is not in the repository, damaged, too deep, or holds too
  ///   much.
  public mutating func files(
    below folders: [ObjectID],
    notBelow base: ObjectID
  ) throws(Diagnostic) -> [[TreeFile]] {
    let old = EntryDifference.Side(kind: .folder, id: base)
    let roots = folders.map { folder in
      [EntryDifference(name: [], old: old, new: .init(kind: .folder, id: folder))]
    }
    var differences = FolderDifferences(below: [])
    try differences.compare(below: roots, reading: &reader)
    return try roots.map { root throws(Diagnostic) in
      try differences.files(below: root).compactMap { file in
        file.new.map { TreeFile(path: file.path, kind: $0.kind, id: $0.id) }
      }
    }
  }
}
