extension [UInt8] {
  /// Returns where another text begins in this one, from an index on, in linear time.
  func firstIndex(of other: [UInt8], from start: Int = 0) -> Int? {
    guard let first = other.first else { return start <= count ? start : nil }
    guard start <= count, other.count <= count - start else { return nil }
    if other.count > Self.shortest { return firstIndex(ofLong: other, from: start) }
    return unsafe withUnsafeBufferPointer { bytes in
      for index in start...(bytes.count - other.count) where unsafe bytes[index] == first {
        let isEqual = other.indices.allSatisfy { unsafe bytes[index + $0] == other[$0] }
        if isEqual { return index }
      }
      return nil
    }
  }

  /// Up to this size comparing at every place is the fastest way and takes bounded time.
  private static let shortest = 32

  /// The algorithm of Knuth, Morris and Pratt: no text is hostile to it.
  private func firstIndex(ofLong other: [UInt8], from start: Int) -> Int? {
    var borders = [0]
    borders.reserveCapacity(other.count)
    for byte in other.dropFirst() {
      var border = borders[borders.count - 1]
      while border > 0, other[border] != byte { border = borders[border - 1] }
      borders.append(other[border] == byte ? border + 1 : 0)
    }
    var matched = 0
    for index in start..<count {
      while matched > 0, other[matched] != self[index] { matched = borders[matched - 1] }
      if other[matched] == self[index] { matched += 1 }
      if matched == other.count { return index + 1 - matched }
    }
    return nil
  }

  /// Whether another text is somewhere in this one.
  func contains(_ other: [UInt8]) -> Bool { firstIndex(of: other) != nil }
}
