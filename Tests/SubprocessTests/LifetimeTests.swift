import Foundation
import Testing

@testable import Subprocess

/// Counts what the whole process holds, so these tests run one after the other.
@Suite(.serialized) struct LifetimeTests {
  @Test(
    "a child sees no pipe of another child's",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/fd"), "there is no /proc here")
  )
  func inheritance() async throws {
    let list = script("echo $(ls /proc/self/fd | wc -l)")
    let alone = try list.run()
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<200 {
        group.addTask { try list.run().output }
      }
      for try await output in group { #expect(output == alone.output) }
    }
  }

  @Test("a thousand children leave no descriptor and no zombie behind")
  func leaks() throws {
    let before = try openDescriptors()
    for number in 0..<1_000 {
      switch number % 5 {
      case 0: _ = try script("echo").run()
      case 1: _ = try? script("cat /dev/zero", limits: .init(output: 10)).run()
      case 2: _ = try? Command(Executable(path: "/none"), [], environment: .init()).run()
      case 3:
        var child = try StreamingChild(script("exec cat"))
        child.send([1, 2, 3])
        _ = try child.read(count: 1)
      default: _ = try? script("exec sleep 60", limits: .init(time: .milliseconds(1))).run()
      }
    }
    // Other suites run beside this one and hold a few; a leak would be hundreds.
    #expect(try openDescriptors() < before + 60)
    #expect(try zombies() < 20)
  }

  private func zombies() throws -> Int {
    let own = Argument(String(ProcessInfo.processInfo.processIdentifier))
    let list = try script("ps -o stat= --ppid \"$1\" | grep -c Z || :", [own]).run().output
    let text = String(decoding: list, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return try #require(Int(text))
  }

  @Test("a child that is not waited for is ended")
  func abandoned() throws {
    var number = ""
    do {
      var child = try StreamingChild(script("trap '' TERM; echo $$; while :; do sleep 1; done"))
      let line = try #require(try child.read(to: UInt8(ascii: "\n"), limit: 20))
      number = String(decoding: line, as: UTF8.self)
    }
    #expect(kill(try #require(pid_t(number)), 0) == -1)
  }
}
