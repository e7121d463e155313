internal import Diagnostics
internal import Git
internal import Subprocess

/// Everything below the drafts' folder: what is published comes from there, so nothing in it goes
/// unseen (design, section 3).
struct DraftFolder: Sendable {
  /// A file, a link or anything else that is no folder.
  struct Entry: Sendable {
    let path: String
    let isFile: Bool
    let name: String
    let isMarkdown: Bool
    /// The draft's name, if the file has one.
    let slug: Slug?

    /// Whether something makes a page of it, though it may be no draft.
    var mayBePage: Bool { DraftFolder.mayBePage(name) }

    init(path: String, name: String, isFile: Bool) {
      self.path = path
      self.name = name
      self.isFile = isFile
      let isDraft = name.utf8.suffix(3).elementsEqual(".md".utf8)
      isMarkdown = isDraft || name.utf8.suffix(9).elementsEqual(".markdown".utf8)
      slug = isDraft ? Slug(Substring(name.utf8.dropLast(3))) : nil
    }
  }

  static let path = "Drafts"
  /// Endings by which a site's generator takes a file for a page: the content formats of Hugo,
  /// Jekyll, Eleventy, Pelican and Quarto, and templates that make pages.
  private static let pages: Set<String> = [
    ".md", ".markdown", ".mdown", ".mkdown", ".mkdn", ".mkd", ".mdx", ".rmd", ".qmd",
    ".html", ".htm", ".xhtml", ".adoc", ".asciidoc", ".ad", ".org", ".rst", ".textile", ".pandoc",
    ".pdc", ".ipynb",
    ".gotmpl", ".liquid", ".njk", ".hbs", ".mustache", ".ejs", ".haml", ".pug", ".webc",
  ]
  private static let mostFiles = 1 << 18
  private static let mostFolders = 1 << 13

  /// Where the workspace is, seen from the root of its repository.
  private(set) var prefix = ""
  /// Whether all that may be a draft lies in one folder, where no name stands twice.
  private(set) var isFlat = true
  /// What may be a draft.
  private(set) var entries: [Entry] = []
  /// What lies beside the drafts: images and approvals.
  private(set) var companions: [Entry] = []

  /// Lists a workspace's folder; files that git neither knows nor wants to know are left out.
  ///
  /// - Throws: `file-failed` or what git says if they cannot be listed.
  init(of workspace: Workspace, variables: [String: String]) throws(Diagnostic) {
    let ignored = try ignoredFiles(of: workspace, variables: variables)
    var folders = [Self.path]
    var (folderCount, count) = (0, 0)
    while let folder = folders.popLast() {
      let items = try workspace.files.entries(in: folder)
      folderCount += 1
      count += items.count
      // A few folders of a commit that name each other stand for more files than there are atoms.
      guard count <= Self.mostFiles else {
        throw .tooManyFiles(Self.path, limit: Self.mostFiles)
      }
      guard folderCount <= Self.mostFolders else {
        throw .tooManyFiles(Self.path, limit: Self.mostFolders, of: "folders")
      }
      let place = folder + "/"
      let isCompanion = Self.isCompanion(place)
      let known = entries.count
      for item in items {
        let path = place + item.name
        if item.kind == .folder {
          folders.append(path)
        } else if ignored.isEmpty || !ignored.contains(path),
          item.kind != .file || !Self.isNoDraft(path, item.name)
        {
          let entry = Entry(path: path, name: item.name, isFile: item.kind == .file)
          if isCompanion { companions.append(entry) } else { entries.append(entry) }
        }
      }
      if known > 0, entries.count > known { isFlat = false }
    }
    sort()
  }

  /// Takes in a file that is not there yet.
  mutating func add(_ path: String) {
    guard !(entries + companions).contains(where: { $0.path == path }) else { return }
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) }
    let entry = Entry(path: path, name: name ?? path, isFile: true)
    if Self.isCompanion(path) { companions.append(entry) } else { entries.append(entry) }
    isFlat = false
    sort()
  }

  private mutating func sort() {
    entries.sort { $0.path.precedesByBytes($1.path) }
    companions.sort { $0.path.precedesByBytes($1.path) }
  }

  /// Whether a path leads into a folder beside the drafts.
  private static func isCompanion(_ path: String) -> Bool {
    companions.contains { path.begins(withBytesOf: $0) }
  }

  private static let companions = [path + "/media/", path + "/approvals/"]

  /// Whether something makes a page of a file.
  static func mayBePage(_ path: GitPath) -> Bool {
    mayBePage(path.parts.last.map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  /// A generator goes by the name as it stands; a file system may make another one of it.
  private static func mayBePage(_ name: String) -> Bool {
    if FoldedName.isPlain(name.utf8) { return isPage(name) }
    return isPage(name.lowercased()) || isPage(FoldedName(name).text)
  }

  /// Whether a generator makes a page of a file of this name, in small letters.
  private static func isPage(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    // Eleventy runs scripts of its own, in any dialect of JavaScript.
    return pages.contains(String(name[dot...])) || String(name[..<dot]).ends(inBytesOf: ".11ty")
  }

  /// Results, and git's own files.
  private static func isNoDraft(_ path: String, _ name: String) -> Bool {
    isOfGit(name) || (name == "results.csv" && path == Self.path + "/results.csv")
  }

  /// Whether a file of this name is git's, and nothing that a page could be made of.
  static func isOfGit(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".")
      && [".gitkeep", ".gitignore", ".gitattributes"].contains(name)
  }

  private mutating func ignoredFiles(
    of workspace: Workspace,
    variables: [String: String]
  ) throws(Diagnostic) -> Set<String> {
    // Whatever is in a commit was added to it, ignored or not.
    guard workspace.files is FileStore else { return [] }
    let environment = ChildEnvironment(variables)
    guard let repository = try Repository.find(from: workspace.root, environment: environment),
      repository.workTree != nil
    else { return [] }
    prefix = repository.prefix.text
    let folder = repository.prefix.appending(GitPath(Self.path))
    let start = folder.bytes.count - Self.path.utf8.count
    let files = try repository.ignoredFiles(below: folder)
    return Set(files.map { String(decoding: $0.bytes.dropFirst(start), as: UTF8.self) })
  }
}
