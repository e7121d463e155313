import Foundation
import TestSupport

/// PyYAML as an independent judge of what a text means.
enum PyYAML {
  static let python = Program(named: "python3")

  static let isInstalled: Bool = {
    (try? python?.run(["-c", "import yaml"]))??.status == 0
  }()

  /// Runs a script that reads a JSON list of texts from `sys.argv[1]` and prints a JSON list.
  static func judge(_ script: String, _ texts: [String]) throws -> [String] {
    guard let python else { return [] }
    let folder = try TemporaryFolder()
    let input = try folder.write(JSONEncoder().encode(texts), to: "texts.json")
    let prelude = "import json, sys, yaml\ntexts = json.load(open(sys.argv[1], encoding='utf-8'))\n"
    let outcome = try python.run(["-c", prelude + script, input])
    guard outcome.status == 0 else { throw Failure(error: outcome.error) }
    return try JSONDecoder().decode([String].self, from: Data(outcome.output.utf8))
  }

  struct Failure: Error {
    let error: String
  }
}
