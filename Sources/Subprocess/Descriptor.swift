import Diagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The one owner of an open file descriptor.
struct Descriptor: ~Copyable {
  /// The number that the system knows; -1, which `poll` leaves out, when there is nothing open.
  private(set) var number: Int32 = -1

  /// Owns nothing.
  init() {}

  init(owning number: Int32) { self.number = number }

  deinit {
    if number >= 0 { _ = close(number) }
  }

  var isOpen: Bool { number >= 0 }

  /// Lets go of what was open.
  mutating func shut() { self = Descriptor() }

  /// Makes reads and writes return at once where they would have to wait.
  ///
  /// The flag belongs to this end of the pipe alone; the child's end keeps waiting.
  func becomeNonBlocking() {
    let flags = fcntl(number, F_GETFL)
    if flags >= 0 { _ = fcntl(number, F_SETFL, flags | O_NONBLOCK) }
  }
}

/// The two ends of a pipe, neither of which a child inherits by accident.
struct Pipe: ~Copyable {
  var reading = Descriptor()
  var writing = Descriptor()

  /// Keeps a child from being spawned between the making of a pipe and its close-on-exec mark.
  ///
  /// `pipe2` is visible neither to Swift on Linux nor there at all on macOS. A child that inherited
  /// another one's standard input would keep that one from ever seeing its end.
  static let spawning = Mutex(())

  /// Makes a pipe, or none where none is wanted; to be called while `spawning` is held.
  init(if isWanted: Bool) throws(Diagnostic) {
    guard isWanted else { return }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { throw .systemRefused("make a pipe", code: errno) }
    let first = Descriptor(owning: ends[0])
    let second = Descriptor(owning: ends[1])
    reading = try Self.safe(first)
    writing = try Self.safe(second)
  }

  /// Returns a copy above the standard streams: where one of those is closed, a pipe takes its
  /// number, and the child's redirections would then trample on each other.
  private static func safe(_ descriptor: borrowing Descriptor) throws(Diagnostic) -> Descriptor {
    let number = fcntl(descriptor.number, F_DUPFD_CLOEXEC, 3)
    guard number >= 0 else { throw .systemRefused("make a pipe", code: errno) }
    return Descriptor(owning: number)
  }
}
