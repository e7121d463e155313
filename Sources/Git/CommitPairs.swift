/// Commits, each with one of its parents: a merge is compared with one after the other.
struct CommitPairs {
  /// What `git diff-tree --stdin` reads: a line for each commit and parent.
  private(set) var lines: [UInt8] = []
  /// How many parents a merge has; whatever is not named has one, or none.
  private var parentCounts: [ObjectID: Int] = [:]

  /// Reads what `git rev-list --parents` writes.
  init(parsing listing: [UInt8], isFirstParentOnly: Bool) {
    lines.reserveCapacity(listing.count)
    for line in listing.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      guard words.count > 2 else {
        append(line)
        continue
      }
      for parent in words.dropFirst().prefix(isFirstParentOnly ? 1 : words.count) {
        append(words[0] + [UInt8(ascii: " ")] + parent)
      }
      if !isFirstParentOnly, let id = ObjectID(hex: words[0]) {
        parentCounts[id] = words.count - 1
      }
    }
  }

  private mutating func append(_ line: some Collection<UInt8>) {
    lines += line
    lines.append(UInt8(ascii: "\n"))
  }

  /// Returns with how many parents a commit is compared.
  func parentCount(of commit: ObjectID) -> Int { parentCounts[commit] ?? 1 }
}

extension Commit.Change {
  /// Returns what a commit did, by the files in which it differs from each of its parents.
  ///
  /// git leaves out a parent that has no difference at all, so fewer than all may be known.
  static func merging(
    _ parents: [[FolderDifferences.File]],
    of count: Int,
    _ view: Repository.MergeView
  ) -> [Commit.Change] {
    if count == 1 || (view == .own && parents.count < count) {
      return count == 1
        ? (parents.first ?? []).map {
          Commit.Change(path: $0.path, old: $0.old?.id, new: $0.new?.id)
        } : []
    }
    var byPath: [GitPath: [FolderDifferences.File]] = [:]
    for file in parents.joined() { byPath[file.path, default: []].append(file) }
    return byPath.values.compactMap { files in
      guard let first = files.first, view == .everyParent || files.count == count else {
        return nil
      }
      return Commit.Change(
        path: first.path,
        old: first.old?.id,
        merged: files.dropFirst().compactMap { $0.old?.id },
        new: first.new?.id
      )
    }
    .sorted { $0.path < $1.path }
  }
}
