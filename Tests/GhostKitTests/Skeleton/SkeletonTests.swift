import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import GhostKit

@Suite struct SkeletonTests {
  private func skeleton(seed: UInt64) -> Skeleton {
    var random = SeededRandom(seed: seed)
    return Skeleton(named: "Our Blog", random: &random)
  }

  @Test("it has every outline and partial of this repository, byte for byte")
  func templates() throws {
    let folder = try TemporaryFolder()
    let outcome = try skeleton(seed: 1).write(to: try FileStore(root: folder.path))
    for place in ["Templates", "Templates/partials"] {
      let own = ProjectFolder.root.appending(path: place)
      let names = try FileManager.default.contentsOfDirectory(atPath: own.path)
        .filter { $0.hasSuffix(".md") && $0.count { $0 == "." } == 1 }
      let written = outcome.written.filter { $0.hasPrefix(place + "/") }
        .map { $0.dropFirst(place.count + 1) }.filter { !$0.contains("/") }
      #expect(written.sorted() == names.map { $0[...] }.sorted())
      for name in names {
        let text = try String(contentsOf: own.appending(path: name), encoding: .utf8)
        #expect(try folder.read("\(place)/\(name)") == text)
      }
    }
  }

  @Test("its example is a draft at once")
  func draft() throws {
    let folder = try TemporaryFolder()
    _ = try skeleton(seed: 1).write(to: try FileStore(root: folder.path))
    let workspace = try Workspace(at: folder.path)
    var log = DiagnosticLog()
    #expect(workspace.policy(log: &log) != nil)
    let (executive, topic) = Skeleton.example
    for format in workspace.formats(log: &log) {
      var request = Drafter.Request(executive: executive, topic: topic)
      request.format = format.description
      let draft = Drafter(in: workspace, clock: .fixed(0)).draft(request, log: &log)
      #expect(draft != nil, "\(format)")
    }
    #expect(!log.hasErrors, "\(log.diagnostics)")
  }

  @Test("each workspace has an id of its own")
  func id() throws {
    let ids = try ([1, 2] as [UInt64]).map { seed in
      let folder = try TemporaryFolder()
      _ = try skeleton(seed: seed).write(to: try FileStore(root: folder.path))
      let policy = try folder.read(".ghost/policy.yml")
      return policy.split(separator: "\n").first { $0.hasPrefix("workspace: ") }.map(String.init)
        ?? ""
    }
    #expect(ids[0] != ids[1])
    #expect(ids.allSatisfy { $0.hasPrefix("workspace: our-blog-") })
  }

  @Test("what is there is kept")
  func kept() throws {
    let folder = try TemporaryFolder()
    try folder.write("mine", to: "Templates/article.md")
    let outcome = try skeleton(seed: 1).write(to: try FileStore(root: folder.path))
    #expect(outcome.kept == ["Templates/article.md"])
    #expect(try folder.read("Templates/article.md") == "mine")
    let again = try skeleton(seed: 2).write(to: try FileStore(root: folder.path))
    #expect(again.written.isEmpty)
  }
}
