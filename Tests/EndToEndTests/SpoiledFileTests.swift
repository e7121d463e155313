import Foundation
import TestSupport
import Testing

/// The built ghost in workspaces of which one file is spoiled.
@Suite struct SpoiledFileTests {
  @Test(
    "a spoiled file is a finding at its place, and the exit code says so",
    arguments: SpoiledFile.all + SpoiledFile.outlines
  )
  func spoiled(file: SpoiledFile) throws {
    let folder = try DraftTests.scene()
    try folder.write(file.text, to: file.path)
    // Only a check reads the policy.
    let isPolicy = file.path == ".ghost/policy.yml"
    let arguments =
      isPolicy
      ? ["check"]
      : ["draft", "--exec", "cfo", "--topic", "pricing", "--format", "article", "--dry-run"]
    let outcome = try BuiltGhost.program.run(arguments, in: folder.path)
    let lines = (outcome.error + outcome.output).split(separator: "\n")
      .filter { $0.hasPrefix(file.path + ":") && !$0.contains(": note: ") }
    #expect(lines.count == file.findings.count, "\(outcome.error)")
    for (line, finding) in zip(lines, Self.sorted(file.findings)) {
      let parts = finding.split(separator: " ")
      #expect(line.hasPrefix("\(file.path):\(parts[0]): "), "\(line)")
      #expect(line.hasSuffix("[\(parts[1])]"), "\(line)")
    }
    let isWarning = file.findings.allSatisfy { $0.hasSuffix("unknown-reference") }
    #expect(isWarning ? outcome.status < 2 : outcome.status == 1, "\(outcome.status)")
  }

  /// The order in which they are printed: by line, then column.
  private static func sorted(_ findings: [String]) -> [String] {
    findings.enumerated().sorted { left, right in
      let (one, other) = (place(left.element), place(right.element))
      return one == other ? left.offset < right.offset : one < other
    }
    .map(\.element)
  }

  private static func place(_ finding: String) -> Int {
    let numbers = finding.prefix { $0 != " " }.split(separator: ":").compactMap { Int($0) }
    return numbers[0] * 10_000 + numbers[1]
  }
}
