internal import Diagnostics
internal import Git
internal import Subprocess

/// Where a machine that has no ghost gets one: a repository, and which of its commits.
public struct GhostSource: Sendable, Hashable {
  /// The repository's address, which needs no account to be read.
  public let address: String
  /// A commit or a tag.
  public let revision: String

  /// What stands in a file until somebody who knows better replaces it.
  public static let unknown = GhostSource(
    address: "https://ghost.example/ghost.git",
    revision: "v0.0.0"
  )

  /// Finds the clone that a program was built in, and the commit, so that whoever sets up a check
  /// is checked by the ghost they have.
  ///
  /// - Parameters:
  ///   - program: The program's path.
  ///   - variables: The environment in which git is asked.
  /// - Returns: the source, ``unknown`` if it was not built in a clone, or from a commit that nobody
  ///   else has.
  public static func find(builtAt program: String?, variables: [String: String]) -> GhostSource {
    guard let program, let slash = program.lastIndex(of: "/"),
      let folder = try? FileStore(root: String(program[..<slash])).root
    else { return unknown }
    let environment = ChildEnvironment(variables)
    guard let repository = try? Repository.find(from: folder, environment: environment),
      repository.workTree.map({ folder.hasPrefix($0 + "/.build/") }) ?? false,
      let address = (try? repository.remoteURL("origin")).flatMap(publicAddress),
      let head = try? repository.resolve("HEAD"), let refs = try? repository.refs(),
      refs.contains(where: { ref in
        ref.name.hasPrefix("refs/remotes/origin/")
          && (try? repository.isAncestor(head, of: ref.commit)) == true
      })
    else { return unknown }
    return GhostSource(address: address, revision: head.hex)
  }

  /// Returns an address as everybody reaches it; `nil` for a folder, and for one with a password.
  static func publicAddress(_ remote: String) -> String? {
    var rest = remote[...]
    if let https = rest.removing(prefix: "https://") {
      rest = https
    } else if let ssh = rest.removing(prefix: "ssh://git@") {
      rest = ssh
    } else if let scp = rest.removing(prefix: "git@"), let colon = scp.firstIndex(of: ":") {
      rest = scp[..<colon] + "/" + scp[scp.index(after: colon)...]
    } else {
      return nil
    }
    guard rest.contains("/"), MergeCheckSite.isPlain(String(rest)) else { return nil }
    return "https://" + rest
  }
}

extension Substring {
  fileprivate func removing(prefix: String) -> Substring? {
    hasPrefix(prefix) ? dropFirst(prefix.count) : nil
  }
}
