import Diagnostics

/// The property by which a filter looks at the items of a list.
///
/// Ruby's Liquid asks every item for `item[property]`, and inherits what that means for each kind:
/// an object gives its entry; a text gives the property back if it contains it, or the letter at a
/// position; a whole number gives a bit; all others have no properties.
struct Property {
  private let key: Value

  init(_ key: Value) { self.key = key }

  /// Returns the property of an item; `nil` where the item is of a kind without properties.
  ///
  /// - Throws: `liquid.not-selectable` where the item has properties, but none of that kind.
  func value(of item: Value) throws(Diagnostic) -> Value? {
    switch (item, key) {
    case (.object(let object), .string(let name)): object[name] ?? .nil
    case (.object, _): .nil
    case (.string(let text), .string(let part)):
      Matches(of: part.bytes, in: text.bytes).first { _ in true } == nil ? .nil : key
    case (.string(let text), .int(let position)): letter(at: position, of: text.bytes)
    case (.string(let text), .float(let position)):
      Int(exactly: position.rounded(.towardZero)).map { letter(at: $0, of: text.bytes) } ?? .nil
    case (.int(let number), .int(let position)): .int(bit(position, of: number))
    case (.int(let number), .float(let position)):
      .int(Int(exactly: position.rounded(.towardZero)).map { bit($0, of: number) } ?? 0)
    case (.string, _), (.int, _): throw .noSuchProperty(key)
    default: nil
    }
  }

  /// Whether every item is of a kind that has properties.
  static func areKnown(to items: [Value]) -> Bool {
    items.allSatisfy { item in
      switch item {
      case .object, .string, .int: true
      default: false
      }
    }
  }

  /// Returns the property of all items.
  func values(of items: [Value]) throws(Diagnostic) -> [Value] {
    var result: [Value] = []
    result.reserveCapacity(items.count)
    for item in items { result.append(try value(of: item) ?? .nil) }
    return result
  }

  private func letter(at position: Int, of bytes: [UInt8]) -> Value {
    let letters = CodePoints.all(in: bytes)
    let index = position < 0 ? letters.count + position : position
    return letters.indices.contains(index) ? .string(Array(letters[index])) : .nil
  }

  private func bit(_ position: Int, of number: Int) -> Int {
    position < 0 ? 0 : (number >> min(position, Int.bitWidth - 1)) & 1
  }
}
