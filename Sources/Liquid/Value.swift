/// Anything that a template can hold in a variable.
///
/// Sixteen bytes with its tag, and one reference at most: copying one costs a retain or nothing.
public enum Value: Sendable {
  /// Nothing; prints nothing and is false.
  case `nil`
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number. Ruby's have no bounds: arithmetic that leaves 64 bits is an error here.
  case int(Int)
  /// Any other number.
  case float(Double)
  /// A text.
  case string(Text)
  /// A list.
  case array([Value])
  /// Values by name.
  case object(Object)
  /// All whole numbers from one to another, both included; empty if `last` is less than `first`.
  indirect case range(first: Int, last: Int)

  /// A text as a value.
  public static func string(_ bytes: [UInt8]) -> Value { .string(Text(bytes)) }

  /// Ruby's truth: everything but `nil` and `false`, the empty text and zero included.
  public var isTruthy: Bool {
    switch self {
    case .nil, .bool(false): false
    default: true
    }
  }

  /// Whether it is `nil`.
  public var isNil: Bool { if case .nil = self { true } else { false } }

  /// What `== empty` asks: a text, a list or an object with nothing in it.
  public var isEmpty: Bool {
    switch self {
    case .string(let text): text.bytes.isEmpty
    case .array(let items): items.isEmpty
    case .object(let object): object.count == 0
    default: false
    }
  }

  /// What `== blank` asks: empty, `nil`, `false` or nothing but white space.
  public var isBlank: Bool {
    switch self {
    case .nil, .bool(false): true
    case .string(let text): text.isBlank
    default: isEmpty
    }
  }

  /// What `.size` and the filter `size` give; `nil` where there is no such thing.
  public var size: Int? {
    switch self {
    case .string(let text): text.scalarCount
    case .array(let items): items.count
    case .object(let object): object.count
    case .range(let first, let last): Self.count(from: first, through: last)
    default: nil
    }
  }

  /// The entry of an object, or `nil` for a name it has not or a value that is no object.
  public subscript(key: Text) -> Value? {
    if case .object(let object) = self { object[key] } else { nil }
  }

  /// Returns the number of whole numbers in a range; as many as fit where there are more.
  static func count(from first: Int, through last: Int) -> Int {
    guard first <= last else { return 0 }
    let (distance, isTooFar) = last.subtractingReportingOverflow(first)
    return isTooFar || distance == .max ? .max : distance + 1
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// Takes a text written in the source.
  public init(stringLiteral value: StaticString) { self = .string(Text(stringLiteral: value)) }
  /// Takes a whole number written in the source.
  public init(integerLiteral value: Int) { self = .int(value) }
  /// Takes a number written in the source.
  public init(floatLiteral value: Double) { self = .float(value) }
  /// Takes a truth value written in the source.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Takes a list written in the source.
  public init(arrayLiteral elements: Value...) { self = .array(elements) }
  /// Takes an object written in the source.
  public init(dictionaryLiteral elements: (Text, Value)...) { self = .object(Object(elements)) }
}
