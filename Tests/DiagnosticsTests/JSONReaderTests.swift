import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> JSON {
    try JSON(reading: SourceText(path: "data.json", text: text))
  }

  @Test(
    "documents, and what they hold",
    arguments: [
      ("null", .null), (" true ", true), ("false", false), ("0", 0), ("-0", 0), ("-12", -12),
      ("9223372036854775807", .number(.max)), ("1.50", .real(1.5)), ("1e3", .real(1000)),
      ("-2.5E-1", .real(-0.25)), ("9223372036854775808", .real(9_223_372_036_854_775_808)),
      ("\"\"", ""), ("[]", []), ("{}", [:]), ("\t[ 1 ,\r\n2 ]\n", [1, 2]),
      (#"{"a": {"b": [null]}, "": "x"}"#, ["a": ["b": [nil]], "": "x"]),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""é\u00e9\u0000""#, .string("éé\u{0}")), (#""\uD83D\uDE00 \ud83d\ude00""#, "😀 😀"),
      ("\u{FEFF}[1]", [1]), ("\"\u{7F}\u{2028}\"", .string("\u{7F}\u{2028}")),
    ] as [(String, JSON)]
  )
  func documents(text: String, value: JSON) throws {
    #expect(try read(text) == value)
  }

  @Test(
    "faults, and where they are",
    arguments: [
      ("", 1, 1, "json.syntax"), ("[1", 1, 3, "json.syntax"), ("[1,]", 1, 4, "json.syntax"),
      ("[1 2]", 1, 4, "json.syntax"), ("{\"a\" 1}", 1, 6, "json.syntax"),
      ("{a: 1}", 1, 2, "json.syntax"), ("{\"a\": 1,}", 1, 9, "json.syntax"),
      ("{\n \"a\": 1,\n \"a\": 2}", 3, 2, "json.duplicate-key"), ("01", 1, 2, "json.syntax"),
      ("1.", 1, 3, "json.syntax"), ("+1", 1, 1, "json.syntax"), (".5", 1, 1, "json.syntax"),
      ("1e", 1, 3, "json.syntax"), ("NaN", 1, 1, "json.syntax"), ("nul", 1, 1, "json.syntax"),
      ("1e999", 1, 1, "json.number"), ("\"open", 1, 1, "json.syntax"),
      ("\"a\nb\"", 1, 3, "json.syntax"), (#""\x""#, 1, 2, "json.escape"),
      (#""\u12""#, 1, 2, "json.escape"), (#""\uD83D""#, 1, 2, "json.escape"),
      (#""\uDE00""#, 1, 2, "json.escape"), (#""\uD83D\u0041""#, 1, 2, "json.escape"),
      ("[1] x", 1, 5, "json.syntax"), ("// x", 1, 1, "json.syntax"), ("'a'", 1, 1, "json.syntax"),
      ("\"\\", 1, 2, "json.escape"),
    ]
  )
  func faults(text: String, line: Int, column: Int, code: String) throws {
    let fault = try #require(throws: Diagnostic.self) { try read(text) }
    #expect(fault.code.rawValue == code)
    #expect(fault.location?.line == line)
    #expect(fault.location?.column == column)
    #expect(fault.cause == .content)
  }

  @Test("nesting is bounded")
  func depth() throws {
    let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    _ = try read(deep)
    let deeper = String(repeating: "[", count: 100_000)
    #expect(try #require(throws: Diagnostic.self) { try read(deeper) }.code == "json.limit")
  }

  @Test("what is not UTF-8 is one finding")
  func encoding() {
    #expect(throws: Diagnostic.self) {
      try JSON(reading: SourceText(path: "x", bytes: [0x22, 0xFF, 0x22]))
    }
  }

  @Test("spoiled documents are read as Foundation reads them, or refused")
  func spoiled() throws {
    var random = SeededRandom(seed: 10)
    let whole = Array(#"{"a": [1, -2.5e3, "x\u00e9\n"], "b": {"c": null, "d": true}}"#.utf8)
    for _ in 0..<5_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0..<0x80, using: &random)
      }
      guard let value = try? JSON(reading: SourceText(path: "x", bytes: bytes)) else { continue }
      let text = value.text()
      let ours = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      #expect(ours as? NSDictionary == theirs as? NSDictionary)
    }
  }
}
