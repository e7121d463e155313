import Diagnostics
import Liquid

/// What rendering a template gives: the test language of the engine's tests.
struct Rendition {
  let output: String?
  let diagnostics: [Diagnostic]

  /// Renders a template with the data that all of the engine's tests share.
  init(
    _ template: String,
    _ data: Object = Self.data,
    partials: [String: String] = [:],
    in environment: Environment = Environment(),
    isStrict: Bool = true
  ) {
    var environment = environment
    environment.isStrict = isStrict
    environment.partials = PartialLoader(
      partials.reduce(into: [:]) { $0[$1.key] = SourceText(path: $1.key + ".md", text: $1.value) }
    )
    var log = DiagnosticLog()
    let source = SourceText(path: "t.md", text: template)
    output = Template(parsing: source, environment: environment, log: &log)?
      .render(data, log: &log).map { String(decoding: $0, as: UTF8.self) }
    diagnostics = log.diagnostics
  }

  static let data: Object = [
    "n": 2, "f": 1.5, "yes": true, "no": false, "nothing": .nil, "empty_text": "",
    "blank_text": " ",
    "s": "text", "a": [1, 2, 3], "words": ["one", "two"], "none": [],
    "h": ["x": 1, "y": ["z": "deep"], "k w": "spaced", "size": "own"],
    "people": [["name": "Dana", "age": 51], ["name": "Sam", "age": .nil]],
  ]

  /// Each finding as `line:column-endColumn code`.
  var places: [String] {
    diagnostics.map { finding in
      let place = finding.location.map { "\($0.line):\($0.column)-\($0.endColumn)" } ?? "-"
      return "\(place) \(finding.code.rawValue)"
    }
  }
}

/// A template in which `«` and `»` stand around what is wrong.
struct MarkedTemplate {
  let text: String
  /// The marked places as ``Rendition/places`` has them, without the code.
  let places: [String]

  init(_ marked: String) {
    var places: [String] = []
    var text = ""
    var (line, column, start) = (1, 1, "")
    for character in marked {
      switch character {
      case "«": start = "\(line):\(column)"
      case "»": places.append("\(start)-\(column)")
      case "\n":
        (line, column) = (line + 1, 1)
        text.append(character)
      default:
        column += 1
        text.append(character)
      }
    }
    self.text = text
    self.places = places
  }
}
