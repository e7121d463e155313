/// The literal texts of a program, looked at without asking each time whether they are there.
@safe struct Literals: @unchecked Sendable {
  private let base: UnsafePointer<UInt8>

  /// Makes sure, once, that each text of a node is there with padding behind it.
  init(of program: inout Program) {
    program.literals.reserve(Output.padding)
    unsafe base = UnsafePointer(program.literals.start)
    for index in program.nodes.indices {
      switch unsafe program.nodes.address(of: index).pointee.action {
      case .text(let run), .raw(let run):
        let end = Int(run.start) + Int(run.count)
        precondition(run.start >= 0 && run.count >= 0 && end <= program.literals.count)
      default: break
      }
    }
  }

  /// Returns a node's text.
  @inline(__always)
  subscript(run: Run<UInt8>) -> Bytes {
    unsafe Bytes(base: base + Int(run.start), count: Int(run.count))
  }
}
