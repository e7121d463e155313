public import Diagnostics
internal import YAML

/// A profile that is about to be written: `ghost new exec`.
public struct NewProfile: Sendable {
  /// The person's name.
  public var name: String
  /// The office that they hold.
  public var title: String
  /// Where they are written to.
  public var email: EmailAddress
  /// Their account there.
  public var github: String?
  /// How they talk, in a sentence or two.
  public var tone: String?

  /// Makes a profile of what it cannot be without.
  public init(name: String, title: String, email: EmailAddress) {
    self.name = name
    self.title = title
    self.email = email
  }

  /// Makes sure that a name is free, before anybody is asked for anything.
  ///
  /// - Throws: `name-taken` (usage) if it is not.
  public static func checkVacancy(of slug: Slug, in workspace: Workspace) throws(Diagnostic) {
    try Shelf.executives.checkVacancy(of: slug, in: workspace.files)
  }

  /// Writes the profile and reads it back.
  ///
  /// - Returns: the path, and what the profile still lacks.
  /// - Throws: `name-taken` (usage) if there is one of that name; it is never overwritten.
  public func write(
    as slug: Slug,
    in workspace: Workspace,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> (path: String, gaps: [String])? {
    let path = try Shelf.executives.create(text, as: slug, in: workspace.folder)
    return workspace.executive(slug.description, log: &log).map { (path, $0.gaps) }
  }

  /// The file: what is known, and comments that show how the rest is written.
  var text: String {
    var lines = [
      "name: " + ScalarWriter.write(name), "title: " + ScalarWriter.write(title),
      "email: " + ScalarWriter.write(email.description),
    ]
    if let github { lines.append("github: " + ScalarWriter.write(github)) }
    if let tone { lines += ["", "voice:", "  tone: " + ScalarWriter.write(tone)] }
    return lines.joined(separator: "\n") + "\n" + (tone == nil ? Self.voice : Self.sentences)
      + Self.rest
  }

  private static let voice = """

    # Take away the '#' where you know more: drafts are written in this person's voice.
    # voice:
    #   tone: Dry and exact. The figure first, then what it means.

    """ + sentences

  private static let sentences = """
    #   openings: [Start with the invoice.]
    #   transitions: [Then the other column.]
    #   closings: [That is the account as it stands today.]
    #   phrases: [in writing]
    #   avoid: [synergy, world-class]
    #   replace: { utilise: use }

    """

  private static let rest = """

    # Formats that this person finishes, and those that they put off.
    # formats:
    #   likes: [article]
    #   dislikes: [video]

    # Pieces that others have published on our topics.
    # rivals:
    #   - name: Piet Maas
    #     company: Corvid Systems
    #     title: The seat is dead
    #     url: https://corvid.example/journal/the-seat-is-dead
    #     date: 2026-06-11
    #     topic: pricing

    """
}
