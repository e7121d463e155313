import Diagnostics
import YAML

/// A tree as the tests write it: `{key@1:1: text@1:6, list: [a@2:8, "b"@2:11]}`.
///
/// Texts that are not plain stand in quotes; places can be left out.
struct TreeDump {
  let source: SourceText
  var places = true

  func callAsFunction(_ node: YAMLNode) -> String {
    switch node.content {
    case .scalar(let text, let isPlain):
      (isPlain ? text : "\"\(text)\"") + place(node.range)
    case .sequence(let items):
      "[" + items.map { self($0) }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{"
        + entries.map { "\($0.key)\(place($0.keyRange)): \(self($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }

  private func place(_ range: Range<Int>) -> String {
    guard places else { return "" }
    let location = source.location(of: range)
    return "@\(location.line):\(location.column)"
  }
}

/// Reads a text that must be right.
func tree(_ text: String, places: Bool = false) -> String {
  let source = SourceText(path: "t.yml", text: text)
  var log = DiagnosticLog()
  let node = YAMLParser.parse(source, log: &log)
  let dump = TreeDump(source: source, places: places)
  return log.isEmpty ? node.map { dump($0) } ?? "nothing" : brief(log).joined(separator: "; ")
}

/// Reads a text and returns what is wrong with it, as `line:column code`.
func faults(_ text: String, limits: YAMLLimits = YAMLLimits()) -> [String] {
  var log = DiagnosticLog()
  _ = YAMLParser.parse(SourceText(path: "t.yml", text: text), limits: limits, log: &log)
  return brief(log)
}

/// Returns findings as `line:column code`, the `yaml.` left out.
func brief(_ log: DiagnosticLog) -> [String] {
  log.diagnostics.map { diagnostic in
    let place = diagnostic.location.map { "\($0.line):\($0.column)" } ?? "nowhere"
    return "\(place) \(diagnostic.code.rawValue.dropFirst("yaml.".count))"
  }
}
