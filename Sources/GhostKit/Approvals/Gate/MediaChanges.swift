internal import Diagnostics
internal import Git
internal import Markdown

/// What a merge makes of files that the base has below `Drafts/media/`.
///
/// Not every way in which a page comes to a file stands in its draft: a theme's shortcode, an entry of
/// front matter that a layout completes, Liquid's `append`. So each of these files stays what it is,
/// unless somebody approved what becomes of it.
struct MediaChanges: Sendable {
  /// A file of the base.
  private struct File {
    let path: GitPath
    let isGone: Bool
  }

  static let folder = DraftFolder.path + "/media"

  private let files: [File]
  /// The drafts that name each, after the merge or before.
  private var drafts: [GitPath: Set<GitPath>] = [:]
  /// Those that name it before.
  private var formerly: [GitPath: Set<Slug>] = [:]
  /// The approvals that the change brings, by their paths from the workspace's root.
  private let records: Set<GitPath>

  /// Finds the files that a change replaces or deletes.
  ///
  /// - Parameters:
  ///   - merge: The change and its base.
  ///   - touched: Which drafts name what differs.
  /// - Throws: what keeps a folder of the base from being listed.
  init(of merge: MergeCase, _ touched: GateScope.Touched) throws(Diagnostic) {
    let files = merge.changes.filter(Self.isSwap)
      .map { File(path: $0.path, isGone: $0.new == nil) }
    self.files = files
    records = Set(merge.changes.map(\.path).filter(MergeChanges.isRecord))
    let paths = Set(files.map(\.path))
    for (draft, named) in touched.byAsset {
      for file in named where paths.contains(file) { drafts[file, default: []].insert(draft) }
    }
    let gone = Set(files.filter(\.isGone).map(\.path))
    guard !gone.isEmpty, let before = merge.before else { return }
    let index = FileIndex(before.files)
    for change in merge.changes where DraftAssets.isDraft(change.path.text) {
      guard let slug = Slug(ofDraft: change.path.text), let old = change.old,
        let source = try merge.text(of: old, at: change.path),
        let document = try? Document(parsing: source)
      else { continue }
      for path in try DraftAssets(of: document, in: index).paths where gone.contains(GitPath(path))
      {
        formerly[GitPath(path), default: []].insert(slug)
      }
    }
  }

  /// Whether the base has a file there that is another one now, or gone.
  private static func isSwap(_ change: TreeChange) -> Bool {
    guard let old = change.old, change.path.isInside(GitPath(folder)) else { return false }
    let name = change.path.parts.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isPage = !DraftAssets.isDraft(change.path.text) && !DraftFolder.isOfGit(name)
    return isPage && (old.id != change.new?.id || old.kind.isFile != change.new?.kind.isFile)
  }

  /// Returns the files of which nobody approved what becomes of them.
  ///
  /// A draft that names one and has a finding of its own says enough, as does one that was not asked
  /// for.
  ///
  /// - Parameters:
  ///   - judgements: What the approvals of the drafts come to.
  ///   - isAskedFor: Whether a draft is to be looked at.
  /// - Returns: one finding a file, and one for those beyond what anybody reads.
  func findings(
    beside judgements: [DraftJudgement],
    of isAskedFor: (String) -> Bool
  ) -> DiagnosticLog {
    let approvals = judgements.flatMap(\.approvals)
    let recorded = Set(approvals.flatMap(\.record.assets).map { GitPath($0.path) })
    let renewed = Set(
      approvals.filter { records.contains(GitPath($0.path)) }.map(\.record.draft)
    )
    let refused = Set(judgements.filter { !$0.failures.isEmpty }.map { GitPath($0.path) })
    let open = files.filter { file in
      let isApproved =
        file.isGone
        ? formerly[file.path]?.contains { renewed.contains($0.description) } ?? false
        : recorded.contains(file.path)
      return !isApproved
        && !(drafts[file.path] ?? []).contains { refused.contains($0) || !isAskedFor($0.text) }
    }
    var log = DiagnosticLog()
    for file in open.prefix(Self.most) { log.add(.mediaChanged(file.path, isGone: file.isGone)) }
    if open.count > Self.most { log.add(.moreMediaChanged(open.count - Self.most)) }
    return log
  }

  /// Whoever has more to put right sees it from these.
  private static let most = 100
}

// What there is to say of files that pages may show.
extension Diagnostic {
  fileprivate static func mediaChanged(_ path: GitPath, isGone: Bool) -> Diagnostic {
    .refused(
      .mediaChanged,
      isGone
        ? "the change deletes a file that a page may show, and no approval says so"
        : "the change replaces a file that a page may show, and no approval lists the new one",
      at: Location(path: path.text),
      hint: isGone
        ? "restore it; only a new approval of a draft that no longer names it lets it go"
        : "restore it and add the new version under another name, or name it in a draft and have "
          + "that approved"
    )
  }

  fileprivate static func moreMediaChanged(_ count: Int) -> Diagnostic {
    .refused(
      .mediaChanged,
      "the change replaces or deletes \(count) more files that pages may show",
      hint: "restore what lies in \(MediaChanges.folder)/, and add new versions under other names"
    )
  }
}
