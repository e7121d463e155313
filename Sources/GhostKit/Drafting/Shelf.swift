internal import Diagnostics

/// A folder of the workspace whose files are known by their names: people, briefs or outlines.
struct Shelf: Sendable {
  /// What one of them is called.
  let kind: String
  let folder: String
  let ending: String
  /// How one is made, its name left out.
  let command: String?

  static let executives = Shelf(
    kind: "executive",
    folder: "Templates/execs",
    ending: ".yml",
    command: "ghost new exec"
  )
  static let topics = Shelf(
    kind: "topic",
    folder: "Templates/topics",
    ending: ".yml",
    command: "ghost new topic"
  )
  static let formats = Shelf(kind: "format", folder: "Templates", ending: ".md", command: nil)

  var kindWithArticle: String { (kind.first == "e" ? "an " : "a ") + kind }

  func path(_ name: String) -> String { "\(folder)/\(name)\(ending)" }

  /// Makes sure that a name is free.
  func checkVacancy(of slug: Slug, in files: some WorkspaceFiles) throws(Diagnostic) {
    let path = path(slug.description)
    if try files.kind(of: path) != nil { throw .nameTaken(path) }
  }

  /// Writes a new file and returns its path; one that is there is never overwritten.
  func create(_ text: String, as slug: Slug, in files: FileStore) throws(Diagnostic) -> String {
    let path = path(slug.description)
    guard try files.create(Array(text.utf8), at: path) else { throw .nameTaken(path) }
    return path
  }

  /// Returns the names that there are, in order; a file that cannot be one of them is reported.
  func names(in files: some WorkspaceFiles, log: inout DiagnosticLog) -> [Slug] {
    var slugs: Set<Slug> = []
    do throws(Diagnostic) {
      for name in try files.names(in: folder) where name.first != "." {
        if ending == Shelf.topics.ending, name.hasSuffix(".yaml") {
          log.add(.otherEnding(folder + "/" + name, wanted: ending))
        }
        guard name.hasSuffix(ending) else { continue }
        do throws(Diagnostic) {
          if let slug = try slug(of: name, in: files) { slugs.insert(slug) }
        } catch {
          log.add(error)
        }
      }
    } catch {
      log.add(error)
    }
    return slugs.sorted()
  }

  /// Returns the name that a file stands for; `article.de.md` is a form of `article`.
  private func slug(of file: String, in files: some WorkspaceFiles) throws(Diagnostic) -> Slug? {
    let path = folder + "/" + file
    guard try files.kind(of: path) == .file else { return nil }
    var stem = file.dropLast(ending.count)
    if self.ending == Shelf.formats.ending, let dot = stem.lastIndex(of: "."),
      Language(String(stem[stem.index(after: dot)...])) != nil
    {
      stem = stem[..<dot]
    }
    guard let slug = Slug(stem) else { throw .badFileName(path, kind: kindWithArticle) }
    return slug
  }
}
