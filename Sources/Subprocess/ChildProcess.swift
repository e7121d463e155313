import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The one owner of a running child: however its life here ends, it is ended and reaped.
struct ChildProcess: ~Copyable {
  private let number: pid_t
  private var status: ExitStatus?

  init(owning number: pid_t) { self.number = number }

  deinit {
    if status == nil { Self.end(number) }
  }

  /// Waits for the child's end.
  ///
  /// - Throws: a diagnostic if another part of the program has reaped it.
  mutating func wait() throws(Diagnostic) -> ExitStatus {
    if let status { return status }
    return try collected(waiting: true) ?? .exited(0)
  }

  /// Waits for the child's end, but no longer than to a point in time; then returns `nil`.
  mutating func wait(until deadline: ContinuousClock.Instant) throws(Diagnostic) -> ExitStatus? {
    // There is no portable way to wait for a child and a clock, so the pauses grow to 10 ms.
    var pause: UInt32 = 500
    while true {
      if let status = try collected(waiting: false) { return status }
      guard ContinuousClock.now < deadline else { return nil }
      usleep(pause)
      pause = min(pause * 2, 10_000)
    }
  }

  private mutating func collected(waiting: Bool) throws(Diagnostic) -> ExitStatus? {
    if let status { return status }
    switch Self.reap(number, waiting: waiting) {
    case .running: return nil
    case .ended(let found):
      status = found
      return found
    case .lost(let code):
      // It is nobody's child any more: its number may belong to another process by now.
      status = .exited(255)
      throw .systemRefused("learn how process \(number) ended", code: code)
    }
  }

  private enum Reaped {
    case running
    case ended(ExitStatus)
    case lost(code: Int32)
  }

  private static func reap(_ number: pid_t, waiting: Bool) -> Reaped {
    var status: Int32 = 0
    while true {
      let found = unsafe waitpid(number, &status, waiting ? 0 : WNOHANG)
      if found == number { return .ended(ExitStatus(waitStatus: status)) }
      if found == 0 { return .running }
      if errno != EINTR { return .lost(code: errno) }
    }
  }

  /// Asks a child to end, which lets git remove its lock files, and kills it if it does not.
  private static func end(_ number: pid_t) {
    kill(number, SIGTERM)
    for _ in 0..<100 {
      guard case .running = reap(number, waiting: false) else { return }
      usleep(1_000)
    }
    kill(number, SIGKILL)
    _ = reap(number, waiting: true)
  }
}
