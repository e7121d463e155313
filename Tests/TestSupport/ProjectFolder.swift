public import Foundation

/// The project's own folders, found from where this file stands.
public enum ProjectFolder {
  /// The root of the repository.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the tests.
  public static let tests = root.appending(path: "Tests")
}
