/// The literal texts of a program, looked at without asking each time whether they are there.
@safe struct Literals: @unchecked Sendable {
  private let base: UnsafePointer<UInt8>

  /// Makes sure, once, that each text of a node is there with padding behind it.
  init(of program: inout Program) {
    program.literals.reserve(Output.padding)
    unsafe base = UnsafePointer(program.literals.start)
    let count = program.literals.count
    func check(_ run: Run<UInt8>) {
      precondition(run.start >= 0 && run.count >= 0 && Int(run.start) + Int(run.count) <= count)
    }
    for index in program.nodes.indices {
      let node = unsafe program.nodes.address(of: index)
      check(unsafe node.pointee.text)
      if case .raw(let run) = unsafe node.pointee.action { check(run) }
    }
  }

  /// Returns a node's text.
  @inline(__always)
  subscript(run: Run<UInt8>) -> Bytes {
    unsafe Bytes(base: base + Int(run.start), count: Int(run.count))
  }
}
