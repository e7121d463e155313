internal import YAML

/// What ghost knows of a format beyond its outline.
public enum Format {
  /// Whether a format's answers are spoken, so that nobody has to write them.
  public static func isSpoken(_ name: String) -> Bool { spoken.contains(name) }

  private static let spoken: Set<String> = ["interview", "podcast", "video"]

  /// Returns the format to draft in where none is asked for: the first that the person likes.
  static func usual(for executive: Executive) -> String {
    executive.formats.likes.first?.value.description ?? "article"
  }
}
