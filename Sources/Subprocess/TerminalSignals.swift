import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Leaves Ctrl-C and Ctrl-\ to the child that has the terminal, as `system(3)` does.
///
/// The terminal sends both to parent and child; an editor lives on, and so must the parent that
/// waits for it. Signals belong to the whole process, so one such child runs at a time.
enum TerminalSignals {
  /// Calls a function while this process ignores both signals.
  ///
  /// The function is told which of them the child must not ignore: those that we did not ignore
  /// ourselves before (as `nohup` and a shell's background jobs ask).
  static func leftToChild<Result>(_ body: ([Int32]) throws(Diagnostic) -> Result)
    throws(Diagnostic) -> Result
  {
    let interrupt = IgnoredSignal(SIGINT)
    let quit = IgnoredSignal(SIGQUIT)
    defer {
      interrupt.restore()
      quit.restore()
    }
    return try body([interrupt, quit].filter { !$0.wasIgnored }.map(\.number))
  }
}

/// A signal that is ignored until further notice.
@safe private struct IgnoredSignal {
  let number: Int32
  private var previous = sigaction()

  init(_ number: Int32) {
    self.number = number
    unsafe sigaction(number, nil, &previous)
    _ = signal(number, SIG_IGN)
  }

  var wasIgnored: Bool {
    #if canImport(Glibc)
    let handler = unsafe previous.__sigaction_handler.sa_handler
    #elseif canImport(Musl)
    let handler = unsafe previous.__sa_handler.sa_handler
    #else
    let handler = unsafe previous.__sigaction_u.__sa_handler
    #endif
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  func restore() {
    var previous = previous
    unsafe sigaction(number, &previous, nil)
  }
}
