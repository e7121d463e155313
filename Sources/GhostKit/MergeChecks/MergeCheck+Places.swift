extension MergeCheck {
  /// GitHub Actions, with CODEOWNERS.
  static let github = MergeCheck(
    name: "github",
    nextSteps: [
      "in the branch's rules, require the check 'ghost check', up-to-date branches or a merge queue,"
        + " and the review of code owners",
      "in the repository's settings, switch rebase merging off",
    ],
    sourceFile: ".github/workflows/ghost.yml"
  ) { site in
    let workflow = text(PackageResources.github_yml, site)
      .replacing("branches: [main]", with: "branches: [\(site.branches.joined(separator: ", "))]")
      .replacing("workspace: change", with: "workspace: \(site.path(below: "change"))")
    return [File(path: ".github/workflows/ghost.yml", text: workflow), codeOwners(site)]
  }

  /// GitLab CI.
  static let gitlab = MergeCheck(
    name: "gitlab",
    nextSteps: ["protect the branch, and let only pipelines that succeed be merged"],
    sourceFile: ".gitlab/ghost.yml"
  ) { site in
    let push = "    - if: $CI_PIPELINE_SOURCE == \"push\" && $CI_COMMIT_BRANCH == "
    let rules = site.branches.map { push + "\"\($0)\"" }.joined(separator: "\n")
    let job = text(PackageResources.gitlab_yml, site)
      .replacing(push + "\"main\"", with: rules)
      .replacing(
        "--workspace .",
        with: "--workspace \(site.prefix.isEmpty ? "." : site.prefix)"
      )
    let include = "include:\n  - local: .gitlab/ghost.yml\n"
    return [
      File(path: ".gitlab/ghost.yml", text: job),
      File(
        path: ".gitlab-ci.yml",
        text: text(PackageResources.gitlab_ci_yml, site) + include,
        addition: include
      ),
    ]
  }

  /// A bare repository, which asks ghost about every push.
  static let preReceive = MergeCheck(
    name: "pre-receive",
    nextSteps: ["put ghost on the search path of whoever receives pushes"],
    sourceFile: nil
  ) { site in
    [File(path: hook, text: text(PackageResources.pre_receive, site), isExecutable: true)]
  }

  /// pre-commit, which asks on the machine of whoever merges: a courtesy to them and no gate, since
  /// it judges what is merged by the trust root that comes with it.
  static let preCommit = MergeCheck(
    name: "pre-commit",
    nextSteps: [
      "pre-commit install --hook-type pre-merge-commit",
      "this reminds whoever writes and guards nothing; what guards the branch is --ci github, gitlab"
        + " or pre-receive",
    ],
    sourceFile: ".pre-commit-config.yaml"
  ) { site in
    let entry = text(PackageResources.pre_commit_hook_yaml, site)
    return [
      File(
        path: ".pre-commit-config.yaml",
        text: text(PackageResources.pre_commit_config_yaml, site) + entry,
        addition: entry
      )
    ]
  }

  /// Where a repository keeps the hook.
  static let hook = "hooks/pre-receive"

  private static func text(_ template: [UInt8], _ site: MergeCheckSite) -> String {
    String(decoding: template, as: UTF8.self)
      .replacing(GhostSource.unknown.address, with: site.source.address)
      .replacing(GhostSource.unknown.revision, with: site.source.revision)
  }
}
