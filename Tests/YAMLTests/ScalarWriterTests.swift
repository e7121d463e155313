import Diagnostics
import TestSupport
import Testing
import YAML

@Suite struct ScalarWriterTests {
  @Test(
    "the shortest form that stays this text",
    arguments: [
      ("Why we price by value", "Why we price by value"),
      ("10 ways to price", "10 ways to price"),
      ("€4M, or more", "\"€4M, or more\""),
      ("Preise: warum", "\"Preise: warum\""),
      ("a:b", "a:b"), ("a:", "\"a:\""), ("C# 12", "C# 12"), ("no #1", "\"no #1\""),
      ("", "\"\""), (" x", "\" x\""), ("x ", "\"x \""),
      ("no", "\"no\""), ("NULL", "\"NULL\""), ("Yes", "\"Yes\""),
      ("yes, really", "\"yes, really\""),
      ("2026-12-04", "\"2026-12-04\""), ("12:30", "\"12:30\""), ("0x1F", "\"0x1F\""),
      ("1_000", "\"1_000\""), ("1e3", "\"1e3\""), (".5", "\".5\""), ("+1", "\"+1\""),
      ("- x", "\"- x\""), ("---", "\"---\""), ("[a]", "\"[a]\""), ("{{ x }}", "\"{{ x }}\""),
      ("@cfo", "\"@cfo\""), ("it's", "it's"), ("say \"so\"", "say \"so\""),
      ("\"so\"", "\"\\\"so\\\"\""), ("a\\b", "a\\b"), ("\\", "\"\\\\\""),
      ("a\nb", "\"a\\nb\""), ("a\t\r\u{0}\u{7F}", "\"a\\t\\r\\x00\\x7F\""),
      ("\u{85}\u{2028}\u{FEFF}", "\"\\x85\\u2028\\uFEFF\""),
      ("\u{1F600}\u{FFFE}", "\"\u{1F600}\\uFFFE\""), ("a:?b", "\"a:?b\""),
      ("слово 👩‍💻", "слово 👩‍💻"),
    ]
  )
  func forms(text: String, form: String) {
    #expect(ScalarWriter.write(text) == form)
  }

  private static let pieces =
    [
      "a", "é", "ж", "字", "👩‍💻", "1", "0", "9", ".", ",", ":", ": ", " #", "#", "-", "- ", "?", "!",
      "&", "*", "[", "]", "{", "}", "|", ">", "'", "\"", "%", "@", "`", "\\", "\n", "\r\n", "\t",
      " ",
      "~", "=", "<<", "<", "+", "_", "/", "(", "yes", "no", "null", "true", "inf", "nan", "e", "x",
      "o", "b", "T", "Z", "---", "...", "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{A0}", "\u{2028}",
      "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{1F600}", "\u{10FFFF}", "\u{202E}",
    ] + [0xFDD0, 0xE000, 0xFFFF].compactMap(Unicode.Scalar.init).map { String($0) }

  private static func texts(seed: UInt64, count: Int) -> [String] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      (0..<Int.random(in: 0...6, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  @Test("our own reader takes every form for the text, in a block and in a list")
  func roundTrip() {
    for text in Self.texts(seed: 1, count: 6000) {
      let form = ScalarWriter.write(text)
      let source = SourceText(
        path: "t.yml",
        text: "k: \(form)\nl: [\(form), \(form)]\nz: {\(form): 1}\n"
      )
      var log = DiagnosticLog()
      let node = YAMLParser.parse(source, log: &log)
      #expect(log.isEmpty, "\(text.debugDescription)")
      #expect(node?["k"]?.text == text)
      #expect(node?["l"]?.items?.map(\.text) == [text, text])
      #expect(node?["z"]?.entries?.first?.key == text)
    }
  }

  @Test(
    "PyYAML, a YAML 1.1 reader, takes every form for the text as well",
    .enabled(if: PyYAML.isInstalled, "PyYAML is not installed")
  )
  func peer() throws {
    let texts = Self.texts(seed: 2, count: 4000)
    let documents = texts.map { text in
      let form = ScalarWriter.write(text)
      return "k: \(form)\nl: [\(form), \(form)]\nm:\n- \(form)\n"
    }
    let script = """
      def judge(text):
          value = yaml.safe_load(text)
          one, = set([value["k"]] + value["l"] + value["m"])
          assert type(one) is str, text
          return one
      print(json.dumps([judge(text) for text in texts]))
      """
    #expect(try PyYAML.judge(script, documents) == texts)
  }
}
