public import Diagnostics
internal import Git
internal import YAML

/// Judges a push before it is accepted: the one gate that no clone and no workflow file can talk
/// round.
public struct ReceiveHook: Sendable {
  private let place: GatePlace
  private let now: Timestamp
  private let head: ObjectID?

  /// Takes the repository that is pushed to.
  ///
  /// - Throws: what git says.
  public init(in place: GatePlace, now: Timestamp) throws(Diagnostic) {
    self.place = place
    self.now = now
    head = try place.repository.headCommit()
  }

  /// Returns what speaks against a push of one reference, and what there is to say of it otherwise.
  ///
  /// - Throws: what git says.
  public func findings(on ref: ReceivedRef) throws(Diagnostic) -> [Diagnostic] {
    if ref.name.lowercased().hasPrefix("refs/replace/"), ref.new != nil {
      return [.replacement(ref.name)]
    }
    guard let branch = ref.branch else { return [] }
    var log = DiagnosticLog()
    guard try isProtected(branch, at: ref.old, &log) else { return [] }
    guard !log.hasErrors else { return log.diagnostics }
    guard let new = ref.new else { return [.protectedBranch("deleted", branch)] }
    if let old = ref.old, try !place.repository.isAncestor(old, of: new) {
      return [.protectedBranch("pushed to by force", branch)]
    }
    guard let base = ref.old ?? head else { return [] }
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
    guard let workspace = gate.workspace else { return CheckRun(shut: gate).diagnostics }
    return try CheckRun(of: workspace, selection: [], gate: gate, variables: [:]).diagnostics
  }

  /// Whether the policy protects a branch: that of its old tip, or that of the default branch, which
  /// alone can speak of one that is new.
  ///
  /// A policy that cannot be read protects everything.
  private func isProtected(
    _ branch: String,
    at old: ObjectID?,
    _ log: inout DiagnosticLog
  ) throws(Diagnostic) -> Bool {
    let trees = try CommittedFiles.Trees(place.repository)
    for commit in Set([old, head].compactMap { $0 }) {
      guard let workspace = try workspace(of: commit, trees),
        try workspace.files.kind(of: Policy.path) != nil
      else { continue }
      guard let policy = workspace.policy(log: &log) else { return true }
      // Where the references are files, letters' case may be no difference.
      if policy.protected.contains(where: { $0.lowercased() == branch.lowercased() }) {
        return true
      }
    }
    return false
  }

  private func workspace(
    of commit: ObjectID,
    _ trees: CommittedFiles.Trees
  ) throws(Diagnostic) -> Workspace? {
    let tree = try trees.root(of: commit)
    guard try trees.workspace(in: tree, below: place.prefix) != nil else { return nil }
    return try Workspace(of: tree, in: trees, below: place.prefix, root: place.root)
  }
}

extension Diagnostic {
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
