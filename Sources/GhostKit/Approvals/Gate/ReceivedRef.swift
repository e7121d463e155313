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

  /// Returns the name of a branch; `nil` for another reference.
  static func branch(of name: String) -> String? {
    let folder = "refs/heads/"
    return name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : nil
  }

  /// Returns which name of a protected branch, or HEAD, this reference would take as well.
  ///
  /// git takes a tag before a branch, so who may push one `main` would choose what `main` is.
  func shadowed(of branches: [String]) -> String? {
    let own = Self.shortNames(of: name)
    if own.contains("head") { return "HEAD" }
    return branches.first { branch in
      let full = "refs/heads/" + branch
      return name.lowercased() != full.lowercased()
        && !own.isDisjoint(with: Self.shortNames(of: full))
    }
  }

  /// Returns all names by which git finds a reference, in small letters: where the references are
  /// files, letters' case may be no difference.
  ///
  /// Source: gitrevisions(7), REFNAME.
  private static func shortNames(of name: String) -> Set<String> {
    let name = name.lowercased()
    var names: Set = [name]
    for folder in ["refs/", "refs/tags/", "refs/heads/", "refs/remotes/"]
    where name.hasPrefix(folder) {
      names.insert(String(name.dropFirst(folder.count)))
    }
    let (remotes, head) = ("refs/remotes/", "/head")
    if name.hasPrefix(remotes), name.hasSuffix(head) {
      names.insert(String(name.dropFirst(remotes.count).dropLast(head.count)))
    }
    return names
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
