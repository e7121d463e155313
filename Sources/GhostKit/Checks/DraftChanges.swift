public import Diagnostics
internal import Git
internal import Markdown
internal import Subprocess

extension Workspace {
  /// Returns what became of drafts since git first had them, as blocks of Markdown by path; a
  /// draft that did not change, or that git does not know, is left out.
  ///
  /// - Parameters:
  ///   - paths: The drafts, seen from the workspace's root.
  ///   - variables: The environment in which git is asked.
  /// - Returns: the changed paragraphs of each.
  /// - Throws: what git says if it cannot be asked.
  public func changes(
    of paths: [String],
    variables: [String: String]
  ) throws(Diagnostic) -> [String: [String]] {
    let environment = ChildEnvironment(variables)
    guard !paths.isEmpty,
      let repository = try Repository.find(from: root, environment: environment),
      let head = try? repository.resolve("HEAD")
    else { return [:] }
    var reader = try ObjectReader(repository)
    var changes: [String: [String]] = [:]
    for path in paths {
      let place = repository.prefix.appending(GitPath(path))
      guard let first = try repository.versions(of: place, in: head).last,
        case .object(_, let bytes) = try reader.read(first.content, limit: FileStore.usualLimit),
        // What cannot be read is a finding of the check itself.
        let old = try? Document(parsing: SourceText(path: path, bytes: bytes)),
        let source = try? files.read(path), let new = try? Document(parsing: source)
      else { continue }
      let blocks = RedlineMarkdown.blocks(of: Redline(ofDraft: old, to: new))
      let rest = blocks.count > mostBlocks ? ["and \(blocks.count - mostBlocks) more"] : []
      if !blocks.isEmpty { changes[path] = blocks.prefix(mostBlocks) + rest }
    }
    return changes
  }
}

/// More is read in the forge's own view of a change.
private let mostBlocks = 40
