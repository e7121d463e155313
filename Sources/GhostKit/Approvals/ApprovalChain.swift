internal import Diagnostics
internal import SSHSig

/// The records of one draft and one role, from the first to the last without a gap.
///
/// Only the last one counts, and only its signature is asked; each names the digest of the one
/// before it, so none can have been left out, exchanged or rewritten.
struct ApprovalChain: Sendable {
  /// The last record.
  let last: ApprovalFile
  /// Its path from the workspace's root.
  let path: String
  /// Its name.
  let name: ApprovalName

  /// Reads a chain.
  ///
  /// - Parameters:
  ///   - names: Its files by number; the trust root's chain is one for all roles.
  ///   - folder: Where they lie, from the workspace's root.
  ///   - files: What they are read from.
  ///   - libcrypto: What computes the digests.
  /// - Throws: the failure if it is broken.
  init(
    _ names: [ApprovalName],
    in folder: String,
    _ files: any WorkspaceFiles,
    _ libcrypto: Libcrypto
  ) throws(ApprovalJudge.Refusal) {
    var previous: String?
    var last: ApprovalFile?
    var path = folder
    for (index, name) in names.enumerated() {
      path = folder + "/" + name.fileName
      guard name.number == index + 1 else {
        throw name.number <= index
          ? Self.twice(name.number, at: path) : Self.missing(index + 1, at: path)
      }
      let file = try Self.file(path, files)
      try Self.check(file.record, name, path)
      guard file.record.previous == previous else {
        throw Self.unlinked(path)
      }
      // A chain of one, which most are, costs no digest.
      if index + 1 < names.count { previous = try Self.digest(file, libcrypto, path) }
      last = file
    }
    guard let last, let name = names.last else {
      throw Self.fault(.brokenChain, "there is no approval", folder)
    }
    self.last = last
    self.name = name
    self.path = path
  }

  static func file(_ path: String, _ files: any WorkspaceFiles) throws(ApprovalJudge
    .Refusal)
    -> ApprovalFile
  {
    do throws(Diagnostic) {
      guard let source = try files.read(path, limit: ApprovalFile.longest) else {
        throw .refused(.brokenChain, "the approval is gone", at: Location(path: path))
      }
      return try ApprovalFile(parsing: source)
    } catch {
      throw ApprovalJudge.Refusal(failure: .malformed, diagnostic: error)
    }
  }

  /// A record says itself what it is; under another name it would be another's.
  static func check(
    _ record: ApprovalRecord,
    _ name: ApprovalName,
    _ path: String
  ) throws(ApprovalJudge.Refusal) {
    guard record.draft.isSame(as: name.draft.description) else {
      throw fault(.wrongDraft, "this approval is for the draft '\(record.draft)'", path)
    }
    guard record.role.isSame(as: name.role.description) else {
      throw fault(.wrongRole, "this approval is for the role '\(record.role)'", path)
    }
    guard record.number == name.number else {
      throw fault(.wrongNumber, "this approval has the number \(record.number)", path)
    }
  }

  static func digest(
    _ file: ApprovalFile,
    _ libcrypto: Libcrypto,
    _ path: String
  ) throws(ApprovalJudge.Refusal) -> String {
    do throws(Diagnostic) {
      return try libcrypto.digest(.sha256, of: file.signed + file.armor).hex
    } catch {
      throw ApprovalJudge.Refusal(failure: .brokenChain, diagnostic: error)
    }
  }

  private static func fault(
    _ failure: ApprovalFailure,
    _ message: String,
    _ path: String
  ) -> ApprovalJudge.Refusal {
    let hint = "restore the files from git; an approval is never edited, renamed or deleted"
    let location = Location(path: path)
    return ApprovalJudge.Refusal(
      failure: failure,
      diagnostic: .refused(failure, message, at: location, hint: hint)
    )
  }
}

extension ApprovalChain {
  /// Takes a record of which it is known that it follows the others.
  init(endingIn last: ApprovalFile, at path: String, named name: ApprovalName) {
    (self.last, self.path, self.name) = (last, path, name)
  }

  static func missing(_ number: Int, at path: String) -> ApprovalJudge.Refusal {
    broken("number \(number) is missing", path)
  }

  static func twice(_ number: Int, at path: String) -> ApprovalJudge.Refusal {
    broken("there are two of number \(number)", path)
  }

  private static func broken(_ what: String, _ path: String) -> ApprovalJudge.Refusal {
    fault(.brokenChain, "the approvals are no unbroken chain: \(what)", path)
  }

  static func unlinked(_ path: String) -> ApprovalJudge.Refusal {
    fault(.brokenChain, "it does not follow the record before it", path)
  }
}
