import Diagnostics
import TestSupport
import Testing
import YAML

/// Compares trees and places with PyYAML's own parser, which shares no code with libyaml.
@Suite(.enabled(if: PyYAML.isInstalled, "PyYAML is not installed"))
struct PeerTests {
  /// Composes with places; an alias counts as what it stands for, so places end there.
  private static let script = """
    def place(mark): return f"@{mark.line + 1}:{mark.column + 1}"
    def dump(node):
        if isinstance(node, yaml.ScalarNode):
            text = node.value if node.style is None else f'"{node.value}"'
            return text + place(node.start_mark)
        if isinstance(node, yaml.SequenceNode):
            return "[" + ", ".join(dump(item) for item in node.value) + "]"
        return "{" + ", ".join(
            f"{key.value}{place(key.start_mark)}: {dump(value)}" for key, value in node.value) + "}"
    def judge(text):
        try: return dump(yaml.compose(text, Loader=yaml.BaseLoader))
        except yaml.YAMLError: return "error"
    print(json.dumps([judge(text) for text in texts]))
    """

  @Test("documents mean what PyYAML says they mean, at the same places")
  func corpus() throws {
    let texts = YAMLCorpus.documents
    let verdicts = try PyYAML.judge(Self.script, texts)
    #expect(verdicts.count == texts.count)
    for (text, verdict) in zip(texts, verdicts) {
      #expect(verdict != "error")
      #expect(tree(text, places: true) == verdict, "\(text)")
    }
  }

  @Test("generated documents mean what PyYAML says they mean")
  func generated() throws {
    var random = SeededRandom(seed: 9)
    let texts = (0..<1500).map { _ in YAMLCorpus.generate(using: &random) }
    let verdicts = try PyYAML.judge(Self.script, texts)
    #expect(verdicts.count == texts.count)
    var errors = 0
    for (text, verdict) in zip(texts, verdicts) {
      let ours = tree(text, places: true)
      if verdict == "error" { errors += 1 } else { #expect(ours == verdict, "\(text)") }
    }
    #expect(errors < texts.count / 4, "too few documents are right to prove anything")
  }
}
