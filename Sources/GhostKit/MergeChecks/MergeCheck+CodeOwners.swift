internal import YAML

extension MergeCheck {
  /// Asks each executive for the review of their drafts, and the owners for what judges them all.
  ///
  /// GitHub takes the last line that fits a file, so the more particular come later.
  static func codeOwners(_ site: MergeCheckSite) -> File {
    let roles = site.policy.roles.entries.filter { site.executives.contains($0.key.value) }.sorted {
      ($0.key.value.utf8.count, $0.key.value) < ($1.key.value.utf8.count, $1.key.value)
    }
    var lines = ["# Who is asked to review what. The last line that fits a file counts."]
    for role in roles {
      let files = site.path("Drafts/\(role.key.value)-*", below: "")
      lines.append(line(files, accounts: [role.value.github], of: role.value.name))
    }
    lines += ["", "# What decides whether an approval counts, and what runs the check."]
    let owners = site.policy.owners.compactMap { site.policy.roles[$0.value.description] }
    let names = owners.map(\.name).joined(separator: ", ")
    for path in guarded(site) {
      lines.append(line(path, accounts: owners.map(\.github), of: names))
    }
    return File(
      path: ".github/CODEOWNERS",
      text: lines.joined(separator: "\n") + "\n",
      rivals: ["CODEOWNERS", "docs/CODEOWNERS"],
      addition: lines.dropFirst().joined(separator: "\n") + "\n"
    )
  }

  private static func guarded(_ site: MergeCheckSite) -> [String] {
    [".ghost/", "Templates/pages/"].map { site.path($0, below: "") }
      + ["/.gitattributes", "/.github/CODEOWNERS", "/.github/workflows/"]
  }

  /// A line without an account would take away the owner whom another line gives.
  private static func line(_ path: String, accounts: [String?], of people: String) -> String {
    let accounts = accounts.compactMap { $0 }.filter(MergeCheckSite.isPlain)
    guard accounts.isEmpty else {
      return ([path] + accounts.map { "@" + $0 }).joined(separator: " ")
    }
    let whose = people.isEmpty ? "name owners in .ghost/policy.yml" : people
    return "# \(path) @ACCOUNT: \(whose)"
  }
}
