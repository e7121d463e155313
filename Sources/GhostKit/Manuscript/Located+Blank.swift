internal import Diagnostics
internal import YAML

extension Located<String> {
  /// What a model holds before the decoder has filled it.
  static let blank = Located("", range: 0..<0, in: SourceText(path: "", bytes: []))
}
