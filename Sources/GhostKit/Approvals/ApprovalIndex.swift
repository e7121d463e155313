internal import Diagnostics

/// The approvals of a folder, draft by draft.
struct ApprovalIndex: Sendable {
  let folder: ApprovalFolder
  private let byDraft: [Slug: ArraySlice<ApprovalName>]

  /// Sorts what a folder holds.
  init(_ folder: ApprovalFolder) {
    self.folder = folder
    var byDraft: [Slug: ArraySlice<ApprovalName>] = [:]
    byDraft.reserveCapacity(folder.names.count)
    // The names are sorted, so a draft's stand together.
    var start = 0
    for (index, name) in folder.names.enumerated() {
      let isLast = index + 1 == folder.names.count || folder.names[index + 1].draft != name.draft
      guard isLast else { continue }
      byDraft[name.draft] = folder.names[start...index]
      start = index + 1
    }
    self.byDraft = byDraft
  }

  /// Whether there is any approval at all.
  var isEmpty: Bool { byDraft.isEmpty }

  /// Returns all approvals of a draft, the chains one after the other.
  func chains(of draft: Slug) -> ArraySlice<ApprovalName> { byDraft[draft] ?? [] }

  /// Returns the files of one chain, by number; whether a number is missing is not looked at.
  func chain(of draft: Slug, as role: String) -> [ApprovalName] {
    chains(of: draft).filter { $0.role.description.isSame(as: role) }
  }

  /// Returns what belongs to no draft: approvals of drafts that are not there, and other files.
  func strays(beside drafts: Set<Slug>) -> [Diagnostic] {
    let orphans = folder.names.filter { !drafts.contains($0.draft) }.map { name in
      Diagnostic(
        .warning,
        ApprovalFailure.strayApproval.code,
        "there is no draft '\(name.draft)' for this approval",
        at: Location(path: folder.path(of: name))
      )
    }
    let others = folder.strays.filter { !Self.isCompanion($0) }.map { entry in
      Diagnostic(
        .warning,
        ApprovalFailure.strayApproval.code,
        "this is no approval, so it counts for nothing",
        at: Location(path: folder.path + "/" + entry.name),
        hint: "an approval's name is SLUG.ROLE.NUMBER.approval, as 'ghost approve' writes it"
      )
    }
    return orphans + others
  }

  /// Evidence, git's own files, and Markdown, of which the rules for files speak.
  private static func isCompanion(_ entry: FolderEntry) -> Bool {
    (entry.name == "evidence" && entry.kind == .folder) || entry.name.hasPrefix(".git")
      || entry.name.hasSuffix(".md") || entry.name.hasSuffix(".markdown")
  }
}
