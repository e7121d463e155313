internal import CMark

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One node of the tree, seen during a walk.
///
/// It cannot be copied, and a walk only lends it, so it cannot outlive the tree that owns it.
@safe
struct Node: ~Copyable {
  /// What a node is; the numbers are cmark's own (`cmark_node_type`).
  enum Kind: UInt32 {
    case document = 1
    case blockQuote, list, item, codeBlock, htmlBlock, customBlock, paragraph, heading
    case thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, customInline, emphasis, strong, link, image
    /// A node that no version of libcmark known here makes.
    case unknown = 255
  }

  private let pointer: OpaquePointer

  let kind: Kind

  init(_ pointer: OpaquePointer) {
    unsafe self.pointer = pointer
    kind = unsafe Kind(rawValue: cmark_node_get_type(pointer).rawValue) ?? .unknown
  }

  /// Whether a walk passes it once only, without an exit.
  var isLeaf: Bool {
    switch kind {
    case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .htmlInline:
      true
    default: false
    }
  }

  /// The first line of a block, counted from 1 at the beginning of what was parsed.
  ///
  /// Places of inlines are not to be trusted; ``PlaceFinder`` finds them.
  var startLine: Int { unsafe Int(cmark_node_get_start_line(pointer)) }

  /// The first column of a block, in bytes, counted from 1.
  var startColumn: Int { unsafe Int(cmark_node_get_start_column(pointer)) }

  /// The last line of a block.
  var endLine: Int { unsafe Int(cmark_node_get_end_line(pointer)) }

  /// A heading's level, from 1 to 6.
  var headingLevel: Int { unsafe Int(cmark_node_get_heading_level(pointer)) }

  /// Whether a list is numbered.
  var isOrdered: Bool { unsafe cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  /// The number of a numbered list's first item.
  var listStart: Int { unsafe Int(cmark_node_get_list_start(pointer)) }

  /// Whether it is a paragraph in an item of a list without blank lines.
  var isTight: Bool {
    let list = unsafe cmark_node_parent(cmark_node_parent(pointer))
    return unsafe cmark_node_get_list_tight(list) != 0
  }

  /// Lends the text of a text, code or HTML node without copying it.
  func withLiteral<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.lend(cmark_node_get_literal(pointer), to: body)
  }

  /// Lends the destination of a link or image.
  func withDestination<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.lend(cmark_node_get_url(pointer), to: body)
  }

  /// Lends the title of a link or image.
  func withTitle<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.lend(cmark_node_get_title(pointer), to: body)
  }

  /// Lends what stands behind the opening fence of a code block.
  func withFenceInfo<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    unsafe Self.lend(cmark_node_get_fence_info(pointer), to: body)
  }

  private static func lend<Result>(
    _ text: UnsafePointer<CChar>?,
    to body: (Span<UInt8>) -> Result
  ) -> Result {
    let count = unsafe text.map { unsafe strlen($0) } ?? 0
    let bytes = unsafe UnsafeRawBufferPointer(start: text, count: count)
    return unsafe body(Span(_unsafeBytes: bytes))
  }
}
