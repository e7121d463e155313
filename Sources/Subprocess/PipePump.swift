import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Moves bytes between this process and a child's three pipes, whichever of them is ready.
///
/// One thread serves all three, so that neither side can wait for the other for ever.
struct PipePump: ~Copyable {
  private var input: Descriptor
  private var output: Descriptor
  private var error: Descriptor
  private var pending: [UInt8] = []
  private var sent = 0
  private var closesInput = false
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)

  /// The beginning of what the child wrote to standard error; the rest is read and dropped.
  private(set) var errorBytes: [UInt8] = []

  private static let errorLimit = 1 << 16

  init(input: consuming Descriptor, output: consuming Descriptor, error: consuming Descriptor) {
    input.becomeNonBlocking()
    output.becomeNonBlocking()
    error.becomeNonBlocking()
    self.input = input
    self.output = output
    self.error = error
  }

  /// Whether the child's standard output has come to its end.
  var outputEnded: Bool { !output.isOpen }

  /// Whether nothing can move any more.
  var isDone: Bool { !input.isOpen && !output.isOpen && !error.isOpen }

  /// Puts bytes into the queue to the child's standard input.
  mutating func send(_ bytes: some Collection<UInt8>) {
    guard input.isOpen else { return }
    if sent == pending.count {
      pending.removeAll(keepingCapacity: true)
      sent = 0
    }
    pending.append(contentsOf: bytes)
  }

  /// Closes the child's standard input once the queue is empty.
  mutating func closeInput() {
    closesInput = true
    if sent == pending.count { input.shut() }
  }

  /// Waits until a pipe is ready and moves what it can; returns false if time ran out first.
  mutating func turn(until deadline: ContinuousClock.Instant?, appendingTo buffer: inout [UInt8])
    throws(Diagnostic) -> Bool
  {
    let writer = sent < pending.count ? input.number : -1
    var polls = [
      pollfd(fd: writer, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output.number, events: Int16(POLLIN), revents: 0),
      pollfd(fd: error.number, events: Int16(POLLIN), revents: 0),
    ]
    let ready = unsafe poll(&polls, nfds_t(polls.count), Self.milliseconds(until: deadline))
    guard ready > 0 else {
      if ready == 0 || errno == EINTR { return deadline.map { ContinuousClock.now < $0 } ?? true }
      throw .systemRefused("wait for a child", code: errno)
    }
    if polls[0].revents != 0 { feed() }
    if polls[1].revents != 0 {
      if let bytes = try read(from: output.number) {
        buffer.append(contentsOf: bytes)
      } else {
        output.shut()
      }
    }
    if polls[2].revents != 0 {
      if let bytes = try read(from: error.number) {
        errorBytes.append(contentsOf: bytes.prefix(Self.errorLimit - errorBytes.count))
      } else {
        error.shut()
      }
    }
    return deadline.map { ContinuousClock.now < $0 } ?? true
  }

  private mutating func feed() {
    let count = input.write(pending[sent...])
    if count >= 0 {
      sent += count
    } else if count != -Int(EAGAIN) {
      // The child does not want the rest, which is its right.
      sent = pending.count
      input.shut()
    }
    if closesInput, sent == pending.count { input.shut() }
  }

  /// Reads once; returns `nil` at the end of the stream.
  private mutating func read(from number: Int32) throws(Diagnostic) -> ArraySlice<UInt8>? {
    let count = unsafe chunk.withUnsafeMutableBytes { chunk in
      #if canImport(Glibc)
      unsafe Glibc.read(number, chunk.baseAddress, chunk.count)
      #elseif canImport(Musl)
      unsafe Musl.read(number, chunk.baseAddress, chunk.count)
      #else
      unsafe Darwin.read(number, chunk.baseAddress, chunk.count)
      #endif
    }
    if count > 0 { return chunk[..<count] }
    if count == 0 { return nil }
    if errno == EAGAIN || errno == EINTR { return [] }
    throw .systemRefused("read from a child", code: errno)
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline).components
    if left.seconds < 0 || left.attoseconds < 0 { return 0 }
    // Rounded up, lest the last millisecond be spent in a busy loop.
    let wait = min(left.seconds, 3_600) * 1_000 + left.attoseconds / 1_000_000_000_000_000 + 1
    return Int32(clamping: wait)
  }
}
