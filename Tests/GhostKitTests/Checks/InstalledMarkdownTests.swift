import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

/// Checks Markdown that nobody wrote for ghost: the documentation that other packages bring.
///
/// `GHOST_DIFFERENTIAL=full` takes every file; otherwise every tenth is taken.
@Suite struct InstalledMarkdownTests {
  private static let folder = "/usr/share/doc"

  private static let files: [String] = {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
  }()

  private static let isFull = ProcessInfo.processInfo.environment["GHOST_DIFFERENTIAL"] == "full"

  @Test(
    .enabled(if: files.count > 50, "this machine keeps no documentation in Markdown")
  )
  func everyFindingStandsInTheTextAndIsMadeOnce() throws {
    var log = DiagnosticLog()
    let workspace = try Workspace(at: ProjectFolder.root.path)
    let policy = workspace.policy(log: &log)
    let surroundings = DraftSurroundings(of: workspace, policy: policy, log: &log)
    for index in stride(from: 0, to: Self.files.count, by: Self.isFull ? 1 : 10) {
      let path = Self.folder + "/" + Self.files[index]
      guard let text = FileManager.default.contents(atPath: path) else { continue }
      let bytes = Array(MarkedDraft.frontMatter.utf8) + text
      let source = SourceText(path: "Drafts/spoiled.md", bytes: bytes)
      let result = DraftCheck(surroundings, input: source).result(of: source.path)
      let faults = CheckFuzzTests.faults(of: result, in: bytes)
      #expect(faults.isEmpty, "\(faults) in \(path)")
      let said = result.diagnostics.map {
        "\($0.code) \($0.message) \(String(describing: $0.location))"
      }
      #expect(Set(said).count == said.count, "\(path)")
    }
  }
}
