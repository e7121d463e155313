internal import Diagnostics
internal import Markdown
internal import YAML

extension Check {
  /// A number that nobody can check.
  static let unsourcedFigure = Check(
    "unsourced-figure",
    .warning,
    "every figure stands in the brief",
    help: """
      A figure that is wrong costs more than the piece brings. Each one of a draft is looked for \
      in its brief: among the proof points, and in the texts that were prepared. '€4M' and \
      '4 million euros' are the same. Add what proves it to Templates/topics/pricing.yml:

          proof-points:
            - claim: Retention rose to 118%
              source: Board report
              url: https://meridian.example/board-report
              date: 2026-09-30

      or link to the source in the same sentence. Dates, years, times, ordinals, numbers below ten \
      without a unit, headings and code are not looked at.
      """,
    .draft { draft in
      guard let topic = draft.metadata?.topic.value,
        let brief = draft.surroundings.figures(ofTopic: topic)
      else { return [] }
      let profile = draft.metadata.flatMap {
        draft.surroundings.figures(ofExecutive: $0.exec.value)
      }
      let isKnown = { (figure: Figure) in
        brief.vouches(for: figure) || profile?.vouches(for: figure) ?? false
      }
      let text = draft.document.text
      var found: [Finding] = []
      for block in text.blocks where block.kind == .paragraph || block.kind == .imageText {
        for figure in unsourced(in: block.text, of: draft, where: isKnown) {
          found.append(
            Finding(
              range: text.source(of: figure.text),
              message: "'\(text.string(figure.text))' stands in no proof point of the brief",
              hint: "add it to \(Shelf.topics.path(topic)), or link to its source"
            )
          )
        }
      }
      return found
    }
  )

  private static func unsourced(
    in range: Range<Int>,
    of draft: Draft,
    where isKnown: (Figure) -> Bool
  ) -> [Figure] {
    let text = draft.document.text
    var found = text.figures(in: range).filter { figure in
      !isCount(figure) && !isKnown(figure) && !text.hasCode(in: figure.text)
        && !draft.isAsked(figure.text) && !hasIndex(figure, in: draft)
    }
    guard !found.isEmpty, draft.sourced.overlaps(range) else { return found }
    var sentences = text.sentences(in: range)
    var sentence = sentences.next()
    found.removeAll { figure in
      while let current = sentence, current.upperBound <= figure.text.lowerBound {
        sentence = sentences.next()
      }
      return sentence.map(draft.sourced.overlaps) ?? false
    }
    return found
  }

  /// Whether `<sup>` or `<sub>` stands in it, so that a part of it is an exponent or an index.
  private static func hasIndex(_ figure: Figure, in draft: Draft) -> Bool {
    let source = draft.document.source.bytes[draft.document.text.source(of: figure.text)]
    guard let tag = source.firstIndex(of: UInt8(ascii: "<")) else { return false }
    return ["<sup>", "<sub>"].contains(String(decoding: source[tag...].prefix(5), as: UTF8.self))
  }

  /// Whether it counts a few things, as any sentence may.
  private static func isCount(_ figure: Figure) -> Bool {
    figure.isBare && figure.values.contains { value in value.integer.map { $0 < 10 } ?? false }
  }
}
