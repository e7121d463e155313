import Foundation
import TestSupport
import Testing

/// What becomes of ghost where its streams are not what a program dreams of.
@Suite struct StreamTests {
  @Test("a reader who has seen enough ends the run quietly", arguments: ["head -1", "true"])
  func earlyReader(reader: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("{% for i in (1..200000) %}{{ i }}\n{% endfor %}", to: "long.txt")
    let bash = try #require(Program(named: "bash"))
    let outcome = try bash.run(
      ["-c", "ghost render long.txt | \(reader); echo ${PIPESTATUS[0]}"],
      in: folder.path,
      environment: ["PATH": BuiltGhost.searchPath]
    )
    #expect(outcome.output == (reader == "true" ? "0\n" : "1\n0\n"))
    #expect(outcome.error == "")
  }

  @Test("a reader who has seen enough does not turn findings into none")
  func earlyReaderOfFindings() throws {
    let folder = try TemporaryFolder()
    try folder.write("organisation: Acme\n", to: ".ghost/config.yml")
    for number in 0..<1_000 { try folder.write("no front matter", to: "Drafts/x\(number).md") }
    let bash = try #require(Program(named: "bash"))
    let outcome = try bash.run(
      ["-c", "ghost check | head -1 >/dev/null; echo ${PIPESTATUS[0]}"],
      in: folder.path,
      environment: ["PATH": BuiltGhost.searchPath]
    )
    #expect(outcome.output == "1\n")
  }

  @Test("a pipe that nobody reads ends the run quietly")
  func closedPipe() throws {
    let process = Process()
    let (output, error) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: BuiltGhost.path)
    process.arguments = ["completion", "bash"]
    process.standardOutput = output.fileHandleForWriting
    process.standardError = error
    try output.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(error.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  #if os(Linux)  // the only system with /dev/full
  @Test("a full disk is the environment's failure")
  func fullDisk() throws {
    let outcome = try BuiltGhost.run("version", redirected: ">/dev/full")
    #expect(outcome.status == 3)
    #expect(outcome.error.hasPrefix("error: standard output cannot be written: "))
  }
  #endif

  @Test("closed streams are no trap", arguments: ["<&-", "2>&-", "<&- 2>&-"])
  func closedStreams(redirection: String) throws {
    let outcome = try BuiltGhost.run("version", redirected: redirection)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("ghost "))
  }

  @Test("closed standard output is a failure, with or without something to say")
  func closedOutput() throws {
    #expect(try BuiltGhost.run("version", redirected: ">&-").status == 3)
    #expect(try BuiltGhost.run("vresion", redirected: ">&-").status == 2)
    #expect(try BuiltGhost.run("vresion", redirected: ">&- 2>&-").status == 2)
  }
}
