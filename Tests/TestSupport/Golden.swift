import Foundation
public import Testing

/// A text that a test compares with a file which people have read.
public struct Golden {
  private let url: URL

  /// Names a file below the tests' folder, such as `ArgumentsTests/Fixtures/help.txt`.
  public init(_ path: String) { url = ProjectFolder.tests.appending(path: path) }

  /// Holds a text against the file.
  ///
  /// With `GHOST_RECORD=1` it rewrites the file and fails all the same, so that nobody records by
  /// accident.
  public func expect(
    _ text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    if ProcessInfo.processInfo.environment["GHOST_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent); read it", sourceLocation: sourceLocation)
    } else {
      let golden = try? String(contentsOf: url, encoding: .utf8)
      #expect(text == golden, "\(url.path)", sourceLocation: sourceLocation)
    }
  }
}
