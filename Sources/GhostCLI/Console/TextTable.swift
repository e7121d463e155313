internal import Diagnostics

/// Rows whose columns stand below each other on a terminal.
struct TextTable {
  private let rows: [[String]]
  /// How wide each cell is.
  private let cells: [[Int]]
  /// How wide each column is.
  private let columns: [Int]

  /// Takes the cells row by row; what came from files goes through the escaper here.
  init(_ rows: [[String]]) {
    self.rows = rows.map { $0.map { TerminalText.escaped($0) } }
    cells = self.rows.map { $0.map(DisplayWidth.columns) }
    columns = cells.reduce(into: []) { columns, row in
      columns += [Int](repeating: 0, count: max(0, row.count - columns.count))
      for (column, width) in row.enumerated() { columns[column] = max(columns[column], width) }
    }
  }

  /// How many columns of a terminal its longest line takes.
  func width(indent: Int = 0) -> Int {
    let lines = cells.map { row in
      let last = row.lastIndex { $0 > 0 } ?? 0
      return indent + columns[..<last].reduce(2 * last, +) + (row.isEmpty ? 0 : row[last])
    }
    return lines.max() ?? 0
  }

  /// Returns the lines, each ended by a break and none by spaces.
  func text(indent: Int = 0) -> String { lines(indent: indent).map { $0 + "\n" }.joined() }

  /// Returns the lines, none ended by spaces.
  ///
  /// - Parameters:
  ///   - indent: The spaces before each.
  ///   - style: Colours a cell, given its row and column, without changing its width.
  /// - Returns: one line a row.
  func lines(
    indent: Int = 0,
    style: (_ row: Int, _ column: Int, _ cell: String) -> String = { $2 }
  ) -> [String] {
    rows.enumerated().map { number, row in
      var line = String(repeating: " ", count: indent)
      var gap = 0
      for (column, cell) in row.enumerated() {
        let width = cells[number][column]
        if width > 0 {
          line += String(repeating: " ", count: gap) + style(number, column, cell)
          gap = 0
        }
        gap += columns[column] - width + 2
      }
      return line
    }
  }
}
