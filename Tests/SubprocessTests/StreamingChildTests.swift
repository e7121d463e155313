import Diagnostics
import Foundation
import Testing

@testable import Subprocess

@Suite struct StreamingChildTests {
  private let cat = script("exec cat")

  @Test("answers follow requests")
  func conversation() throws {
    var child = try StreamingChild(cat)
    for number in 0..<100 {
      child.send(Array("request \(number)\n".utf8))
      #expect(try child.read(to: UInt8(ascii: "\n"), limit: 100) == Array("request \(number)".utf8))
    }
    #expect(try child.finish() == .exited(0))
  }

  @Test("a thousand times more requests than a pipe holds do not stall")
  func pipelining() throws {
    var child = try StreamingChild(cat)
    let block = [UInt8](repeating: 5, count: 64_000_000)
    child.send(block)
    child.send([9])
    #expect(try child.read(count: block.count) == block)
    #expect(try child.read(count: 1) == [9])
    #expect(try child.finish() == .exited(0))
  }

  @Test("bytes can be passed over")
  func skipping() throws {
    var child = try StreamingChild(cat)
    child.send([UInt8](repeating: 1, count: 1_000_000) + [2])
    #expect(try child.skip(count: 1_000_000))
    #expect(try child.read(count: 1) == [2])
    child.closeInput()
    #expect(try !child.skip(count: 1))
  }

  @Test("the end of the output is told from an answer")
  func end() throws {
    var child = try StreamingChild(script("printf ab; echo broken >&2; exit 3"))
    #expect(try child.read(to: UInt8(ascii: "\n"), limit: 100) == nil)
    #expect(try child.read(count: 3) == nil)
    #expect(try child.read(count: 2) == Array("ab".utf8))
    #expect(try child.finish() == .exited(3))
    #expect(child.error == Array("broken\n".utf8))
  }

  @Test("a line without an end is stopped at the limit")
  func lineLimit() throws {
    var child = try StreamingChild(script("exec cat /dev/zero"))
    #expect(throws: Diagnostic.wroteTooMuch("/bin/sh", limit: 100_000)) {
      _ = try child.read(to: 1, limit: 100_000)
    }
  }

  @Test("a child that dies in the middle is no broken pipe here")
  func death() throws {
    var child = try StreamingChild(script("exit 0"))
    for _ in 0..<100 { child.send([UInt8](repeating: 0, count: 100_000)) }
    #expect(try child.read(count: 1) == nil)
    #expect(try child.finish() == .exited(0))
  }
}
