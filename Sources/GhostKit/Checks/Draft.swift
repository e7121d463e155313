internal import Diagnostics
internal import Markdown
internal import YAML

/// A draft that was read, with all that the rules ask of it; what several of them ask for is
/// found once.
final class Draft: Sendable {
  let document: Document
  /// Its front matter, if YAML could read it.
  let frontMatter: YAMLNode?
  /// What its front matter says, if that could be read.
  let metadata: Metadata?
  /// What decides who must approve it, if nothing in its front matter is in doubt.
  let terms: DraftTerms?
  let placeholders: [Placeholder]
  /// Where words of the executive's profile stand.
  let mentions: [Vocabulary.Mention]
  /// The words of links and what is read for images.
  let linked: DisjointRanges
  /// The words of links to the web.
  let sourced: DisjointRanges
  let surroundings: DraftSurroundings

  init(
    document: Document,
    frontMatter: YAMLNode?,
    metadata: Metadata?,
    terms: DraftTerms?,
    placeholders: [Placeholder],
    surroundings: DraftSurroundings
  ) {
    self.document = document
    self.frontMatter = frontMatter
    self.metadata = metadata
    self.terms = terms
    self.placeholders = placeholders
    self.surroundings = surroundings
    let vocabulary = (metadata?.exec.value).flatMap { surroundings.vocabularies[$0] }
    mentions = vocabulary?.mentions(in: document.text) ?? []
    linked = DisjointRanges(document.links.map(\.text))
    let sources = document.links.filter { link in
      link.kind != .image && link.destination.utf8.starts(with: "http".utf8)
    }
    sourced = DisjointRanges(sources.map(\.text))
  }

  var path: String { document.source.path }

  /// The executive whose byline it carries, if there is a profile.
  var profile: Executive? { (metadata?.exec.value).flatMap { surroundings.executives[$0] } }

  /// The person whose turn it is while something is left to write.
  var executive: String { profile?.name ?? metadata?.exec.value ?? "the executive" }

  /// What waits for that person: nothing, once they have declined.
  var questions: [Placeholder] { terms?.isDeclined == true ? [] : placeholders }

  /// Whether a part of the text belongs to a TK.
  func isAsked(_ range: Range<Int>) -> Bool {
    var (low, high) = (0, placeholders.count)
    while low < high {
      let middle = (low + high) / 2
      if placeholders[middle].text.upperBound <= range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < placeholders.count && placeholders[low].text.overlaps(range)
  }

  /// The language that it is written in.
  var language: Language { metadata?.lang ?? profile?.lang ?? surroundings.language }
}
