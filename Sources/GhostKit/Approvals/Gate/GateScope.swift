internal import Git

/// Which files a gate looks at: everything, or what a change touches.
enum GateScope: Sendable {
  case everything
  case touched(Touched)

  /// What a change touches.
  struct Touched: Sendable {
    /// Files below `Drafts/` that differ, by their paths from the workspace's root.
    var paths: Set<GitPath> = []
    /// Drafts of which an approval differs.
    var slugs: Set<Slug> = []
    /// Drafts that name a file that differs, with those files; none where that cannot be told.
    var byAsset: [GitPath: Set<GitPath>] = [:]
    /// Whether the others are looked at as well.
    var isAll = false
  }

  /// Whether a file below `Drafts/` is to be looked at.
  func takes(_ path: String) -> Bool {
    guard case .touched(let touched) = self, !touched.isAll else { return true }
    let place = GitPath(path)
    return touched.paths.contains(place) || touched.byAsset[place] != nil
      || Slug(ofDraft: path).map(touched.slugs.contains) ?? false
  }

  /// Whether a draft's approval may be found to be taken back without harm: the change does nothing
  /// else to the draft.
  func mayRevoke(_ path: String) -> Bool {
    guard case .touched(let touched) = self else { return false }
    let place = GitPath(path)
    return !touched.paths.contains(place) && touched.byAsset[place] == nil
      && Slug(ofDraft: path).map(touched.slugs.contains) ?? false
  }
}
