public import Foundation

/// The project's own folders, found from where this file stands.
public enum ProjectFolder {
  /// The root of the repository.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the tests.
  public static let tests = root.appending(path: "Tests")

  /// Copies the example company without its drafts and without anybody's key.
  public static func copyWorkspace(to folder: String) throws {
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for name in [".ghost", "Templates", ".gitattributes"] {
      try files.copyItem(
        at: root.appending(path: name),
        to: URL(filePath: folder).appending(path: name)
      )
    }
    try files.removeItem(atPath: folder + "/.ghost/allowed_signers")
  }
}
