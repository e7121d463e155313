import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder of a commit in git's own binary form, to be compared with another and no more.
///
/// Folders that follow each other in a history are the same but for an entry or two, so what they
/// have in common is passed over without being taken apart. As git itself does, it takes entries in
/// whatever order it finds them: what an old program left in a history is still a history.
struct RawTree {
  let bytes: [UInt8]
  private let id: ObjectID?

  /// The folder that nothing is in.
  static let empty = RawTree(bytes: [], id: nil)

  private init(bytes: [UInt8], id: ObjectID?) {
    self.bytes = bytes
    self.id = id
  }

  /// Takes what the repository has under a name.
  init(_ bytes: [UInt8], of id: ObjectID) { self.init(bytes: bytes, id: id) }

  /// Takes a single name, to be held against those of a folder.
  static func name(_ bytes: ArraySlice<UInt8>) -> RawTree { RawTree(bytes: Array(bytes), id: nil) }

  /// Returns in what two folders differ, in git's order.
  ///
  /// - Throws: `git.damaged-tree` (content).
  static func differences(
    from old: RawTree,
    to new: RawTree
  ) throws(Diagnostic) -> [EntryDifference] {
    var differences: [EntryDifference] = []
    var (left, right) = (0, 0)
    while true {
      let same = old.countInCommon(from: left, with: new, from: right)
      if left + same == old.bytes.count, right + same == new.bytes.count { return differences }
      let whole = old.endOfEntries(from: left, within: left + same) - left
      (left, right) = (left + whole, right + whole)
      let (first, second) = (try old.entry(at: left), try new.entry(at: right))
      let order = old.order(of: first, new, second)
      let (isOld, isNew) = (order <= 0, order >= 0)
      let before = isOld ? first.flatMap(old.side) : nil
      let after = isNew ? second.flatMap(new.side) : nil
      // Modes that mean the same may be written in two ways.
      if before != after {
        let name = isOld ? first.map { old.bytes[$0.name] } : second.map { new.bytes[$0.name] }
        differences.append(EntryDifference(name: Array(name ?? []), old: before, new: after))
      }
      if isOld, let first { left = first.end }
      if isNew, let second { right = second.end }
    }
  }

  /// Where an entry stands.
  struct Entry: Sendable {
    let kind: TreeEntry.Kind
    let name: Range<Int>
    let end: Int
  }

  private var idSize: Int { id?.count ?? 0 }

  private func side(of entry: Entry) -> EntryDifference.Side? {
    id(of: entry).map { EntryDifference.Side(kind: entry.kind, id: $0) }
  }

  private func id(of entry: Entry) -> ObjectID? {
    ObjectID(bytes: bytes[(entry.name.upperBound + 1)..<entry.end])
  }

  /// Returns what stands at a place.
  func entry(_ place: Entry) -> TreeEntry? {
    id(of: place).map { TreeEntry(kind: place.kind, name: Array(bytes[place.name]), id: $0) }
  }

  /// Returns the place of an entry of which the mode has been read, `nil` if the folder ends early.
  func entry(_ kind: TreeEntry.Kind, from start: Int) -> Entry? {
    let end = nul(from: start)
    guard bytes.count - end > idSize else { return nil }
    return Entry(kind: kind, name: start..<end, end: end + 1 + idSize)
  }

  /// Reads `MODE NAME NUL ID`; `nil` at the end.
  private func entry(at start: Int) throws(Diagnostic) -> Entry? {
    guard let id, start < bytes.count else { return nil }
    var mode: UInt32 = 0
    var index = start
    while index < bytes.count, case let digit = bytes[index] &- UInt8(ascii: "0"), digit < 8 {
      mode = mode << 3 | UInt32(digit)
      index += 1
    }
    guard index > start, index < bytes.count, bytes[index] == UInt8(ascii: " ") else {
      throw .damagedTree(id, "a mode is no octal number")
    }
    guard let entry = entry(TreeEntry.Kind(mode: mode), from: index + 1), !entry.name.isEmpty else {
      throw .damagedTree(id, "it ends early")
    }
    return entry
  }
}

// What is looked at byte by byte: half a million entries of a history.
extension RawTree {
  /// How many bytes are the same in both from here on.
  private func countInCommon(from start: Int, with other: RawTree, from otherStart: Int) -> Int {
    let length = min(bytes.count - start, other.bytes.count - otherStart)
    return unsafe bytes.withUnsafeBytes { bytes in
      unsafe other.bytes.withUnsafeBytes { others in
        guard let bytes = bytes.baseAddress, let others = others.baseAddress else { return 0 }
        var count = 0
        while count < length {
          let step = min(64, length - count)
          let (one, two) = unsafe (bytes + start + count, others + otherStart + count)
          guard unsafe memcmp(one, two, step) == 0 else { break }
          count += step
        }
        while count < length,
          unsafe (bytes + start + count).load(as: UInt8.self)
            == (others + otherStart + count).load(as: UInt8.self)
        {
          count += 1
        }
        return count
      }
    }
  }

  /// Tells which of two entries git puts first, negative for the first.
  ///
  /// A folder stands as if a slash ended its name. What is not there comes last.
  func order(of entry: Entry?, _ tree: RawTree, _ other: Entry?) -> Int {
    guard let entry, let other else { return entry != nil ? -1 : other != nil ? 1 : 0 }
    let length = min(entry.name.count, other.name.count)
    let order = unsafe bytes.withUnsafeBytes { bytes in
      unsafe tree.bytes.withUnsafeBytes { others in
        guard let bytes = bytes.baseAddress, let others = others.baseAddress else { return 0 }
        return unsafe Int(
          memcmp(bytes + entry.name.lowerBound, others + other.name.lowerBound, length)
        )
      }
    }
    guard order == 0 else { return order }
    return Int(byte(behind: length, of: entry)) - Int(tree.byte(behind: length, of: other))
  }

  private func byte(behind length: Int, of entry: Entry) -> UInt8 {
    if entry.name.count > length { return bytes[entry.name.lowerBound + length] }
    return entry.kind == .folder ? UInt8(ascii: "/") : 0
  }

  /// Whether something can be called so.
  func isName(_ name: Range<Int>) -> Bool {
    let text = bytes[name]
    if text.count <= 2, text.allSatisfy({ $0 == UInt8(ascii: ".") }) { return false }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      return unsafe memchr(base + name.lowerBound, Int32(UInt8(ascii: "/")), name.count) == nil
    }
  }

  /// Returns where the last entry ends that begins at or behind an offset and ends before another.
  private func endOfEntries(from start: Int, within limit: Int) -> Int {
    var end = start
    while true {
      let next = nul(from: end) + 1 + idSize
      guard next <= limit else { return end }
      end = next
    }
  }

  /// Returns where the next NUL is; the end if there is none.
  private func nul(from start: Int) -> Int {
    guard start < bytes.count else { return bytes.count }
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, 0, buffer.count - start)
      else { return buffer.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }
}
