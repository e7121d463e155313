internal import Diagnostics
internal import Liquid

/// A folder whose files a template may call by their names.
struct PartialFolder {
  private let files: FileStore

  /// What may follow a partial's name in its file's, tried in this order.
  private static let endings = ["", ".liquid", ".md", ".html"]

  /// Takes an existing folder.
  ///
  /// - Throws: `folder-missing` (usage) if there is none.
  init(_ path: String, from folder: String) throws(Diagnostic) {
    files = try FileStore(root: path.hasPrefix("/") ? path : folder + "/" + path)
  }

  /// The loader that looks into the folder, and never out of it.
  var loader: PartialLoader {
    PartialLoader(
      load: { name throws(Diagnostic) in try load(name) },
      names: { names }
    )
  }

  private func load(_ name: String) throws(Diagnostic) -> SourceText? {
    for ending in Self.endings {
      if let source = try files.read(name + ending) { return source }
    }
    return nil
  }

  /// The names for hints; where the folder cannot be read there are none to offer.
  private var names: [String] {
    guard let slash = files.root.lastIndex(of: "/") else { return [] }
    let folder = String(files.root[files.root.index(after: slash)...])
    let parent = try? FileStore(root: "/" + files.root[..<slash])
    return ((try? parent?.names(in: folder)) ?? []).map { name in
      let ending = Self.endings.last { !$0.isEmpty && name.hasSuffix($0) } ?? ""
      return String(name.dropLast(ending.count))
    }
  }
}
