internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where the answers to questions come from: a terminal, or the lines that a test has written down.
final class LineInput {
  private enum Source {
    case descriptor(Int32)
    case lines(ArraySlice<String>)
  }

  private var source: Source
  private var pending: [UInt8] = []

  init(descriptor: Int32) { source = .descriptor(descriptor) }

  init(lines: [String]) { source = .lines(lines[...]) }

  /// Returns the next line without its break, or `nil` at the end of input.
  func nextLine() -> String? {
    switch source {
    case .lines(var lines):
      let line = lines.popFirst()
      source = .lines(lines)
      return line
    case .descriptor(let descriptor):
      return nextLine(from: descriptor)
    }
  }

  /// Returns everything up to the end of input, as far as a limit.
  func bytes(limit: Int) throws(Diagnostic) -> [UInt8] {
    switch source {
    case .lines(let lines):
      source = .lines([])
      return Array(lines.map { $0 + "\n" }.joined().utf8.prefix(limit))
    case .descriptor(let descriptor):
      while pending.count < limit {
        guard let bytes = Self.receive(from: descriptor) else { throw .inputFailed(errno) }
        if bytes.isEmpty { break }
        pending += bytes
      }
      defer { pending = [] }
      return Array(pending.prefix(limit))
    }
  }

  /// An answer to a question is short; a terminal hands over no longer line either.
  private static let longestLine = 1 << 16

  private func nextLine(from descriptor: Int32) -> String? {
    let newline = UInt8(ascii: "\n")
    while !pending.contains(newline), pending.count < Self.longestLine {
      guard let bytes = Self.receive(from: descriptor), !bytes.isEmpty else { break }
      pending += bytes
    }
    guard !pending.isEmpty else { return nil }
    let line = pending.prefix { $0 != newline }
    pending = Array(pending.dropFirst(line.count + 1))
    return String(decoding: line, as: UTF8.self)
  }

  private static func receive(from descriptor: Int32) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 4096) { buffer, initialized in
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(count, 0)
      }
      if count >= 0 { return bytes }
      if errno != EINTR { return nil }
    }
  }
}
