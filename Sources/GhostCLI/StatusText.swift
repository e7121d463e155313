internal import Diagnostics
internal import GhostKit

/// A board as people read it: a table, or a few lines for each draft where a table does not fit.
struct StatusText {
  let board: StatusBoard
  /// The columns of the terminal.
  let width: Int
  let colours: Bool
  /// Whether each line has to say whose turn it is.
  let namesTurn: Bool

  /// Returns the groups, each under its title, with blank lines between.
  func text(_ groups: [StatusBoard.Group]) -> String {
    let rows = groups.flatMap(\.drafts).map(cells)
    let table = TextTable([Self.head] + rows)
    return table.width(indent: 2) <= width ? text(groups, table) : stacked(groups)
  }

  private static let head = [
    "DRAFT", "STATE", "LEFT", "PREPARED", "LAST TOUCHED", "DUE", "NEXT",
  ]
  private static let dueColumn = 5

  private func cells(_ draft: DraftStatus) -> [String] {
    [
      draft.name, draft.state.rawValue, left(draft), share(draft), touched(draft),
      due(draft), next(draft),
    ]
  }

  private func text(_ groups: [StatusBoard.Group], _ table: TextTable) -> String {
    let drafts = groups.flatMap(\.drafts)
    var lines = table.lines(indent: 2) { row, column, cell in
      if row == 0 { return styled(cell, "2", "22") }
      let isLate = column == Self.dueColumn && drafts[row - 1].daysOverdue != nil
      return isLate ? styled(cell, "31", "39") : cell
    }[...]
    var text = (lines.popFirst() ?? "") + "\n"
    for group in groups {
      text += title(group) + "\n"
      for _ in group.drafts { text += (lines.popFirst() ?? "") + "\n" }
    }
    return text
  }

  private func stacked(_ groups: [StatusBoard.Group]) -> String {
    groups.map { group in
      title(group) + "\n"
        + group.drafts.map { draft in
          var lines = [styled(TerminalText.escaped(draft.name), "1", "22")]
          let facts = [draft.state.rawValue, left(draft), "\(share(draft)) prepared"]
          lines.append("  " + facts.filter { !$0.isEmpty }.joined(separator: ", "))
          if draft.touched != nil || draft.isUncommitted {
            lines.append("  " + TerminalText.escaped(touched(draft)))
          }
          if draft.due != nil {
            let due = "due " + due(draft)
            lines.append("  " + (draft.daysOverdue != nil ? styled(due, "31", "39") : due))
          }
          lines.append("  next: " + TerminalText.escaped(next(draft)))
          return lines.map { "  " + $0 + "\n" }.joined()
        }.joined()
    }.joined(separator: "\n")
  }

  private func title(_ group: StatusBoard.Group) -> String {
    styled(TerminalText.escaped(group.title), "1", "22")
  }

  private func styled(_ text: String, _ on: String, _ off: String) -> String {
    colours ? "\u{1B}[\(on)m\(text)\u{1B}[\(off)m" : text
  }
}

// What a cell says.
extension StatusText {
  private func left(_ draft: DraftStatus) -> String {
    switch draft.questions.count {
    case 0: ""
    case 1: "1 TK"
    case let count: "\(count) TKs"
    }
  }

  private func share(_ draft: DraftStatus) -> String {
    draft.authorship.percent.map { "\($0)%" } ?? "?"
  }

  private func touched(_ draft: DraftStatus) -> String {
    let place = draft.branch.map { $0 == draft.name ? "" : " on \($0)" } ?? ""
    guard let touched = draft.touched else { return draft.isUncommitted ? "not committed" : "?" }
    return "\(touched.name), \(ago(touched.day))\(place)"
  }

  private func ago(_ day: CalendarDate) -> String {
    switch day.days(until: board.today) {
    case ...0: "today"
    case 1: "yesterday"
    case let days where days <= 30: "\(days) days ago"
    default: dated(day)
    }
  }

  private func due(_ draft: DraftStatus) -> String {
    guard let due = draft.due else { return "" }
    guard let days = draft.daysOverdue else { return dated(due) }
    return "\(dated(due)), \(days) \(days == 1 ? "day" : "days") late"
  }

  private func dated(_ day: CalendarDate) -> String {
    day.year == board.today.year ? day.short : "\(day.short) \(day.year)"
  }

  private func next(_ draft: DraftStatus) -> String {
    guard namesTurn else { return draft.next }
    return switch draft.turn {
    case .author: "you: \(draft.next)"
    case .executive(let name): "\(name): \(draft.next)"
    case .nobody: draft.next
    }
  }
}
