/// What a loop goes through, without a copy of it: a list, a range, an object's pairs, one text.
struct LoopItems {
  private enum Source {
    case array([Value])
    case object(Object)
    case range(first: Int)
    case one(Value)
  }

  private let source: Source
  /// The positions that are left of it.
  var range: Range<Int>

  /// Takes any value; what has no items gives none.
  init(_ value: Value) {
    switch value {
    case .array(let items): (source, range) = (.array(items), 0..<items.count)
    case .object(let object): (source, range) = (.object(object), 0..<object.count)
    case .range(let first, let last):
      (source, range) = (.range(first: first), 0..<Value.count(from: first, through: last))
    case .string(let text): (source, range) = (.one(value), 0..<(text.bytes.isEmpty ? 0 : 1))
    default: (source, range) = (.one(.nil), 0..<0)
    }
  }

  /// Leaves out what `offset` and `limit` say; a text is always whole, as in Ruby's Liquid.
  mutating func cut(offset: Int, limit: Int?) {
    if case .one = source { return }
    let start = min(max(0, offset), range.upperBound)
    var end = range.upperBound
    if let limit {
      let (last, overflows) = offset.addingReportingOverflow(limit)
      if !overflows { end = min(end, last) }
    }
    range = start..<max(start, end)
  }

  /// Returns the item of one turn.
  func value(at turn: Int, isReversed: Bool) -> Value {
    let position = isReversed ? range.upperBound - 1 - turn : range.lowerBound + turn
    switch source {
    case .array(let items): return items[position]
    case .object(let object):
      let entry = object.entries[position]
      return [.string(entry.key.text), entry.value]
    case .range(let first): return .int(first &+ position)
    case .one(let value): return value
    }
  }
}
