/// Where a pattern stands in a text, from left to right without overlap.
///
/// The cost grows with the text alone, whatever the pattern: the search is Knuth, Morris and Pratt's.
/// An empty pattern stands before every code point and at the end.
struct Matches: Sequence, IteratorProtocol {
  private let pattern: [UInt8]
  private let bytes: [UInt8]
  /// For each length of a partial match, the length of the longest one that it ends with.
  private let fallbacks: [Int]
  private var start = 0

  init(of pattern: [UInt8], in bytes: [UInt8]) {
    self.pattern = pattern
    self.bytes = bytes
    let isLong = pattern.count > Self.short && pattern.count <= bytes.count
    fallbacks = isLong ? Self.fallbacks(of: pattern) : []
  }

  mutating func next() -> Int? {
    guard pattern.count <= bytes.count, start <= bytes.count else { return nil }
    if pattern.isEmpty {
      let match = start
      start = start < bytes.count ? CodePoints.offset(of: 1, in: bytes, from: start) : start + 1
      return match
    }
    if fallbacks.isEmpty { return nextOfShort() }
    var matched = 0
    while start < bytes.count {
      let byte = bytes[start]
      start += 1
      while matched > 0, byte != pattern[matched] { matched = fallbacks[matched - 1] }
      if byte == pattern[matched] { matched += 1 }
      if matched == pattern.count { return start - matched }
    }
    start = bytes.count + 1
    return nil
  }

  /// Up to this length comparing at each place costs less than preparing not to.
  private static let short = 8

  private mutating func nextOfShort() -> Int? {
    let last = bytes.count - pattern.count
    let first = pattern[0]
    while start <= last {
      let place = start
      start += 1
      guard bytes[place] == first else { continue }
      var length = 1
      while length < pattern.count, bytes[place + length] == pattern[length] { length += 1 }
      if length == pattern.count {
        start = place + length
        return place
      }
    }
    start = bytes.count + 1
    return nil
  }

  private static func fallbacks(of pattern: [UInt8]) -> [Int] {
    var result = [0]
    result.reserveCapacity(pattern.count)
    var matched = 0
    for byte in pattern.dropFirst() {
      while matched > 0, byte != pattern[matched] { matched = result[matched - 1] }
      if byte == pattern[matched] { matched += 1 }
      result.append(matched)
    }
    return result
  }

  /// Returns the last place of a pattern in a text.
  static func last(of pattern: [UInt8], in bytes: [UInt8]) -> Int? {
    guard !pattern.isEmpty else { return bytes.count }
    // Backwards, so that overlapping places cost no more than one pass.
    var backwards = Matches(of: pattern.reversed(), in: bytes.reversed())
    return backwards.next().map { bytes.count - $0 - pattern.count }
  }
}
