import Foundation
import TestSupport

/// A Swift file of the project, read for what can be held about its text.
struct SourceFile {
  let name: String
  let lines: [Substring]

  static func all(in folder: String) throws -> [SourceFile] {
    let root = ProjectFolder.root
    let folder = root.appending(path: folder)
    let names =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return SourceFile(
        name: "\(folder.lastPathComponent)/\(name)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false)
      )
    }
  }

  var imports: [String] {
    lines.compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else {
        return nil
      }
      let modifiers: Set<Substring> = [
        "public", "internal", "private", "package", "fileprivate", "@testable",
      ]
      guard words[..<keyword].allSatisfy(modifiers.contains) else { return nil }
      return String(words[keyword + 1].prefix { $0 != "." })
    }
  }
}
