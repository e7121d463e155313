internal import Diagnostics

/// Rows whose columns stand below each other on a terminal.
struct TextTable {
  private let rows: [[String]]

  /// Takes the cells row by row; what came from files goes through the escaper here.
  init(_ rows: [[String]]) {
    self.rows = rows.map { $0.map { TerminalText.escaped($0) } }
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
    let widths = rows.reduce(into: [Int]()) { widths, row in
      for (index, cell) in row.enumerated() {
        let width = DisplayWidth.columns(of: cell)
        if index < widths.count {
          widths[index] = max(widths[index], width)
        } else {
          widths.append(width)
        }
      }
    }
    return rows.enumerated().map { number, row in
      var line = String(repeating: " ", count: indent)
      var gap = 0
      for (column, cell) in row.enumerated() {
        let width = DisplayWidth.columns(of: cell)
        if width > 0 {
          line += String(repeating: " ", count: gap) + style(number, column, cell)
          gap = 0
        }
        gap += widths[column] - width + 2
      }
      return line
    }
  }
}
