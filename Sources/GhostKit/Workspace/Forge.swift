public import Diagnostics
internal import Git
internal import Subprocess

/// Where a forge such as GitHub lets people edit a branch's files in the browser.
public struct Forge: Sendable, Hashable {
  private let base: String

  /// Takes the place of a repository.
  ///
  /// - Parameters:
  ///   - remote: Its address, as git knows it.
  ///   - branch: The branch that is edited.
  ///   - variables: The environment, by which a CI job's forge is known whatever its name.
  public init?(remote: String, branch: String, variables: [String: String]) {
    guard let (host, path) = Self.place(of: remote), let kind = Self.kind(host, variables) else {
      return nil
    }
    base = "https://\(host)/\(URIPath.encoded(path))\(kind)\(URIPath.encoded(branch))/"
  }

  /// Returns the address at which a file is edited; its path is seen from the repository's root.
  public func editLink(to path: String) -> String { base + URIPath.encoded(path) }

  private static func kind(_ host: String, _ variables: [String: String]) -> String? {
    let (gitHub, gitLab) = ("/edit/", "/-/edit/")
    if variables["GITHUB_ACTIONS"] == "true" { return gitHub }
    if variables["GITLAB_CI"] == "true" { return gitLab }
    let labels = host.split(separator: ".")
    if labels.contains("github") { return gitHub }
    return labels.contains("gitlab") ? gitLab : nil
  }

  /// Reads `https://host/path.git`, `ssh://user@host:22/path.git` and `user@host:path.git`; what
  /// stands before the `@` may be a secret and is dropped.
  private static func place(of remote: String) -> (host: String, path: String)? {
    var rest = remote[...]
    let scheme = rest.firstRange(of: "://").map { range in
      defer { rest = rest[range.upperBound...] }
      return rest[..<range.lowerBound]
    }
    guard [nil, "https", "http", "ssh", "git"].contains(scheme) else { return nil }
    guard let end = rest.firstIndex(where: { $0 == "/" || scheme == nil && $0 == ":" }) else {
      return nil
    }
    var host = rest[..<end]
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    // The port of one protocol is not that of another.
    if scheme != "https", let colon = host.firstIndex(of: ":") { host = host[..<colon] }
    var path = rest[rest.index(after: end)...].drop { $0 == "/" }
    while path.last == "/" { path.removeLast() }
    if path.hasSuffix(".git") { path.removeLast(4) }
    let isHost = !host.isEmpty && host.utf8.allSatisfy(isHostByte)
    return isHost && !path.isEmpty ? (host.lowercased(), String(path)) : nil
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
      true
    default: Byte.isDigit(byte)
    }
  }
}

extension Workspace {
  /// Returns the address at which each of these files can be edited, as far as git knows of a forge.
  ///
  /// - Parameters:
  ///   - paths: The files, seen from the workspace's root.
  ///   - variables: The environment in which git is asked.
  /// - Returns: the addresses by path; none where there is no forge.
  /// - Throws: what git says if it cannot be asked.
  public func editLinks(
    to paths: [String],
    variables: [String: String]
  ) throws(Diagnostic) -> [String: String] {
    let environment = ChildEnvironment(variables)
    guard !paths.isEmpty,
      let repository = try Repository.find(from: root, environment: environment),
      let remote = try repository.remoteURL("origin"),
      let branch = try repository.currentBranch() ?? Self.branchOfJob(variables),
      let forge = Forge(remote: remote, branch: branch, variables: variables)
    else { return [:] }
    var links: [String: String] = [:]
    for path in paths {
      links[path] = forge.editLink(to: repository.prefix.appending(GitPath(path)).text)
    }
    return links
  }

  /// A CI job checks out a commit; the branch that people push to is named beside it.
  private static func branchOfJob(_ variables: [String: String]) -> String? {
    ["GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME"].lazy
      .compactMap { variables[$0] }.first { !$0.isEmpty }
  }
}
