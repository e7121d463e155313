internal import Diagnostics

/// Shows what changed as GitHub Flavored Markdown, for a comment or a job's summary in a forge.
///
/// What was added stands in `<ins>`, what was removed in `<del>`, the two elements that forges let
/// through; everything that comes from a file is escaped, so that it is text and nothing else.
public enum RedlineMarkdown {
  /// Returns the changed sections: each heading and each paragraph is one block, to be joined by
  /// blank lines; none if nothing changed.
  public static func blocks(of redline: Redline) -> [String] {
    redline.sections.filter(\.isChanged).flatMap { section in
      let heading = section.heading.map { ["**\(text($0))**"] } ?? []
      return heading + section.paragraphs.filter(\.isChanged).map(block)
    }
  }

  private static func block(_ paragraph: Redline.Paragraph) -> String {
    let last = paragraph.runs.count - 1
    let runs = paragraph.runs.enumerated().map { index, run in
      let shown = RedlineText.shortened(run, isFirst: index == 0, isLast: index == last)
      let space = shown.first?.isWhitespace == true ? " " : ""
      let words = text(String(shown.drop(while: \.isWhitespace)))
      return switch run.change {
      case .equal: space + words
      case .inserted: "\(space)<ins>\(words)</ins>"
      case .removed: "\(space)<del>\(words)</del>"
      case .movedHere: "\(space)*(moved here)* \(words)"
      case .movedAway: "\(space)*(moved away)* \(words)"
      }
    }
    return "> " + runs.joined()
  }

  /// A text on one line, in which nothing is markup.
  private static func text(_ text: String) -> String {
    MarkdownText.escaped(String(text.map { $0.isNewline ? " " : $0 }))
  }
}
