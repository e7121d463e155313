import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

/// Holds what the repository's own workspace prepares to the rules that its drafts are held to.
@Suite struct ExampleCheckTests {
  private static let formats = ["article", "post", "interview", "podcast", "video", "ghostwritten"]

  @Test("a fresh draft lacks nothing but the executive's answers", arguments: formats)
  func freshDrafts(format: String) throws {
    let folder = try TemporaryFolder()
    for name in [".ghost", "Templates"] {
      try FileManager.default.copyItem(
        at: ProjectFolder.root.appending(path: name),
        to: URL(filePath: folder.path).appending(path: name)
      )
    }
    let workspace = try Workspace(at: folder.path)
    let drafter = Drafter(in: workspace, clock: .fixed(1_764_000_000))
    var log = DiagnosticLog()
    for executive in ["ceo", "cfo", "cto", "vp-sales"] {
      for topic in workspace.topics(log: &log).map(\.description) {
        var request = Drafter.Request(executive: executive, topic: topic)
        request.format = format
        let draft = try #require(drafter.draft(request, log: &log))
        try folder.write(Data(draft.bytes), to: draft.path)
      }
    }
    #expect(!log.hasErrors, "\(log.diagnostics)")
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try CheckRun(of: workspace, selection: [], variables: ["PATH": path])
    #expect(run.drafts.count == 24)
    let faults = run.diagnostics.filter { $0.code != "tk-left" }.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column)" }
      return "\(place ?? "") \(diagnostic.code.rawValue): \(diagnostic.message)"
    }
    #expect(faults == [])
    #expect(run.tasks.isEmpty == (format == "ghostwritten"))
  }
}
