import Foundation
import TestSupport
import Testing

/// Holds the table of `Sources/README.md`: who may import whom.
@Suite struct ImportTests {
  private static let tools = [
    "Diagnostics", "Liquid", "YAML", "Markdown", "SSHSig", "Subprocess", "Git",
  ]
  private static let allowed: [String: Set<String>] = [
    "CMark": [], "CYAML": [], "CCrypto": [],
    "Diagnostics": [],
    "Arguments": ["Diagnostics"],
    "Liquid": ["Diagnostics"],
    "YAML": ["Diagnostics", "CYAML"],
    "Markdown": ["Diagnostics", "CMark"],
    "SSHSig": ["Diagnostics", "CCrypto"],
    "Subprocess": ["Diagnostics"],
    "Git": ["Diagnostics", "Subprocess"],
    "GhostKit": Set(tools),
    "GhostCLI": ["GhostKit", "Arguments", "Diagnostics"],
    "ghost": ["GhostCLI"],
  ]
  /// The C library and its threads, which every target may use.
  private static let system: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  @Test("every target imports only what stands left of it", arguments: allowed.keys.sorted())
  func imports(target: String) throws {
    let allowed = try #require(Self.allowed[target]).union(Self.system)
    for file in try SourceFile.all(in: "Sources/\(target)") {
      for module in file.imports {
        #expect(allowed.contains(module), "\(file.name) imports \(module)")
      }
    }
  }

  @Test("every folder of Sources is in the table")
  func folders() throws {
    let sources = ProjectFolder.root.appending(path: "Sources")
    let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
      .filter { !$0.contains(".") }
    #expect(Set(folders) == Set(Self.allowed.keys))
  }

  @Test("the package depends on no package")
  func packages() throws {
    let manifest = ProjectFolder.root.appending(path: "Package.swift")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    #expect(!text.contains(".package("))
  }
}
