import Foundation
import GhostCLI
import GhostKit
import TestSupport
import Testing

/// One run of a script in a folder of its own.
final class ScriptRun {
  private let script: Script
  private let root: TemporaryFolder
  private var folder: String
  private var variables: [String: String]
  private var now = 1_795_000_000  // 2026-11-18T11:06:40Z
  private var answers: [String]?
  private var output = ""
  private var error = ""
  private var status: Int32 = 0

  init(_ script: Script) throws {
    self.script = script
    root = try TemporaryFolder()
    folder = root.path
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    // No configuration of the machine's user has a say.
    variables = ["PATH": path, "HOME": root.path, "GIT_CONFIG_NOSYSTEM": "1"]
    for file in script.files { try root.write(file.text, to: file.name) }
  }

  func run() throws {
    for (index, line) in script.lines.enumerated() {
      try perform(line)
      let next = index + 1 < script.lines.count ? script.lines[index + 1].words[0] : ""
      if line.words[0] == "ghost", next != "status" {
        #expect(status == 0, "\(place(line)) ended with \(status)\n\(output)\(error)")
      }
    }
  }

  private func perform(_ line: Script.Line) throws {
    let words = Array(line.words.dropFirst())
    switch line.words[0] {
    case "ghost": ghost(words)
    case "status":
      #expect(String(status) == words.first, "\(place(line))\n\(output)\(error)")
    case "stdout": try match(words, output, line)
    case "stderr": try match(words, error, line)
    case "grep": try match(words, text(of: words[1]), line)
    case "cmp":
      let (found, expected) = (try text(of: words[0]), try text(of: words[1]))
      #expect(found == expected, "\(place(line)) in:\n\(found)")
    case "exists":
      let isThere = FileManager.default.fileExists(atPath: path(words[0]))
      #expect(isThere != line.isNegated, "\(place(line))")
    case "cd": folder = path(words[0])
    case "env":
      let parts = words[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      variables[String(parts[0])] = String(parts[1])
    case "now": now = try #require(Int(words[0]))
    case "answers": answers = words
    case "workspace": try ProjectFolder.copyWorkspace(to: folder)
    case "exec":
      let program = try #require(Program(named: words[0]), "\(words[0]) is not installed")
      let outcome = try program.run(Array(words.dropFirst()), in: folder, environment: variables)
      #expect(outcome.status == 0, "\(place(line))\n\(outcome.error)")
    default: Issue.record("\(place(line)) is no command of a script")
    }
  }

  private func ghost(_ arguments: [String]) {
    let context = Context(
      console: .buffered(answers: answers),
      folder: folder,
      variables: variables,
      clock: .fixed(now)
    )
    answers = nil
    status = Ghost.run(arguments, context).rawValue
    output = context.console.out.text
    error = context.console.err.text
  }

  private func match(_ words: [String], _ text: String, _ line: Script.Line) throws {
    let pattern = try Regex(words[0]).anchorsMatchLineEndings()
    #expect(text.contains(pattern) != line.isNegated, "\(place(line)) in:\n\(text)")
  }

  private func text(of name: String) throws -> String {
    switch name {
    case "stdout": output
    case "stderr": error
    default: try String(contentsOfFile: path(name), encoding: .utf8)
    }
  }

  private func path(_ name: String) -> String {
    URL(filePath: name, relativeTo: URL(filePath: folder + "/")).standardizedFileURL.path
  }

  private func place(_ line: Script.Line) -> String {
    "\(script.name).txt:\(line.number): \(line.words.joined(separator: " "))"
  }
}
