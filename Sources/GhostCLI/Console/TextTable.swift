internal import Diagnostics

/// Rows whose columns stand below each other on a terminal.
struct TextTable {
  private let rows: [[String]]

  /// Takes the cells row by row; what came from files goes through the escaper here.
  init(_ rows: [[String]]) {
    self.rows = rows.map { $0.map { TerminalText.escaped($0) } }
  }

  /// Returns the lines, each ended by a break and none by spaces.
  func text(indent: Int = 0) -> String {
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
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (index, cell) in row.enumerated() {
        let gap = widths[index] - DisplayWidth.columns(of: cell) + 2
        line += cell + String(repeating: " ", count: gap)
      }
      return line.reversed().drop { $0 == " " }.reversed() + "\n"
    }
    .joined()
  }
}
