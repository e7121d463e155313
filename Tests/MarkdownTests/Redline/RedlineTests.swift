import Diagnostics
import TestSupport
import Testing

@testable import Markdown

@Suite("Redline")
struct RedlineTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let old: String
    let new: String
    /// The redline in the marks of `git diff --word-diff`, and `<…>` where words were moved to.
    let marked: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "same", old: "One *two* three.", new: "One two\nthree.", marked: "One two three."),
    Case(
      name: "a figure",
      old: "Retention rose to 118%.",
      new: "Retention rose to 119%.",
      marked: "Retention rose to[- 118%-]{+ 119%+}."
    ),
    Case(name: "from nothing", old: "", new: "# A\n\nB c.", marked: "{+A+}\n{+B c.+}"),
    Case(name: "to nothing", old: "A b.\n\nC.", new: "", marked: "[-A b.-]\n[-C.-]"),
    Case(
      name: "a sentence in the middle",
      old: "One two. Four five.",
      new: "One two. One three. Four five.",
      marked: "One two.{+ One three.+} Four five."
    ),
    Case(
      name: "a paragraph like its neighbours",
      old: "The end is near.\n\nThe end is far.",
      new: "The end is near.\n\nThe end is here.\n\nThe end is far.",
      marked: "The end is near.\n{+The end is here.+}\nThe end is far."
    ),
    Case(
      name: "cut in two",
      old: "One two three. Four five six.",
      new: "One two three.\n\nFour five six.",
      marked: "One two three.{+¶+}\nFour five six."
    ),
    Case(
      name: "joined",
      old: "One two three.\n\nFour five six.",
      new: "One two three. Four five six.",
      marked: "One two three.[-¶-] Four five six."
    ),
    Case(
      name: "moved",
      old: "Alpha beta gamma delta.\n\nStay here now and ever.\n\nEnd.",
      new: "Stay here now and ever.\n\nAlpha beta gamma delta.\n\nEnd.",
      marked: ">Alpha beta gamma delta.<\nStay here now and ever.\n<Alpha beta gamma delta.>\nEnd."
    ),
    Case(
      name: "rewritten, with a word in common",
      old: "Alpha beta gamma the delta epsilon zeta eta.",
      new: "One two three four the five six seven eight nine.",
      marked: "[-Alpha beta gamma the delta epsilon zeta eta-]"
        + "{+One two three four the five six seven eight nine+}."
    ),
    Case(
      name: "Chinese",
      old: "价格上涨了。",
      new: "价格下跌了。",
      marked: "价格[-上涨-]{+下跌+}了。"
    ),
    Case(
      name: "emoji are whole",
      old: "Yes 👨‍👩‍👧!",
      new: "Yes 👨‍👩‍👦!",
      marked: "Yes[- 👨‍👩‍👧-]{+ 👨‍👩‍👦+}!"
    ),
    Case(
      name: "a heading",
      old: "# Old title\n\nText.",
      new: "# New title\n\nText.",
      marked: "[-Old-]{+New+} title\nText."
    ),
  ]

  @Test(arguments: cases)
  func marks(_ example: Case) throws {
    let redline = try redline(example.old, example.new)
    let paragraphs = redline.sections.flatMap(\.paragraphs)
    #expect(paragraphs.map { $0.runs.map(mark).joined() }.joined(separator: "\n") == example.marked)
    #expect(redline.isChanged == (example.name != "same"))
  }

  @Test func figures() throws {
    let redline = try redline(
      "# A\n\nOne two three four.\n\nKeep this one please.\n\n# B\n\nGone is gone.",
      "# A\n\nKeep this one please, friend.\n\n# B\n\nOne two three four."
    )
    #expect(redline.wordsAdded == 1)
    #expect(redline.wordsRemoved == 3)
    #expect(redline.wordsMoved == 4)
    #expect(redline.sections.map(\.heading) == ["A", "B"])
  }

  @Test("sections are those of the new version, and those that are gone")
  func sections() throws {
    let redline = try redline(
      "Intro.\n\n# Gone\n\nWith it.\n\n## Stays\n\nText.",
      "Intro.\n\n## Stays\n\nText!\n\n# New\n"
    )
    #expect(redline.sections.map(\.heading) == [nil, "Gone", "Stays", "New"])
    #expect(redline.sections.map(\.isChanged) == [false, true, true, true])
    #expect(redline.sections[1].paragraphs.map(\.kind) == [.heading(level: 1), .paragraph])
  }

  private func redline(_ old: String, _ new: String) throws -> Redline {
    Redline(
      from: try Document(parsing: SourceText(path: "old.md", text: old)),
      to: try Document(parsing: SourceText(path: "new.md", text: new))
    )
  }

  private func mark(_ run: Redline.Run) -> String {
    let text = run.isParagraphMark ? "¶" : run.text
    return switch run.change {
    case .equal: text
    case .inserted: "{+\(text)+}"
    case .removed: "[-\(text)-]"
    case .movedHere: "<\(text)>"
    case .movedAway: ">\(text)<"
    }
  }
}
