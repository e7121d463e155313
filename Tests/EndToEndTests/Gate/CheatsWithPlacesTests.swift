import Foundation
import TestSupport
import Testing

/// Cheats with where the workspace is.
@Suite(
  "cheats with places",
  .enabled(if: ApprovedWorkspace.isPossible, "git, ssh-keygen or python3 is not installed")
)
struct CheatsWithPlacesTests {
  private static let draft = "site/Drafts/cfo-pricing.md"
  private static let merge = ["--base", "main", "--bootstrap"]

  /// A workspace below the root whose draft was changed on a branch, seen from a folder.
  private static func found(
    from folder: String,
    _ arguments: [String] = merge,
    isCopy: Bool = false,
    _ change: (ApprovedWorkspace) throws -> Void = { _ in }
  ) throws -> Findings {
    let workspace = try ApprovedWorkspace()
    try workspace.move(to: "site", isCopy: isCopy)
    try workspace.branch()
    try workspace.edit(draft, "118%", "180%")
    try workspace.commit()
    try change(workspace)
    try workspace.commit()
    return Findings(
      try workspace.ghost(
        ["check", "--to", "json"] + arguments,
        in: workspace.repository.path + "/" + folder
      )
    )
  }

  private static func own(_ folder: String, _ workspace: ApprovedWorkspace) throws {
    try workspace.repository.write("workspace: own\n", to: folder + ".ghost/policy.yml")
    try workspace.repository.write("organisation: X\n", to: folder + ".ghost/config.yml")
  }

  private static func link(_ target: String, _ workspace: ApprovedWorkspace) throws {
    let path = workspace.repository.path + "/site"
    try workspace.repository.git("mv", "site", "old")
    try workspace.repository.git("rm", "-rqf", "old/.ghost")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test("the workspace is where the base has it, from every folder of it")
  func honest() throws {
    for (folder, arguments) in [
      ("site", []), ("site/Drafts", []), ("", ["--workspace", "site"]),
      ("site", ["--workspace", "../site/."]), ("site/Drafts", ["--rev", "change"]),
    ] {
      let found = try Self.found(from: folder, arguments + Self.merge)
      #expect(found.errors == ["changed"] && found.status == 1, "\(folder) \(arguments): \(found)")
    }
    let commit = try Self.found(from: "site/Drafts", ["--rev", "main"])
    #expect(commit.errors == [] && commit.status == 0, "\(commit)")
  }

  @Test("forges find the file: paths begin at the repository's root")
  func annotations() throws {
    let workspace = try ApprovedWorkspace()
    try workspace.move(to: "site/blog")
    try workspace.branch()
    try workspace.edit("site/blog/Drafts/cfo-pricing.md", "118%", "180%")
    try workspace.repository.write("*.md ident\n", to: "site/.gitattributes")
    try workspace.repository.write("x", to: "SITE/x.md")
    try workspace.commit()
    let folder = workspace.repository.path + "/site/blog"
    for form in ["github", "gitlab", "sarif"] {
      let commit = try workspace.ghost(["check", "--to", form, "--rev", "change"], in: folder)
      #expect(commit.output.contains("site/blog/Drafts/cfo-pricing.md"), "\(form): \(commit)")
      let merge = try workspace.ghost(["check", "--to", form, "--base", "main"], in: folder).output
      #expect(merge.contains("site/blog/Drafts/cfo-pricing.md"), "\(form): \(merge)")
      #expect(merge.contains("site/.gitattributes") && !merge.contains(".."), "\(form): \(merge)")
      #expect(merge.contains("SITE") && !merge.contains("blog/SITE"), "\(form): \(merge)")
    }
    // What is found before any draft is looked at, too.
    try workspace.repository.git("checkout", "-q", "main")
    try workspace.repository.write("roles: [\n", to: "site/blog/.ghost/policy.yml")
    try workspace.commit()
    let shut = try workspace.ghost(
      ["check", "--to", "github", "--base", "main", "--rev", "change"],
      in: folder
    )
    #expect(shut.output.contains("file=site/blog/.ghost/policy.yml"), "\(shut)")
  }

  @Test("a workspace of the change's own, above, in or beside the one that it deletes")
  func own() throws {
    for isCopy in [false, true] {
      let gone = try Self.found(from: "site", isCopy: isCopy) {
        if !isCopy { try Self.own("", $0) }
        try $0.repository.git("rm", "-rq", "site/.ghost")
      }
      #expect(gone.errors == ["no-policy"] && gone.status == 1, "\(gone)")
    }
    let inside = try Self.found(from: "site/Drafts") { try Self.own("site/Drafts/", $0) }
    #expect(inside.errors.contains("changed") && inside.status == 1, "\(inside)")
    let beside = try Self.found(from: "") { try Self.own("", $0) }
    #expect(beside.errors == ["no-policy"] && beside.status == 1, "\(beside)")
  }

  @Test("a repository among the files, whose references the change chooses")
  func embedded() throws {
    let found = try Self.found(from: "site") {
      let (site, inner) = ($0.repository.path + "/site", $0.repository.folder.path + "/inner.git")
      try $0.repository.git("clone", "-q", "--bare", ".", inner)
      for name in ["HEAD", "config", "objects", "refs"] {
        try FileManager.default.copyItem(atPath: inner + "/" + name, toPath: site + "/" + name)
      }
    }
    #expect(found.status == 3, "\(found)")
    #expect(found.description.contains("git.embedded-repository"), "\(found)")
  }

  @Test("a link into another repository, whose references somebody else chose")
  func linkElsewhere() throws {
    for name in ["site", "./site", "site/../site"] {
      let found = try Self.found(from: "", ["--workspace", name] + Self.merge) {
        try $0.repository.git("clone", "-q", ".", $0.repository.folder.path + "/other")
        try $0.repository.git("rm", "-rqf", "site")
        try? FileManager.default.removeItem(atPath: $0.repository.path + "/site")
        try FileManager.default.createSymbolicLink(
          atPath: $0.repository.path + "/site",
          withDestinationPath: "../other/site"
        )
      }
      #expect(found.status != 0, "\(name): \(found)")
    }
  }

  @Test("a link in the workspace's place")
  func link() throws {
    let arguments = ["--workspace", "site"] + Self.merge
    for target in [".", "own"] {
      let found = try Self.found(from: "", arguments, isCopy: target == ".") {
        if target != "." { try Self.own(target + "/", $0) }
        try Self.link(target, $0)
      }
      #expect(found.errors == ["no-policy"] && found.status == 1, "\(target): \(found)")
    }
  }
}
