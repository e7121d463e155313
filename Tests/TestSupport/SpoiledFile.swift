/// A file of a workspace that somebody spoiled, with the findings that it must give and no others.
public struct SpoiledFile: Sendable, CustomStringConvertible {
  /// Where it stands in the workspace.
  public let path: String
  /// Its text.
  public let text: String
  /// What must be found in it, as `line:column code`.
  public let findings: [String]

  /// The file as a test's name shows it.
  public var description: String { "\(path): \(text)" }

  init(_ path: String, _ text: String, _ findings: [String]) {
    self.path = path
    self.text = text
    self.findings = findings
  }

  /// All of them.
  public static let all = configs + policies + profiles + briefs
}
