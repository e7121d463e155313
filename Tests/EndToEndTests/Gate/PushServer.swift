import Foundation
import TestSupport
import Testing

/// A workspace, and a bare repository to push it to.
struct PushServer {
  let workspace: ApprovedWorkspace
  let path: String

  init(
    policy: String = "",
    prepare: (ApprovedWorkspace) throws -> Void = { _ in }
  ) throws {
    workspace = try ApprovedWorkspace(policy: policy)
    try prepare(workspace)
    path = workspace.repository.folder.path + "/server.git"
    try workspace.repository.git("init", "-q", "--bare", "-b", "main", path)
    try workspace.repository.git("remote", "add", "origin", path)
    try workspace.repository.git("push", "-q", "origin", "main")
    let hook = path + "/hooks/pre-receive"
    try Data("#!/bin/sh\nexec '\(BuiltGhost.path)' hook pre-receive\n".utf8)
      .write(to: URL(filePath: hook))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook)
  }

  /// Pushes, and returns what the server had against it; `nil` if it took it.
  func push(_ arguments: String...) throws -> String? {
    let git = try #require(Program(named: "git"))
    let outcome = try git.run(
      ["push", "origin"] + arguments,
      in: workspace.repository.path,
      environment: workspace.repository.environment
    )
    return outcome.status == 0 ? nil : outcome.error
  }
}
