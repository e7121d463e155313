internal import Diagnostics
internal import Git
internal import Synchronization

/// What many drafts hold and say, by content; each is looked at while git is still sending others.
struct DraftTexts: Sendable {
  /// The files, without those that are missing or too large for a draft.
  private(set) var bytes: [ObjectID: [UInt8]] = [:]
  /// What they say, without those that cannot be read.
  private(set) var readings: [ObjectID: DraftReading] = [:]

  /// Reads drafts, without those that are damaged; those that have been read are passed over.
  ///
  /// - Throws: what git says if it fails.
  mutating func read(_ ids: [ObjectID], of survey: inout DraftSurvey) throws(Diagnostic) {
    guard let trees = survey.trees, let repository = survey.repository else { return }
    do throws(Diagnostic) {
      try read(ids, from: trees)
    } catch {
      // git stops at the first that is damaged; what is not among the texts cannot be read.
      let faults = Bisection.faults(among: ids, failing: error) { ids throws(Diagnostic) in
        try read(ids, from: try CommittedFiles.Trees(repository))
      }
      if faults.count == ids.count { throw error }
      survey.trees = try CommittedFiles.Trees(repository)
    }
  }

  /// Reads drafts; those that have been read are passed over.
  ///
  /// - Throws: what git says if it fails.
  mutating func read(
    _ ids: [ObjectID],
    from trees: CommittedFiles.Trees
  ) throws(Diagnostic) {
    let new = Array(Set(ids).filter { bytes[$0] == nil })
    guard !new.isEmpty else { return }
    let found = try Parallel.map { take throws(Diagnostic) in
      try trees.drafts(new) { index, bytes in
        if let bytes { take((id: new[index], bytes: bytes)) }
      }
    } _: { draft in
      let reading = try? DraftReading(of: SourceText(path: "", bytes: draft.bytes))
      return (id: draft.id, bytes: draft.bytes, reading: reading)
    }
    for draft in found {
      bytes[draft.id] = draft.bytes
      readings[draft.id] = draft.reading
    }
  }
}

extension CommittedFiles.Trees {
  /// Reads drafts, which may repeat, and hands each on in turn: its position, and its bytes unless it
  /// is missing or too large for a draft.
  ///
  /// - Throws: what git says if it fails.
  func drafts(
    _ ids: [ObjectID],
    _ body: @Sendable (Int, [UInt8]?) -> Void
  ) throws(Diagnostic) {
    try store.withLock { store throws(Diagnostic) in
      try store.reader.read(ids, limit: FileStore.usualLimit) { index, answer in
        if case .object(.blob, let bytes) = answer { body(index, bytes) } else { body(index, nil) }
      }
    }
  }
}
