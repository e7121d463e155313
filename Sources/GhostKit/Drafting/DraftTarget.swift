public import Diagnostics
internal import Git
internal import Subprocess

/// The file that a new draft goes to.
public struct DraftTarget: Sendable {
  private let files: FileStore
  private let path: String
  /// What a user can say to get another file.
  private let free: String
  private let isNamed: Bool
  /// The file as a user knows it.
  public let shown: String

  /// Takes the draft's own place, or the file that a user named.
  ///
  /// - Parameters:
  ///   - file: The file that was named, if one was; its folder must be there.
  ///   - draft: What is to be written.
  ///   - workspace: Where it goes otherwise.
  ///   - folder: The folder that a relative name is meant from.
  /// - Throws: `folder-missing` or `output-no-file` (usage) if no file can have that name.
  public init(
    _ file: String?,
    of draft: NewDraft,
    in workspace: Workspace,
    from folder: String
  ) throws(Diagnostic) {
    isNamed = file != nil
    guard let file else {
      (files, path, shown) = (try workspace.folder, draft.path, draft.path)
      free = "--slug \(Self.freeSlug(draft.slug, in: workspace))"
      return
    }
    free = "--output FILE"
    let absolute = file.first == "/" ? file : folder + "/" + file
    let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let parent = slash == absolute.startIndex ? "/" : String(absolute[..<slash])
    files = try FileStore(root: parent)
    path = String(absolute[absolute.index(after: slash)...])
    shown = file
    guard (try? files.absolute(path)) != nil else { throw .outputNoFile(file) }
  }

  private static func freeSlug(_ slug: Slug, in workspace: Workspace) -> String {
    let taken = Set((try? workspace.files.names(in: Workspace.drafts)) ?? [])
    let number = (2...taken.count + 2).first { !taken.contains("\(slug)-\($0).md") } ?? 2
    return "\(slug)-\(number)"
  }

  /// The file's absolute path.
  public var absolute: String { files.root + "/" + path }

  /// Says whether the file can be written; one that is there is replaced only where nothing can
  /// be lost.
  ///
  /// - Parameters:
  ///   - isReplacing: Whether a text that git has may be replaced.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `draft-exists` or `output-no-file` (usage), `draft-not-in-git` or
  ///   `file-not-regular`.
  public func check(
    replacing isReplacing: Bool,
    variables: [String: String]
  ) throws(Diagnostic) {
    guard let kind = try files.kind(of: path) else { return }
    guard kind == .file else {
      throw isNamed ? .outputNoFile(shown) : .notRegular(path, isFolder: kind == .folder)
    }
    guard isReplacing else { throw .draftExists(shown, free: free) }
    guard let present = try files.read(path) else { return }
    let environment = ChildEnvironment(variables)
    let repository = try Repository.find(from: files.root, environment: environment)
    guard try repository?.isContentKnown(present.bytes) == true else {
      throw .draftNotInGit(shown)
    }
  }

  /// Writes the file whole.
  ///
  /// - Throws: what ``check(replacing:variables:)`` throws.
  public func write(
    _ bytes: [UInt8],
    replacing isReplacing: Bool,
    variables: [String: String]
  ) throws(Diagnostic) {
    if try files.create(bytes, at: path) { return }
    try check(replacing: isReplacing, variables: variables)
    guard isReplacing else { throw .draftExists(shown, free: free) }
    try files.write(bytes, to: path)
  }
}
