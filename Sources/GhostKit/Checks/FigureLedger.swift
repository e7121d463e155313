internal import Markdown
internal import YAML

/// The figures that a brief or a profile vouches for.
struct FigureLedger: Sendable {
  private var units: [Figure.Value: [Figure.Unit]] = [:]

  /// Takes the figures of all that a brief says: proof points, prepared texts, questions.
  init(of topic: Topic) {
    add([topic.title, topic.audience, topic.angle, topic.description, topic.why, topic.background])
    add([topic.text, topic.callToAction])
    for point in topic.proofPoints.map(\.value) { add([point.claim, point.source, point.detail]) }
    for objection in topic.objections { add([objection.objection, objection.answer]) }
    for question in topic.questions { add([question.ask]) }
    for part in topic.perExecutive.entries.map(\.value) {
      add([part.whyYou, part.opening, part.bridge, part.close] + part.questions.map(\.ask))
    }
  }

  /// Takes the figures of what an executive always says, and of what rivals' pieces are called.
  init(of executive: Executive) {
    let voice = executive.voice
    add(voice.openings + voice.transitions + voice.closings + voice.phrases)
    add(executive.rivals.map(\.value.title))
  }

  private mutating func add(_ texts: [String?]) {
    for text in texts.compactMap(\.self) {
      let bytes = Array(text.utf8)
      for figure in FigureScanner(bytes, in: 0..<bytes.count) {
        for value in figure.values { units[value, default: []].append(figure.unit) }
      }
    }
  }

  /// Whether a figure stands here, in the same unit or with a unit that only the words tell.
  func vouches(for figure: Figure) -> Bool {
    figure.values.contains { value in
      units[value]?.contains { $0 == figure.unit || $0 == .none || figure.isBare } ?? false
    }
  }
}
