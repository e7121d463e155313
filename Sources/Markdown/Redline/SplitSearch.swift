/// Finds the shortest way from one sequence of numbers to another.
///
/// Myers' algorithm in linear space (An O(ND) Difference Algorithm and Its Variations, 1986) with
/// a list of what is left to do instead of recursion: each step cuts a part in two where the
/// shortest way passes its middle. Where a part differs too much, the search ends early at the
/// point that came furthest, as in GNU diff, so that the time grows with the length and not with
/// its square.
struct SplitSearch {
  /// The elements of the old sequence that are gone.
  private(set) var removed: [Int] = []
  /// The elements of the new sequence that are new.
  private(set) var inserted: [Int] = []

  private let old: [Int32]
  private let new: [Int32]
  /// How many steps one search may go to either side.
  private let mostCost: Int

  /// Turns of the innermost loop that one comparison may take, some ten milliseconds.
  private static let mostTurns = 3_000_000

  /// A part of both sequences.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// For each diagonal, how far a way has come; the base is diagonal 0.
  private struct Reach {
    var furthest: [Int32]
    let base: Int
    var low = 0
    var high = 0

    /// Takes in one more diagonal on each side, or leaves one out at the border of the box.
    mutating func widen(within limits: ClosedRange<Int>, filler: Int32) {
      if low > limits.lowerBound {
        low -= 1
        furthest[base + low - 1] = filler
      } else {
        low += 1
      }
      if high < limits.upperBound {
        high += 1
        furthest[base + high + 1] = filler
      } else {
        high -= 1
      }
    }
  }

  init(old: [Int32], new: [Int32]) {
    self.old = old
    self.new = new
    // A search that ends early has taken the square of its steps and come as far as its steps.
    mostCost = max(64, Self.mostTurns / (old.count + new.count + 1))
  }

  /// Does all the work.
  mutating func run() {
    let furthest = [Int32](repeating: 0, count: old.count + new.count + 3)
    var forward = Reach(furthest: furthest, base: new.count + 1)
    var backward = forward
    var boxes = [Box(old: old.indices, new: new.indices)]
    while let box = boxes.popLast().map(trimmed) {
      let (oldEnd, newEnd) = (box.old.upperBound, box.new.upperBound)
      if !box.old.isEmpty, !box.new.isEmpty {
        let (x, y) = split(box, &forward, &backward)
        let isCorner =
          x + y == box.old.lowerBound + box.new.lowerBound || x + y == oldEnd + newEnd
        if !isCorner {
          boxes.append(Box(old: x..<oldEnd, new: y..<newEnd))
          boxes.append(Box(old: box.old.lowerBound..<x, new: box.new.lowerBound..<y))
          continue
        }
      }
      removed += box.old
      inserted += box.new
    }
  }

  /// Leaves out what both have in common at either end.
  private func trimmed(_ box: Box) -> Box {
    var (x, y) = (box.old.lowerBound, box.new.lowerBound)
    var (endX, endY) = (box.old.upperBound, box.new.upperBound)
    while x < endX, y < endY, old[x] == new[y] { (x, y) = (x + 1, y + 1) }
    while x < endX, y < endY, old[endX - 1] == new[endY - 1] { (endX, endY) = (endX - 1, endY - 1) }
    return Box(old: x..<endX, new: y..<endY)
  }

  /// Returns a point that the shortest way passes, or the furthest one that was reached in time.
  private func split(_ box: Box, _ forward: inout Reach, _ backward: inout Reach) -> (Int, Int) {
    let limits =
      (box.old.lowerBound - box.new.upperBound)...(box.old.upperBound - box.new.lowerBound)
    start(&forward, at: box.old.lowerBound, box.new.lowerBound)
    start(&backward, at: box.old.upperBound, box.new.upperBound)
    let meetsForward = (box.old.count - box.new.count) & 1 != 0
    for _ in 0..<mostCost {
      forward.widen(within: limits, filler: -1)
      let ahead = advance(&forward, to: box, against: backward, meeting: meetsForward)
      if let ahead { return ahead }
      backward.widen(within: limits, filler: .max)
      let behind = retreat(&backward, to: box, against: forward, meeting: !meetsForward)
      if let behind { return behind }
    }
    return furthest(in: box, forward, backward)
  }

  private func start(_ reach: inout Reach, at x: Int, _ y: Int) {
    reach.low = x - y
    reach.high = x - y
    reach.furthest[reach.base + x - y] = Int32(truncatingIfNeeded: x)
  }

  /// Goes one step on from the beginning; returns where it meets the way from the end, if that is
  /// asked.
  private func advance(
    _ reach: inout Reach,
    to box: Box,
    against other: Reach,
    meeting isMeeting: Bool
  ) -> (Int, Int)? {
    let (old, new) = (old.span, new.span)
    let (endX, endY) = (box.old.upperBound, box.new.upperBound)
    let met = isMeeting && other.low <= other.high ? other.low..<other.high + 1 : 0..<0
    let (base, low) = (reach.base, reach.low)
    var diagonal = reach.high
    var furthest = reach.furthest.mutableSpan
    let others = other.furthest.span
    while diagonal >= low {
      let slot = base &+ diagonal
      var x = Int(max(furthest[slot &- 1] &+ 1, furthest[slot &+ 1]))
      while x < endX, x &- diagonal < endY, old[x] == new[x &- diagonal] { x &+= 1 }
      furthest[slot] = Int32(truncatingIfNeeded: x)
      if met.contains(diagonal), others[slot] <= x { return (x, x - diagonal) }
      diagonal &-= 2
    }
    return nil
  }

  /// Goes one step back from the end; returns where it meets the way from the beginning, if that is
  /// asked.
  private func retreat(
    _ reach: inout Reach,
    to box: Box,
    against other: Reach,
    meeting isMeeting: Bool
  ) -> (Int, Int)? {
    let (old, new) = (old.span, new.span)
    let (startX, startY) = (box.old.lowerBound, box.new.lowerBound)
    let met = isMeeting && other.low <= other.high ? other.low..<other.high + 1 : 0..<0
    let (base, low) = (reach.base, reach.low)
    var diagonal = reach.high
    var furthest = reach.furthest.mutableSpan
    let others = other.furthest.span
    while diagonal >= low {
      let slot = base &+ diagonal
      var x = Int(min(furthest[slot &- 1], furthest[slot &+ 1] &- 1))
      while x > startX, x &- diagonal > startY, old[x &- 1] == new[x &- diagonal &- 1] { x &-= 1 }
      furthest[slot] = Int32(truncatingIfNeeded: x)
      if met.contains(diagonal), others[slot] >= x { return (x, x - diagonal) }
      diagonal &-= 2
    }
    return nil
  }

  /// Returns the furthest point of the ways from the beginning, or of those from the end if these
  /// have come further.
  private func furthest(in box: Box, _ forward: Reach, _ backward: Reach) -> (Int, Int) {
    var ahead = (x: box.old.lowerBound, y: box.new.lowerBound)
    for diagonal in stride(from: forward.high, through: forward.low, by: -2) {
      var x = min(Int(forward.furthest[forward.base + diagonal]), box.old.upperBound)
      x = min(x, box.new.upperBound + diagonal)
      if x + x - diagonal > ahead.x + ahead.y { ahead = (x, x - diagonal) }
    }
    var behind = (x: box.old.upperBound, y: box.new.upperBound)
    for diagonal in stride(from: backward.high, through: backward.low, by: -2) {
      var x = max(Int(backward.furthest[backward.base + diagonal]), box.old.lowerBound)
      x = max(x, box.new.lowerBound + diagonal)
      if x + x - diagonal < behind.x + behind.y { behind = (x, x - diagonal) }
    }
    let way = ahead.x + ahead.y - box.old.lowerBound - box.new.lowerBound
    let wayBack = box.old.upperBound + box.new.upperBound - behind.x - behind.y
    return way > wayBack ? ahead : behind
  }
}
