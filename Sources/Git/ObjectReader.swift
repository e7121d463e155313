public import Diagnostics
import Subprocess

/// Reads any number of objects with one git process.
///
/// Requests are sent in bundles and their answers read while the next are under way, so thousands of
/// small files cost one process and hardly a system call each. A reader is for one task at a time.
public struct ObjectReader: ~Copyable {
  /// What an object is.
  public enum Kind: String, Sendable, Hashable {
    case commit, tree, blob, tag
  }

  /// What there is to say about one object.
  public enum Answer: Sendable, Hashable {
    /// It is there.
    case object(Kind, [UInt8])
    /// It is there, and larger than was asked for.
    case tooLarge(size: Int)
    /// It is not in the repository, which may be shallow or partial.
    case missing
  }

  /// The largest object that is read where nothing else is said: 16 MiB.
  public static let usualLimit = 1 << 24

  private var child: StreamingChild
  /// Bounds what waits in memory and pipes on either side.
  private static let bundle = 256
  private static let longestLine = 1 << 10

  /// Starts the process.
  ///
  /// - Throws: a diagnostic about the environment if git cannot be started.
  public init(_ repository: Repository) throws(Diagnostic) {
    child = try StreamingChild(repository.command(["cat-file", "--batch-command", "--buffer"]))
  }

  /// Reads objects, which may repeat, and hands each on in turn.
  ///
  /// - Parameters:
  ///   - ids: What to read.
  ///   - limit: The most bytes that an object may have.
  ///   - body: Takes the position in `ids` and what there is to say.
  /// - Throws: a diagnostic about the environment if git fails, because an object is damaged say;
  ///   what `body` throws ends the reading.
  public mutating func read(
    _ ids: [ObjectID],
    limit: Int = usualLimit,
    _ body: (Int, Answer) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var sent = 0
    for index in ids.indices {
      // One bundle is always on its way while another is being read.
      while sent < ids.count, sent < index + 2 * Self.bundle {
        let end = min(sent + Self.bundle, ids.count)
        send(ids[sent..<end])
        sent = end
      }
      let answer = try answer(limit: limit)
      do {
        try body(index, answer)
      } catch {
        // The answers that are on their way would be taken for those of the next questions.
        for _ in ids[..<sent].indices.dropFirst(index + 1) { _ = try self.answer(limit: 0) }
        throw error
      }
    }
  }

  /// Reads one object.
  public mutating func read(_ id: ObjectID, limit: Int = usualLimit) throws(Diagnostic) -> Answer {
    send([id])
    return try answer(limit: limit)
  }

  /// Returns the root folder of a commit.
  ///
  /// - Throws: a diagnostic about the environment if there is no such commit.
  public mutating func tree(of commit: ObjectID) throws(Diagnostic) -> ObjectID {
    let text = try commitText(commit)
    guard text.starts(with: "tree ".utf8),
      let tree = ObjectID(hex: text.dropFirst(5).prefix { $0 != UInt8(ascii: "\n") })
    else { throw .wrongKind(commit, expected: "commit") }
    return tree
  }

  /// Returns the parents that a commit names, also those that a shallow clone does not have.
  ///
  /// - Throws: a diagnostic about the environment if there is no such commit.
  public mutating func parents(of commit: ObjectID) throws(Diagnostic) -> [ObjectID] {
    try commitText(commit)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .prefix { !$0.isEmpty }
      .filter { $0.starts(with: "parent ".utf8) }
      .compactMap { ObjectID(hex: $0.dropFirst(7)) }
  }

  private mutating func commitText(_ id: ObjectID) throws(Diagnostic) -> [UInt8] {
    switch try read(id) {
    case .object(.commit, let text): return text
    case .object: throw .wrongKind(id, expected: "commit")
    case .tooLarge(let size): throw .objectTooLarge(id, size: size, limit: Self.usualLimit)
    case .missing: throw .missingObject(id)
    }
  }

  private mutating func send(_ ids: ArraySlice<ObjectID>) {
    var requests: [UInt8] = []
    requests.reserveCapacity(ids.count * 74)
    for id in ids {
      requests.append(contentsOf: "contents ".utf8)
      requests.append(contentsOf: id.hexBytes)
      requests.append(UInt8(ascii: "\n"))
    }
    requests.append(contentsOf: "flush\n".utf8)
    child.send(requests)
  }

  /// Reads `ID KIND SIZE`, a line break, the bytes and another; or `ID missing`.
  private mutating func answer(limit: Int) throws(Diagnostic) -> Answer {
    guard let line = try child.read(to: UInt8(ascii: "\n"), limit: Self.longestLine) else {
      throw try failure()
    }
    let words = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    if words.count == 2, words[1].elementsEqual("missing".utf8) { return .missing }
    guard words.count == 3, let kind = Kind(rawValue: String(decoding: words[1], as: UTF8.self)),
      let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
    else { throw .unexpectedAnswer("cat-file") }
    guard size <= limit else {
      guard try child.skip(count: size), try child.skip(count: 1) else { throw try failure() }
      return .tooLarge(size: size)
    }
    guard let bytes = try child.read(count: size), try child.skip(count: 1) else {
      throw try failure()
    }
    return .object(kind, bytes)
  }

  private mutating func failure() throws(Diagnostic) -> Diagnostic {
    let status = try child.finish()
    return .gitFailed("cat-file", status, child.error)
  }
}
