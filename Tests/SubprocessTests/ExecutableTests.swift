import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Subprocess

@Suite struct ExecutableTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["first/tool", "second/tool", "second/other", "first/data", "here"] {
      try folder.write("#!/bin/sh\necho \(name)\n", to: name)
      let mode = name == "first/data" ? 0o600 : 0o755
      try FileManager.default.setAttributes(
        [.posixPermissions: mode],
        ofItemAtPath: "\(folder.path)/\(name)"
      )
    }
    try folder.write("", to: "first/other/not-a-program")
  }

  private func find(_ name: String, path: String) throws(Diagnostic) -> String {
    let environment = ChildEnvironment(["PATH": path])
    return try Executable.find(name, in: environment, remedy: "install it").path
  }

  @Test("the first program on the path is taken, and a folder of that name is none")
  func order() throws {
    let path = "/none:\(folder.path)/first:\(folder.path)/second"
    #expect(try find("tool", path: path) == "\(folder.path)/first/tool")
    #expect(try find("other", path: path) == "\(folder.path)/second/other")
  }

  @Test(
    "what is no program on an absolute folder of the path is missing",
    arguments: [("data", "first"), ("here", "first"), ("nowhere", "first")]
  )
  func missing(name: String, part: String) {
    let path = ":.:\(folder.path)/\(part)::"
    #expect(throws: Diagnostic.programMissing(name, remedy: "install it")) {
      try find(name, path: path)
    }
  }

  @Test("a missing program is the environment's fault, with a remedy")
  func diagnostic() {
    let error = Diagnostic.programMissing("git", remedy: "install git 2.38 or newer")
    #expect(error.cause == .environment)
    #expect(error.message == "the program 'git' is not on the search path")
    #expect(error.hint == "install git 2.38 or newer")
  }

  @Test("an environment without a path means the system's folders")
  func noPath() throws {
    let found = try Executable.find("sh", in: ChildEnvironment(), remedy: "")
    #expect(["/usr/bin/sh", "/bin/sh"].contains(found.path))
  }

  @Test("an environment is a base and changes")
  func environment() {
    let base = ChildEnvironment(["A": "1", "B": "2", "GIT_DIR": "x"])
    let changed = base.setting(["B": "3"]).removing { $0.hasPrefix("GIT_") }
    #expect(changed == ChildEnvironment(["A": "1", "B": "3"]))
    #expect(
      ChildEnvironment.inherited()["PATH"]?.text == ProcessInfo.processInfo.environment["PATH"]
    )
  }
}
