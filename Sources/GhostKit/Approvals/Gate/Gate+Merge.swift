public import Diagnostics
internal import Git
internal import Markdown
internal import SSHSig

extension Gate {
  /// What a person may ask of a merge's judgement.
  public struct MergeOptions: Sendable {
    /// The commit to be merged.
    public var change: String
    /// Whether drafts are looked at that the change does not touch.
    public var isAll: Bool
    /// Whether the base may have no policy yet, so that the change brings its own judge.
    public var isBootstrap: Bool

    /// Makes a wish.
    public init(change: String = "HEAD", isAll: Bool = false, isBootstrap: Bool = false) {
      self.change = change
      self.isAll = isAll
      self.isBootstrap = isBootstrap
    }
  }

  /// Judges what a merge would result in, by the trust root of its base; the working tree has no say.
  ///
  /// - Parameters:
  ///   - base: The branch that is merged into, as a user names it.
  ///   - options: What else is asked.
  ///   - place: Where to look for the workspace; the base says where it is.
  ///   - now: The present.
  /// - Returns: what a check needs.
  /// - Throws: `git.unknown-revision` (usage), `git.shallow` (environment), and what git says.
  public static func merging(
    into base: String,
    _ options: MergeOptions,
    in place: GatePlace,
    now: Timestamp
  ) throws(Diagnostic) -> Gate {
    // Neither question waits for the other's answer.
    let repository = place.repository
    let (tip, change) = Parallel.both {
      Result { () throws(Diagnostic) in try repository.resolve(base) }
    } _: {
      Result { () throws(Diagnostic) in try repository.resolve(options.change) }
    }
    let commit = try tip.get()
    return try merging(change.get(), into: commit, named: base, options, in: place, now: now)
  }

  /// Judges what a merge of one commit into another would result in.
  static func merging(
    _ change: ObjectID,
    into base: ObjectID,
    named name: String,
    _ options: MergeOptions,
    in place: GatePlace,
    now: Timestamp,
    asItIs: Bool = false
  ) throws(Diagnostic) -> Gate {
    do throws(Diagnostic) {
      let merge = try MergeCase(change, into: base, in: place, asItIs: asItIs)
      if let before = merge.before, try before.files.kind(of: Policy.path) != nil {
        return try judging(merge, by: before, named: name, options, now: now)
      }
      return try bootstrapping(merge, named: name, options, now: now)
    } catch {
      guard error.cause == .content else { throw error }
      return .shut(.merge(into: name), [error])
    }
  }

  private static func judging(
    _ merge: MergeCase,
    by before: Workspace,
    named name: String,
    _ options: MergeOptions,
    now: Timestamp
  ) throws(Diagnostic) -> Gate {
    var log = DiagnosticLog()
    guard let trust = Trust(of: before, log: &log) else {
      return .shut(.merge(into: name), log.diagnostics, below: merge.prefix.text)
    }
    let changes = MergeChanges(merge)
    log.add(changes.damagedRecords())
    log.add(changes.hiddenFiles())
    // git goes through the history while folders are read here.
    let (history, drafts) = Parallel.both {
      Result { () throws(Diagnostic) in try ChangeHistory(of: merge, now: now) }
    } _: {
      Result { () throws(Diagnostic) in
        log.add(try NameCollisions(of: merge).findings)
        log.add(try changes.attributes())
        log.add(try changes.disguisedPages())
        return try DraftJudge(of: merge, by: trust, now: now)
      }
    }
    let judge = try drafts.get()
    try history.get().check(trust, &log)
    let touched = try changes.touched(isAll: options.isAll)
    return Gate(
      basis: .merge(into: name),
      folder: merge.prefix.text,
      workspace: merge.merged,
      trust: trust,
      findings: log.diagnostics,
      judge: judge,
      scope: .touched(touched),
      media: try MediaChanges(of: merge, touched),
      records: try NewRecords(of: merge, trust, now: now)
    )
  }

  /// Lets a change bring its own judge, once: where the base never had one.
  private static func bootstrapping(
    _ merge: MergeCase,
    named name: String,
    _ options: MergeOptions,
    now: Timestamp
  ) throws(Diagnostic) -> Gate {
    guard options.isBootstrap else { throw .noPolicy(name) }
    var hadPolicy = false
    try merge.repository.history(
      CommitRange([merge.base]),
      touching: [merge.inRepository(GitPath(Policy.path))]
    ) { _ in
      hadPolicy = true
      return false
    }
    guard !hadPolicy else { throw .policyGone(name) }
    if let other = try merge.policyElsewhere() { throw .policyElsewhere(name, other) }
    var gate = try byItself(
      .merge(into: name),
      merge.merged,
      variables: [:],
      now: now,
      arrivals: .none,
      versions: .history(merge.repository, tips: [merge.change], prefix: merge.prefix),
      NameCollisions(of: merge, isFirst: true).findings
    )
    gate.folder = merge.prefix.text
    return gate
  }
}

extension DraftJudge {
  /// Makes a judge of what a merge results in.
  fileprivate convenience init(
    of merge: MergeCase,
    by trust: Trust,
    now: Timestamp
  ) throws(Diagnostic) {
    let changes = MergeChanges(merge)
    try self.init(
      of: merge.merged,
      by: trust,
      now: now,
      variables: [:],
      old: changes.oldTerms(trust, now: now),
      arrivals: RecordArrivals(
        of: merge.repository,
        tip: merge.base,
        below: merge.prefix,
        new: changes.newRecords
      ),
      versions: .history(
        merge.repository,
        tips: [merge.base, merge.change],
        prefix: merge.prefix
      )
    )
  }
}

// What there is to say of a merge as a whole.
extension Diagnostic {
  static func conflicted(_ files: [GitPath]) -> Diagnostic {
    let names = files.prefix(mostNames).map { "'\($0.text)'" }.joined(separator: ", ")
    let more = files.count > mostNames ? " and \(files.count - mostNames) more" : ""
    return .refused(
      .mergeConflict,
      "the change cannot be merged: it conflicts with its base in \(names)\(more)",
      at: files.first.map { Location(path: $0.text) },
      hint: "merge the base into the change, decide, and have what it comes to approved"
    )
  }

  private static let mostNames = 5

  static func workspaceGone(_ prefix: GitPath) -> Diagnostic {
    .refused(
      .noPolicy,
      "after the merge there would be no workspace, so nothing would say who must approve",
      hint: "keep the folder '\(prefix.appending(GitPath(Workspace.mark)).text)'"
    )
  }

  static func noPolicy(_ base: String) -> Diagnostic {
    .refused(
      .noPolicy,
      "'\(base)' has no \(Policy.path), so nothing says who must approve",
      hint: "if this change is what brings it: --bootstrap"
    )
  }

  static func policyGone(_ base: String) -> Diagnostic {
    .refused(
      .noPolicy,
      "'\(base)' had a \(Policy.path) once and has none now, so --bootstrap is refused",
      hint: "restore the file in '\(base)'"
    )
  }

  static func policyElsewhere(_ base: String, _ path: GitPath) -> Diagnostic {
    .refused(
      .noPolicy,
      "'\(base)' has '\(path.text)', so --bootstrap is refused elsewhere",
      hint: "judge that workspace: --workspace FOLDER; who may push to '\(base)' adds a second one"
    )
  }
}
