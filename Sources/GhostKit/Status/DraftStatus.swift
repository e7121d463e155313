/// Where a draft stands, and what comes next.
public struct DraftStatus: Sendable {
  /// Who touched it last, as the commit has it, and on which day.
  public struct Touch: Sendable, Hashable {
    /// The executive's name, or the author's.
    public let name: String
    /// When the content was written.
    public let at: Timestamp
    /// The same as a day of the local calendar.
    public let day: CalendarDate
    /// Whether it was the executive.
    public let isExecutive: Bool
  }

  /// The slug, or the path of a file whose name is none.
  public let name: String
  /// The file, from the workspace's root.
  public let path: String
  /// The branch that has the newest version, if the working tree has not.
  public let branch: String?
  /// Whether the newest version is in no commit.
  public let isUncommitted: Bool
  /// How far it has come.
  public let state: DraftState
  /// What its front matter says; `nil` if it cannot be read.
  let reading: DraftReading?
  /// The executive's name, or what stands in its place.
  public let executiveName: String?
  /// Who wrote how much.
  public let authorship: Authorship
  /// Who touched it last; `nil` if nobody can know.
  public let touched: Touch?
  /// Who has to do something.
  public let turn: Turn
  /// What they have to do.
  public let next: String
  /// The days since it was due; `nil` if it is not due, or done.
  public let daysOverdue: Int?

  /// The title.
  public var title: String? { reading?.title }
  /// The executive's slug.
  public var exec: String? { reading?.exec }
  /// The brief's slug.
  public var topic: String? { reading?.topic }
  /// The format's slug.
  public var format: String? { reading?.format }
  /// What is still asked.
  public var questions: [String] { reading?.questions ?? [] }
  /// The day by which it is wanted.
  public var due: CalendarDate? { reading?.due }
  /// The day on which it was handed over.
  public var asked: CalendarDate? { reading?.asked }

  init(
    _ entry: DraftSurvey.Entry,
    _ reading: DraftReading?,
    authorship: (authorship: Authorship, isChanged: Bool),
    touched: Touch?,
    executive: Executive?,
    today: CalendarDate
  ) {
    name = entry.name
    path = entry.path
    branch = entry.branch
    if case .working = entry.content { isUncommitted = true } else { isUncommitted = false }
    self.reading = reading
    self.authorship = authorship.authorship
    self.touched = touched
    executiveName = reading.map { executive?.name ?? $0.exec }
    let state = Self.state(of: reading, isChanged: authorship.isChanged)
    self.state = state
    let step = NextStep(
      state,
      reading,
      path: entry.path,
      executive: executive,
      isTheirs: reading?.asked != nil || touched?.isExecutive == true
        || (authorship.authorship.share?.executive ?? 0) > 0
    )
    turn = step.turn
    next = step.text
    let isOpen = state != .declined && state != .approved
    let days = isOpen ? reading?.due?.days(until: today) : nil
    daysOverdue = days.flatMap { $0 > 0 ? $0 : nil }
  }

  private static func state(of reading: DraftReading?, isChanged: Bool) -> DraftState {
    guard let reading else { return .unreadable }
    if reading.isDeclined { return .declined }
    if reading.questions.isEmpty { return reading.finishedState }
    return isChanged ? .edited : .outlined
  }
}

/// What has to be done about a draft, and by whom.
private struct NextStep {
  let turn: Turn
  let text: String

  init(
    _ state: DraftState,
    _ reading: DraftReading?,
    path: String,
    executive: Executive?,
    isTheirs: Bool
  ) {
    guard let reading else {
      (turn, text) = (.author, "correct it: ghost check \(path)")
      return
    }
    let name = executive?.name ?? reading.exec
    switch state {
    case .outlined, .edited:
      let questions = reading.questions.count
      if isTheirs {
        turn = .executive(name)
        text = questions == 1 ? "answer 1 question" : "answer \(questions) questions"
      } else {
        turn = .author
        text = "send it to \(executive?.email.description ?? name)"
      }
    case .ready: (turn, text) = (.executive(name), "read and approve")
    case .changed: (turn, text) = (.executive(name), "approve it again")
    case .approved: (turn, text) = (.author, "publish")
    case .declined:
      (turn, text) = (.nobody, reading.because.map { "declined: \($0)" } ?? "declined")
    case .unreadable: (turn, text) = (.author, "correct it: ghost check \(path)")
    }
  }
}
