internal import Diagnostics
internal import Markdown

extension Check {
  /// What a merge left for a person to decide.
  static let conflictMarkers = Check(
    "conflict-markers",
    "no merge is left half done",
    help: """
      Where two people changed the same lines, git leaves both versions in the file:

          <<<<<<< HEAD
          Retention rose to 118%.
          =======
          Retention rose to 119%.
          >>>>>>> cfo-pricing

      Keep the right one and delete the three lines of marks.
      """,
    .draft { draft in
      markers(in: draft.document.source.bytes).map {
        Finding(
          range: $0,
          message: "a merge left both versions here",
          hint: "keep the right one and delete the marks"
        )
      }
    }
  )

  /// The row of equal signs is left out: it underlines a heading as well.
  private static func markers(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let mark = bytes[start]
      let isMarker =
        (mark == UInt8(ascii: "<") || mark == UInt8(ascii: ">") || mark == UInt8(ascii: "|"))
        && bytes.count >= start + 8 && bytes[start + 7] == Byte.space
        && bytes[start..<start + 7].allSatisfy { $0 == mark }
      if isMarker { found.append(start..<start + 7) }
      start = (bytes.firstIndex(of: Byte.lineFeed, from: start) ?? bytes.count) + 1
    }
    return found
  }
}
