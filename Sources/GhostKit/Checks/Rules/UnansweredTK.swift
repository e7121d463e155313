internal import Diagnostics
internal import Markdown

extension Check {
  /// What only the executive can write.
  static let unansweredTK = Check(
    "tk-left",
    "nothing that only the executive can write is left open",
    help: """
      A TK, publishing's mark for 'to come', stands where only the executive can fill the draft:

          [TK: how did retention change? ~50 words]

      Replace the whole mark, brackets included, with the answer. One that is meant as an example \
      stands in backquotes. A draft that was declined (status: declined) keeps its own.
      """,
    .draft { draft in
      draft.questions.map { placeholder in
        let question = placeholder.question
        let waiting = "waiting for \(draft.executive)"
        return Finding(
          range: placeholder.source,
          message: question.isEmpty ? waiting : "\(waiting): \(question)"
        )
      }
    }
  )

  /// The mark as publishers write it, without brackets.
  static let bareTK = Check(
    "tk-bare",
    .warning,
    "no bare TK is left in the text",
    help: """
      Publishers write the bare letters TK where something is to come:

          Revenue rose by TK per cent.

      Write the figure, or ask for it: [TK: by how much did revenue rise? ~5 words]. It is only a \
      warning, since TK is also a name.
      """,
    .draft { draft in
      let text = draft.document.text
      guard Placeholder.isNamed(in: text.bytes) else { return [] }
      return text.blocks.filter { $0.kind != .code }.flatMap { block in
        bareMarks(in: text.bytes, block.text).filter { mark in
          !text.hasCode(in: mark) && !draft.isAsked(mark)
        }
      }
      .map {
        Finding(
          range: text.source(of: $0),
          message: "'TK' says that something is still to come",
          hint: "write it, or ask for it: [TK: question ~40 words]"
        )
      }
    }
  )

  private static func bareMarks(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    range.dropLast().filter { index in
      bytes[index] == UInt8(ascii: "T") && bytes[index + 1] == UInt8(ascii: "K")
        && (index == range.lowerBound || isBorder(bytes[index - 1]))
        && (index + 2 == range.upperBound || isBorder(bytes[index + 2]))
    }
    .map { $0..<$0 + 2 }
  }

  /// Whether a byte can stand beside a word: no letter, digit or hyphen, and nothing beyond ASCII.
  private static func isBorder(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
    return !isLetter && !Byte.isDigit(byte) && byte < 0x80 && byte != Byte.hyphen
  }
}
