/// One thing that a template does, with where it says so.
struct Node: Sendable {
  /// The literal text before it, which so needs no node of its own.
  var text: Run<UInt8>
  let action: Action
  let place: Place
  /// The line on which it begins, which a lax template prints with an error.
  let line: Int32
  /// Whether it can print nothing, or white space alone; its errors print nothing then either.
  let isBlank: Bool
}

/// What a template does at one place.
enum Action: Sendable {
  /// Nothing more: the node is there for its text, behind which the block ends.
  case nothing
  /// Text that is printed even where blank text is not.
  case raw(Run<UInt8>)
  case output(Ref<Pipeline>)
  /// What `output` does where there are no filters.
  case print(Ref<Expression>)
  case group(Run<Node>)
  case assign(Variable, Ref<Pipeline>)
  case capture(Variable, Run<Node>)
  case increment(Variable)
  case decrement(Variable)
  /// What `if` and `unless` do: the first branch whose condition holds.
  case choose(Run<Branch>)
  /// What a `case` does in which one branch can match at most: that one, or the `else` at its end.
  case select(Ref<Expression>, Run<When>)
  /// What any other `case` does: each branch that matches, and an `else` if none did before it.
  case match(Ref<Expression>, Run<When>)
  case loop(Ref<Loop>)
  case table(Ref<Loop>)
  case cycle(Ref<Cycle>)
  case ifChanged(Run<Node>)
  case include(Ref<PartialCall>)
  case render(Ref<PartialCall>)
  case call(Ref<TagCall>)
  case `break`
  case `continue`
}

/// A block together with what is known of it when it is read.
struct Body: Sendable {
  var block: Run<Node>
  /// Whether it can print nothing but white space, in which case it prints none of that either.
  var isBlank: Bool
}

/// One way through a `case`.
struct When: Sendable {
  /// The values that lead here; none for `else`.
  let values: Run<Ref<Expression>>
  var block: Run<Node>
}

/// One way through an `if`.
struct Branch: Sendable {
  enum Condition: Sendable {
    /// What `else` has.
    case always
    /// An expression without a comparison, which nearly all are.
    case truth(Ref<Expression>)
    case chain(Run<Comparison>)
  }

  /// What leads here.
  let condition: Condition
  /// Whether the condition must fail, as the first of an `unless` must.
  let isNegated: Bool
  var block: Run<Node>
}

/// A `for` or a `tablerow`.
struct Loop: Sendable {
  let variable: Variable
  let collection: Ref<Expression>
  var limit: Ref<Expression>?
  var offset: Ref<Expression>?
  /// Whether it says `offset: continue`.
  var continues = false
  var isReversed = false
  var columns: Ref<Expression>?
  /// `variable-collection`, the name under which it remembers where it stopped.
  let name: Name
  var block = Run<Node>.empty
  var otherwise: Run<Node>?
  let place: Place
}

/// The values of `cycle name: a, b, c`.
struct Cycle: Sendable {
  /// Names its group.
  let name: Ref<Expression>
  let values: Run<Ref<Expression>>
}

/// A partial's name and what it is given, as in `render 'name' with value as alias, a: 1`.
struct PartialCall: Sendable {
  let name: Ref<Expression>
  /// What is known of the partial when its name is a literal, as it must be in `render`.
  let literal: Literal?
  let value: Ref<Expression>?
  let isForEach: Bool
  let alias: Variable?
  let arguments: Run<NamedArgument>
  let place: Place

  struct Literal: Sendable {
    let name: Name
    /// Its position among the program's templates, if there is such a partial.
    let template: Int32?
    /// The variable that is bound in it where no other is named.
    let variable: Variable
  }
}

/// A tag that the engine's user added: its arguments are evaluated and its function makes the text.
struct TagCall: Sendable {
  /// The position in the environment's tags.
  let tag: Int32
  let arguments: Run<Ref<Expression>>
  let named: Run<NamedArgument>
  let place: Place
}
