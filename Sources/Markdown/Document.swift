public import Diagnostics

/// A Markdown file: its front matter, its tree, and all that can be said of it with a place.
///
/// The text is what the page shows: front matter, markup, comments and link definitions are no
/// part of it. All places are byte offsets of the file; `source.location(of:)` turns one into a
/// line and a column. It is plain data: libcmark's tree is gone when it is made.
public struct Document: Sendable {
  /// The file.
  public let source: SourceText
  /// The front matter, if there is any.
  public let frontMatter: FrontMatter?
  /// Where the Markdown stands: the file without front matter and byte order mark.
  public let body: Range<Int>
  /// The words of the page.
  public let text: PlainText
  /// The outline.
  public let headings: [Heading]
  /// Links and images in the order of the page; a link's image comes before the link.
  public let links: [Link]
  /// Whether any character of the file may be one that nobody sees; `false` is certain.
  public let mayHoldInvisible: Bool
  /// Whether any character of the file may be of a script that looks like Latin, Greek or Cyrillic;
  /// `false` is certain but for what stands there as a reference.
  public let mayHoldLookAlikes: Bool
  /// Where raw HTML stands, comments included.
  public let rawHTML: [Range<Int>]

  /// Whether the source could be read beside the tree to its end.
  let hasExactPlaces: Bool

  /// Reads a file; throws what makes it unreadable, at its place.
  ///
  /// That is front matter that is not closed, what is no UTF-8 text, more than a mebibyte, and
  /// structures that nobody writes and libcmark would not read in time.
  public init(parsing source: SourceText) throws(Diagnostic) {
    self = try Self.parse(source) { (_, _) in }.document
  }

  /// Reads a file and lends its tree before it is freed.
  static func parse<Result>(
    _ source: SourceText,
    lendingTree body: (borrowing CMarkTree, LineIndex) -> Result
  ) throws(Diagnostic) -> (document: Document, result: Result) {
    let (frontMatter, range) = try FrontMatter.split(source)
    var scan = StructureScan(of: source, body: range)
    let lines = try scan.check()
    guard let tree = CMarkTree(parsing: source.bytes, range: range) else {
      throw .outOfMemory(path: source.path)
    }
    var reader = DocumentReader(of: source.bytes, body: range, lines: lines)
    tree.walk { (node, event) in reader.read(node, event) }
    let document = Document(source, frontMatter: frontMatter, body: range, scan, read: reader)
    return (document, body(tree, lines))
  }

  private init(
    _ source: SourceText,
    frontMatter: FrontMatter?,
    body: Range<Int>,
    _ scan: StructureScan,
    read reader: consuming DocumentReader
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.body = body
    mayHoldInvisible = scan.mayHoldInvisible
    mayHoldLookAlikes = scan.mayHoldLookAlikes
    text = reader.text
    headings = reader.headings
    links = reader.links
    rawHTML = reader.rawHTML
    hasExactPlaces = reader.hasExactPlaces
  }
}
