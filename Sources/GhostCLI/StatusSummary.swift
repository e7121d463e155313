internal import GhostKit

/// What a board comes to: the lines below it.
enum StatusSummary {
  static func lines(of board: StatusBoard) -> [String] {
    guard !board.drafts.isEmpty else { return ["No drafts yet. Next: ghost draft"] }
    return gaps(in: board) + [totals(of: board)]
  }

  private static func totals(of board: StatusBoard) -> String {
    var parts: [String] = []
    let own = board.drafts.count { $0.turn == .author }
    if own > 0 { parts.append("\(own) for you") }
    var waiting: [String: Int] = [:]
    for case .executive(let name) in board.drafts.map(\.turn) { waiting[name, default: 0] += 1 }
    if waiting.count > mostPeople {
      parts.append("\(waiting.values.reduce(0, +)) for \(waiting.count) people")
    } else {
      parts += waiting.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }
    }
    let declined = board.drafts.count { $0.turn == .nobody }
    if declined > 0 { parts.append("\(declined) declined") }
    let late = board.drafts.count { $0.daysOverdue != nil }
    if late > 0 { parts.append("\(late) overdue") }
    let drafts = board.drafts.count == 1 ? "1 draft" : "\(board.drafts.count) drafts"
    return "\(drafts): \(parts.joined(separator: ", "))."
  }

  private static let mostPeople = 3

  private static func gaps(in board: StatusBoard) -> [String] {
    var gaps: Set<Authorship.Gap> = []
    for case .unknown(let gap) in board.drafts.map(\.authorship) { gaps.insert(gap) }
    // A draft that cannot be read says so in its own line.
    gaps.remove(.unreadable)
    return gaps.sorted { $0.rawValue < $1.rawValue }.map {
      "? Who wrote what is not known: \(why($0))."
    }
  }

  private static func why(_ gap: Authorship.Gap) -> String {
    switch gap {
    case .noRepository: "there is no git history"
    case .notCommitted: "the draft is in no commit yet"
    case .shallow: "this clone has no full history; git fetch --unshallow"
    case .unreadable: "a version cannot be read"
    case .tooLong: "the draft has more versions than are followed"
    }
  }
}
