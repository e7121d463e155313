import Foundation
import TestSupport
import Testing

/// The ghost that was built beside these tests.
enum BuiltGhost {
  /// Where it is.
  static let path: String = {
    let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let candidates = [beside, ProjectFolder.root.appending(path: ".build/debug")]
    let paths = candidates.map { $0.appending(path: "ghost").path }
    return paths.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "ghost"
  }()

  static let program = Program(path: path)

  /// The search path of this process, with the built ghost first.
  static var searchPath: String {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    return folder + ":" + ProcessInfo.processInfo.environment["PATH", default: ""]
  }

  /// Runs it with one of its standard streams closed or bent, by a shell's redirection.
  static func run(_ arguments: String, redirected: String) throws -> Program.Outcome {
    let shell = try #require(Program(named: "sh"))
    return try shell.run(["-c", "exec \"$0\" \(arguments) \(redirected)", path])
  }
}

/// A command on a terminal of its own.
struct Terminal {
  static let python = Program(named: "python3")

  struct Outcome: Decodable {
    let output: String
    let status: Int
  }

  private struct Task: Encodable {
    let command: [String]
    let environment: [String: String]
    let steps: [[String]]
  }

  /// Runs a command; each step waits for a text and types another.
  static func run(
    _ command: [String],
    environment: [String: String] = [:],
    in folder: String? = nil,
    steps: [(wait: String, type: String)] = []
  ) throws -> Outcome {
    let python = try #require(python)
    let script = ProjectFolder.tests.appending(path: "EndToEndTests/Fixtures/terminal.py").path
    let environment = ["PATH": BuiltGhost.searchPath, "TERM": "xterm", "NO_COLOR": ""]
      .merging(environment) { $1 }
    let task = Task(
      command: command,
      environment: environment,
      steps: steps.map { [$0.wait, $0.type] }
    )
    let input = String(decoding: try JSONEncoder().encode(task), as: UTF8.self)
    let outcome = try python.run([script], input: input, in: folder)
    return try JSONDecoder().decode(Outcome.self, from: Data(outcome.output.utf8))
  }
}
