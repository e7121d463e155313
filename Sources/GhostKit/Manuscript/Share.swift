/// Who wrote how much of a draft: of the prose that stands now, whose words they are.
///
/// Formatting and moved text are nobody's. What counts as prose is what ``PreparedShare`` counts, so
/// that an untouched draft has the share that `ghost draft` told.
public struct Share: Sendable, Hashable {
  /// Words that were there in the first version in git, whoever committed it.
  public internal(set) var prepared = 0
  /// Words that the executive brought.
  public internal(set) var executive = 0
  /// Words that anybody else brought.
  public internal(set) var colleagues = 0
  /// Words that are in no commit yet.
  public internal(set) var uncommitted = 0
  /// Words that the TKs still expect.
  public internal(set) var expected = 0

  /// The words that stand now.
  public var words: Int { prepared + executive + colleagues + uncommitted }

  /// The prepared share in per cent, rounded down, of what stands and what is still expected.
  public var percent: Int {
    words + expected == 0 ? 0 : prepared * 100 / (words + expected)
  }
}

/// What there is to know of a draft's ``Share``.
public enum Authorship: Sendable, Hashable {
  /// It was followed from the first version in git.
  case known(Share)
  /// Every word stood in the first version; how many these are was not counted.
  case untouched
  /// Nobody can know.
  case unknown(Gap)

  /// Why nobody can know who wrote what.
  public enum Gap: String, Sendable, Hashable {
    /// There is no git history at all.
    case noRepository = "no-repository"
    /// The draft is in no commit yet.
    case notCommitted = "not-committed"
    /// The clone was made with a depth, so that the first version may be missing.
    case shallow
    /// A version is too large, no text, or not in a partial clone.
    case unreadable
    /// The history has more versions than are followed.
    case tooLong = "too-long"
  }

  /// The prepared share in per cent, if it is known.
  public var percent: Int? {
    switch self {
    case .known(let share): share.percent
    case .untouched: 100
    case .unknown: nil
    }
  }

  /// The share, if it is known and was counted.
  public var share: Share? {
    if case .known(let share) = self { share } else { nil }
  }
}
