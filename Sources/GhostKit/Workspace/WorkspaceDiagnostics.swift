internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

// What there is to say about names, files and folders.

extension Diagnostic {
  static func noWorkspace(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-workspace",
      "'\(folder)' is in no workspace: there is no folder '.ghost' in it or above it",
      hint: "ghost init",
      cause: .usage
    )
  }

  static func noCommittedWorkspace(_ folder: String) -> Diagnostic {
    Diagnostic(
      .error,
      "no-workspace-in-commit",
      "the commit has no workspace\(folder.isEmpty ? "" : " in '\(folder)'")",
      hint: "it has to have a folder '.ghost'; commit the one that 'ghost init' wrote",
      cause: .usage
    )
  }

  static func missingFromRepository(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file-missing-from-repository",
      "the repository does not have the content of '\(path)'",
      hint: "fetch it: git fetch --refetch --no-filter",
      cause: .environment
    )
  }

  static var readOnly: Diagnostic {
    Diagnostic(.error, "read-only", "a commit cannot be written to", cause: .usage)
  }

  static func folderMissing(_ path: String) -> Diagnostic {
    Diagnostic(.error, "folder-missing", "there is no folder '\(path)'", cause: .usage)
  }

  static func badFolderName(_ path: String) -> Diagnostic {
    Diagnostic(.error, "folder-name", "'\(path)' is no name for a folder", cause: .usage)
  }

  static func badName(_ text: String, kind: String, near: Slug?) -> Diagnostic {
    Diagnostic(
      .error,
      "bad-name",
      "'\(text)' is no name of \(kind)",
      hint: near.map { "did you mean '\($0)'?" }
        ?? "names are lower-case letters, digits and hyphens, at most \(Slug.longest) of them",
      cause: .usage
    )
  }

  static func outside(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file-outside",
      "'\(path)' leads out of the folder that it has to stay in",
      at: Location(path: path)
    )
  }

  static func deadLink(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file-dead-link",
      "'\(path)' is a link that leads nowhere",
      at: Location(path: path)
    )
  }

  static func notRegular(_ path: String, isFolder: Bool) -> Diagnostic {
    Diagnostic(
      .error,
      "file-not-regular",
      "'\(path)' is \(isFolder ? "a folder" : "no regular file")",
      at: Location(path: path)
    )
  }

  static func notFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "file-not-folder",
      "'\(path)' is no folder",
      at: Location(path: path)
    )
  }

  static func fileTooLarge(_ path: String, limit: Int) -> Diagnostic {
    Diagnostic(
      .error,
      "file-too-large",
      "'\(path)' is larger than \(limit) bytes",
      at: Location(path: path)
    )
  }

  static func tooManyFiles(
    _ path: String,
    limit: Int,
    of kind: String = "files"
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "file-too-many",
      "'\(path)' holds more than \(limit) \(kind)",
      at: Location(path: path)
    )
  }

  static func file(_ deed: String, _ path: String, code: Int32) -> Diagnostic {
    let hint: String? =
      switch code {
      case ENOSPC, EDQUOT: "make room on the disk"
      case EACCES, EPERM: "ask for the right to \(deed) it"
      case EROFS: "the disk can only be read"
      case ELOOP: "remove the link"
      default: nil
      }
    return Diagnostic(
      .error,
      "file-failed",
      "cannot \(deed) '\(path)': \(systemText(code))",
      hint: hint,
      cause: .environment
    )
  }

  private static func systemText(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard unsafe strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    let bytes = buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
