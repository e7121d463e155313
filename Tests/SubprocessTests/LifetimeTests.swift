import Foundation
import Testing

@testable import Subprocess

/// Counts what the whole process holds, so these tests run one after the other.
@Suite(.serialized) struct LifetimeTests {
  @Test("a child holds no pipe of another child's")
  func inheritance() throws {
    for _ in 0..<20 {
      var first = try StreamingChild(script("exec perl -e 'alarm 20; exec \"cat\"'"))
      let second = try StreamingChild(script("exec sleep 60"))
      // Were the first one's pipe open in the second, its input would not end before the time.
      #expect(try first.finish() == .exited(0))
      _ = consume second
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
