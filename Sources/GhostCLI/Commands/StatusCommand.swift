internal import Arguments
internal import Diagnostics
internal import GhostKit

/// `ghost status`: where every draft stands, and whose turn it is.
enum StatusCommand {
  private static let exec = OptionSpec(
    "exec",
    value: "EXEC",
    .listed(Listing.execs.rawValue),
    help: "only the drafts of this executive"
  )
  private static let calendar = OptionSpec(
    flag: "calendar",
    help: "by the week in which they are due"
  )

  static let command = Command(
    spec: CommandSpec(
      "status",
      group: Group.see,
      summary: "show where every draft stands, and whose turn it is",
      description: """
        Of each draft the newest version counts, on whatever local or remote-tracking branch it is; \
        what is not committed yet is the newest. A draft is outlined as 'ghost draft' wrote it, \
        edited, or ready once no TK is left. PREPARED is how much of its words, those that the TKs \
        still expect included, stood in its first version; it takes git's history to know that. \
        The rest of the words is the executive's or a colleague's, by the author of the commit.
        """,
      options: [exec, calendar, .json],
      examples: [
        .init("ghost status", "show all drafts"),
        .init("ghost status --exec cfo --calendar", "show when the CFO's are due"),
      ]
    )
  ) { call throws(Diagnostic) in
    let board = try StatusBoard(
      of: try call.workspace(),
      executive: call.arguments.value(exec),
      countingWords: call.arguments.flag(.json),
      clock: call.context.clock,
      variables: call.context.variables
    )
    if call.arguments.flag(.json) {
      call.console.show(board.json)
    } else {
      show(board, isCalendar: call.arguments.flag(calendar), call.console)
    }
    return call.console.report(board.diagnostics)
  }

  private static func show(_ board: StatusBoard, isCalendar: Bool, _ console: Console) {
    let text = StatusText(
      board: board,
      width: console.tableWidth,
      colours: console.hasColour,
      namesTurn: isCalendar
    )
    if !board.drafts.isEmpty {
      console.out.write(text.text(isCalendar ? board.byWeek : board.byTurn))
    }
    for line in StatusSummary.lines(of: board) { console.say(line) }
  }
}
