internal import Diagnostics
internal import Git
internal import Markdown
internal import Synchronization

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
  /// - Parameters:
  ///   - drafts: The drafts and what they say.
  ///   - survey: Where they were found.
  ///   - people: Whose commits are whose.
  ///   - read: Contents that have been read before.
  ///   - countsWords: Whether words count that nobody has touched.
  /// - Throws: what git says if it fails.
  init(
    of drafts: [(DraftSurvey.Entry, DraftReading?)],
    in survey: DraftSurvey,
    _ people: People,
    reading read: [ObjectID: [UInt8]],
    countingWords countsWords: Bool
  ) throws(Diagnostic) {
    var plans: [(index: Int, plan: Plan)] = []
    for (index, (entry, reading)) in drafts.enumerated() {
      let (known, isChanged, plan) = Self.plan(entry, reading, survey, people)
      results.append((known, isChanged))
      guard let plan else { continue }
      let isUntouched = plan.tracing.contents.count == 1 && plan.working == nil
      if isUntouched, !countsWords, reading?.questions.isEmpty == true {
        results[index] = (.untouched, false)
      } else {
        plans.append((index, plan))
      }
    }
    let needs = plans.map(\.plan.tracing.contents)
    let shares = try Parallel.map { take throws(Diagnostic) in
      try Self.bring(needs, in: survey, knowing: read) { take(($0, $1)) }
    } _: { [plans] place, contents in
      let (index, plan) = plans[place]
      return Self.share(plan, contents).map { (index, $0.share, $0.isChanged) }
    }
    for (index, share, isChanged) in shares { results[index] = (.known(share), isChanged) }
  }

  /// Hands on groups of contents, by their positions, each as soon as git has sent all of it.
  private static func bring(
    _ groups: [[ObjectID]],
    in survey: DraftSurvey,
    knowing known: [ObjectID: [UInt8]],
    _ take: @escaping @Sendable (Int, [ObjectID: [UInt8]]) -> Void
  ) throws(Diagnostic) {
    var places: [ObjectID: Int] = [:]
    var ids: [ObjectID] = []
    // For each content that is asked for, the groups of which it is the last.
    var waiting: [[Int]] = []
    for (number, group) in groups.enumerated() {
      var last: Int?
      for id in group where known[id] == nil {
        let place = places[id] ?? ids.count
        if place == ids.count {
          places[id] = place
          ids.append(id)
          waiting.append([])
        }
        last = max(last ?? place, place)
      }
      if let last {
        waiting[last].append(number)
      } else {
        take(number, Self.contents(of: group, known))
      }
    }
    let contents = Mutex(known)
    try survey.trees?.drafts(ids) { [ids, waiting] place, bytes in
      contents.withLock { contents in
        contents[ids[place]] = bytes
        for number in waiting[place] { take(number, Self.contents(of: groups[number], contents)) }
      }
    }
  }

  private static func contents(
    of group: [ObjectID],
    _ known: [ObjectID: [UInt8]]
  ) -> [ObjectID: [UInt8]] {
    var contents: [ObjectID: [UInt8]] = [:]
    for id in group { contents[id] = known[id] }
    return contents
  }

  /// What is known of a draft, and whether its text is no more what it was at first.
  subscript(_ index: Int) -> (authorship: Authorship, isChanged: Bool) { results[index] }

  /// Returns why nothing is known of a draft, or how it can be known.
  private static func plan(
    _ entry: DraftSurvey.Entry,
    _ reading: DraftReading?,
    _ survey: DraftSurvey,
    _ people: People
  ) -> (Authorship, isChanged: Bool, Plan?) {
    guard let history = survey.history else { return (.unknown(.noRepository), false, nil) }
    guard let reading else { return (.unknown(.unreadable), false, nil) }
    let present: ObjectID?
    let working: SourceText?
    switch entry.content {
    case .committed(let id): (present, working) = (id, nil)
    case .working(let source, let base): (present, working) = (base, source)
    case .unreadable: return (.unknown(.unreadable), false, nil)
    }
    guard !history.isShallow else { return (.unknown(.shallow), working != nil, nil) }
    guard let present else { return (.unknown(.notCommitted), false, nil) }
    guard let versions = history.versions(leadingTo: present) else {
      return (.unknown(.tooLong), true, nil)
    }
    guard !versions.isEmpty else { return (.unknown(.notCommitted), false, nil) }
    let tracing = ShareTracing(versions, authors: people.authors(reading.exec))
    let isSpoken = Format.isSpoken(reading.format)
    return (
      .unknown(.unreadable), true, Plan(tracing: tracing, working: working, isSpoken: isSpoken)
    )
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
