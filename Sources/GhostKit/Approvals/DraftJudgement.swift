public import Diagnostics

/// What the approvals of one draft come to.
public struct DraftJudgement: Sendable {
  /// One role that must approve, and what it did.
  public struct Outcome: Sendable {
    /// The role.
    public let role: String
    /// The printed name of who holds it.
    public let person: String
    /// What its approval comes to.
    public let verdict: ApprovalVerdict
  }

  /// The draft's path.
  public let path: String
  /// Role by role, the executive's first; none for a declined draft.
  public let outcomes: [Outcome]
  /// Whether the executive would not do it, so that nothing is asked and nothing published.
  public let isDeclined: Bool

  /// A draft's state in a word.
  public enum State: Sendable, Hashable {
    case declined
    case notApproved
    case approved(by: [String], ApprovalRecord.Method)
    case rewrapped(by: [String], ApprovalRecord.Method)
    case changed, revoked, expired
    /// A record that does not count: its signature, its key or its chain.
    case invalid
  }

  /// The draft's state: approved only if every role has approved.
  public var state: State {
    guard !isDeclined else { return .declined }
    let approvals = approvals
    guard approvals.count == outcomes.count, let weakest = approvals.map(\.record.method).max()
    else {
      return failures.map(State.init).first { $0 != .notApproved } ?? .notApproved
    }
    let people = approvals.map(\.record.name)
    return approvals.contains(where: \.isRewrapped)
      ? .rewrapped(by: people, weakest) : .approved(by: people, weakest)
  }

  /// The approvals that count.
  public var approvals: [Approval] {
    outcomes.compactMap { if case .counts(let approval) = $0.verdict { approval } else { nil } }
  }

  /// Why the others do not.
  public var failures: [ApprovalFailure] {
    outcomes.compactMap { if case .refused(let failure, _) = $0.verdict { failure } else { nil } }
  }

  /// The findings.
  public var diagnostics: [Diagnostic] {
    outcomes.compactMap {
      if case .refused(_, let diagnostic) = $0.verdict { diagnostic } else { nil }
    }
  }
}

extension DraftJudgement.State {
  fileprivate init(_ failure: ApprovalFailure) {
    self =
      switch failure {
      case .notApproved, .unmetRule: .notApproved
      case .changed, .assetChanged, .rewrapped: .changed
      case .revoked: .revoked
      case .expired: .expired
      default: .invalid
      }
  }
}

extension ApprovalRecord.Method: Comparable {
  /// Orders by strength, the strongest first.
  public static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
