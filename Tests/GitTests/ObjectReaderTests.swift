import Diagnostics
import Foundation
import Subprocess
import Testing

@testable import Git

@Suite struct ObjectReaderTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  /// Has git store blobs, and returns their names.
  private func store(_ texts: [String]) throws -> [ObjectID] {
    for (index, text) in texts.enumerated() { try sandbox.write(text, to: "blob\(index)") }
    let list = texts.indices.map { "blob\($0)\n" }.joined()
    let names = try sandbox.git(
      ["hash-object", "-w", "--stdin-paths"],
      input: Array(list.utf8)
    )
    return try names.split(separator: "\n").map { try #require(ObjectID(hex: $0.utf8)) }
  }

  @Test("thousands of objects come back whole and in order, also many times")
  func thousands() throws {
    let texts = (0..<1_000).map { String(repeating: "\($0)\n", count: $0 * 3) }
    let ids = try store(texts)
    let stored = Dictionary(uniqueKeysWithValues: zip(ids, texts))
    var reader = try ObjectReader(sandbox.repository())
    for order in [ids, ids.reversed(), ids + ids + ids] {
      var seen = 0
      try reader.read(order) { index, answer in
        if answer == .object(.blob, Array(stored[order[index], default: ""].utf8)) { seen += 1 }
      }
      #expect(seen == order.count)
    }
  }

  @Test("large, missing and empty objects stand in their places")
  func kinds() throws {
    let large = String(repeating: "0123456789", count: 2_000_000)
    let ids = try store(["", large, "x"])
    let nobody = try #require(ObjectID(hex: String(repeating: "1", count: 40).utf8))
    var reader = try ObjectReader(sandbox.repository())
    var answers: [ObjectReader.Answer] = []
    try reader.read([ids[1], nobody, ids[0], ids[1], ids[2]], limit: 1_000) { answers.append($1) }
    #expect(
      answers == [
        .tooLarge(size: 20_000_000), .missing, .object(.blob, []), .tooLarge(size: 20_000_000),
        .object(.blob, Array("x".utf8)),
      ]
    )
    #expect(try reader.read(ids[1], limit: 20_000_000) == .object(.blob, Array(large.utf8)))
  }

  @Test("whoever stops in the middle does not spoil the next question")
  func stopping() throws {
    let ids = try store((0..<700).map { "text \($0)" })
    var reader = try ObjectReader(sandbox.repository())
    for stop in [0, 1, 255, 256, 699] {
      let error = Diagnostic(.error, "test.stop", "stop")
      #expect(throws: error) {
        try reader.read(ids) { index, _ throws(Diagnostic) in if index == stop { throw error } }
      }
      #expect(try reader.read(ids[5]) == .object(.blob, Array("text 5".utf8)))
    }
  }

  @Test("a commit's root folder and parents")
  func commits() throws {
    let first = try sandbox.commit(["a": "1"])
    let second = try sandbox.commit(["a": "2"])
    var reader = try ObjectReader(sandbox.repository())
    #expect(try reader.tree(of: second) == sandbox.id("HEAD^{tree}"))
    #expect(try reader.parents(of: second) == [first])
    #expect(try reader.parents(of: first) == [])
    let blob = try sandbox.id("HEAD:a")
    #expect(throws: Diagnostic.wrongKind(blob, expected: "commit")) {
      _ = try reader.tree(of: blob)
    }
  }

  @Test("a damaged object is as good as missing")
  func damage() throws {
    let id = try store(["some text"])[0]
    let path = "\(sandbox.root)/.git/objects/\(id.hex.prefix(2))/\(id.hex.dropFirst(2))"
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    try Data("nonsense".utf8).write(to: URL(filePath: path))
    var reader = try ObjectReader(sandbox.repository())
    #expect(try reader.read(id) == .missing)
  }

  @Test("a replaced object is read as it was")
  func replacement() throws {
    let ids = try store(["true words", "false words"])
    try sandbox.git(["replace", Argument(ids[0].hex), Argument(ids[1].hex)])
    #expect(try sandbox.git(["cat-file", "blob", Argument(ids[0].hex)]) == "false words")
    var reader = try ObjectReader(sandbox.repository())
    #expect(try reader.read(ids[0]) == .object(.blob, Array("true words".utf8)))
  }
}
