public import Diagnostics
internal import Git
internal import Markdown
internal import YAML

/// The newest version of a draft beside an earlier one.
public struct DraftComparison: Sendable {
  /// With what a draft is compared.
  public enum Base: Sendable, Hashable {
    /// Its first version in git; without git's history the outline, rendered again.
    case outline
    /// The version that was handed over: the one that set `asked`.
    case asked
    /// The version beside which the newest approval was committed.
    case approved
    /// The version that a commit has.
    case revision(String)

    /// Takes a word of the command line; what is no word of ours is a revision.
    public init(_ word: String) {
      switch word {
      case "outline": self = .outline
      case "asked": self = .asked
      case "approved": self = .approved
      default: self = .revision(word)
      }
    }

    /// The words that stand for a base, revisions aside.
    public static let words = ["outline", "asked", "approved"]
  }

  /// The draft's slug, or the path of a file whose name is none.
  public let name: String
  /// The title, or the name of a draft without any.
  public let title: String
  /// The branch that has the newest version, if the working tree has not.
  public let branch: String?
  /// What the draft is compared with, as in 'since …'.
  public let since: String
  private let language: Language
  private let redline: Redline

  /// Compares a draft with an earlier version.
  ///
  /// - Parameters:
  ///   - selection: The draft.
  ///   - base: The version.
  ///   - workspace: The workspace on the disk.
  ///   - clock: What day it is.
  ///   - variables: The environment in which git is asked.
  /// - Throws: `unknown-draft` (usage), what is wrong with either version, a `diff-…` (usage) if
  ///   there is no such version, and what git says if it fails.
  public init(
    of selection: DraftSelection,
    since base: Base,
    in workspace: Workspace,
    clock: Clock,
    variables: [String: String]
  ) throws(Diagnostic) {
    var log = DiagnosticLog()
    let policy = workspace.policy(log: &log)
    let survey = try DraftSurvey(
      of: workspace,
      protected: policy?.protected ?? [],
      variables: variables
    )
    guard let entry = survey.entries.first(where: { selection.names($0.path, $0.slug) }) else {
      let names = survey.entries.map(\.name)
      throw .unknownDraft(selection.name, among: names)
    }
    let present = try Self.source(of: entry, in: survey)
    let document = try Document(parsing: present)
    let metadata = Metadata.read(of: document, log: &log)
    let versions = EarlierVersions(of: entry, in: survey, clock: clock)
    let earlier =
      switch base {
      case .outline: try versions.outline(of: metadata, in: workspace)
      case .asked: try versions.asked(metadata?.asked?.value)
      case .approved: try versions.approved()
      case .revision(let name): try versions.revision(name)
      }
    name = entry.name
    branch = entry.branch
    let title = metadata?.title.value ?? ""
    self.title = title.isEmpty ? entry.name : title
    since = earlier.name
    let profile = metadata.flatMap { workspace.executive($0.exec.value, log: &log) }
    language =
      metadata?.lang ?? profile?.lang ?? workspace.config(log: &log)?.lang ?? .english
    redline = Redline(ofDraft: try Document(parsing: earlier.source), to: document)
  }

  /// The figures, as '25 words added, 7 removed'.
  public var summary: String { redline.isChanged ? redline.summary : "no change" }

  /// Returns what changed, heading by heading, for a terminal; empty if nothing did.
  public func text(colours: Bool) -> String {
    RedlineText(colours: colours).render(redline)
  }

  /// Returns the whole text with what changed, as one page of HTML that needs nothing else.
  public func page() -> [UInt8] {
    RedlineHTML(
      language: language.description,
      direction: language.isRightToLeft ? .rightToLeft : .leftToRight
    )
    .page(of: redline, title: title, since: since)
  }

  private static func source(
    of entry: DraftSurvey.Entry,
    in survey: DraftSurvey
  ) throws(Diagnostic) -> SourceText {
    switch entry.content {
    case .working(let source, _): return source
    case .unreadable(let fault): throw fault
    case .committed(let id):
      guard let bytes = try survey.contents(of: [id])[id] else {
        throw .missingFromRepository(entry.path)
      }
      return SourceText(path: entry.path, bytes: bytes)
    }
  }
}
