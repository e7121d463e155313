import Foundation
import TestSupport
import Testing

/// What `ghost init --ci` writes, and this repository's own pipelines, before those who know.
@Suite struct MergeCheckTests {
  private static let checkJSONSchema = Program(named: "check-jsonschema")
  private static let zizmor = Program(named: "zizmor")

  /// A repository with everything that `ghost init --ci` can write, in the root or below it.
  private static func repository(below prefix: String) throws -> GitFolder {
    let repository = try GitFolder()
    let folder = repository.path + prefix
    try ProjectFolder.copyWorkspace(to: folder)
    for place in ["github", "gitlab", "pre-commit"] {
      let outcome = try BuiltGhost.program.run(
        ["init", "--ci", place],
        in: folder,
        environment: repository.environment
      )
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    return repository
  }

  @Test(
    "forges' schemas accept every file",
    .enabled(if: checkJSONSchema != nil, "check-jsonschema is not installed"),
    arguments: ["", "/content"]
  )
  func schemas(prefix: String) throws {
    let check = try #require(Self.checkJSONSchema)
    let repository = try Self.repository(below: prefix)
    defer { withExtendedLifetime(repository) {} }
    let root = repository.path
    let own = ProjectFolder.root.path
    for (schema, file) in [
      ("github-workflows", root + "/.github/workflows/ghost.yml"),
      ("gitlab-ci", root + "/.gitlab/ghost.yml"),
      ("gitlab-ci", root + "/.gitlab-ci.yml"),
      ("github-workflows", own + "/.github/workflows/ci.yml"),
      ("github-workflows", own + "/.github/workflows/long.yml"),
      ("github-actions", own + "/.github/actions/check/action.yml"),
    ] {
      let outcome = try check.run(["--builtin-schema", "vendor.\(schema)", file])
      #expect(outcome.status == 0, "\(file): \(outcome.output)")
    }
  }

  @Test(
    "zizmor finds nothing, neither in what is written nor in this repository's own",
    .enabled(if: zizmor != nil, "zizmor is not installed")
  )
  func audit() throws {
    let zizmor = try #require(Self.zizmor)
    let repository = try Self.repository(below: "")
    defer { withExtendedLifetime(repository) {} }
    for root in [repository.path, ProjectFolder.root.path] {
      let outcome = try zizmor.run(
        ["--offline", "--no-progress", "--format=plain", root + "/.github"]
      )
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("No findings to report"), "\(outcome.output)")
    }
  }
}
