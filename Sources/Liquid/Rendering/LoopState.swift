/// Where a running loop stands.
struct LoopState: Sendable {
  let name: Name
  /// What a `for` goes through, held here: its variable looks at them to the end of the last turn.
  let items: LoopItems
  let length: Int
  /// The columns of a `tablerow`; `nil` for a `for`.
  let columns: Int?
  /// The position of the `for` around it among the running loops, or -1.
  let parent: Int
  var index = 0
  /// The loop itself, if it is a `for`.
  let loop: Ref<Loop>
  /// What ``Renderer/render(_:)`` knew of the loop around a `for`: its level, and how many bindings it
  /// had.
  let outer: (level: Int, bindings: Int)

  /// The state of a `for` in its first turn.
  init(_ loop: Ref<Loop>, name: Name, items: LoopItems, parent: Int, outer: (Int, Int)) {
    self.name = name
    self.items = items
    self.parent = parent
    self.loop = loop
    self.outer = outer
    length = items.range.count
    columns = nil
  }

  /// The state of a loop that goes through its items by itself.
  init(name: Name, length: Int, columns: Int? = nil, parent: Int) {
    self.name = name
    self.length = length
    self.columns = columns
    self.parent = parent
    items = LoopItems(.nil)
    loop = Ref(-1)
    outer = (-1, 0)
  }

  /// Makes this turn the last.
  mutating func stop() { index = length - 1 }

  /// What a template is told; `nil` for a field that such a loop has not, and for its parent.
  func value(of field: LoopField) -> Operand? {
    switch field {
    case .index: .int(index + 1)
    case .index0: .int(index)
    case .rindex: .int(length - index)
    case .rindex0: .int(length - index - 1)
    case .first: .bool(index == 0)
    case .last: .bool(index == length - 1)
    case .length: .int(length)
    default: columns.flatMap { value(of: field, columns: $0) }
    }
  }

  private func value(of field: LoopField, columns: Int) -> Operand? {
    let column = columns > 0 ? index % columns : index
    switch field {
    case .column: return .int(column + 1)
    case .column0: return .int(column)
    case .columnFirst: return .bool(column == 0)
    case .columnLast: return .bool(column + 1 == columns)
    case .row: return .int(columns > 0 ? index / columns + 1 : 1)
    default: return nil
    }
  }
}
