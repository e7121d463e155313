/// What a loop goes through: a list, a range, an object's pairs or one text.
struct LoopItems {
  /// The items, but for a range, whose numbers are made as they are asked for.
  private let items: [Value]
  private let firstNumber: Int
  private let isRange: Bool
  private let isText: Bool
  /// The positions that are left of it.
  var range: Range<Int>

  /// Takes any value; what has no items gives none.
  init(_ value: Value) {
    var (items, firstNumber, isRange, isText) = ([Value](), 0, false, false)
    var count: Int?
    switch value {
    case .array(let array): items = array
    case .object(let object):
      items = object.entries.map { [.string($0.key.text), $0.value] }
    case .range(let first, let last):
      (firstNumber, isRange, count) = (first, true, Value.count(from: first, through: last))
    case .string(let text):
      items = text.bytes.isEmpty ? [] : [value]
      isText = true
    default: break
    }
    (self.items, self.firstNumber, self.isRange, self.isText) = (
      items, firstNumber, isRange, isText
    )
    range = 0..<(count ?? items.count)
  }

  /// Leaves out what `offset` and `limit` say; a text is always whole, as in Ruby's Liquid.
  mutating func cut(offset: Int, limit: Int?) {
    if isText { return }
    let start = min(max(0, offset), range.upperBound)
    var end = range.upperBound
    if let limit {
      let (last, overflows) = offset.addingReportingOverflow(limit)
      if !overflows { end = min(end, last) }
    }
    range = start..<max(start, end)
  }

  /// Returns the item of one turn; it is good as long as these items are.
  @inline(__always)
  func item(at turn: Int, isReversed: Bool) -> Operand {
    let position = isReversed ? range.upperBound - 1 - turn : range.lowerBound + turn
    if isRange { return .int(firstNumber &+ position) }
    return unsafe items.withUnsafeBufferPointer { items in
      precondition(items.indices.contains(position))
      return unsafe items.baseAddress.map { unsafe .place($0 + position) } ?? .nil
    }
  }
}
