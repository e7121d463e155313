import Foundation
import TestSupport
import Testing

/// The built `ghost draft` with real git, a real editor and a real kill.
@Suite struct DraftTests {
  /// A copy of the project's own workspace.
  static func scene() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try ProjectFolder.copyWorkspace(to: folder.path)
    return folder
  }

  private static let arguments = ["draft", "--exec", "cfo", "--topic", "pricing"]

  private func draft(
    _ more: [String] = [],
    in folder: TemporaryFolder,
    environment: [String: String] = [:]
  ) throws -> Program.Outcome {
    try Program(path: BuiltGhost.path)
      .run(Self.arguments + more, in: folder.path, environment: environment)
  }

  private func git(_ arguments: [String], in folder: TemporaryFolder) throws {
    let author = ["-c", "user.name=Ann", "-c", "user.email=ann@meridian.example"]
    let outcome = try #require(Program(named: "git")).run(author + arguments, in: folder.path)
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  @Test("--force replaces a text that git has, and no other")
  func force() throws {
    let folder = try Self.scene()
    #expect(try draft(in: folder).status == 0)
    #expect(try draft(["--force"], in: folder).status == 1)
    try git(["init", "-q"], in: folder)
    #expect(try draft(["--force"], in: folder).status == 1)
    try git(["add", "Drafts"], in: folder)
    try git(["commit", "-q", "-m", "Draft"], in: folder)
    #expect(try draft(["--force", "--due", "2026-12-04"], in: folder).status == 0)
    #expect(try folder.read("Drafts/cfo-pricing.md").contains("\ndue: 2026-12-04\n---\n"))
    try folder.write("typed by hand", to: "Drafts/cfo-pricing.md")
    let refused = try draft(["--force"], in: folder)
    #expect(refused.status == 1)
    #expect(refused.error.contains("[draft-not-in-git]"))
    #expect(try folder.read("Drafts/cfo-pricing.md") == "typed by hand")
  }

  @Test("--open hands the draft to the editor, arguments and all")
  func open() throws {
    let folder = try Self.scene()
    let editor = try folder.write("#!/bin/sh\necho \"$1 $2\" > seen\n", to: "edit.sh")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let variables = ["VISUAL": "\(editor) --wait", "EDITOR": "false"]
    #expect(try draft(["--open"], in: folder, environment: variables).status == 0)
    #expect(try folder.read("seen") == "--wait \(folder.path)/Drafts/cfo-pricing.md\n")
  }

  @Test(
    "a draft is written inside the workspace or not at all",
    arguments: ["folder", "link", "dead"]
  )
  func places(kind: String) throws {
    let folder = try Self.scene()
    let outside = try TemporaryFolder()
    let target = folder.path + "/Drafts/cfo-pricing.md"
    switch kind {
    case "folder":
      try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
    case "link":
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/Drafts",
        withDestinationPath: outside.path
      )
    default:
      try folder.write("", to: "Drafts/.gitkeep")
      try FileManager.default.createSymbolicLink(
        atPath: target,
        withDestinationPath: outside.path + "/new.md"
      )
    }
    let outcome = try draft(in: folder)
    #expect([1, 2].contains(outcome.status), "\(outcome)")
    #expect(outcome.output == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
  }

  @Test(
    "no text from a brief steers a terminal, and a pipe gets every byte",
    .enabled(if: Terminal.python != nil, "python3 is not installed")
  )
  func terminal() throws {
    let folder = try Self.scene()
    let brief = "title: T\naudience: A\nangle: V\nbackground: \"one \\e[2Jtwo\"\n"
    try folder.write(brief, to: "Templates/topics/pricing.yml")
    let command = ["ghost"] + Self.arguments + ["--output", "-"]
    let shown = try Terminal.run(command, in: folder.path)
    #expect(shown.status == 0)
    #expect(shown.output.contains("one \\u{1B}[2Jtwo"))
    #expect(!shown.output.contains("\u{1B}"))
    #expect(try draft(["--output", "-"], in: folder).output.contains("one \u{1B}[2Jtwo"))
  }

  @Test("a kill at any moment leaves no draft or the whole draft")
  func kills() throws {
    let folder = try Self.scene()
    #expect(try draft(in: folder).status == 0)
    let whole = try folder.read("Drafts/cfo-pricing.md")
    try killing(in: folder) { round in
      (["--slug", "r\(round)"], "Drafts/r\(round).md", [nil, whole])
    }
  }

  @Test("a kill while a draft is replaced leaves the old one or the new one")
  func killsOfReplacement() throws {
    let folder = try Self.scene()
    try git(["init", "-q"], in: folder)
    var texts: [String?] = []
    for day in ["2026-12-04", "2026-12-05"] {
      #expect(try draft(["--force", "--due", day], in: folder).status == 0)
      try git(["add", "Drafts"], in: folder)
      try git(["commit", "-q", "-m", day], in: folder)
      texts.append(try folder.read("Drafts/cfo-pricing.md"))
    }
    try killing(in: folder) { round in
      (["--force", "--due", "2026-12-0\(4 + round % 2)"], "Drafts/cfo-pricing.md", texts)
    }
  }

  /// Kills the command at a random moment, again and again; `GHOST_KILLS` says how often.
  private func killing(
    in folder: TemporaryFolder,
    _ round: (Int) -> (arguments: [String], file: String, allowed: [String?])
  ) throws {
    let rounds = Int(ProcessInfo.processInfo.environment["GHOST_KILLS"] ?? "") ?? 100
    var random = SeededRandom(seed: 9)
    for number in 0..<rounds {
      let (arguments, file, allowed) = round(number)
      let process = Process()
      process.executableURL = URL(filePath: BuiltGhost.path)
      process.arguments = Self.arguments + arguments
      process.currentDirectoryURL = URL(filePath: folder.path)
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32.random(in: 0...60_000, using: &random))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let written = try? folder.read(file)
      #expect(allowed.contains(written), "round \(number)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Drafts")
    #expect(names.allSatisfy { $0.hasSuffix(".md") || $0.hasPrefix(".ghost-tmp-") })
  }
}
