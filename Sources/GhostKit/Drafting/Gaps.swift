internal import YAML

// What a profile or a brief that can be used still lacks to be a good one.

extension Executive {
  /// What would make the drafts sound more like this person, one sentence each.
  public var gaps: [String] {
    var gaps: [String] = []
    if voice.tone == nil { gaps.append("voice: tone, how this person talks") }
    if voice.openings.isEmpty { gaps.append("voice: openings, sentences that they begin with") }
    if voice.transitions.isEmpty {
      gaps.append("voice: transitions, sentences that lead from one thought to the next")
    }
    if voice.closings.isEmpty { gaps.append("voice: closings, sentences that they end with") }
    if formats.likes.isEmpty { gaps.append("formats: likes, the formats that they finish") }
    if rivals.isEmpty { gaps.append("rivals: pieces that others have published") }
    return gaps
  }
}

extension Topic {
  /// What would make a draft more than half written and worth an executive's time.
  public var gaps: [String] {
    var gaps: [String] = []
    if why == nil { gaps.append("why: why it matters now") }
    if background == nil && text == nil {
      gaps.append("background: the prose that every executive shares")
    }
    gaps += personalGaps
    if proofPoints.count < Self.enoughProof {
      gaps.append("proof-points: \(proofPoints.count) of \(Self.enoughProof) or more")
    }
    for point in proofPoints.map(\.value) where point.source == nil && point.url == nil {
      gaps.append("proof-points: a source for '\(point.claim)'")
    }
    if objections.isEmpty { gaps.append("objections: what a reader may object") }
    if callToAction == nil { gaps.append("call-to-action: what a reader should do next") }
    return gaps
  }

  private var personalGaps: [String] {
    let parts = perExecutive.entries
    if parts.isEmpty {
      let questions = questions.isEmpty ? ["questions: one that only this person can answer"] : []
      return ["for: why-you, why only this executive can say it"] + questions
    }
    return parts.flatMap { entry in
      let name = entry.key.value
      var gaps: [String] = []
      if entry.value.whyYou == nil { gaps.append("for \(name): why-you, why only they can say it") }
      if entry.value.questions.isEmpty && questions.isEmpty {
        gaps.append("for \(name): questions, one that only they can answer")
      }
      return gaps
    }
  }

  /// Fewer proof points than this rarely carry half of an article.
  private static let enoughProof = 6
}
