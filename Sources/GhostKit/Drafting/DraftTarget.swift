public import Diagnostics
internal import Git
internal import Subprocess

/// The file that a new draft goes to.
public struct DraftTarget: Sendable {
  private let files: FileStore
  private let path: String
  private let draft: Slug
  /// The file as a user knows it.
  public let shown: String

  /// Takes the draft's own place, or the file that a user named.
  ///
  /// - Parameters:
  ///   - file: The file that was named, if one was; its folder must be there.
  ///   - draft: What is to be written.
  ///   - workspace: Where it goes otherwise.
  ///   - folder: The folder that a relative name is meant from.
  /// - Throws: `folder-missing` (usage) if the named file's folder is not there.
  public init(
    _ file: String?,
    of draft: NewDraft,
    in workspace: Workspace,
    from folder: String
  ) throws(Diagnostic) {
    self.draft = draft.slug
    guard let file else {
      (files, path, shown) = (workspace.files, draft.path, draft.path)
      return
    }
    let absolute = file.first == "/" ? file : folder + "/" + file
    let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let parent = slash == absolute.startIndex ? "/" : String(absolute[..<slash])
    files = try FileStore(root: parent)
    path = String(absolute[absolute.index(after: slash)...])
    shown = file
  }

  /// The file's absolute path.
  public var absolute: String { files.root + "/" + path }

  /// Writes the file whole; one that is there is replaced only where nothing can be lost.
  ///
  /// - Parameters:
  ///   - bytes: The draft.
  ///   - isReplacing: Whether a text that git has may be replaced.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `draft-exists` (usage) or `draft-not-in-git`.
  public func write(
    _ bytes: [UInt8],
    replacing isReplacing: Bool,
    variables: [String: String]
  ) throws(Diagnostic) {
    if try files.create(bytes, at: path) { return }
    guard isReplacing else { throw .draftExists(shown, slug: draft) }
    guard let present = try files.read(path) else { throw .draftExists(shown, slug: draft) }
    let environment = ChildEnvironment(variables)
    let repository = try Repository.find(from: files.root, environment: environment)
    guard try repository?.isContentKnown(present.bytes) == true else {
      throw .draftNotInGit(shown)
    }
    try files.write(bytes, to: path)
  }
}
