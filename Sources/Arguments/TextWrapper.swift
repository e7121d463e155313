internal import Diagnostics

/// Breaks prose and lists into lines that fit a terminal.
struct TextWrapper {
  /// The columns that a line may take.
  let width: Int

  init(width: Int) { self.width = max(width, 40) }

  /// Returns the lines of a text; blank lines part paragraphs, and indented lines stay as they are.
  func lines(of text: String, indent: Int = 0) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    for (index, paragraph) in Self.paragraphs(of: text).enumerated() {
      if index > 0 { lines.append("") }
      switch paragraph {
      case .prose(let prose): lines += fill(prose, width: width - indent).map { margin + $0 }
      case .verbatim(let kept): lines += kept.map { margin + $0 }
      }
    }
    return lines
  }

  /// Returns a list of names with their explanations in a second column.
  func table(_ rows: [(name: String, help: String)]) -> [String] {
    let widest = rows.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    let column = min(widest, width / 3) + 4
    let margin = String(repeating: " ", count: column)
    return rows.flatMap { row in
      let help = fill(row.help, width: width - column)
      let name = "  " + row.name
      let gap = column - DisplayWidth.columns(of: name)
      if gap < 2 { return [name] + help.map { margin + $0 } }
      let first = name + String(repeating: " ", count: gap) + (help.first ?? "")
      return [first] + help.dropFirst().map { margin + $0 }
    }
  }

  /// A part of a description: prose to fill, or lines to keep.
  enum Paragraph: Equatable {
    case prose(String)
    case verbatim([String])
  }

  /// Returns a text's paragraphs; one whose first line is indented is kept verbatim.
  static func paragraphs(of text: String) -> [Paragraph] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty)
      .map { lines in
        lines.first?.first == " "
          ? .verbatim(lines.map(String.init)) : .prose(lines.joined(separator: " "))
      }
  }

  private func fill(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let length = DisplayWidth.columns(of: String(word))
      if columns > 0, columns + 1 + length > width {
        lines.append(line)
        (line, columns) = ("", 0)
      }
      line += columns > 0 ? " \(word)" : String(word)
      columns += (columns > 0 ? 1 : 0) + length
    }
    if columns > 0 { lines.append(line) }
    return lines
  }
}
