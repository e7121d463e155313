import Foundation
import Liquid
import TestSupport

/// Another engine that renders the same cases: the standard that ghost is held to.
struct Judge: Sendable {
  /// Shopify's own engine, as Debian packages it (5.4.0): `apt-get install ruby ruby-liquid`.
  static let ruby = Judge(program: "ruby", check: ["-e", "require 'liquid'"], script: "judge.rb")
  /// For what that version lacks: `pip install python-liquid`.
  static let python = Judge(program: "python3", check: ["-c", "import liquid"], script: "judge.py")

  /// Whether the engine is installed.
  let isInstalled: Bool
  private let program: Program?
  private let script: String

  private init(program name: String, check: [String], script: String) {
    let program = Program(named: name)
    self.program = program
    self.script = ConformanceCase.fixtures.appending(path: "peers/\(script)").path
    isInstalled = (try? program?.run(check).status) == 0
  }

  /// Returns what the engine makes of a JSON array of cases.
  func verdicts(on cases: String) throws -> [Verdict] {
    guard let program else { return [] }
    let clock = ["GHOST_NOW": "\(ConformanceCase.now)", "TZ": "UTC"]
    let outcome = try program.run([script], input: cases, environment: clock)
    return outcome.output.split(separator: "\n").map { line in
      let verdict = JSONReader.value(of: String(line))
      if let output = verdict["output"] { return .output(output.text.string) }
      return .error(verdict["error"]?.text.string ?? "")
    }
  }
}
