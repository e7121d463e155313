import Diagnostics
import Markdown
import Foundation
import TestSupport
import Testing

@testable import GhostKit

/// Holds the repository's own workspace to what its drafts promise a reader.
@Suite struct ExampleWorkspaceTests {
  private static let executives = ["ceo", "cfo", "cto", "vp-sales"]
  private static let topics = [
    "automation", "guidance", "hiring", "portability", "pricing", "reliability",
  ]
  private static let formats = ["article", "post", "interview", "podcast", "video", "ghostwritten"]

  /// What is compared of a draft.
  private struct Reading {
    let executive: String
    let topic: String
    let share: PreparedShare
    let opening: String
    let questions: [String]
    let sequences: Set<[String]>

    init(_ draft: NewDraft, executive: String, topic: String) throws {
      let document = try Document(parsing: SourceText(path: draft.path, bytes: draft.bytes))
      let placeholders = Placeholder.all(in: document)
      self.executive = executive
      self.topic = topic
      share = draft.share
      questions = placeholders.map(\.question)
      let text = document.text
      let prose = text.blocks.filter { block in
        block.kind == .paragraph && !placeholders.contains { $0.text.overlaps(block.text) }
      }
      opening = prose.first.map { text.string($0.text) } ?? ""
      let words = prose.flatMap { block in
        text.words(in: block.text).map { text.string($0).lowercased() }
      }
      sequences = Set(words.indices.dropLast(7).map { Array(words[$0..<$0 + 8]) })
    }

    func shares(with other: Reading) -> Double {
      let least = min(sequences.count, other.sequences.count)
      return Double(sequences.intersection(other.sequences).count) / Double(max(least, 1))
    }
  }

  private func readings(of format: String) throws -> [Reading] {
    let workspace = try Workspace(at: ProjectFolder.root.path)
    let drafter = Drafter(in: workspace, clock: .fixed(1_764_000_000))
    var readings: [Reading] = []
    for executive in Self.executives {
      for topic in Self.topics {
        var request = Drafter.Request(executive: executive, topic: topic)
        request.format = format
        var log = DiagnosticLog()
        let draft = drafter.draft(request, log: &log)
        #expect(!log.hasErrors, "\(executive) \(topic) \(format): \(log.diagnostics)")
        readings.append(try Reading(try #require(draft), executive: executive, topic: topic))
      }
    }
    return readings
  }

  @Test("every draft is its own, and more than half written", arguments: formats)
  func drafts(format: String) throws {
    let readings = try readings(of: format)
    var worst = (share: 0.0, names: "")
    for (index, one) in readings.enumerated() {
      #expect(one.share.exceeds(50), "\(one.executive) \(one.topic): \(one.share.percent)%")
      for other in readings[(index + 1)...] where other.topic != one.topic {
        let share = one.shares(with: other)
        let names = "\(one.executive)-\(one.topic), \(other.executive)-\(other.topic)"
        if share > worst.share { worst = (share, names) }
      }
    }
    print(
      "\(format): at most \(Int(worst.share * 100))% of eight-word sequences shared: \(worst.names)"
    )
    #expect(worst.share < 0.25)
  }

  @Test("on one topic two executives open and ask differently", arguments: formats)
  func voices(format: String) throws {
    for (_, readings) in Dictionary(grouping: try readings(of: format), by: \.topic) {
      for (index, one) in readings.enumerated() {
        for other in readings[(index + 1)...] {
          let names = "\(one.executive) and \(other.executive) on \(one.topic)"
          #expect(one.opening != other.opening, "\(names)")
          if format == "ghostwritten" {
            #expect(one.questions.isEmpty && other.questions.isEmpty)
          } else {
            #expect(Set(one.questions).isDisjoint(with: other.questions), "\(names)")
          }
        }
      }
    }
  }

  @Test("the story's draft has two questions of the CFO's")
  func story() throws {
    let pricing = try readings(of: "article").first {
      $0.executive == "cfo" && $0.topic == "pricing"
    }
    let draft = try #require(pricing)
    #expect(draft.questions.count == 2)
    #expect(draft.share.expected == 90)
    #expect((75...90).contains(draft.share.percent))
  }
}
