import Foundation
import Testing

@testable import Subprocess

/// Signals belong to the whole process, so these tests run one after the other.
@Suite(.serialized) struct TerminalTests {
  @Test("a child that has the terminal returns how it ended")
  func onTerminal() throws {
    #expect(try script("exit 3").runOnTerminal() == .exited(3))
    #expect(try script("cat; exit 4", input: [7]).runPrompting().output == [7])
  }

  @Test("Ctrl-C ends a child that has the terminal, and not this process")
  func interrupt() throws {
    // The shell interrupts its parent, which is this process, and then itself.
    let outcome = try script("kill -INT $PPID; kill -INT $$; exit 5").runPrompting()
    #expect(outcome.status == .signalled(SIGINT))
  }

  @Test("a background job's deafness to Ctrl-C is handed on")
  func deafness() throws {
    let previous = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, previous) }
    #expect(try script("kill -INT $$; exit 5").runOnTerminal() == .exited(5))
  }

  @Test("a broken pipe ends a child, whatever this process does about it")
  func brokenPipe() throws {
    let previous = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, previous) }
    #expect(try script("kill -PIPE $$").run().status == .signalled(SIGPIPE))
  }

  @Test("a broken pipe does not end this process")
  func ownBrokenPipe() throws {
    let previous = signal(SIGPIPE, SIG_DFL)
    defer { signal(SIGPIPE, previous) }
    let outcome = try script(":", input: [UInt8](repeating: 0, count: 10_000_000)).run()
    #expect(outcome.status.isSuccess)
    var pending = sigset_t()
    unsafe sigpending(&pending)
    let isPending = unsafe sigismember(&pending, SIGPIPE)
    #expect(isPending == 0)
  }
}
