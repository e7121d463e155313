public import Diagnostics

extension Diagnostic {
  static func malformedApproval(_ why: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "approval-malformed",
      "this is no approval that ghost wrote: \(why)",
      at: place,
      hint: "restore the file from git; an approval is never edited by hand"
    )
  }

  static func assetMissing(_ path: String, at place: Location? = nil) -> Diagnostic {
    Diagnostic(
      .error,
      "asset-missing",
      "the draft names '\(path)', and there is no such file",
      at: place ?? Location(path: path),
      hint: "correct the path, or add the file"
    )
  }

  static func assetNotRegular(_ path: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "asset-no-file",
      "'\(path)' is a link or a device, which cannot be approved",
      at: place,
      hint: "put the file itself there"
    )
  }

  static func assetUnprintable(_ path: String, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "asset-name",
      "'\(path)' cannot be approved: its name is too long or holds what nobody can see",
      at: place,
      hint: "rename the file"
    )
  }

  static func tooManyAssets(_ count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .error,
      "asset-too-many",
      "the draft names \(count) files; an approval holds \(DraftAssets.most)",
      at: Location(path: path),
      hint: "cut the draft in two"
    )
  }
}

extension DraftAssets.Fault {
  /// Returns what there is to say about it, at its place in the draft.
  public func diagnostic(in source: SourceText) -> Diagnostic {
    switch self {
    case .missing(let path, let range): .assetMissing(path, at: source.location(of: range))
    case .notRegular(let path, let range): .assetNotRegular(path, at: source.location(of: range))
    case .unprintable(let path, let range): .assetUnprintable(path, at: source.location(of: range))
    case .tooMany(let count): .tooManyAssets(count, in: source.path)
    }
  }
}
