import Diagnostics

/// Two folders; `nil` stands for one that is not there.
struct FolderPair: Sendable, Hashable {
  let old: ObjectID?
  let new: ObjectID?

  /// The folders that are there.
  var ids: [ObjectID] { [old, new].compactMap { $0 } }
}

/// What differs between folders, each pair of which is compared once.
///
/// Told to go through all that lies below, git lists every file, and a few folders that name each
/// other many times stand for more files than there are atoms. So the folders are read one level
/// after the other, all of a level together, and compared here: git alone would read each of them
/// twice, once as what a commit made and once as what the next one began with.
struct FolderDifferences {
  private let paths: [GitPath]
  private var known: [FolderPair: [EntryDifference]] = [:]
  private var seen = 0

  /// Differences in many commits together; a history hands them on some hundreds at a time.
  private static let mostDifferences = TreeStore.mostEntries * 4

  /// Nothing has been compared yet; no paths mean everything.
  init(below paths: [GitPath]) { self.paths = paths.contains("") ? [] : paths }

  /// A file, or what else is no folder, in which two root folders differ.
  struct File: Sendable {
    let path: GitPath
    let old: EntryDifference.Side?
    let new: EntryDifference.Side?
  }

  /// Compares all that lies below what root folders differ in.
  ///
  /// - Throws: `git.tree-too-deep`, `git.too-many-files` and `git.damaged-tree` (content), and what
  ///   git says.
  mutating func compare(
    below roots: [[EntryDifference]],
    reading reader: inout ObjectReader
  ) throws(Diagnostic) {
    var done: Set<Step> = []
    var level: [Step] = []
    for root in roots { next(after: root, in: "", to: &level, besides: &done) }
    for _ in 0..<TreeStore.deepest {
      guard !level.isEmpty else { return }
      try load(level.map(\.pair), &reader)
      var below: [Step] = []
      for step in level {
        next(after: known[step.pair] ?? [], in: step.place, to: &below, besides: &done)
      }
      level = below
      guard done.count < TreeStore.mostEntries else {
        throw .tooManyFiles(limit: TreeStore.mostEntries)
      }
    }
    throw .treeTooDeep(level.first?.place ?? paths.first ?? "")
  }

  /// Returns the files that were asked about and in which root folders differ, in git's order.
  ///
  /// - Throws: `git.too-many-files` (content).
  func files(below root: [EntryDifference]) throws(Diagnostic) -> [File] {
    var files: [File] = []
    var open: [(place: GitPath, differences: [EntryDifference])] = [("", root)]
    var seen = 0
    while let (place, differences) = open.popLast() {
      seen += differences.count
      guard seen < TreeStore.mostEntries else {
        throw .tooManyFiles(limit: TreeStore.mostEntries)
      }
      for difference in differences {
        let path = place.appending(difference.name)
        if let pair = difference.folders, leads(path), let below = known[pair] {
          open.append((path, below))
        }
        let (old, new) = (difference.old?.leaf, difference.new?.leaf)
        guard old != nil || new != nil, isWanted(path) else { continue }
        files.append(File(path: path, old: old, new: new))
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  /// Two folders that are to be compared, and where they are; that is no matter any more where
  /// everything is wanted, so that one pair in a million places is one.
  private struct Step: Hashable {
    let place: GitPath?
    let pair: FolderPair
  }

  private func next(
    after differences: [EntryDifference],
    in place: GitPath?,
    to steps: inout [Step],
    besides done: inout Set<Step>
  ) {
    for difference in differences {
      guard let pair = difference.folders else { continue }
      let path = place?.appending(difference.name)
      let step: Step
      if path.map(isWanted) ?? true {
        step = Step(place: nil, pair: pair)
      } else if let path, leads(path) {
        step = Step(place: path, pair: pair)
      } else {
        continue
      }
      if done.insert(step).inserted { steps.append(step) }
    }
  }

  private func isWanted(_ path: GitPath) -> Bool {
    paths.isEmpty || paths.contains { $0 == path || path.isInside($0) }
  }

  /// Whether something that is wanted is there or below.
  private func leads(_ path: GitPath) -> Bool {
    isWanted(path) || paths.contains { $0.isInside(path) }
  }

  /// Reads folders in the order of their pairs and lets go of each behind the last pair that it is
  /// in: what follows each other in a history has one of two folders in common.
  private mutating func load(
    _ steps: [FolderPair],
    _ reader: inout ObjectReader
  ) throws(Diagnostic) {
    var pairs: [FolderPair] = []
    var wanted: [ObjectID] = []
    var lastUses: [ObjectID: Int] = [:]
    var open: Set<FolderPair> = []
    for pair in steps where known[pair] == nil && open.insert(pair).inserted {
      for id in pair.ids where lastUses.updateValue(pairs.count, forKey: id) == nil {
        wanted.append(id)
      }
      pairs.append(pair)
    }
    var trees: [ObjectID: RawTree] = [:]
    var next = 0
    try reader.read(wanted, limit: TreeStore.largestTree) { index, answer throws(Diagnostic) in
      trees[wanted[index]] = RawTree(try answer.tree(wanted[index]), of: wanted[index])
      while next < pairs.count, pairs[next].ids.allSatisfy({ trees[$0] != nil }) {
        try compare(pairs[next], trees)
        for id in pairs[next].ids where lastUses[id] == next { trees[id] = nil }
        next += 1
      }
    }
  }

  private mutating func compare(
    _ pair: FolderPair,
    _ trees: [ObjectID: RawTree]
  ) throws(Diagnostic) {
    let (old, new) = (pair.old.flatMap { trees[$0] }, pair.new.flatMap { trees[$0] })
    let differences = try RawTree.differences(from: old ?? .empty, to: new ?? .empty)
    seen += differences.count
    guard seen < Self.mostDifferences else { throw .tooManyFiles(limit: TreeStore.mostEntries) }
    known[pair] = differences
  }
}
