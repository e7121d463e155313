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
}

/// A folder of a commit, read from git's own binary form.
///
/// It is stricter than git: what `git fsck` would find fault with could show one content to a judge
/// and another to a checkout. Of each entry only the place is kept: of ten thousand in a folder, few
/// are asked for.
struct Tree: Sendable {
  /// The folder in git's own form.
  let raw: RawTree
  private let places: [RawTree.Entry]

  /// Reads entries of the form `MODE NAME NUL ID`.
  init(parsing bytes: [UInt8], id: ObjectID) throws(Diagnostic) {
    raw = RawTree(bytes, of: id)
    var places: [RawTree.Entry] = []
    places.reserveCapacity(bytes.count / 40)
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
      guard let place = raw.entry(TreeEntry.Kind(mode: mode), from: position + 1) else {
        throw .damagedTree(id, "it ends early")
      }
      guard raw.isName(place.name) else {
        let name = String(decoding: bytes[place.name], as: UTF8.self)
        throw .damagedTree(id, "'\(name)' is no file's name")
      }
      if let last = places.last, raw.order(of: last, raw, place) >= 0 {
        throw .damagedTree(id, "its names are not in order")
      }
      places.append(place)
      position = place.end
    }
    self.places = places
    if let name = twofoldName { throw .damagedTree(id, "'\(name)' is both file and folder") }
  }

  /// All entries, in git's order.
  var entries: [TreeEntry] { places.compactMap { raw.entry($0) } }

  /// Hands on the names and what each stands for, in git's order.
  func forEachName(_ body: (ArraySlice<UInt8>, TreeEntry.Kind) -> Void) {
    for place in places { body(raw.bytes[place.name], place.kind) }
  }

  /// Returns the entry of a name.
  func entry(named name: ArraySlice<UInt8>) -> TreeEntry? {
    // A folder stands elsewhere than a file of its name would.
    (place(of: name, .file) ?? place(of: name, .folder)).flatMap { raw.entry($0) }
  }

  /// Returns the entry of a name if it stands where one of this kind would.
  private func place(of name: ArraySlice<UInt8>, _ kind: TreeEntry.Kind) -> RawTree.Entry? {
    let wanted = RawTree.name(name)
    let entry = RawTree.Entry(kind: kind, name: wanted.bytes.indices, end: wanted.bytes.count)
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if raw.order(of: places[middle], wanted, entry) < 0 {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < places.count, raw.bytes[places[low].name].elementsEqual(name) else { return nil }
    return places[low]
  }

  /// The folders that stand in this one.
  var folders: [TreeEntry] { places.filter { $0.kind == .folder }.compactMap { raw.entry($0) } }

  /// A file and a folder of one name do not stand side by side, so the order does not show them.
  private var twofoldName: String? {
    for folder in places where folder.kind == .folder {
      let name = raw.bytes[folder.name]
      if let file = place(of: name, .file), file.kind != .folder {
        return String(decoding: name, as: UTF8.self)
      }
    }
    return nil
  }
}
