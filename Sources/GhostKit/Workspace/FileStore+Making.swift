public import Diagnostics

extension FileStore {
  /// Takes a folder that is made if it is not there, with the folders on its way, as git does.
  ///
  /// - Parameters:
  ///   - path: The folder, as a user named it.
  ///   - folder: The folder that a relative path is meant from.
  /// - Throws: `folder-name` (usage), `folder-missing` or `file-failed` where it cannot be made.
  public init(making path: String, from folder: String) throws(Diagnostic) {
    guard !path.isEmpty, !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      throw .badFolderName(path)
    }
    let absolute = path.first == "/" ? path : folder + "/" + path
    var names = absolute.split(separator: "/").map(String.init)
    var missing: [String] = []
    while let name = names.last, !Self.exists("/" + names.joined(separator: "/")) {
      missing.insert(name, at: 0)
      names.removeLast()
    }
    let parent = try FileStore(root: "/" + names.joined(separator: "/"))
    guard !missing.isEmpty else {
      self = parent
      return
    }
    try parent.makeFolder(missing.joined(separator: "/"))
    self = try FileStore(root: parent.root + "/" + missing.joined(separator: "/"))
  }

  private static func exists(_ path: String) -> Bool {
    FileStatus(of: path, followingLink: false) != nil
  }
}
