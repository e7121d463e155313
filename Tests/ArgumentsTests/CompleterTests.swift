import Arguments
import Testing

@Suite struct CompleterTests {
  private func complete(_ words: [String]) -> Completer.Answer {
    Completer(MailProgram.program) { $0 == "people" ? ["anna", "ben", "berta"] : [] }
      .complete(words)
  }

  @Test(
    "what may stand at the cursor",
    arguments: [
      ([""], ["send", "list", "people"]),
      ([], ["send", "list", "people"]),
      (["s"], ["send"]),
      (["x"], []),
      (["people", ""], ["add", "remove"]),
      (["people", "r"], ["remove"]),
      (["nonsense", ""], []),
      (["--"], ["--folder", "--quiet", "--help", "--version"]),
      (["send", "--co"], ["--copy"]),
      (["send", "--f"], ["--force", "--folder"]),
      (["send", "--to", "b"], ["ben", "berta"]),
      (["send", "-t", ""], ["anna", "ben", "berta"]),
      (["send", "-nt", "a"], ["anna"]),
      (["send", "--to=b"], ["--to=ben", "--to=berta"]),
      (["send", "--priority", ""], ["low", "normal", "high"]),
      (["send", "--priority="], ["--priority=low", "--priority=normal", "--priority=high"]),
      (["send", "--tries", ""], []),
      (["send", "--nonsense="], []),
      (["send", "--to", "x", "--t"], ["--tries"]),
      (["send", "--copy", "x", "--co"], ["--copy"]),
      (["send", "--", "--co"], []),
      (["people", "add", "anna", "b"], ["ben", "berta"]),
      (["list", ""], []),
      (["--folder", "x", "s"], ["send"]),
    ] as [([String], [String])]
  )
  func candidates(words: [String], expected: [String]) {
    #expect(complete(words).candidates.map(\.word) == expected)
  }

  @Test("files and folders are the shell's to find")
  func paths() {
    #expect(complete(["send", ""]).paths == .files)
    #expect(complete(["send", "--attach", "x"]).paths == .files)
    #expect(complete(["send", "--attach="]).paths == .files)
    #expect(complete(["--folder", ""]).paths == .folders)
    #expect(complete([""]).paths == .none)
  }

  @Test("the scripts read a line per candidate, and nothing can add one")
  func lines() {
    let answer = Completer(MailProgram.program) { _ in ["two\nlines", "a\ttab"] }
      .complete(["send", "--to", ""])
    #expect(answer.lines == "two lines\t\na tab\t\n:none\n")
    #expect(complete(["l"]).lines == "list\tlist what came\n:none\n")
    #expect(complete(["--folder", ""]).lines == ":folders\n")
  }
}
