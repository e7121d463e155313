import Diagnostics

/// One name in a folder of a commit.
public struct TreeEntry: Sendable, Hashable {
  /// What the name stands for.
  public enum Kind: Sendable, Hashable {
    case file, executable, link, folder
    /// A commit of another repository.
    case submodule

    /// Tells it by the mode that git has for an entry.
    init(mode: UInt32) {
      self =
        switch mode & 0o170_000 {
        case 0o040_000: .folder
        case 0o100_000: mode & 0o100 == 0 ? .file : .executable
        case 0o120_000: .link
        default: .submodule
        }
    }
  }

  /// What the name stands for.
  public let kind: Kind
  /// The name, which need not be UTF-8.
  public let name: [UInt8]
  /// The blob, tree or foreign commit.
  public let id: ObjectID

  /// Whether git puts this before another: a folder stands as if a slash ended its name.
  func stands(before other: TreeEntry) -> Bool {
    if kind != .folder, other.kind != .folder {
      return name.lexicographicallyPrecedes(other.name)
    }
    return key.lexicographicallyPrecedes(other.key)
  }

  private var key: [UInt8] { kind == .folder ? name + [UInt8(ascii: "/")] : name }
}

/// A folder of a commit, read from git's own binary form.
///
/// It is stricter than git: what `git fsck` would find fault with could show one content to a judge
/// and another to a checkout.
struct Tree: Sendable {
  let entries: [TreeEntry]

  /// Reads entries of the form `MODE NAME NUL ID`.
  init(parsing bytes: [UInt8], id: ObjectID) throws(Diagnostic) {
    var entries: [TreeEntry] = []
    entries.reserveCapacity(bytes.count / 40)
    let idSize = id.count
    var position = 0
    while position < bytes.count {
      var mode: UInt32 = 0
      while position < bytes.count, case let digit = bytes[position] &- UInt8(ascii: "0"),
        digit < 8, mode < 0o1_000_000
      {
        mode = mode << 3 | UInt32(digit)
        position += 1
      }
      guard position < bytes.count, bytes[position] == UInt8(ascii: " "), mode != 0 else {
        throw .damagedTree(id, "a mode is no octal number")
      }
      position += 1
      guard let end = bytes[position...].firstIndex(of: 0), bytes.count - end > idSize else {
        throw .damagedTree(id, "it ends early")
      }
      let name = Array(bytes[position..<end])
      position = end + 1 + idSize
      guard let entryID = ObjectID(bytes: bytes[(end + 1)..<position]), Self.isName(name) else {
        throw .damagedTree(id, "'\(String(decoding: name, as: UTF8.self))' is no file's name")
      }
      let entry = TreeEntry(kind: TreeEntry.Kind(mode: mode), name: name, id: entryID)
      if let last = entries.last, !last.stands(before: entry) {
        throw .damagedTree(id, "its names are not in order")
      }
      entries.append(entry)
    }
    self.entries = entries
    if let name = twofoldName { throw .damagedTree(id, "'\(name)' is both file and folder") }
  }

  /// Returns the entry of a name.
  func entry(named name: ArraySlice<UInt8>) -> TreeEntry? {
    // A folder stands elsewhere than a file of its name would.
    for kind in [TreeEntry.Kind.file, .folder] {
      guard let id = entries.first?.id else { return nil }
      let wanted = TreeEntry(kind: kind, name: Array(name), id: id)
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].stands(before: wanted) { low = middle + 1 } else { high = middle }
      }
      if low < entries.count, entries[low].name.elementsEqual(name) { return entries[low] }
    }
    return nil
  }

  /// The folders that stand in this one.
  var folders: [ObjectID] { entries.filter { $0.kind == .folder }.map(\.id) }

  private static func isName(_ name: [UInt8]) -> Bool {
    !name.isEmpty && !name.elementsEqual(".".utf8) && !name.elementsEqual("..".utf8)
      && !name.contains(UInt8(ascii: "/"))
  }

  /// A file and a folder of one name do not stand side by side, so the order does not show them.
  private var twofoldName: String? {
    let folders = entries.filter { $0.kind == .folder }
    for folder in folders {
      let file = TreeEntry(kind: .file, name: folder.name, id: folder.id)
      var low = 0
      var high = entries.count
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].stands(before: file) {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low < entries.count, entries[low].kind != .folder, entries[low].name == folder.name {
        return String(decoding: folder.name, as: UTF8.self)
      }
    }
    return nil
  }
}
