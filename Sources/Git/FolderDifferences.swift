import Diagnostics
import Subprocess

/// A name that two folders do not have in common, or that stands for something else in each.
struct EntryDifference: Sendable {
  /// The name, or from the root a path.
  let name: [UInt8]
  let old: Side
  let new: Side

  /// What the name stands for in one of the folders.
  enum Side: Sendable, Hashable {
    case nothing
    case file(ObjectID)
    case folder(ObjectID)

    var file: ObjectID? { if case .file(let id) = self { id } else { nil } }
    var folder: ObjectID? { if case .folder(let id) = self { id } else { nil } }
  }

  /// The folders that are to be compared next, if it is one on either side.
  var folders: FolderPair? {
    old.folder == nil && new.folder == nil
      ? nil : FolderPair(old: old.folder, new: new.folder)
  }

  /// Reads `:MODE MODE ID ID STATUS` and the name.
  init(parsing line: some Collection<UInt8>, name: [UInt8]) throws(Diagnostic) {
    let words = line.dropFirst().split(separator: UInt8(ascii: " "))
    guard words.count == 5, let old = Self.side(mode: words[0], id: words[2]),
      let new = Self.side(mode: words[1], id: words[3])
    else { throw .unexpectedAnswer("diff-tree") }
    self.name = name
    self.old = old
    self.new = new
  }

  private static func side(
    mode: some Collection<UInt8>,
    id: some Collection<UInt8>
  ) -> Side? {
    guard let id = ObjectID(hex: id) else { return nil }
    if id.isNull { return .nothing }
    return mode.elementsEqual("040000".utf8) ? .folder(id) : .file(id)
  }
}

/// Two folders; `nil` stands for one that is not there.
struct FolderPair: Sendable, Hashable {
  let old: ObjectID?
  let new: ObjectID?
}

/// What differs between folders, each pair of which is compared once.
///
/// Told to go through all that lies below, git lists every file, and a few folders that name each
/// other many times stand for more files than there are atoms. So it is asked for one level after
/// the other, for all folders of the level at once.
struct FolderDifferences {
  private let repository: Repository
  private let paths: [GitPath]
  private var known: [FolderPair: [EntryDifference]] = [:]
  private var seen = 0

  /// Differences in many commits together; a history hands them on some hundreds at a time.
  private static let mostDifferences = TreeStore.mostEntries * 4
  private static let longest = 1 << 20

  /// Nothing has been compared yet; no paths mean everything.
  init(in repository: Repository, below paths: [GitPath]) {
    self.repository = repository
    self.paths = paths.contains("") ? [] : paths
  }

  /// A file in which two root folders differ.
  struct File: Sendable {
    let path: GitPath
    let old: ObjectID?
    let new: ObjectID?
  }

  /// Compares all that lies below what root folders differ in.
  ///
  /// - Throws: `git.tree-too-deep` and `git.too-many-files` (content), and what git says.
  mutating func compare(below roots: [[EntryDifference]]) throws(Diagnostic) {
    var level: Set<Step> = []
    for root in roots { next(after: root, in: "", to: &level) }
    var done = level
    for _ in 0..<TreeStore.deepest {
      guard !level.isEmpty else { return }
      try load(Set(level.map(\.pair)).filter { known[$0] == nil })
      var below: Set<Step> = []
      for step in level { next(after: known[step.pair] ?? [], in: step.place, to: &below) }
      level = below.subtracting(done)
      done.formUnion(level)
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
        guard difference.old.file != nil || difference.new.file != nil, isWanted(path) else {
          continue
        }
        files.append(File(path: path, old: difference.old.file, new: difference.new.file))
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
    to steps: inout Set<Step>
  ) {
    for difference in differences {
      guard let pair = difference.folders else { continue }
      let path = place?.appending(difference.name)
      if path.map(isWanted) ?? true {
        steps.insert(Step(place: nil, pair: pair))
      } else if let path, leads(path) {
        steps.insert(Step(place: path, pair: pair))
      }
    }
  }

  private func isWanted(_ path: GitPath) -> Bool {
    paths.isEmpty || paths.contains { $0 == path || path.isInside($0) }
  }

  /// Whether something that is wanted is there or below.
  private func leads(_ path: GitPath) -> Bool {
    isWanted(path) || paths.contains { $0.isInside(path) }
  }

  private mutating func load(_ pairs: Set<FolderPair>) throws(Diagnostic) {
    guard !pairs.isEmpty else { return }
    let pairs = Array(pairs)
    let nothing = repository.emptyTree
    var input: [UInt8] = []
    for pair in pairs {
      input += "\(pair.old?.hex ?? nothing) \(pair.new?.hex ?? nothing)\n".utf8
    }
    var child = try StreamingChild(
      repository.command(
        ["diff-tree", "--stdin", "-z", "--raw", "--no-abbrev", "--no-renames"],
        input: input
      )
    )
    child.closeInput()
    var place = -1
    while var line = try child.read(to: 0, limit: Self.longest)?[...] {
      // A line of its own names the pair; pairs without a difference have nothing but that.
      while line.first != UInt8(ascii: ":") {
        guard let end = line.firstIndex(of: UInt8(ascii: "\n")), place + 1 < pairs.count else {
          throw .unexpectedAnswer("diff-tree")
        }
        line = line[(end + 1)...]
        place += 1
      }
      guard pairs.indices.contains(place), let name = try child.read(to: 0, limit: Self.longest)
      else { throw .unexpectedAnswer("diff-tree") }
      seen += 1
      guard seen < Self.mostDifferences else { throw .tooManyFiles(limit: TreeStore.mostEntries) }
      known[pairs[place], default: []].append(try EntryDifference(parsing: line, name: name))
    }
    let status = try child.finish()
    guard status.isSuccess else { throw .gitFailed("diff-tree", status, child.error) }
    for pair in pairs where known[pair] == nil { known[pair] = [] }
  }
}

extension Repository {
  /// The folder without anything in it, which git knows without having it.
  fileprivate var emptyTree: String {
    usesSHA256
      ? "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
      : "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
  }
}
