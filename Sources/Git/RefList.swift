public import Diagnostics
import Subprocess

/// A branch, local or as it was last seen at a remote repository.
public struct Ref: Sendable, Hashable {
  /// The full name, such as `refs/heads/main`.
  public let name: String
  /// The commit at its tip.
  public let commit: ObjectID
  /// The root folder of that commit.
  public let tree: ObjectID
  /// When that commit was committed, in seconds since 1970.
  public let committed: Int64
  /// Whether it is the branch that is checked out.
  public let isCurrent: Bool

  /// Whether it is a remote repository's branch.
  public var isRemote: Bool { name.hasPrefix("refs/remotes/") }

  /// The name as people write it: `main`, `origin/main`.
  public var shortName: String {
    for prefix in ["refs/heads/", "refs/remotes/"] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }
}

extension Repository {
  /// Returns every local and remote-tracking branch, by name, with one question to git.
  ///
  /// A branch that only points at another (`origin/HEAD`) is left out.
  public func refs() throws(Diagnostic) -> [Ref] {
    try refs(named: ["refs/heads", "refs/remotes"])
  }

  /// Returns the branches that can be read, and the full names of the others, each with the reason.
  ///
  /// - Throws: what git says if it can list none.
  public func readableRefs() throws(Diagnostic) -> (
    refs: [Ref], others: [(name: String, fault: Diagnostic)]
  ) {
    do throws(Diagnostic) {
      return (try refs(), [])
    } catch {
      let list = try ask(["for-each-ref", "--format=%(refname)", "refs/heads", "refs/remotes"])
      let names = list.split(separator: UInt8(ascii: "\n"))
      let faults = Bisection.faults(among: names, failing: error) { names throws(Diagnostic) in
        _ = try refs(named: names.map { Argument(bytes: $0) })
      }
      let faulty = Set(faults.map(\.index))
      let others = faults.map { (String(decoding: names[$0.index], as: UTF8.self), $0.fault) }
      let left = names.indices.filter { !faulty.contains($0) }.map { Argument(bytes: names[$0]) }
      return (left.isEmpty ? [] : try refs(named: left), others)
    }
  }

  private func refs(named names: [Argument]) throws(Diagnostic) -> [Ref] {
    let format: Argument =
      "--format=%(HEAD)%(objectname) %(tree) %(committerdate:unix) %(refname)%00%(symref)"
    let list = try ask(["for-each-ref", format] + names)
    var refs: [Ref] = []
    for line in list.split(separator: UInt8(ascii: "\n")) where line.last == 0 {
      // The first character is a star or a space.
      let mark = line.prefix(1)
      let fields = line.dropFirst().dropLast().split(
        separator: UInt8(ascii: " "),
        maxSplits: 3,
        omittingEmptySubsequences: false
      )
      // What is no commit, which git allows for a remote's references, has no tree.
      guard fields.count == 4, let tree = ObjectID(hex: fields[1]) else { continue }
      guard let commit = ObjectID(hex: fields[0]),
        let committed = Int64(String(decoding: fields[2], as: UTF8.self))
      else { throw .unexpectedAnswer("for-each-ref") }
      refs.append(
        Ref(
          name: String(decoding: fields[3], as: UTF8.self),
          commit: commit,
          tree: tree,
          committed: committed,
          isCurrent: mark.first == UInt8(ascii: "*")
        )
      )
    }
    return refs
  }
}
