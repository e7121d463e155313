extension StatusBoard {
  /// Drafts that belong together.
  public struct Group: Sendable {
    /// What they have in common.
    public let title: String
    /// The drafts, the most urgent first.
    public let drafts: [DraftStatus]
  }

  /// The drafts by whose turn it is: one's own first, then who has kept others waiting longest.
  public var byTurn: [Group] {
    let turns = Dictionary(grouping: drafts, by: \.turn)
    var waiting: [Group] = []
    for case (.executive(let name), let drafts) in turns {
      waiting.append(Group(title: "Waiting for \(name)", drafts: drafts.sorted(by: Self.isFirst)))
    }
    waiting.sort { left, right in
      guard let first = left.drafts.first, let second = right.drafts.first,
        first.due != second.due
      else { return left.title < right.title }
      return Self.isFirst(first, second)
    }
    let own = Group(title: "Your turn", drafts: (turns[.author] ?? []).sorted(by: Self.isFirst))
    return ([own] + waiting + [declined]).filter { !$0.drafts.isEmpty }
  }

  /// The drafts by the week in which they are due; what is late comes first.
  public var byWeek: [Group] {
    let open = drafts.filter { $0.turn != .nobody }.sorted(by: Self.isFirst)
    let late = Group(title: "Overdue", drafts: open.filter { $0.daysOverdue != nil })
    let undated = Group(title: "No day set", drafts: open.filter { $0.due == nil })
    let dated = open.filter { $0.due != nil && $0.daysOverdue == nil }
    let weeks = Dictionary(grouping: dated) { $0.due?.monday ?? today }.sorted { $0.key < $1.key }
      .map { Group(title: title(ofWeekAt: $0.key), drafts: $0.value) }
    return ([late] + weeks + [undated, declined]).filter { !$0.drafts.isEmpty }
  }

  private var declined: Group {
    Group(title: "Declined", drafts: drafts.filter { $0.turn == .nobody })
  }

  /// `This week, 23 to 29 November`.
  private func title(ofWeekAt monday: CalendarDate) -> String {
    let sunday = CalendarDate(daysSince1970: monday.daysSince1970 + 6) ?? monday
    let start = monday.month == sunday.month ? "\(monday.day)" : monday.dayAndMonth
    let year = sunday.year == today.year ? "" : " \(sunday.year)"
    let days = "\(start) to \(sunday.dayAndMonth)\(year)"
    return switch today.monday.days(until: monday) {
    case 0: "This week, \(days)"
    case 7: "Next week, \(days)"
    default: days
    }
  }

  /// What is due first comes first, what is never due last.
  private static func isFirst(_ left: DraftStatus, _ right: DraftStatus) -> Bool {
    switch (left.due, right.due) {
    case (let due?, let other?) where due != other: due < other
    case (.some, nil): true
    case (nil, .some): false
    default: left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
  }
}
