public import Diagnostics
internal import Git
internal import YAML

/// Judges a push before it is accepted: the one gate that no clone and no workflow file can talk
/// round.
///
/// A repository may hold several workspaces, in folders of any depth; each is judged by itself.
public struct ReceiveHook: Sendable {
  private let place: GatePlace
  private let now: Timestamp
  private let head: ObjectID?
  /// The policies of the default branch.
  private let standing: [Guard]

  /// A workspace, and what the policy that it has in a commit protects.
  private struct Guard {
    let place: GatePlace
    let base: ObjectID
    /// `nil` if it cannot be read, which protects everything.
    let policy: Policy?
    let findings: [Diagnostic]

    func protects(_ branch: String) -> Bool {
      // Where the references are files, letters' case may be no difference.
      policy?.protected.contains { $0.lowercased() == branch.lowercased() } ?? true
    }
  }

  /// Takes the repository that is pushed to.
  ///
  /// - Throws: what git says.
  public init(in place: GatePlace, now: Timestamp) throws(Diagnostic) {
    self.place = place
    self.now = now
    head = try place.repository.headCommit()
    standing = try head.map { head throws(Diagnostic) in try Self.guards(of: head, place) } ?? []
  }

  /// Returns what speaks against a push of one reference, and what there is to say of it otherwise.
  ///
  /// - Throws: what git says.
  public func findings(on ref: ReceivedRef) throws(Diagnostic) -> [Diagnostic] {
    // What a push of a symbolic reference changes is the one at its end.
    let names = [ref.name, try place.repository.target(of: ref.name)]
    if names.contains(where: { $0.lowercased().hasPrefix("refs/replace/") }), ref.new != nil {
      return [.replacement(ref.name)]
    }
    let branches = names.compactMap(ReceivedRef.branch(of:))
    var guards = standing
    if !branches.isEmpty, let old = ref.old, old != head {
      guards = try Self.guards(of: old, place) + standing
    }
    if ref.new != nil, let name = ref.shadowed(of: guards.flatMap { $0.policy?.protected ?? [] }) {
      return [.shadow(ref.name, of: name)]
    }
    let called = guards.filter { branches.contains(where: $0.protects) }
    guard !called.isEmpty, let branch = branches.last, let base = ref.old ?? head else { return [] }
    let faults = called.flatMap(\.findings)
    if faults.contains(where: { $0.severity == .error }) { return faults }
    guard let new = ref.new else { return [.protectedBranch("deleted", branch)] }
    if let old = ref.old, try !place.repository.isAncestor(old, of: new) {
      return [.protectedBranch("pushed to by force", branch)]
    }
    return try findings(on: new, into: base, named: branch, called, of: guards)
  }

  /// Judges each workspace that calls for it, by the branch's own policy or, where it has none, by
  /// that of the default branch.
  private func findings(
    on new: ObjectID,
    into base: ObjectID,
    named branch: String,
    _ called: [Guard],
    of guards: [Guard]
  ) throws(Diagnostic) -> [Diagnostic] {
    let trees = try CommittedFiles.Trees(place.repository)
    let tree = try trees.root(of: new)
    let coming = Set(try trees.workspaces(in: tree))
    var found = try newcomers(coming.subtracting(guards.map(\.place.prefix)), in: tree, of: trees)
    let present = coming.union(guards.filter { $0.base == base }.map(\.place.prefix))
    let places = Set(called.map(\.place.prefix))
    // One that only the default branch has is no matter of this branch, unless it is all there is.
    let judged = places.isDisjoint(with: present) ? places : places.intersection(present)
    for folder in judged.sorted() {
      let base = guards.first { $0.place.prefix == folder }?.base ?? base
      found += try findings(on: new, into: base, named: branch, in: place.at(folder))
    }
    return found
  }

  private func findings(
    on new: ObjectID,
    into base: ObjectID,
    named branch: String,
    in place: GatePlace
  ) throws(Diagnostic) -> [Diagnostic] {
    let options = Gate.MergeOptions()
    let gate = try Gate.merging(
      new,
      into: base,
      named: branch,
      options,
      in: place,
      now: now,
      asItIs: true
    )
    guard let workspace = gate.workspace else {
      return CheckRun(shut: gate).diagnostics.map { $0.below(place.prefix) }
    }
    return try CheckRun(of: workspace, selection: [], gate: gate, variables: [:]).diagnostics
      .map { $0.below(place.prefix) }
  }

  /// Returns what is wrong with who is trusted in workspaces that a push brings: tomorrow they are
  /// what it is judged by, and nobody could put them right.
  private func newcomers(
    _ folders: Set<GitPath>,
    in tree: ObjectID,
    of trees: CommittedFiles.Trees
  ) throws(Diagnostic) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for folder in folders.sorted() {
      var log = DiagnosticLog()
      _ = Trust(of: try Workspace(of: tree, in: trees, at: place.at(folder)), log: &log)
      found += log.diagnostics.map { $0.below(folder) }
    }
    return found
  }

  /// Returns what guards the branches, as a commit has it.
  private static func guards(
    of commit: ObjectID,
    _ place: GatePlace
  ) throws(Diagnostic) -> [Guard] {
    let trees = try CommittedFiles.Trees(place.repository)
    let tree = try trees.root(of: commit)
    return try trees.workspaces(in: tree).map { folder throws(Diagnostic) in
      let place = place.at(folder)
      var log = DiagnosticLog()
      let policy = try Workspace(of: tree, in: trees, at: place).policy(log: &log)
      let findings = log.diagnostics.map { $0.below(folder) }
      return Guard(place: place, base: commit, policy: policy, findings: findings)
    }
  }
}

extension Workspace {
  fileprivate init(
    of tree: ObjectID,
    in trees: CommittedFiles.Trees,
    at place: GatePlace
  ) throws(Diagnostic) {
    try self.init(of: tree, in: trees, below: place.prefix, root: place.root)
  }
}

extension Diagnostic {
  /// Returns the same with paths from the repository's root.
  fileprivate func below(_ folder: GitPath) -> Diagnostic {
    guard !folder.bytes.isEmpty else { return self }
    var copy = self
    copy.location = location?.below(folder.text)
    for index in notes.indices {
      copy.notes[index].location = notes[index].location?.below(folder.text)
    }
    return copy
  }

  fileprivate static func shadow(_ ref: String, of name: String) -> Diagnostic {
    .refused(
      .protectedBranch,
      "with '\(ref)' the name '\(name)' would mean two things to git",
      hint: "push it under another name"
    )
  }

  fileprivate static func replacement(_ name: String) -> Diagnostic {
    .refused(
      .replacedObjects,
      "'\(name)' would show one object in the place of another",
      hint: "push without references below refs/replace/"
    )
  }

  fileprivate static func protectedBranch(_ deed: String, _ branch: String) -> Diagnostic {
    .refused(
      .protectedBranch,
      "the branch '\(branch)' is protected, so it is not \(deed)",
      hint: "merge into it, or undo what it has by a new commit: git revert"
    )
  }
}
