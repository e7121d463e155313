import Subprocess

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What git sees of its surroundings, so that they cannot change an answer.
///
/// Of the inherited `GIT_…` variables nearly all go: hooks, aliases and editors leave them behind,
/// and they may speak of another repository. Two cases are unlike the others on purpose:
///
/// - Finding the repository and looking at the working tree happen under the user's own
///   configuration. `safe.directory` counts only there, and what a user has git ignore everywhere
///   is ignored here.
/// - In a `pre-receive` hook git's quarantine is kept, outside of which the pushed objects are not
///   to be seen.
struct GitEnvironment: Sendable {
  private let users: ChildEnvironment
  private let quarantine: [String: Argument]

  /// Sorts the variables that this process was given.
  init(_ given: ChildEnvironment) {
    users = given.removing { $0.hasPrefix("GIT_") && !Self.isUsers($0) }.setting(Self.always)
    quarantine = Self.quarantine(of: given)
  }

  /// The variables for finding a repository.
  var discovering: ChildEnvironment { users.setting(quarantine) }

  /// The variables for looking at the working tree as its user does.
  func workTree(_ folder: Argument, of repository: Argument) -> ChildEnvironment {
    users.setting(["GIT_DIR": repository, "GIT_WORK_TREE": folder])
  }

  /// The variables for reading objects and references, under the repository's configuration alone
  /// and without a working tree, whose `.gitattributes` could have a say.
  func objects(of repository: Argument) -> ChildEnvironment {
    users.removing { $0.hasPrefix("GIT_CONFIG_") }
      .setting(quarantine).setting(Self.isolated).setting(["GIT_DIR": repository])
  }

  /// Where temporary files belong.
  var temporaryFolder: String { users["TMPDIR"]?.text ?? "/tmp" }

  /// Settings of the repository itself that could run a program or change an answer.
  static let overrides: [Argument] = [
    "core.hooksPath=/dev/null", "core.fsmonitor=false", "core.untrackedCache=false",
    "core.warnAmbiguousRefs=true",
  ]

  /// Settings of the user that could change an answer: `GIT_CONFIG_GLOBAL` does not speak of the
  /// attributes in their home.
  static let isolatingOverrides: [Argument] = ["core.attributesFile=/dev/null"]

  private static func isUsers(_ name: String) -> Bool {
    name.hasPrefix("GIT_CONFIG_")
      || ["GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM"]
        .contains(name)
  }

  /// What holds for every question.
  ///
  /// The network is out of bounds: a missing object of a partial clone is to be reported, not
  /// fetched from who knows where. Messages are English, since a few are recognised.
  private static let always: [String: Argument] = [
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    // A file that cannot be there; /dev/null itself would be read, and its use remarked on.
    "GIT_GRAFT_FILE": "/dev/null/none",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
  ]

  private static let isolated: [String: Argument] = [
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": "/dev/null",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_IMPLICIT_WORK_TREE": "0",
  ]

  private static func quarantine(of given: ChildEnvironment) -> [String: Argument] {
    guard given["GIT_QUARANTINE_PATH"] != nil else { return [:] }
    var result: [String: Argument] = [:]
    for name in [
      "GIT_QUARANTINE_PATH", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    ] {
      result[name] = given[name]
    }
    // git starts a hook in the repository and names it from there, with a dot.
    if let repository = given["GIT_DIR"] { result["GIT_DIR"] = realPath(repository) ?? repository }
    return result
  }
}

/// Returns a path without links, dots and doubled slashes; `nil` if nothing is there.
func realPath(_ path: Argument) -> Argument? {
  guard !path.bytes.contains(0) else { return nil }
  let terminated = path.bytes.map(CChar.init(bitPattern:)) + [0]
  guard let found = unsafe realpath(terminated, nil) else { return nil }
  defer { unsafe free(found) }
  let bytes = unsafe UnsafeBufferPointer(start: found, count: strlen(found))
  return unsafe Argument(bytes: bytes.lazy.map(UInt8.init(bitPattern:)))
}
