public import Diagnostics
internal import Git

/// One line that git writes to a `pre-receive` hook: what a push wants a reference to be.
///
/// Source: githooks(5), pre-receive.
public struct ReceivedRef: Sendable {
  /// The reference in full.
  public let name: String
  /// What it is; `nil` if it is new.
  let old: ObjectID?
  /// What it is to be; `nil` if it is to go.
  let new: ObjectID?

  /// Reads the lines, `OLD NEW NAME` each.
  ///
  /// - Throws: `hook-input` (usage) for anything else.
  public static func all(in input: [UInt8]) throws(Diagnostic) -> [ReceivedRef] {
    try input.split(separator: Byte.lineFeed).map { line throws(Diagnostic) in
      let words = line.split(
        separator: Byte.space,
        maxSplits: 2,
        omittingEmptySubsequences: false
      )
      guard words.count == 3, let old = ObjectID(hex: words[0]), let new = ObjectID(hex: words[1]),
        !words[2].isEmpty
      else { throw .notFromGit }
      return ReceivedRef(
        name: String(decoding: words[2], as: UTF8.self),
        old: old.isNull ? nil : old,
        new: new.isNull ? nil : new
      )
    }
  }

  /// The branch's name; `nil` for another reference.
  var branch: String? {
    let folder = "refs/heads/"
    return name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : nil
  }
}

extension Diagnostic {
  fileprivate static var notFromGit: Diagnostic {
    Diagnostic(
      .error,
      "hook-input",
      "this is not what git writes to a pre-receive hook",
      hint: "git runs it: hooks/pre-receive is a script with 'exec ghost hook pre-receive'",
      cause: .usage
    )
  }
}
