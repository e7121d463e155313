public import Diagnostics
public import SSHSig

/// What one role's approval of a draft comes to.
public enum ApprovalVerdict: Sendable {
  /// It counts.
  ///
  /// It lies by itself: of thousands of drafts that nobody approved, each would keep room for it.
  indirect case counts(Approval)
  /// It does not, and this is the finding.
  case refused(ApprovalFailure, Diagnostic)
}

/// An approval that counts.
public struct Approval: Sendable, Hashable {
  /// What was signed.
  public let record: ApprovalRecord
  /// Where it lies.
  public let path: String
  /// The key that signed it.
  public let key: PublicKey
  /// The time as of which it was judged; `nil` where none could make a difference.
  ///
  /// That is when it entered the base, or the present for one that is new.
  public let judgedAt: Timestamp?
  /// Whether the draft has other line breaks than when it was approved.
  public let isRewrapped: Bool
}
