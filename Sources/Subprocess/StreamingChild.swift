public import Diagnostics

/// A program that answers requests for as long as it is needed, such as `git cat-file --batch`.
///
/// What is sent waits in a queue and moves only while answers are read, so requests and answers
/// never block each other; it is the caller who bounds how many requests are on their way. The
/// child ends, at the latest, with this value.
public struct StreamingChild: ~Copyable {
  private var child: SpawnedChild
  private let program: String
  private var buffer: [UInt8] = []
  private var start = 0

  /// Starts a program; its `input` is sent first, its `limits` do not apply.
  ///
  /// - Throws: a diagnostic about the environment if it cannot start.
  public init(_ command: Command) throws(Diagnostic) {
    child = try command.spawn(sharing: .nothing, resetting: [])
    program = command.program.path
    child.pump.send(command.input)
  }

  /// Puts bytes into the queue to the child's standard input.
  public mutating func send(_ bytes: some Collection<UInt8>) { child.pump.send(bytes) }

  /// Says that nothing more will be sent.
  public mutating func closeInput() { child.pump.closeInput() }

  /// Returns the next bytes up to a certain one, which is taken but not returned.
  ///
  /// - Parameters:
  ///   - byte: What ends the text, a line break say.
  ///   - limit: The most bytes that the text may have.
  /// - Returns: the text; `nil` if the output ended before that byte.
  /// - Throws: a diagnostic about the environment if the text is longer than the limit.
  public mutating func read(to byte: UInt8, limit: Int) throws(Diagnostic) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: byte) {
        let text = Array(buffer[start..<end])
        start = end + 1
        return text
      }
      searched = buffer.count
      guard searched - start <= limit else { throw .wroteTooMuch(program, limit: limit) }
      guard !child.pump.outputEnded else { return nil }
      let before = start
      try fill()
      searched -= before - start
    }
  }

  /// Returns the next bytes; `nil` if the output ended before there were so many.
  public mutating func read(count: Int) throws(Diagnostic) -> [UInt8]? {
    // At once, lest a large answer be moved each time that it has outgrown its room.
    if buffer.count - start < count { buffer.reserveCapacity(start + count) }
    while buffer.count - start < count {
      guard !child.pump.outputEnded else { return nil }
      try fill()
    }
    let bytes = Array(buffer[start..<start + count])
    start += count
    return bytes
  }

  /// Reads bytes only to drop them; returns false if the output ended before there were so many.
  public mutating func skip(count: Int) throws(Diagnostic) -> Bool {
    var left = count
    while true {
      let dropped = min(left, buffer.count - start)
      start += dropped
      left -= dropped
      if left == 0 { return true }
      guard !child.pump.outputEnded else { return false }
      try fill()
    }
  }

  /// Says that nothing more will be sent, drops what is still to be read, and returns how the
  /// child ended.
  public mutating func finish() throws(Diagnostic) -> ExitStatus {
    closeInput()
    while !child.pump.isDone {
      start = buffer.count
      try fill()
    }
    return try child.process.wait()
  }

  /// The first 64 KiB of what the child has written to standard error so far.
  public var error: [UInt8] { child.pump.errorBytes }

  private mutating func fill() throws(Diagnostic) {
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      start = 0
    } else if start > buffer.count / 2 {
      buffer.removeFirst(start)
      start = 0
    }
    _ = try child.pump.turn(until: nil, appendingTo: &buffer)
  }
}
