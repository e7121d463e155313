public import Diagnostics

/// Makes HTML of a file's Markdown that is safe to publish.
///
/// All text is escaped, and links that a browser would run lead nowhere. The result is, byte for
/// byte, that of libcmark in its safe mode, but that an empty title is left out; what happens to
/// raw HTML can be chosen.
public struct HTMLRenderer: Sendable {
  /// What becomes of raw HTML.
  public enum RawHTML: Sendable, Hashable {
    /// A comment stands in its place.
    case omitted
    /// It is shown as text.
    case escaped
    /// It is trusted and kept.
    case kept
  }

  private let rawHTML: RawHTML

  /// Makes a renderer.
  public init(rawHTML: RawHTML = .omitted) { self.rawHTML = rawHTML }

  /// Reads a file and renders its Markdown; throws what makes the file unreadable.
  public func render(
    _ source: SourceText
  ) throws(Diagnostic) -> (document: Document, html: [UInt8]) {
    let (document, writer) = try Document.parse(source) { (tree, _) in
      var writer = HTMLWriter(rawHTML: rawHTML)
      writer.html.reserveCapacity(source.bytes.count * 5 / 4)
      tree.walk { (node, event) in writer.write(node, event) }
      return writer
    }
    return (document, writer.html)
  }
}
