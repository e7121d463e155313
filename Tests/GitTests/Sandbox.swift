import Diagnostics
import Foundation
import Subprocess
import TestSupport
import Testing

@testable import Git

/// A repository of a test's own, made by the real git, far from the user's configuration.
struct Sandbox {
  let folder: TemporaryFolder
  let root: String

  /// Makes a repository; its folder's name is as unpleasant as names get.
  init(_ name: String = "re po:\"ü", options: [Argument] = []) throws {
    folder = try TemporaryFolder()
    root = folder.path + "/" + name
    try folder.write("", to: "home/.keep")
    try git(in: folder.path, ["init", "-q", "-b", "main"] + options + [Argument(root)])
  }

  /// What a user's shell would hand on.
  var environment: ChildEnvironment {
    ChildEnvironment([
      "PATH": ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"],
      "HOME": folder.path + "/home", "TMPDIR": folder.path, "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_AUTHOR_NAME": "Ann Author", "GIT_AUTHOR_EMAIL": "ann@example.org",
      "GIT_COMMITTER_NAME": "Carl", "GIT_COMMITTER_EMAIL": "carl@example.org",
    ])
  }

  /// Runs git in the repository and returns what it printed, without the last line break.
  @discardableResult
  func git(
    in folder: String? = nil,
    _ arguments: [Argument],
    input: [UInt8] = [],
    _ changes: [String: Argument] = [:],
    fails: Bool = false
  ) throws -> String {
    let outcome = try Command(
      try Executable.find("git", in: environment, remedy: "install git"),
      ["-C", Argument(folder ?? root)] + arguments,
      environment: environment.setting(changes),
      input: input
    ).run()
    let complaint = String(decoding: outcome.error, as: UTF8.self)
    #expect(outcome.status.isSuccess != fails, "git \(arguments.map(\.text)): \(complaint)")
    let text = String(decoding: outcome.output, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Writes files and commits them; returns the commit.
  @discardableResult
  func commit(_ files: [String: String], at time: Int = 1_700_000_000, as author: String = "Ann")
    throws -> ObjectID
  {
    for (name, text) in files { try write(text, to: name) }
    try git(["add", "-A"])
    return try commit(at: time, as: author)
  }

  /// Commits what is in the index.
  @discardableResult
  func commit(at time: Int = 1_700_000_000, as author: String = "Ann") throws -> ObjectID {
    try git(
      ["commit", "-q", "--allow-empty", "-m", "message"],
      [
        "GIT_AUTHOR_DATE": "\(time - 60) +0000", "GIT_COMMITTER_DATE": "\(time) +0000",
        "GIT_AUTHOR_NAME": Argument(author),
      ]
    )
    return try id("HEAD")
  }

  /// Asks git itself for an object's name.
  func id(_ name: String) throws -> ObjectID {
    try #require(ObjectID(hex: git(["rev-parse", Argument(name)]).utf8))
  }

  /// Writes a program by another process: while this one has it open, a child that is born just
  /// then keeps it from being run.
  func writeProgram(_ text: String, to path: String) throws {
    let writer: Argument = "cat > \"$1\" && chmod +x \"$1\""
    let outcome = try Command(
      Executable(path: "/bin/sh"),
      ["-c", writer, "sh", Argument(path)],
      environment: environment,
      input: Array("#!/bin/sh\n\(text)\n".utf8)
    ).run()
    #expect(outcome.status.isSuccess)
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: root + "/" + name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// Finds the repository as ghost does.
  func repository(from place: String = "", _ changes: [String: Argument] = [:]) throws
    -> Repository
  {
    try #require(
      try Repository.find(
        from: root + (place.isEmpty ? "" : "/" + place),
        environment: environment.setting(changes)
      )
    )
  }
}

/// Expects a diagnostic and returns it.
func diagnostic(_ body: () throws -> Void) -> Diagnostic? {
  #expect(throws: Diagnostic.self, performing: body)
}
