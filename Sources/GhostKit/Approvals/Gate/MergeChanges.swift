internal import Diagnostics
internal import Git
internal import Markdown
internal import YAML

/// What a change does to a workspace, file by file.
struct MergeChanges {
  let merge: MergeCase

  init(_ merge: MergeCase) { self.merge = merge }

  private static let drafts: GitPath = "Drafts"
  private static let records: [GitPath] = [
    GitPath(ApprovalFolder.drafts), GitPath(TrustRoot.approvals),
  ]

  /// The approvals that the base has not, or has otherwise, by the repository's paths.
  var newRecords: Set<GitPath> {
    Set(merge.changes.map(\.path).filter(Self.isRecord).map(merge.inRepository))
  }

  /// Returns what became of approvals that the base has: every one must be there unchanged.
  func damagedRecords() -> DiagnosticLog {
    var log = DiagnosticLog()
    for change in merge.changes where change.old != nil && Self.isProtected(change.path) {
      log.add(change.new == nil ? .recordDeleted(change.path) : .recordTampered(change.path))
    }
    return log
  }

  /// Returns what the change brings under names that are no text: a listing would show others in
  /// their place, and what lies below them would be seen by nobody.
  func hiddenFiles() -> DiagnosticLog {
    var log = DiagnosticLog()
    for change in merge.changes where change.new != nil && GitPath(change.path.text) != change.path
    {
      guard change.path.isInside(Self.drafts) || TrustRoot.contains(change.path.text) else {
        continue
      }
      log.add(.hiddenFile(change.path))
    }
    return log
  }

  /// Returns what the base's versions of changed drafts said of who must approve them.
  ///
  /// Where the base has a draft no more, or declined, what it said proves nothing: whoever approved
  /// one of that name, and has not taken it back, must approve it again.
  func oldTerms(_ trust: Trust, now: Timestamp) throws(Diagnostic) -> [Slug: [DraftTerms]] {
    var terms: [Slug: [DraftTerms]] = [:]
    for change in merge.changes where Self.isBesideRecords(change.path) {
      guard let slug = Slug(ofDraft: change.path.text) else { continue }
      terms[slug, default: []] += []
      guard let old = change.old, let source = try merge.text(of: old, at: change.path),
        let read = Self.terms(source)
      else { continue }
      terms[slug, default: []].append(read)
    }
    let unsure = terms.filter { $1.allSatisfy(\.isDeclined) }.keys
    guard !unsure.isEmpty, let before = merge.before else { return terms }
    let approvals = try StandingApprovals(in: before, of: merge, trust, now: now)
    for slug in unsure {
      terms[slug, default: []] += try approvals.roles(of: slug).map(DraftTerms.init(askingFor:))
    }
    return terms
  }

  /// A draft that nobody could read in the base was not approved there either.
  private static func terms(_ source: SourceText) -> DraftTerms? {
    guard let document = try? Document(parsing: source) else { return nil }
    var found = DiagnosticLog()
    let metadata = Metadata.read(of: document, log: &found)
    return found.hasErrors ? nil : metadata.map(DraftTerms.init)
  }

  /// Returns which drafts the change concerns: those that it changes, those of which it changes an
  /// approval, and those that name a file that it changes.
  func touched(isAll: Bool) throws(Diagnostic) -> GateScope.Touched {
    var touched = GateScope.Touched(isAll: isAll)
    var files: Set<GitPath> = []
    for path in merge.changes.map(\.path) {
      if Self.isRecord(path) {
        if let name = ApprovalName(fileName: Self.fileName(path)) {
          touched.slugs.insert(name.draft)
        }
      } else {
        // A name that is no UTF-8 is listed with what stands for it.
        if path.isInside(Self.drafts) { touched.paths.insert(GitPath(path.text)) }
        if !DraftAssets.isDraft(path.text) { files.insert(path) }
      }
    }
    if !files.isEmpty { touched.byAsset = try naming(files) }
    return touched
  }

  /// Returns the drafts that name some files, as they are or as they were, with those files.
  ///
  /// A file's name can be written in many ways, so every draft is read.
  private func naming(_ files: Set<GitPath>) throws(Diagnostic) -> [GitPath: Set<GitPath>] {
    let places = [merge.merged, merge.before].compactMap { $0 }.map { FileIndex($0.files) }
    let drafts = try DraftFolder(of: merge.merged, variables: [:]).entries
    let found = Parallel.map(drafts.filter { $0.isFile && $0.slug != nil }) {
      entry
        -> (GitPath, Set<GitPath>)? in
      do throws(Diagnostic) {
        guard let source = try merge.merged.files.read(entry.path) else { return nil }
        let document = try Document(parsing: source)
        var named: Set<GitPath> = []
        var isUnsure = false
        for place in places {
          let assets = try DraftAssets(of: document, in: place)
          named.formUnion(assets.paths.map { GitPath($0) }.filter(files.contains))
          isUnsure = isUnsure || !assets.faults.isEmpty
        }
        // What cannot be told is looked at.
        return named.isEmpty && !isUnsure ? nil : (GitPath(entry.path), named)
      } catch {
        return (GitPath(entry.path), [])
      }
    }
    return Dictionary(found) { $0.union($1) }
  }

  static func isRecord(_ path: GitPath) -> Bool {
    records.contains { path.isInside($0) } && fileName(path).hasSuffix(".approval")
  }

  /// Approvals and their evidence; what else lies beside them counts for nothing.
  private static func isProtected(_ path: GitPath) -> Bool {
    isRecord(path) || path.isInside(GitPath(ApprovalFolder.drafts + "/evidence"))
  }

  private static func isBesideRecords(_ path: GitPath) -> Bool {
    path.isInside(drafts) && !records.contains { path.isInside($0) }
  }

  private static func fileName(_ path: GitPath) -> String {
    path.parts.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}

extension DraftTerms {
  /// Makes terms under which a role must approve and no rule but those for its own drafts applies.
  fileprivate init(askingFor role: String) {
    exec = role
    byline = ""
    topic = ""
    format = ""
    tags = []
    isDeclined = false
  }
}

// What there is to say of approvals that are not as they were.
extension Diagnostic {
  fileprivate static func recordTampered(_ path: GitPath) -> Diagnostic {
    .refused(
      .recordTampered,
      "the change rewrites an approval that its base has",
      at: Location(path: path.text),
      hint: "restore the file; a new approval gets a new number: ghost approve"
    )
  }

  fileprivate static func hiddenFile(_ path: GitPath) -> Diagnostic {
    .refused(
      .noDraft,
      "nobody can approve this: its name is no text",
      at: Location(path: path.text),
      hint: "rename it: names are UTF-8, and those of drafts a-z, 0-9 and hyphens"
    )
  }

  fileprivate static func recordDeleted(_ path: GitPath) -> Diagnostic {
    .refused(
      .recordDeleted,
      "the change deletes an approval that its base has",
      at: Location(path: path.text),
      hint: "restore the file; an approval is taken back with ghost revoke"
    )
  }
}
