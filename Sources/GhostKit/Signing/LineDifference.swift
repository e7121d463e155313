internal import Markdown

/// What becomes of a file, line by line: every line that goes or comes, in order, and a few around it
/// that show where it stands.
///
/// Lines are compared by their bytes, the line feed at the end included. Each is shown behind `- `,
/// `+ ` or two blanks, so that no line of the file can pass for one of the remarks between them.
struct LineDifference {
  /// What there is to see.
  let lines: [String]

  /// How many lines are shown before and behind a change.
  private static let context = 3

  private enum Fate {
    case stays, goes, comes

    var mark: String {
      switch self {
      case .stays: "  "
      case .goes: "- "
      case .comes: "+ "
      }
    }
  }

  private typealias Line = (fate: Fate, bytes: ArraySlice<UInt8>, number: Int)

  /// Compares two versions of a file; `nil` stands for a file that is not there.
  init(from old: [UInt8]?, to new: [UInt8]?) {
    let lines = Self.compared(Self.lines(of: old ?? []), Self.lines(of: new ?? []))
    var shown: [String] = []
    if old == nil { shown.append("a new file:") }
    if new == nil { shown.append("the file is deleted:") }
    var end = 0
    for hunk in Self.hunks(of: lines) {
      if hunk.lowerBound > end { shown.append("line \(lines[hunk.lowerBound].number):") }
      for line in lines[hunk] { shown += Self.text(of: line) }
      end = hunk.upperBound
    }
    self.lines = shown
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: Byte.lineFeed).map { $0 + 1 } ?? rest.endIndex
      lines.append(rest[..<end])
      rest = rest[end...]
    }
    return lines
  }

  /// Returns the lines of both versions in one order; each number is that in the new one.
  private static func compared(
    _ old: [ArraySlice<UInt8>],
    _ new: [ArraySlice<UInt8>]
  ) -> [Line] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      numbers[line] = numbers.count
      return numbers.count - 1
    }
    let (before, after) = (old.map(number), new.map(number))
    let script = EditScript(old: before, new: after, numbers: numbers.count)
    var lines: [Line] = []
    var next = old.startIndex
    func leave(_ lines: inout [Line], at number: Int) {
      while next < old.endIndex, script.isRemoved[next] {
        lines.append((.goes, old[next], number))
        next += 1
      }
    }
    for (index, line) in new.enumerated() {
      leave(&lines, at: index + 1)
      lines.append((script.isInserted[index] ? .comes : .stays, line, index + 1))
      if !script.isInserted[index] { next += 1 }
    }
    leave(&lines, at: new.count + 1)
    return lines
  }

  /// Returns what is shown, as ranges that do not touch.
  private static func hunks(of lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].fate != .stays {
      let around = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= around.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
      } else {
        hunks.append(around)
      }
    }
    return hunks
  }

  private static func text(of line: Line) -> [String] {
    let isEnded = line.bytes.last == Byte.lineFeed
    let text = String(decoding: isEnded ? line.bytes.dropLast() : line.bytes, as: UTF8.self)
    return [line.fate.mark + text] + (isEnded ? [] : ["no line break at the end"])
  }
}
