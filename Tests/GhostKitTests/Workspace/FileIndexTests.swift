import Foundation
import TestSupport
import Testing

@testable import GhostKit

@Suite struct FileIndexTests {
  @Test("every name of a folder may be in it, and few others")
  func names() throws {
    let folder = try TemporaryFolder()
    let names = ["a", "ab", "LICENSE", "cfo-pricing.md", "\u{E9}.png", "e\u{301}.png"]
    for name in names { try folder.write("", to: "Drafts/" + name) }
    let index = FileIndex(try FileStore(root: folder.path))
    let filter = try index.names(in: "Drafts")
    let mayHold = { (name: String) in filter.mayHold(Array(name.utf8).span) }
    for name in names { #expect(mayHold(name), "\(name)") }
    let words =
      "the quarter in which prices rise and customers stay with their supplier, as ours do"
    let passed = words.split(separator: " ").filter { mayHold(String($0)) }
    #expect(passed.isEmpty, "\(passed)")
  }

  @Test("a folder that is none holds no name", arguments: ["Drafts/media", "LICENSE", "../x"])
  func noFolder(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "LICENSE")
    let filter = try FileIndex(try FileStore(root: folder.path)).names(in: path)
    let mayHold = filter.mayHold(Array("LICENSE".utf8).span)
    #expect(!mayHold)
  }

  @Test("nobody knows what stands behind a link", arguments: ["link", "link/a.png", "link/x/y"])
  func behindALink(path: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "real/a.png")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link",
      withDestinationPath: "real"
    )
    let index = FileIndex(try FileStore(root: folder.path))
    #expect(try index.kind(of: path) == .other)
    #expect(try index.kind(of: "real/a.png") == .file)
    #expect(try index.kind(of: "real/a.png/x") == nil)
    #expect(try index.kind(of: "real/x/y") == nil)
  }
}
