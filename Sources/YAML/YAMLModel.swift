public import Diagnostics

/// A type that is read from keys with values, by a table of its fields.
///
/// ```
/// struct Site: YAMLModel {
///   var url = ""
///   var title: String?
///
///   static let fields: [Field<Site>] = [
///     .required("url") { $0.url = $1 },
///     .optional("title") { $0.title = $1 },
///   ]
/// }
/// ```
public protocol YAMLModel: YAMLValue {
  /// Makes a blank one, for the decoder to fill; its values are the defaults of optional keys.
  init()
  /// The keys that it knows.
  static var fields: [Field<Self>] { get }
  /// Whether keys that it does not know are left alone rather than reported; normally not.
  static var allowsUnknownKeys: Bool { get }
}

extension YAMLModel {
  /// Unknown keys are reported.
  @inlinable public static var allowsUnknownKeys: Bool { false }

  /// Returns the model in a text, or `nil` if it lacks what it cannot be without.
  ///
  /// Everything that is wrong goes to the log in one go. An optional key whose value is wrong
  /// keeps its default, so ask the log for errors before trusting the whole.
  public static func decode(
    _ source: SourceText,
    range: Range<Int>? = nil,
    limits: YAMLLimits = YAMLLimits(),
    log: inout DiagnosticLog
  ) -> Self? {
    guard let node = YAMLParser.parse(source, range: range, limits: limits, log: &log) else {
      return nil
    }
    return decode(node, in: source, log: &log)
  }

  /// Returns the model in a tree of a text, as ``decode(_:range:limits:log:)`` does.
  public static func decode(
    _ node: YAMLNode,
    in source: SourceText,
    log: inout DiagnosticLog
  ) -> Self? {
    var decoder = YAMLDecoder(source: source)
    defer { log.add(decoder.log) }
    return decode(node.isNull ? .init(content: .mapping([]), range: node.range) : node, &decoder)
  }

  /// Returns the model that a mapping holds.
  @inlinable public static func decode(_ node: YAMLNode, _ decoder: inout YAMLDecoder) -> Self? {
    guard let entries = decoder.expect(node.entries, "keys with values", node) else { return nil }
    var model = Self()
    var lacks = false
    let fields = Self.fields
    var isMissing = fields.map { $0.isRequired }
    for entry in entries {
      guard let index = fields.firstIndex(where: { $0.name == entry.key }) else {
        if !allowsUnknownKeys { decoder.reportUnknownKey(entry, among: fields.map { $0.name }) }
        continue
      }
      isMissing[index] = false
      let field = fields[index]
      let isRead = decoder.key(field.name) { field.read(entry.value, &model, &$0) }
      if !isRead, field.isRequired { lacks = true }
    }
    for (field, isMissing) in zip(fields, isMissing) where isMissing {
      decoder.reportMissing(field.name, in: node)
      lacks = true
    }
    return lacks ? nil : model
  }
}

/// One key of a model: its name, whether it must be there, and where its value goes.
public struct Field<Model: Sendable>: Sendable {
  /// How the key is written.
  public let name: String
  @usableFromInline let isRequired: Bool
  @usableFromInline let read: @Sendable (YAMLNode, inout Model, inout YAMLDecoder) -> Bool

  @inlinable init(
    name: String,
    isRequired: Bool,
    read: @escaping @Sendable (YAMLNode, inout Model, inout YAMLDecoder) -> Bool
  ) {
    self.name = name
    self.isRequired = isRequired
    self.read = read
  }

  /// A key without which there is no model.
  @inlinable public static func required<Value: YAMLValue>(
    _ name: String,
    _ set: @escaping @Sendable (inout Model, Value) -> Void
  ) -> Field {
    Field(name: name, isRequired: true) { node, model, decoder in
      guard decoder.expectNotBlank(node) else { return false }
      guard let value = Value.decode(node, &decoder) else { return false }
      set(&model, value)
      return true
    }
  }

  /// A key that may be missing or empty; the model's default stays then.
  @inlinable public static func optional<Value: YAMLValue>(
    _ name: String,
    _ set: @escaping @Sendable (inout Model, Value) -> Void
  ) -> Field {
    Field(name: name, isRequired: false) { node, model, decoder in
      if node.isNull { return true }
      guard let value = Value.decode(node, &decoder) else { return false }
      set(&model, value)
      return true
    }
  }
}
