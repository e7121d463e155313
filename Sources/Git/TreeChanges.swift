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
      let pairs = Self.pairs(try entries(ofAny: old), try entries(ofAny: new))
      seen += pairs.count
      guard seen < Self.mostEntries else { throw .tooManyFiles(limit: Self.mostEntries) }
      for (old, new) in pairs {
        guard let name = (old ?? new)?.name else { continue }
        let place = path.appending(name)
        let folders = (Self.folder(old), Self.folder(new))
        if folders.0 != nil || folders.1 != nil {
          open.append((place, depth + 1, folders.0, folders.1))
        }
        let files = (Self.file(old), Self.file(new))
        if files.0 != nil || files.1 != nil {
          result.append(TreeChange(path: place, old: files.0, new: files.1))
        }
      }
    }
    return result.sorted { $0.path < $1.path }
  }

  private mutating func entries(ofAny folder: ObjectID?) throws(Diagnostic) -> [TreeEntry] {
    guard let folder else { return [] }
    return try entries(of: folder)
  }

  private static func folder(_ entry: TreeEntry?) -> ObjectID? {
    entry?.kind == .folder ? entry?.id : nil
  }

  private static func file(_ entry: TreeEntry?) -> TreeEntry? {
    entry?.kind == .folder ? nil : entry
  }

  /// Returns the entries that are not in both lists, those of one name and nature together.
  private static func pairs(_ before: [TreeEntry], _ after: [TreeEntry])
    -> [(TreeEntry?, TreeEntry?)]
  {
    var pairs: [(TreeEntry?, TreeEntry?)] = []
    var (old, new) = (0, 0)
    while old < before.count, new < after.count {
      let (first, second) = (before[old], after[new])
      var (isOld, isNew) = (true, true)
      if first != second {
        (isOld, isNew) = (!second.stands(before: first), !first.stands(before: second))
        pairs.append((isOld ? first : nil, isNew ? second : nil))
      }
      old += isOld ? 1 : 0
      new += isNew ? 1 : 0
    }
    return pairs + before[old...].map { ($0, nil) } + after[new...].map { (nil, $0) }
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
