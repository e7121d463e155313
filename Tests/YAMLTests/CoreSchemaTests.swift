import Diagnostics
import Testing
import YAML

/// Expected values are those of the tables in YAML 1.2.2, section 10.3.2.
@Suite struct CoreSchemaTests {
  private func value(_ text: String) throws -> YAMLNode {
    var log = DiagnosticLog()
    let source = SourceText(path: "t.yml", text: "v: \(text)\n")
    return try #require(YAMLParser.parse(source, log: &log)?["v"])
  }

  @Test("nothing", arguments: ["", "~", "null", "Null", "NULL", "!!null ''"])
  func null(text: String) throws {
    #expect(try value(text).isNull)
    #expect(try value(text).text == nil)
  }

  @Test(
    "texts that other readers turn into something else",
    arguments: [
      "no", "yes", "on", "off", "y", "2026-12-04", "2026-12-04T10:00:00Z", "12:30:45", "1_000",
      "nULL",
    ]
  )
  func text(text: String) throws {
    let node = try value(text)
    #expect(node.text == text)
    #expect(node.bool == nil && node.int == nil && node.double == nil && !node.isNull)
  }

  @Test("quotes make text", arguments: ["'no'", "\"true\"", "'1'", "\"\"", "'~'", "!!str true"])
  func quoted(text: String) throws {
    let node = try value(text)
    #expect(node.text != nil)
    #expect(node.bool == nil && node.int == nil && node.double == nil && !node.isNull)
  }

  @Test(
    "truth values",
    arguments: [
      ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false),
      ("FALSE", false), ("!!bool 'true'", true),
    ]
  )
  func bool(text: String, expected: Bool) throws {
    #expect(try value(text).bool == expected)
  }

  @Test(
    "whole numbers",
    arguments: [
      ("0", 0), ("0o7", 7), ("0x3A", 58), ("-19", -19), ("+12", 12), ("007", 7),
      ("9223372036854775807", Int.max), ("-9223372036854775808", Int.min),
    ]
  )
  func int(text: String, expected: Int) throws {
    #expect(try value(text).int == expected)
    #expect(try value(text).double == Double(expected))
  }

  @Test(
    "no whole numbers",
    arguments: ["9223372036854775808", "0x-1", "0o+7", "0o8", "1.0", "--1", "0x", "0b1"]
  )
  func noInt(text: String) throws {
    #expect(try value(text).int == nil)
  }

  @Test(
    "numbers",
    arguments: [
      ("0.", 0), ("-0.0", 0), (".5", 0.5), ("+12e03", 12000), ("-2E+05", -200_000),
      (".inf", Double.infinity), ("-.Inf", -Double.infinity), ("+.INF", Double.infinity),
      ("9223372036854775808", 9_223_372_036_854_775_808),
    ]
  )
  func double(text: String, expected: Double) throws {
    #expect(try value(text).double == expected)
  }

  @Test("no numbers", arguments: ["inf", "nan", "0x1p3", "1e", "e1", ".", "+", "1.2.3", "1 2"])
  func noDouble(text: String) throws {
    #expect(try value(text).double == nil)
    #expect(try value(".nan").double?.isNaN == true)
  }
}
