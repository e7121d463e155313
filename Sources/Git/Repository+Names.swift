public import Diagnostics
import Subprocess

extension Repository {
  /// Returns the commit that a name stands for: a branch, a tag, an abbreviation, `main~3`.
  ///
  /// A name that could mean two things is refused. git would take a tag before a branch, and who may
  /// push a tag `main` must not choose what a change is judged by.
  ///
  /// - Throws: a diagnostic about the usage if there is no such commit or more than one.
  public func resolve(_ name: String) throws(Diagnostic) -> ObjectID {
    let revision = try fullReference(name) ?? Argument(name)
    let outcome = try command(
      ["rev-parse", "--verify", "--end-of-options", revision + "^{commit}"]
    ).run()
    if String(decoding: outcome.error, as: UTF8.self).contains("is ambiguous") {
      throw .ambiguousRevision(name)
    }
    // "^main" is a name to git, but of what is to be left out.
    guard outcome.status.isSuccess, let id = ObjectID(hex: outcome.output.dropLast()) else {
      let names = try refs().map(\.shortName)
      throw .unknownRevision(name, hint: Suggestion.hint(for: name, among: names))
    }
    return id
  }

  /// Returns what a reference is at that is named in full; `nil` where there is none of that name.
  ///
  /// git would find a tag `refs/heads/main` ambiguous with the branch.
  private func fullReference(_ name: String) throws(Diagnostic) -> Argument? {
    guard name.hasPrefix("refs/") else { return nil }
    let outcome = try command(["show-ref", "--verify", "--hash", "--", Argument(name)]).run()
    return outcome.status.isSuccess ? Argument(bytes: outcome.output.dropLast()) : nil
  }

  /// Returns the commit that is checked out, or that the default branch of a bare repository is at;
  /// `nil` before the first commit.
  public func headCommit() throws(Diagnostic) -> ObjectID? {
    let outcome = try command(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).run()
    if outcome.status == .exited(1) { return nil }
    guard outcome.status.isSuccess, let id = ObjectID(hex: outcome.output.dropLast()) else {
      throw .gitFailed("rev-parse", outcome)
    }
    return id
  }

  /// Returns the name of the branch that is checked out, also one that has no commit yet; `nil`
  /// where a commit is checked out and no branch.
  public func currentBranch() throws(Diagnostic) -> String? {
    let outcome = try command(["symbolic-ref", "--quiet", "--short", "HEAD"]).run()
    if outcome.status == .exited(1) { return nil }
    guard outcome.status.isSuccess else { throw .gitFailed("symbolic-ref", outcome) }
    return String(decoding: outcome.output.dropLast(), as: UTF8.self)
  }

  /// Returns the reference that a push of one changes: where that is symbolic, the one at its end.
  public func target(of name: String) throws(Diagnostic) -> String {
    let outcome = try command(
      ["symbolic-ref", "--quiet", "--end-of-options", Argument(name)]
    ).run()
    if outcome.status == .exited(1) { return name }
    guard outcome.status.isSuccess else { throw .gitFailed("symbolic-ref", outcome) }
    return String(decoding: outcome.output.dropLast(), as: UTF8.self)
  }

  /// Returns where a remote repository is, as the repository's configuration has it.
  public func remoteURL(_ name: String) throws(Diagnostic) -> String? {
    let outcome = try command(
      ["config", "--null", "--get", Argument("remote.\(name).url")]
    ).run()
    guard outcome.status.isSuccess else { return nil }
    return String(decoding: outcome.output.dropLast(), as: UTF8.self)
  }

  /// Whether every commit of one history is in another, as a fast-forward demands.
  public func isAncestor(_ older: ObjectID, of newer: ObjectID) throws(Diagnostic) -> Bool {
    let outcome = try command(
      ["merge-base", "--is-ancestor", Argument(older.hex), Argument(newer.hex)]
    ).run()
    if outcome.status == .exited(1) { return false }
    guard outcome.status.isSuccess else { throw .gitFailed("merge-base", outcome) }
    return true
  }

  /// Returns the newest commits that are in two histories; none if they have nothing in common.
  public func mergeBases(of one: ObjectID, _ other: ObjectID) throws(Diagnostic) -> [ObjectID] {
    let outcome = try command(["merge-base", "--all", Argument(one.hex), Argument(other.hex)]).run()
    if outcome.status == .exited(1) { return [] }
    guard outcome.status.isSuccess else { throw .gitFailed("merge-base", outcome) }
    return outcome.output.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) }
  }

  /// Whether git holds exactly these bytes as a file, so that to overwrite them loses nothing.
  ///
  /// A file with Windows' line ends is held as git stores it, with LF.
  public func isContentKnown(_ bytes: [UInt8]) throws(Diagnostic) -> Bool {
    if try isStored(bytes) { return true }
    let lines = bytes.indices.filter { index in
      bytes[index] != UInt8(ascii: "\r")
        || index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n")
    }
    guard lines.count < bytes.count else { return false }
    return try isStored(lines.map { bytes[$0] })
  }

  private func isStored(_ bytes: [UInt8]) throws(Diagnostic) -> Bool {
    let name = try ask(["hash-object", "-t", "blob", "--stdin"], input: bytes).dropLast()
    return try command(["cat-file", "-e", Argument(bytes: name)]).run().status.isSuccess
  }
}
