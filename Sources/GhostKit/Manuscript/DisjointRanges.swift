/// Many parts of a text, of which one search by halves tells whether any touches another part.
struct DisjointRanges: Sendable {
  private var ranges: [Range<Int>] = []

  /// Takes parts in any order, which may overlap; empty ones touch nothing.
  init(_ parts: [Range<Int>]) {
    let isSorted = zip(parts, parts.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
    ranges.reserveCapacity(parts.count)
    for part in isSorted ? parts : parts.sorted(by: { $0.lowerBound < $1.lowerBound })
    where !part.isEmpty {
      if let last = ranges.last, part.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, part.upperBound)
      } else {
        ranges.append(part)
      }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { ranges.isEmpty }

  /// Whether any of them shares a byte with a part.
  func overlaps(_ part: Range<Int>) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= part.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].overlaps(part)
  }

  /// Whether one of them holds an offset.
  func contains(_ offset: Int) -> Bool { overlaps(offset..<offset + 1) }
}
