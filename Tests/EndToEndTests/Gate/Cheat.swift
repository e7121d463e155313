import TestSupport
import Testing

/// A way to talk the gate round, and the finding that it must end in.
struct Cheat: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The code of an error that has to be among the findings.
  let code: String
  /// Lines that are added to the base's policy.
  var policy = ""
  /// Files that the base has besides the usual.
  var files: [String: String] = [:]
  /// What the base's `allowed_signers` says in front of people's keys.
  var options: [String: String] = [:]
  /// What happens on the base after the first commit.
  var before: @Sendable (ApprovedWorkspace) throws -> Void = { _ in }
  /// What the change does, on a branch of its own.
  let change: @Sendable (ApprovedWorkspace) throws -> Void

  init(
    _ name: String,
    _ code: String,
    policy: String = "",
    files: [String: String] = [:],
    options: [String: String] = [:],
    before: @escaping @Sendable (ApprovedWorkspace) throws -> Void = { _ in },
    change: @escaping @Sendable (ApprovedWorkspace) throws -> Void
  ) {
    testDescription = name
    self.code = code
    self.policy = policy
    self.files = files
    self.options = options
    self.before = before
    self.change = change
  }

  /// Cheats, and expects to be found out.
  func run() throws {
    let workspace = try ApprovedWorkspace(policy: policy, options: options, files: files)
    try before(workspace)
    try workspace.branch()
    try change(workspace)
    try workspace.commit()
    let found = try workspace.check()
    #expect(found.errors.contains(code), "\(testDescription): \(found)")
    #expect(found.status == 1, "\(testDescription): \(found)")
  }
}

/// Every honest way past the gate, and the same shape as ``Cheat``.
struct HonestChange: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var policy = ""
  var options: [String: String] = [:]
  var before: @Sendable (ApprovedWorkspace) throws -> Void = { _ in }
  let change: @Sendable (ApprovedWorkspace) throws -> Void

  init(
    _ name: String,
    policy: String = "",
    options: [String: String] = [:],
    before: @escaping @Sendable (ApprovedWorkspace) throws -> Void = { _ in },
    change: @escaping @Sendable (ApprovedWorkspace) throws -> Void
  ) {
    testDescription = name
    self.policy = policy
    self.options = options
    self.before = before
    self.change = change
  }

  /// Makes the change, and expects nothing to be found.
  func run() throws {
    let workspace = try ApprovedWorkspace(policy: policy, options: options)
    try before(workspace)
    try workspace.branch()
    try change(workspace)
    try workspace.commit()
    let found = try workspace.check()
    #expect(found.errors.isEmpty, "\(testDescription): \(found)")
    #expect(found.status == 0, "\(testDescription): \(found)")
  }
}
