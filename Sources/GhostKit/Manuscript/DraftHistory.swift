internal import Diagnostics
internal import Git

/// What the commits of a repository did to the drafts, looked up by content.
///
/// The same content is the same version on whatever branch: one that was rebased or squashed is
/// followed through the branch that still has its making. Where that branch is gone, a squashed
/// draft begins with the squash.
struct DraftHistory: Sendable {
  /// A commit that left a file with some content.
  struct Step: Sendable {
    let author: String
    let address: String
    /// Seconds since 1970.
    let authored: Int64
    let committed: Int64
    /// From the repository's root.
    let path: GitPath
    let content: ObjectID
    /// What it was made of: one content, several for a merge, none for a new file.
    let parents: [ObjectID]
    let commit: ObjectID
  }

  /// All steps, each before those that it follows.
  private let steps: [Step]
  /// The steps that left a content, as positions in that list.
  private let places: [ObjectID: [Int]]
  /// For each file, when it was last deleted.
  let deletions: [GitPath: Int64]
  /// Whether the beginning is missing.
  let isShallow: Bool

  /// Reads the history of a folder on some branches.
  ///
  /// - Throws: what git says if it fails.
  init(of folder: GitPath, in repository: Repository, tips: [ObjectID]) throws(Diagnostic) {
    isShallow = repository.isShallow
    var steps: [Step] = []
    var places: [ObjectID: [Int]] = [:]
    var deletions: [GitPath: Int64] = [:]
    try repository.history(CommitRange(tips), touching: [folder]) { commit in
      for change in commit.changes {
        guard let content = change.new else {
          deletions[change.path] = max(deletions[change.path] ?? .min, commit.committed)
          continue
        }
        let parents = (change.old ?? Self.renamed(to: change.path, in: commit)).map { [$0] } ?? []
        let step = Step(
          author: commit.authorName,
          address: commit.authorEmail,
          authored: commit.authored,
          committed: commit.committed,
          path: change.path,
          content: content,
          parents: parents + change.merged.filter { !parents.contains($0) },
          commit: commit.id
        )
        places[content, default: []].append(steps.count)
        steps.append(step)
      }
      return true
    }
    self.steps = steps
    self.places = places
    self.deletions = deletions
  }

  /// A draft that was moved to another folder is the same draft.
  private static func renamed(to path: GitPath, in commit: Commit) -> ObjectID? {
    guard let name = path.parts.last else { return nil }
    return commit.changes.first { $0.new == nil && $0.path.parts.last == name }?.old
  }

  /// Returns the newest step that left a file with a content.
  func touch(of path: GitPath, with content: ObjectID) -> Step? {
    (places[content] ?? []).lazy.map { steps[$0] }.filter { $0.path == path }
      .max { $0.committed < $1.committed }
  }

  /// Returns the step that first made a content.
  private func making(of content: ObjectID) -> Int? {
    places[content]?.min { steps[$0].authored < steps[$1].authored }
  }

  /// Returns the step that left what another one began with.
  ///
  /// Where a squash brought it as a new file, the branch that it was made on tells more.
  private func making(of content: ObjectID, before place: Int) -> Int? {
    let found = places[content] ?? []
    let made = found.filter { !steps[$0].parents.isEmpty }
    return made.first { $0 > place }
      ?? made.first { $0 != place && steps[$0].authored <= steps[place].authored }
      ?? found.first { $0 > place } ?? found.first { $0 != place }
  }
}

extension DraftHistory {
  /// A version on the way to another.
  struct Version: Sendable {
    let step: Step
    /// The versions that it was made of, as positions in the list.
    var parents: [Int]
  }

  /// A draft that was saved more often is no draft.
  private static let mostVersions = 4000

  /// Returns the versions that led to a content, each behind those that it was made of, the content
  /// itself last; `nil` if there are more than anybody follows, none if no commit has it.
  func versions(leadingTo content: ObjectID) -> [Version]? {
    guard let last = making(of: content) else { return [] }
    var versions: [Version] = []
    var done: [Int: Int] = [:]
    var entered: Set<Int> = []
    var open = [last]
    while let next = open.last {
      guard done[next] == nil else {
        open.removeLast()
        continue
      }
      guard versions.count < Self.mostVersions else { return nil }
      let parents = steps[next].parents.compactMap { making(of: $0, before: next) }
      // Clocks may be wrong, so that a way back leads round: nothing is entered twice.
      let before = parents.filter { done[$0] == nil && !entered.contains($0) }
      entered.insert(next)
      guard before.isEmpty else {
        open += before.reversed()
        continue
      }
      open.removeLast()
      done[next] = versions.count
      versions.append(Version(step: steps[next], parents: parents.compactMap { done[$0] }))
    }
    return versions
  }
}
