import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

/// What is no text, too much of it or not there any more is one finding, and keeps no other draft
/// from being checked.
@Suite struct UnreadableDraftTests {
  @Test func eachIsOneFinding() throws {
    let small = try SmallWorkspace(replacing: ["Drafts/z.md": MarkedDraft.frontMatter + "[TK]\n"])
    let start = Array(MarkedDraft.frontMatter.utf8)
    try small.folder.write(Data(start + Array("Größe \u{0}, \u{0}\n".utf8)), to: "Drafts/nul.md")
    let latin: [UInt8] = [0x47, 0x72, 0xF6, 0xDF, 0x65, 0x0A]
    try small.folder.write(Data(start + latin + latin), to: "Drafts/latin.md")
    let long = try small.folder.write(Data(start), to: "Drafts/long.md")
    let handle = try #require(FileHandle(forWritingAtPath: long))
    // A hole: no block of the disk is written.
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let run = try CheckRun(of: small.workspace, selection: [], variables: ["PATH": path])
    #expect(
      Self.brief(run.diagnostics) == [
        "Drafts/latin.md:8:3 draft-unreadable", "Drafts/long.md:0:0 draft-unreadable",
        "Drafts/nul.md:8:7 draft-unreadable", "Drafts/z.md:8:1 tk-left",
      ]
    )
    #expect(run.diagnostics[1].message == "'Drafts/long.md' is larger than 1048576 bytes")
    #expect(run.drafts.count == 4)
    #expect(run.passed.allSatisfy { $0.path == "Drafts/z.md" })
  }

  @Test func oneThatGoesAfterItWasListedIsOneFinding() throws {
    let small = try SmallWorkspace()
    var log = DiagnosticLog()
    let surroundings = DraftSurroundings(of: small.workspace, policy: nil, log: &log)
    let result = DraftCheck(surroundings, input: nil).result(of: "Drafts/gone.md")
    #expect(Self.brief(result.diagnostics) == ["Drafts/gone.md:0:0 draft-unreadable"])
    #expect(result.diagnostics.first?.message == "the file was there and is gone")
    #expect(!result.isBlank && !result.isWhole && result.tasks.isEmpty)
  }

  private static func brief(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let place = diagnostic.location.map { "\($0.path):\($0.line):\($0.column)" }
      return "\(place ?? "") \(diagnostic.code.rawValue)"
    }
  }
}
