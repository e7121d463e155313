internal import Diagnostics
internal import Git
internal import Markdown

/// Who wrote how much of each of many drafts.
struct Authorships {
  /// What one draft needs to be known.
  private struct Plan: Sendable {
    let tracing: ShareTracing
    let working: SourceText?
    let isSpoken: Bool
  }

  private var results: [(authorship: Authorship, isChanged: Bool)] = []

  /// Follows the words of drafts.
  ///
  /// - Throws: what git says if it fails.
  init(
    of drafts: [(DraftSurvey.Entry, DraftReading?)],
    in survey: DraftSurvey,
    _ people: People
  ) throws(Diagnostic) {
    var plans: [(index: Int, plan: Plan)] = []
    for (index, (entry, reading)) in drafts.enumerated() {
      let (gap, isChanged, plan) = Self.plan(entry, reading, survey, people)
      results.append((.unknown(gap), isChanged))
      if let plan { plans.append((index, plan)) }
    }
    let contents = try survey.contents(of: plans.flatMap(\.plan.tracing.contents))
    let shares = Parallel.map(plans) { index, plan in
      Self.share(plan, contents).map { (index, $0.share, $0.isChanged) }
    }
    for (index, share, isChanged) in shares { results[index] = (.known(share), isChanged) }
  }

  /// What is known of a draft, and whether its text is no more what it was at first.
  subscript(_ index: Int) -> (authorship: Authorship, isChanged: Bool) { results[index] }

  /// Returns why nothing is known of a draft, and how it can be known all the same.
  private static func plan(
    _ entry: DraftSurvey.Entry,
    _ reading: DraftReading?,
    _ survey: DraftSurvey,
    _ people: People
  ) -> (Authorship.Gap, isChanged: Bool, Plan?) {
    guard let history = survey.history else { return (.noRepository, false, nil) }
    guard let reading else { return (.unreadable, false, nil) }
    let present: ObjectID?
    let working: SourceText?
    switch entry.content {
    case .committed(let id): (present, working) = (id, nil)
    case .working(let source, let base): (present, working) = (base, source)
    case .unreadable: return (.unreadable, false, nil)
    }
    guard !history.isShallow else { return (.shallow, working != nil, nil) }
    guard let present else { return (.notCommitted, false, nil) }
    guard let versions = history.versions(leadingTo: present) else { return (.tooLong, true, nil) }
    guard !versions.isEmpty else { return (.notCommitted, false, nil) }
    let tracing = ShareTracing(versions, authors: people.authors(reading.exec))
    let isSpoken = Format.isSpoken(reading.format)
    return (.unreadable, true, Plan(tracing: tracing, working: working, isSpoken: isSpoken))
  }

  private static func share(
    _ plan: Plan,
    _ contents: [ObjectID: [UInt8]]
  ) -> (share: Share, isChanged: Bool)? {
    var working: Document?
    if let source = plan.working {
      working = try? Document(parsing: source)
      if working == nil { return nil }
    }
    return plan.tracing.share(working: working, isSpoken: plan.isSpoken) { contents[$0] }
  }
}
