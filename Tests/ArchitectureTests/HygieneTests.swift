import Testing

/// Holds what no source may contain: traps on the way of input, and files that outgrow one idea.
@Suite struct HygieneTests {
  @Test(
    "nothing in the sources traps",
    arguments: ["try!", "fatalError(", "as! ", "preconditionFailure("]
  )
  func traps(trap: String) throws {
    for file in try SourceFile.all(in: "Sources") {
      for (index, line) in file.lines.enumerated() where !line.contains("//") {
        #expect(!line.contains(trap), "\(file.name):\(index + 1): \(line)")
      }
    }
  }

  @Test("no source file outgrows 300 lines")
  func sizes() throws {
    for file in try SourceFile.all(in: "Sources") {
      #expect(file.lines.count <= 301, "\(file.name) has \(file.lines.count) lines")
    }
  }

  @Test("Foundation stays out of the program: start-up time and size are features")
  func foundation() throws {
    for file in try SourceFile.all(in: "Sources") {
      #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.name)")
    }
  }
}
