public import Diagnostics
internal import YAML

/// A brief that is about to be written: `ghost new topic`.
public struct NewBrief: Sendable {
  /// A fact, and where it comes from.
  public struct ProofPoint: Sendable {
    /// The fact.
    public var claim: String
    /// Who says so.
    public var source: String?

    /// Makes a proof point.
    public init(claim: String, source: String? = nil) {
      self.claim = claim
      self.source = source
    }
  }

  /// The title of the piece.
  public var title: String
  /// Who is meant to read it.
  public var audience: String
  /// The one thought of it.
  public var angle: String
  /// Why it matters now.
  public var why: String?
  /// The executive whom it is meant for, and why only they can say it.
  public var executive: (slug: Slug, whyYou: String)?
  /// What only the executive can answer.
  public var questions: [String] = []
  /// What proves the angle.
  public var proofPoints: [ProofPoint] = []

  /// Makes a brief of what it cannot be without.
  public init(title: String, audience: String, angle: String) {
    self.title = title
    self.audience = audience
    self.angle = angle
  }

  /// Makes sure that a name is free, before anybody is asked for anything.
  ///
  /// - Throws: `name-taken` (usage) if it is not.
  public static func checkVacancy(of slug: Slug, in workspace: Workspace) throws(Diagnostic) {
    try Shelf.topics.checkVacancy(of: slug, in: workspace.files)
  }

  /// Writes the brief and reads it back.
  ///
  /// - Returns: the path, and what the brief still lacks.
  /// - Throws: `name-taken` (usage) if there is one of that name; it is never overwritten.
  public func write(
    as slug: Slug,
    in workspace: Workspace,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> (path: String, gaps: [String])? {
    let path = try Shelf.topics.create(text, as: slug, in: workspace.folder)
    return workspace.topic(slug.description, log: &log).map { (path, $0.gaps) }
  }

  /// The file: what is known, and comments that show how the rest is written.
  var text: String {
    var lines = [
      "title: " + ScalarWriter.write(title), "audience: " + ScalarWriter.write(audience),
      "angle: " + ScalarWriter.write(angle),
    ]
    if let why { lines.append("why: " + ScalarWriter.write(why)) }
    lines.append(Self.background)
    lines += part
    lines += list("proof-points", proofPoints, Self.proof) { point in
      ["claim: " + ScalarWriter.write(point.claim)]
        + (point.source.map { ["source: " + ScalarWriter.write($0)] } ?? [])
    }
    return lines.joined(separator: "\n") + "\n" + Self.rest
  }

  /// What belongs to one executive; its questions stand at the top level where there is none.
  private var part: [String] {
    guard let executive else {
      return list("questions", questions, Self.question, entry: Self.entry) + [Self.example]
    }
    let whyYou = "    why-you: " + ScalarWriter.write(executive.whyYou)
    let questions = list("questions", questions, Self.question, entry: Self.entry)
    return ["for:", "  \(executive.slug):", whyYou] + questions.map { "    " + $0 } + [""]
  }

  private static func entry(_ question: String) -> [String] {
    ["ask: " + ScalarWriter.write(question), "words: 50"]
  }

  /// Returns a list of mappings in YAML, or a comment that shows one where it is empty.
  private func list<Item>(
    _ key: String,
    _ items: [Item],
    _ example: String,
    entry: (Item) -> [String]
  ) -> [String] {
    if items.isEmpty { return example.split(separator: "\n").map(String.init) }
    return [key + ":"]
      + items.flatMap { item in
        entry(item).enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
      }
  }

  private static let background = """

    # Prose that every executive shares: what happened, in two or three paragraphs.
    # background: |-
    #   For seventeen years we charged by the seat.

    """

  private static let example = """

    # Why only this executive can say it, how they begin, what only they can answer.
    # for:
    #   cfo:
    #     why-you: You signed the change and you carry its risk.
    #     opening: The worst complaint of my first year was about our invoices.
    #     questions:
    #       - ask: how did retention change?
    #         words: 50

    """

  private static let question = """
    # questions:
    #   - ask: how did retention change?
    #     words: 50
    """

  private static let proof = """
    # Six to ten facts, each with its source.
    # proof-points:
    #   - claim: Retention rose to 118%
    #     source: Annual report
    #     url: https://meridian.example/report
    #     date: 2026-09
    """

  private static let rest = """

    # objections:
    #   - objection: what a reader may say against it
    #     answer: what there is to say to that
    # call-to-action: what a reader should do next

    """
}
