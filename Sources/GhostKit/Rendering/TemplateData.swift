internal import Diagnostics
internal import Liquid
internal import YAML

/// The data of a template, from a file that somebody else has written.
enum TemplateData {
  /// The longest file of data.
  private static let longest = 1 << 26

  /// Reads a file: JSON if its name says so, YAML otherwise.
  ///
  /// - Returns: `nil` after having said in the log what is wrong with it.
  static func read(
    _ path: String,
    from folder: String,
    log: inout DiagnosticLog
  ) throws(Diagnostic) -> Object? {
    let source = try NamedFile.read(path, from: folder, limit: longest)
    guard path.lowercased().hasSuffix(".json") else { return parseYAML(source, log: &log) }
    let value = Value(try JSON(reading: source))
    guard case .object(let object) = value else {
      throw .dataIsNoObject(at: source.location(at: 0))
    }
    return object
  }

  private static func parseYAML(_ source: SourceText, log: inout DiagnosticLog) -> Object? {
    var limits = YAMLLimits()
    limits.bytes = longest
    limits.nodes = 4_000_000
    guard let node = YAMLParser.parse(source, limits: limits, log: &log) else { return nil }
    if node.isNull { return Object() }
    guard case .object(let object) = Value(node) else {
      log.add(.dataIsNoObject(at: source.location(of: node.range)))
      return nil
    }
    return log.hasErrors ? nil : object
  }
}

extension Value {
  /// Takes a YAML value as the core schema of YAML 1.2 reads it; dates are texts.
  init(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let items): self = .array(items.map { Value($0) })
    case .mapping(let entries):
      self = .object(Object(entries.map { (Text($0.key), Value($0.value)) }))
    case .scalar(let text, _):
      self =
        if node.isNull {
          .nil
        } else if let bool = node.bool {
          .bool(bool)
        } else if let int = node.int {
          .int(int)
        } else if let double = node.double {
          .float(double)
        } else {
          .string(Text(text))
        }
    }
  }

  /// Takes a JSON value.
  init(_ json: JSON) {
    self =
      switch json {
      case .null: .nil
      case .bool(let bool): .bool(bool)
      case .number(let number): .int(number)
      case .real(let real): .float(real)
      case .string(let text): .string(Text(text))
      case .array(let items): .array(items.map { Value($0) })
      case .object(let entries): .object(Object(entries.map { (Text($0.key), Value($0.value)) }))
      }
  }
}
