internal import Diagnostics
internal import Git
internal import YAML

// Whether anything stands between a change and what it must not change.

extension DoctorCheck {
  static let trustRootUnguarded = DoctorCheck(
    "trust-root-unguarded",
    .warning,
    "the trust root is guarded by owners who have keys",
    help: """
      .ghost/ and Templates/pages/ decide whether an approval counts. As long as no owner has a key, \
      anyone whose change is merged can change them, and 'ghost check' only warns. Name owners, enrol \
      their keys, and from then on each change of the trust root needs the signature of one:

          owners: [legal]

          ghost enrol legal --key sam.pub

      Once an owner has a key, its end opens nothing: until one counts again, no change of the trust \
      root can be approved, and who may pass over the check has to merge a new key.

      Let CODEOWNERS ask the owners to review .ghost/ and the workflow that runs the check as well: \
      who can switch the check off is not stopped by it.
      """
  ) { subject in
    guard subject.signers != nil else { return [] }
    let owners = subject.policy.owners.compactMap { subject.role($0.value.description) }
    if owners.contains(where: { !subject.keys(of: $0.value).isEmpty }) { return [] }
    guard let owner = owners.first else {
      return [
        Finding(
          message: "nobody guards the trust root: the policy names no owners",
          location: Location(path: Policy.path),
          hint: "owners: [ROLE], and ghost enrol ROLE --key FILE.pub"
        )
      ]
    }
    let isLocked = owners.contains { subject.trust.listsKey(of: $0.value) }
    return [
      Finding(
        message: isLocked
          ? "nobody can approve a change of the trust root: no owner has a key that counts today"
          : "nobody guards the trust root: no owner has a key",
        location: owner.key.location,
        hint: "ghost enrol \(owner.key.value) --key FILE.pub"
      )
    ]
  }

  static let branchUnprotected = DoctorCheck(
    "no-protected-branch",
    .warning,
    "the policy names the branches that it protects",
    help: """
      'ghost hook pre-receive' refuses pushes to these branches, and 'ghost init --ci' writes a check \
      for them. Name the branch that is published from:

          protected: [main]
      """
  ) { subject in
    guard subject.policy.protected.isEmpty else { return [] }
    return [
      Finding(
        message: "no branch is protected",
        location: Location(path: Policy.path),
        hint: "protected: [main]"
      )
    ]
  }

  static let branchMissing = DoctorCheck(
    "protected-branch-missing",
    .warning,
    "there are the branches that the policy protects",
    help: """
      A protected branch that does not exist protects nothing; a typing error leaves the branch that \
      was meant open. Names are written without refs/heads/ or origin/.
      """
  ) { subject throws(Diagnostic) in
    guard let repository = subject.repository else { return [] }
    let refs = try repository.refs()
    guard !refs.isEmpty else { return [] }
    let names = refs.map { ref in
      ref.isRemote ? String(ref.shortName.drop { $0 != "/" }.dropFirst()) : ref.shortName
    }
    let known = Set(names)
    return subject.policy.protected.filter { !known.contains($0) }.map { branch in
      Finding(
        message: "there is no branch '\(branch)' to protect",
        location: Location(path: Policy.path),
        hint: Suggestion.hint(for: branch, among: names)
      )
    }
  }

  static let noRepository = DoctorCheck(
    "no-repository",
    .warning,
    "the workspace is in a git repository",
    help: """
      Approvals are judged as git has them: which change brings them, and what they were based on. \
      Without a repository there is no base to be judged by, and no history to tell when a record \
      came.

          git init && git add -A && git commit -m "Begin"
      """
  ) { subject in
    guard subject.repository == nil, subject.isGitThere else { return [] }
    return [Finding(message: "the workspace is in no git repository", hint: "git init")]
  }

  static let approvalLineEnds = DoctorCheck(
    "approval-line-ends",
    .warning,
    "git leaves the line ends of approvals alone",
    help: """
      A signature is over exact bytes. A Windows checkout that gives approvals other line ends makes \
      them fail with plain ssh-keygen. One line in .gitattributes prevents it:

          Drafts/approvals/** text eol=lf
      """
  ) { subject throws(Diagnostic) in
    guard let repository = subject.repository, repository.workTree != nil else { return [] }
    let file = repository.prefix.appending(GitPath(ApprovalFolder.drafts + "/any.cfo.1.approval"))
    guard try repository.attribute("eol", of: file) != "lf",
      try repository.attribute("text", of: file) != "unset"
    else { return [] }
    return [
      Finding(
        message: "git may give approvals other line ends",
        location: Location(path: ".gitattributes"),
        hint: "add the line: \(ApprovalFolder.drafts)/** text eol=lf"
      )
    ]
  }

  static let codeOwnersMissing = DoctorCheck(
    "codeowners-missing",
    .note,
    "a forge asks for a review of the trust root",
    help: """
      CODEOWNERS makes GitHub or GitLab ask the owners for a review of .ghost/ and of the workflow, \
      and each executive for one of their drafts. 'ghost init --ci github' writes it from the policy's \
      roles; the branch's rules have to demand the review of code owners.
      """
  ) { subject throws(Diagnostic) in
    let places = ["", ".github/", ".gitlab/", "docs/"].map { $0 + "CODEOWNERS" }
    guard let files = try subject.repositoryFiles(), try !files.holds(".ghost", in: places) else {
      return []
    }
    return [
      Finding(message: "no CODEOWNERS asks for a review of .ghost/", hint: "ghost init --ci github")
    ]
  }

  static let mergeCheckMissing = DoctorCheck(
    "merge-check-missing",
    .note,
    "something runs 'ghost check' before a change is merged",
    help: """
      No workflow, pipeline or hook in this repository speaks of ghost. 'ghost init --ci' writes one \
      for GitHub, GitLab or a bare repository; pre-commit's only reminds whoever writes, who may skip \
      it, so it counts for none. A server-side hook, or a workflow that is kept elsewhere, cannot be seen from here.
      """
  ) { subject throws(Diagnostic) in
    guard let files = try subject.repositoryFiles() else { return [] }
    // pre-commit's file is left out: whoever commits may skip its hooks.
    var places = [".gitlab-ci.yml", "Jenkinsfile"]
    for folder in [".github/workflows", ".gitlab"] {
      places += try files.names(in: folder).prefix(mostWorkflows).map { folder + "/" + $0 }
    }
    guard try !files.holds("ghost", in: places) else { return [] }
    return [
      Finding(message: "nothing here checks what is merged", hint: "ghost init --ci github")
    ]
  }

  private static let mostWorkflows = 100
}

extension DoctorSubject {
  /// The repository's files, where there is a working tree; forges look into its root.
  fileprivate func repositoryFiles() throws(Diagnostic) -> FileStore? {
    guard let root = repository?.workTree else { return nil }
    return try FileStore(root: root)
  }
}

extension FileStore {
  /// Whether one of some files holds a word, remarks aside.
  fileprivate func holds(_ word: String, in paths: [String]) throws(Diagnostic) -> Bool {
    for path in paths where try kind(of: path) == .file {
      guard let source = try read(path) else { continue }
      let lines = String(decoding: source.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      if lines.contains(where: { $0.first != "#" && $0.contains(word) }) { return true }
    }
    return false
  }
}
