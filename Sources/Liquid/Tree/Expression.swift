/// What gives a value: a literal, a variable with its path, or a range.
enum Expression: Sendable {
  case constant(Ref<Value>)
  /// `name`
  case name(Variable)
  /// `name.a`, whose only step stands among the steps as well
  case member(Variable, Name, Ref<Step>)
  /// `name.a[0].b`
  case variable(Variable, Run<Step>)
  /// `["any name"].a`
  case computed(Ref<Expression>, Run<Step>)
  /// `(1..n)`
  case range(Ref<Expression>, Ref<Expression>)
  /// The words `empty` and `blank`, which mean something in comparisons alone.
  case empty
  case blank
}

/// One step of a path into a value.
struct Step: Sendable {
  enum Kind: Sendable {
    /// `.name`
    case member(Name)
    /// `.size`, `.first` or `.last`, which a list or a text knows as well as an object's own key.
    case command(Name, Command)
    /// `["name"]`
    case key(Name)
    /// `[0]`
    case index(Int32)
    /// `[other]`
    case computed(Ref<Expression>)
  }

  enum Command: Sendable {
    case size, first, last
  }

  let kind: Kind
  let place: Place
}

/// An expression and the filters behind it, from left to right.
struct Pipeline: Sendable {
  let source: Ref<Expression>
  let filters: Run<FilterCall>
}

/// A filter behind a `|` with its arguments.
@safe struct FilterCall: Sendable {
  /// The position in the environment's filters, or -1 for one that is unknown (lax only).
  let filter: Int32
  let arguments: Run<Ref<Expression>>
  let named: Run<NamedArgument>
  /// Whether it is given as many arguments as it takes; if not, strict templates are not rendered.
  let hasRightArity: Bool
  /// How it does its work; by `call` unless that is two at most, none of them with a name.
  let action: Filter.Action
  /// Whether a text that is markup stays so.
  let keepsMarkup: Bool
  /// What writes its result, if it does; the environment that the program was read for holds it.
  let writer: Unmanaged<Filter.Writer>?
  /// Where the filter's name stands.
  let place: Place
}

/// An argument that is given by its name.
struct NamedArgument: Sendable {
  let name: Name
  let value: Ref<Expression>
}

/// One link of a chain of comparisons; Liquid reads `a and b or c` as `a and (b or c)`.
struct Comparison: Sendable {
  enum Operator: Sendable {
    /// No operator: the truth of the left side.
    case truth
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, contains
  }

  enum Link: Sendable {
    case end, and, or
  }

  let left: Ref<Expression>
  let operation: Operator
  let right: Ref<Expression>
  /// How the next one of the run goes on.
  var link: Link
  /// Where the operator stands.
  let place: Place
}
