/// What `forloop` and `tablerowloop` know; the number of a case is the number of its name.
enum LoopField: Int, CaseIterable, Sendable {
  case forLoop, tableLoop
  case index, index0, rindex, rindex0, first, last, length
  case name, parent
  case column, column0, columnFirst, columnLast, row

  /// The name that means this field.
  init?(_ name: Name) { self.init(rawValue: Int(name.position)) }

  /// The number of the field's name.
  var ref: Name { Name(rawValue) }

  /// The variable that a running `for` is seen as.
  static let forLoopVariable = Variable(0)
  /// The variable that a running `tablerow` is seen as.
  static let tableLoopVariable = Variable(1)

  var name: StaticString {
    switch self {
    case .forLoop: "forloop"
    case .tableLoop: "tablerowloop"
    case .index: "index"
    case .index0: "index0"
    case .rindex: "rindex"
    case .rindex0: "rindex0"
    case .first: "first"
    case .last: "last"
    case .length: "length"
    case .name: "name"
    case .parent: "parentloop"
    case .column: "col"
    case .column0: "col0"
    case .columnFirst: "col_first"
    case .columnLast: "col_last"
    case .row: "row"
    }
  }

  /// The name's bytes, which live as long as the process.
  var bytes: Bytes { unsafe Bytes(base: name.utf8Start, count: name.utf8CodeUnitCount) }

  /// The fields of a `forloop`.
  static let ofFor: [LoopField] = [
    .name, .length, .index, .index0, .rindex, .rindex0, .first, .last, .parent,
  ]

  /// The fields of a `tablerowloop`.
  static let ofTable: [LoopField] = [
    .length, .index, .index0, .rindex, .rindex0, .first, .last, .column, .column0, .columnFirst,
    .columnLast, .row,
  ]
}
