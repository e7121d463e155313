import Diagnostics
import Foundation
import GhostKit
import TestSupport
import Testing

/// Kills a process that does nothing but write one file, at random moments.
///
/// GHOST_KILLS says how often; the process is this test again, told by GHOST_KILL_FOLDER what to
/// write.
@Suite(.serialized) struct KillTests {
  private static let environment = ProcessInfo.processInfo.environment

  @Test("a kill at any point leaves the old file or the new one")
  func kill() throws {
    if let path = Self.environment["GHOST_KILL_FOLDER"] { return try writeForever(in: path) }
    let rounds = Self.environment["GHOST_KILLS"].flatMap(Int.init) ?? 100
    let folder = try TemporaryFolder()
    let files = try FileStore(root: folder.path)
    try files.write(Self.content(0), to: "draft.md")
    var random = SeededRandom(seed: 11)
    var changes = 0
    for _ in 0..<rounds {
      let before = try bytes(in: files)
      let child = try writer(in: folder.path)
      // The clock starts with the child's first change, so that the kill falls into its writing.
      while child.isRunning, try bytes(in: files) == before { usleep(500) }
      usleep(UInt32.random(in: 0...6000, using: &random))
      Foundation.kill(child.processIdentifier, SIGKILL)
      child.waitUntilExit()
      let after = try bytes(in: files)
      #expect(Self.isWhole(after))
      if after != before { changes += 1 }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      for name in names where name != "draft.md" {
        #expect(name.hasPrefix(".ghost-tmp-"))
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
      }
    }
    #expect(changes > rounds / 2)
  }

  private func bytes(in files: FileStore) throws -> [UInt8] {
    let text = try files.read("draft.md")
    return try #require(text).bytes
  }

  private func writeForever(in path: String) throws {
    let files = try FileStore(root: path)
    var number = UInt8.random(in: .min ... .max)
    while true {
      number &+= 1
      try files.write(Self.content(number), to: "draft.md")
    }
  }

  /// Every content has one byte only and a length that belongs to it.
  private static func content(_ number: UInt8) -> [UInt8] {
    Array(repeating: number, count: 40_000 + Int(number) * 512)
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.first.map { content($0) == bytes } ?? false
  }

  private func writer(in path: String) throws -> Process {
    let process = Process()
    let arguments = CommandLine.arguments
    process.executableURL = URL(filePath: arguments[0])
    let filter = arguments.firstIndex(of: "--filter").map { $0..<min($0 + 2, arguments.count) }
    var own = Array(arguments.dropFirst())
    if let filter { own.removeSubrange(filter.lowerBound - 1..<filter.upperBound - 1) }
    process.arguments = own + ["--filter", "KillTests"]
    process.environment = Self.environment.merging(["GHOST_KILL_FOLDER": path]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
