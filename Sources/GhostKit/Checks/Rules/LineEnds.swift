internal import Diagnostics
internal import Markdown

extension Check {
  /// Two bytes where the others have one.
  static let lineEnds = Check(
    "line-ends",
    .note,
    "lines end as they do in the rest of the repository",
    help: """
      Windows ends a line with CR and LF, everything else with LF. An approval counts for both, but \
      in a file that changes from one to the other each line seems changed. 'ghost check --fix' \
      writes LF. That it does not come back, see to in .gitattributes: *.md text eol=lf
      """,
    .draft { draft in
      let bytes = draft.document.source.bytes
      guard let place = firstPair(in: bytes) else { return [] }
      return [
        Finding(
          range: place,
          message: "lines end as on Windows, with CR and LF",
          hint: "'ghost check --fix' writes LF",
          fix: .endLines
        )
      ]
    }
  )

  private static func firstPair(in bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    // A CR without LF is no end of a line that could be written in another way.
    while let place = bytes.firstIndex(of: Byte.carriageReturn, from: start) {
      if place + 1 < bytes.count, bytes[place + 1] == Byte.lineFeed { return place..<place + 1 }
      start = place + 1
    }
    return nil
  }
}
