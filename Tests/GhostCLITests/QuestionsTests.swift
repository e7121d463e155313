import Diagnostics
import Testing

@testable import GhostCLI

@Suite struct QuestionsTests {
  private let choices: [Questions.Choice] = [
    .init(name: "cfo", help: "Dana Reyes"), .init(name: "cto", help: "Ivo Lang"),
  ]

  private func ask<Answer>(
    _ answers: [String],
    _ question: (Questions) throws -> Answer
  ) rethrows -> (answer: Answer, shown: String) {
    let console = Console.buffered(answers: answers)
    let answer = try question(Questions(console))
    return (answer, console.err.text)
  }

  @Test(
    "a choice is a number or a name",
    arguments: [("2", "cto"), (" cfo ", "cfo"), ("1", "cfo")]
  )
  func choice(answer: String, name: String) throws {
    #expect(try ask([answer]) { try $0.choose("Executive", among: choices) }.answer == name)
  }

  @Test("a choice that is none is asked again, with the nearest name")
  func wrongChoice() throws {
    let (answer, shown) = try ask(["3", "cff", "0", "-1", "cto"]) {
      try $0.choose("Executive", among: choices)
    }
    #expect(answer == "cto")
    #expect(
      shown == """
          1  cfo  Dana Reyes
          2  cto  Ivo Lang
        Executive (number or name): '3' is none of them
        Executive (number or name): 'cff' is none of them; did you mean 'cfo'?
        Executive (number or name): '0' is none of them
        Executive (number or name): '-1' is none of them
        Executive (number or name):\u{20}
        """
    )
  }

  @Test("the end of input, or no end of nonsense, is no answer")
  func noAnswer() {
    #expect(throws: Diagnostic.self) {
      try ask([]) { try $0.choose("Executive", among: choices) }
    }
    #expect(throws: Diagnostic.self) {
      try ask(Array(repeating: "x", count: 100)) { try $0.choose("Executive", among: choices) }
    }
    #expect(throws: Diagnostic.self) { try ask(["", "", "", "", ""]) { try $0.text("Name") } }
  }

  @Test(
    "only a yes is a yes",
    arguments: [
      ("y", true), ("Y", true), ("yes", true), (" yes ", true), ("n", false), ("", false),
      ("yep", false), ("no", false), ("ja", false),
    ]
  )
  func confirmation(answer: String, isYes: Bool) {
    #expect(ask([answer]) { $0.confirm("Approve for publication?") }.answer == isYes)
  }

  @Test("no answer is a no")
  func silence() {
    #expect(!ask([]) { $0.confirm("Approve?") }.answer)
    #expect(ask([]) { $0.confirm("Approve?") }.shown == "Approve? [y/N] \n")
  }

  @Test("a text may have a fallback")
  func text() throws {
    #expect(try ask(["", " Dana "]) { try $0.text("Name") }.answer == "Dana")
    #expect(try ask([""]) { try $0.text("Language", fallback: "en") }.answer == "en")
  }

  @Test("a question cannot paint the terminal")
  func escaped() {
    #expect(ask(["y"]) { $0.confirm("\u{1B}[2J?") }.shown == "\\u{1B}[2J? [y/N] ")
  }
}
