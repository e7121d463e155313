/// What is left of a block: nodes that stand in a row.
@safe struct Stretch: BitwiseCopyable {
  private var next: UnsafePointer<Node>
  private let end: UnsafePointer<Node>

  /// Takes a block that has a node at least.
  @inline(__always)
  init(_ block: Run<Node>, of program: borrowing Program) {
    unsafe next = UnsafePointer(program.nodes.address(of: block))
    unsafe end = next + Int(block.count)
  }

  /// Takes the next node off.
  @inline(__always)
  @unsafe mutating func take() -> UnsafePointer<Node>? {
    guard unsafe next != end else { return nil }
    defer { unsafe next += 1 }
    return unsafe next
  }

  /// The node that was taken last; there must be one.
  @unsafe var taken: UnsafePointer<Node> { unsafe next - 1 }

  /// Leaves out what is left.
  mutating func skip() { unsafe next = end }
}
