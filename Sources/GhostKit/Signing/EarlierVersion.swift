internal import Diagnostics
internal import Git
public import Markdown
internal import SSHSig
internal import Subprocess

/// What a draft was when the same role approved it last, or else when it was first committed.
public struct EarlierVersion: Sendable {
  /// What it was.
  public enum Kind: Sendable, Hashable {
    /// What was approved, and on which day.
    case approved(CalendarDate)
    /// The first version that git has.
    case outline
  }

  /// What it was.
  public let kind: Kind
  /// Its text.
  public let document: Document

  /// A history is not read further back.
  private static let mostVersions = 500

  /// Looks in git's history of the branch that is checked out; `nil` if nothing is found there.
  ///
  /// - Parameters:
  ///   - subject: The draft.
  ///   - record: The last approval, if there is one.
  ///   - workspace: Where it is.
  ///   - variables: The environment in which git is asked.
  /// - Throws: a diagnostic about the environment if git fails.
  init?(
    of subject: ApprovalSubject,
    _ record: ApprovalRecord?,
    in workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) {
    let environment = ChildEnvironment(variables)
    guard let repository = try Repository.find(from: workspace.root, environment: environment),
      let branch = try? repository.resolve("HEAD")
    else { return nil }
    let path = repository.prefix.appending(GitPath(subject.path))
    let versions = try repository.versions(of: path, in: branch).prefix(Self.mostVersions)
    var reader = try ObjectReader(repository)
    let libcrypto = try Libcrypto()
    if let record {
      for version in versions {
        guard let source = try Self.source(version, subject.path, &reader) else { continue }
        let digest = try ContentDigest(
          of: source.bytes,
          workspace: subject.workspace,
          slug: subject.slug,
          libcrypto
        )
        guard digest.text == record.text, let document = try? Document(parsing: source) else {
          continue
        }
        kind = .approved(record.signedAt.day)
        self.document = document
        return
      }
    }
    guard let first = versions.last,
      let source = try Self.source(first, subject.path, &reader),
      let document = try? Document(parsing: source)
    else { return nil }
    kind = .outline
    self.document = document
  }

  private static func source(
    _ version: FileVersion,
    _ path: String,
    _ reader: inout ObjectReader
  ) throws(Diagnostic) -> SourceText? {
    guard
      case .object(_, let bytes) = try reader.read(version.content, limit: FileStore.usualLimit)
    else { return nil }
    return SourceText(path: path, bytes: bytes)
  }
}
