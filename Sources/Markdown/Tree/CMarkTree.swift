internal import CMark

/// The tree that libcmark makes of a text, and its only owner.
@safe
struct CMarkTree: ~Copyable {
  /// Which side of a node a walk has come to; a node without an inside is only entered.
  enum Event { case enter, exit }

  private let root: OpaquePointer
  /// Where its nodes are: with it, they go.
  private let memory: TreeMemory

  /// Parses a part of a text; returns `nil` only if there is no memory.
  ///
  /// The parser itself is freed at once: its nodes do not need it.
  init?(parsing bytes: [UInt8], range: Range<Int>) {
    guard let memory = TreeMemory() else { return nil }
    let root = unsafe memory.use { functions in
      unsafe Self.root(of: bytes, range, functions)
    }
    guard let root = unsafe root else { return nil }
    unsafe self.root = root
    self.memory = memory
  }

  private static func root(
    of bytes: [UInt8],
    _ range: Range<Int>,
    _ functions: UnsafeMutablePointer<cmark_mem>
  ) -> OpaquePointer? {
    guard let parser = unsafe cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, functions) else {
      return nil
    }
    unsafe bytes[range].withUnsafeBytes { body in
      unsafe cmark_parser_feed(
        parser,
        body.baseAddress?.assumingMemoryBound(to: CChar.self),
        body.count
      )
    }
    defer { unsafe cmark_parser_free(parser) }
    return unsafe cmark_parser_finish(parser)
  }

  /// Passes every node in the order of the text, without recursion.
  func walk<Failure: Error>(
    _ visit: (borrowing Node, Event) throws(Failure) -> Void
  ) throws(Failure) {
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = unsafe cmark_iter_get_node(iterator) else {
        return
      }
      try unsafe visit(Node(node), event == CMARK_EVENT_ENTER ? .enter : .exit)
    }
  }
}
