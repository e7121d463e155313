import Diagnostics

/// Chooses a block: `{% if condition %} … {% elsif condition %} … {% else %} … {% endif %}`.
enum IfTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.parseBranches(tag, end: .endIf, isNegated: false)
  }
}

/// Chooses as `if` does, but its first condition must fail: `{% unless condition %}`.
enum UnlessTag {
  static func parse(_ parser: inout TemplateParser, _ tag: TagToken) throws(Diagnostic)
    -> Statement?
  {
    parser.parseBranches(tag, end: .endUnless, isNegated: true)
  }
}

extension TemplateParser {
  fileprivate mutating func parseBranches(
    _ opener: TagToken,
    end: BlockWords,
    isNegated: Bool
  ) -> Statement {
    var branches: [Branch] = []
    var isBlank = true
    var tag: TagToken? = opener
    while let current = tag,
      branches.isEmpty || !BlockWords(naming: bytes[current.name]).contains(end)
    {
      var condition = Branch.Condition.always
      if !isText(current.name, "else") {
        begin(current.markup)
        let chain = recover { parser throws(Diagnostic) in try parser.parseCondition() }
        condition = chain.map { self.condition($0) } ?? .always
      }
      let (body, next) = parseBody(of: opener, until: [end, .elsifWord, .elseWord])
      isBlank = isBlank && body.isBlank
      branches.append(
        Branch(
          condition: condition,
          isNegated: isNegated && branches.isEmpty,
          block: body.block
        )
      )
      tag = next
    }
    return Statement(action: .choose(add(branches, isBlank: isBlank)), isBlank: isBlank)
  }

  private func condition(_ chain: Run<Comparison>) -> Branch.Condition {
    guard chain.count == 1, let only = chain.indices.first,
      program.comparisons[only].operation == .truth
    else { return chain.isEmpty ? .always : .chain(chain) }
    return .truth(program.comparisons[only].left)
  }

  /// Adds branches; those that can print nothing but white space print none of it.
  mutating func add(_ branches: [Branch], isBlank: Bool) -> Run<Branch> {
    guard isBlank else { return program.branches.add(branches) }
    var bare = branches
    for index in bare.indices {
      bare[index].block = program.removeTexts(from: bare[index].block)
    }
    return program.branches.add(bare)
  }
}

extension Renderer {
  /// Returns the block of the first branch whose condition holds, if there is anything in it.
  mutating func chosen(_ branches: Run<Branch>) throws(Diagnostic) -> Run<Node>? {
    guard !branches.isEmpty else { return nil }
    let first = unsafe UnsafePointer(program.branches.address(of: branches))
    for index in 0..<Int(branches.count) {
      let branch = unsafe first + index
      if try unsafe holds(branch.pointee.condition) != branch.pointee.isNegated {
        let block = unsafe branch.pointee.block
        return block.isEmpty ? nil : block
      }
    }
    return nil
  }
}
