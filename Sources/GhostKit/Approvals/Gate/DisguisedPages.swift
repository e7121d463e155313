internal import Diagnostics
internal import Git

extension MergeChanges {
  /// Returns the files that a change brings beside the drafts and that begin as a page does, but for
  /// those whose name says so already.
  ///
  /// To Jekyll every file that begins with front matter is a page, whatever its name, and may ask for
  /// the address of an approved one.
  func disguisedPages() throws(Diagnostic) -> DiagnosticLog {
    var log = DiagnosticLog()
    for change in merge.changes where change.old?.id != change.new?.id {
      guard let file = change.new, file.kind.isFile,
        Self.companions.contains(where: change.path.isInside), !Self.isRecord(change.path),
        !DraftFolder.mayBePage(change.path)
      else { continue }
      guard let bytes = try merge.bytes(of: file, limit: AssetDigests.largestFile) else {
        log.add(.unreadCompanion(change.path))
        continue
      }
      if bytes.starts(with: "---".utf8) { log.add(.disguisedPage(change.path)) }
    }
    return log
  }

  private static let companions: [GitPath] = [
    GitPath(MediaChanges.folder), GitPath(ApprovalFolder.drafts),
  ]
}

extension Diagnostic {
  private static let astray: Code = "draft-astray"

  fileprivate static func disguisedPage(_ path: GitPath) -> Diagnostic {
    Diagnostic(
      .error,
      astray,
      "the file begins with front matter, so a site may make a page of it",
      at: Location(path: path.text),
      hint: "move it to Drafts/, or delete it"
    )
  }

  fileprivate static func unreadCompanion(_ path: GitPath) -> Diagnostic {
    Diagnostic(
      .error,
      astray,
      "the file is too large for anybody to see whether it is a page",
      at: Location(path: path.text),
      hint: "keep it elsewhere and link to it"
    )
  }
}
