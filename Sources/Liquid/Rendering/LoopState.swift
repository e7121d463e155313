/// Where a running loop stands.
struct LoopState: Sendable {
  let name: Name
  let length: Int
  /// The columns of a `tablerow`; `nil` for a `for`.
  var columns: Int?
  /// The position of the `for` around it among the running loops, or -1.
  let parent: Int
  var index = 0

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
