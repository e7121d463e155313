import Diagnostics
import Foundation
import Liquid
import TestSupport
import Testing

/// A template with its data, which ghost and its judges must render alike.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  let name: String
  let template: String
  let data: Object
  let partials: [String: String]
  /// Whether it needs what ruby-liquid 5.4 lacks.
  let isForPython: Bool

  var testDescription: String { name }

  /// The folder of the fixtures.
  static let fixtures = ProjectFolder.tests.appending(path: "LiquidTests/Fixtures")

  /// Returns the cases of a file, and its text, which is what a judge reads.
  static func read(_ file: String) throws -> (cases: [ConformanceCase], text: String) {
    let text = try String(contentsOf: fixtures.appending(path: file), encoding: .utf8)
    guard case .array(let items) = JSONReader.value(of: text) else { return ([], text) }
    return (items.map(ConformanceCase.init), text)
  }

  /// Takes a case as the fixtures have it.
  init(_ item: Value) {
    isForPython = item["judge"] == "python"
    name = item["name"]?.text.string ?? ""
    template = item["template"]?.text.string ?? ""
    data = item.objectEntry("data")
    let texts = item.objectEntry("partials")
    partials = texts.keys.reduce(into: [:]) { $0[$1.string] = texts[$1]?.text.string }
  }

  init(name: String, template: String, data: Object, partials: [String: String]) {
    self.name = name
    self.template = template
    self.data = data
    self.partials = partials
    isForPython = false
  }

  /// Seconds since 1970 at which the clock of ghost and of the judges stands.
  static let now: Int64 = 1_710_498_030

  /// Renders the case with ghost, forgiving as its judges are.
  func render() -> Verdict {
    var environment = Environment()
    environment.isStrict = false
    environment.clock = .fixed(Self.now)
    environment.partials = PartialLoader(
      partials.mapValues { SourceText(path: "partial", text: $0) }
    )
    var log = DiagnosticLog()
    let source = SourceText(path: "template", text: template)
    let output = Template(parsing: source, environment: environment, log: &log)?
      .render(data, log: &log)
    if let error = log.diagnostics.first(where: { $0.severity == .error }) {
      return .error(error.message)
    }
    return .output(String(decoding: output ?? [], as: UTF8.self))
  }
}

/// What an engine makes of a case.
enum Verdict: Equatable, Sendable {
  case output(String)
  case error(String)

  /// Whether two engines agree: on each byte, or that there is an error.
  func agrees(with other: Verdict) -> Bool {
    switch (self, other) {
    case (.output(let ours), .output(let theirs)): ours.utf8.elementsEqual(theirs.utf8)
    case (.error, .error): true
    default: false
    }
  }
}

extension Value {
  fileprivate func objectEntry(_ key: Text) -> Object {
    if case .object(let object) = self[key] { object } else { Object() }
  }
}
