public import Diagnostics
public import SSHSig

/// What a draft is against a record that approves it.
public enum ContentVerdict: Sendable, Hashable {
  /// The same text and the same files.
  case approved
  /// Another text, but the same words in the same structure, and the same files.
  case rewrapped
  /// Anything else.
  case changed(Change)

  /// The first thing that is not as it was approved.
  public enum Change: Sendable, Hashable {
    /// The words, the structure or the front matter.
    case text
    /// A file that was approved is another one now, or gone.
    case asset(String)
    /// A file that the draft names and nobody approved.
    case unrecordedAsset(String)
  }

  /// Compares a draft with what a record approves.
  ///
  /// Neither the signature nor the names in the record are looked at; the digests bind the
  /// workspace and the slug that are given here.
  ///
  /// - Parameters:
  ///   - record: What was approved.
  ///   - draft: The draft's bytes as they lie in its file.
  ///   - workspace: The id in the policy that judges.
  ///   - slug: The draft's name.
  ///   - assets: Every file that the draft names now, with its digest.
  ///   - libcrypto: What computes the digests.
  /// - Throws: only what libcrypto says if it fails.
  public init(
    of record: ApprovalRecord,
    draft: [UInt8],
    workspace: Slug,
    slug: Slug,
    assets: [ApprovalRecord.FileDigest],
    _ libcrypto: Libcrypto
  ) throws(Diagnostic) {
    let encoding = ContentEncoding(
      of: draft,
      workspace: workspace.description,
      slug: slug.description
    )
    let isSame = try libcrypto.digest(.sha256, of: encoding.text).hex == record.text
    if !isSame, try libcrypto.digest(.sha256, of: encoding.content).hex != record.content {
      self = .changed(.text)
      return
    }
    let change = Self.change(from: record.assets, to: assets)
    self = change.map { .changed($0) } ?? (isSame ? .approved : .rewrapped)
  }

  private static func change(
    from old: [ApprovalRecord.FileDigest],
    to new: [ApprovalRecord.FileDigest]
  ) -> Change? {
    let gone = old.first { asset in
      !new.contains { $0.isAt(asset.path) && $0.sha256 == asset.sha256 }
    }
    if let gone { return .asset(gone.path) }
    let added = new.first { asset in !old.contains { $0.isAt(asset.path) } }
    // A path that stands there twice would be two files, one of which nobody approved.
    return (added ?? (new.count == old.count ? nil : new.last)).map { .unrecordedAsset($0.path) }
  }
}

extension ApprovalRecord.FileDigest {
  /// Whether it is of this very path: Swift takes two spellings of a letter for one.
  fileprivate func isAt(_ path: String) -> Bool { self.path.utf8.elementsEqual(path.utf8) }
}
