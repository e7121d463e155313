import Diagnostics
import Foundation
import Testing

@Suite struct JSONTests {
  private let value: JSON = [
    "title": "\"Ä\" \\ \u{1B}[2J\n\u{2028}", "words": 412, "ready": false, "due": nil,
    "tks": [["line": 1], [:], []],
  ]

  @Test("Foundation reads back what was written", arguments: [true, false])
  func readBack(indented: Bool) throws {
    let data = Data(value.text(indented: indented).utf8)
    let object = try #require(JSONSerialization.jsonObject(with: data) as? NSDictionary)
    let expected: NSDictionary = [
      "title": "\"Ä\" \\ \u{1B}[2J\n\u{2028}", "words": 412, "ready": false, "due": NSNull(),
      "tks": [["line": 1], [String: Int](), [Int]()] as [Any],
    ]
    #expect(object == expected)
  }

  @Test("one line, in order, without a control character")
  func line() {
    #expect(
      value.text()
        == #"{"title":"\"Ä\" \\ \u001b[2J\n\u2028","words":412,"ready":false,"due":null,"#
        + #""tks":[{"line":1},{},[]]}"#
    )
  }

  @Test("controls and marks of direction are escaped, and none of their neighbours")
  func escapes() {
    let plain = " ~\u{A0}\u{C2}\u{FF}\u{2027}\u{2030}\u{2065}\u{206A}\u{20AC}\u{1F600}e\u{301}"
    #expect(JSON.string(plain).text() == "\"\(plain)\"")
    #expect(
      JSON.string("a\r\n\tb\u{7F}\u{80}\u{9F}\u{2029}\u{202A}\u{202E}\u{2066}\u{2069}c\u{0}").text()
        == #""a\r\n\tb\u007f\u0080\u009f\u2029\u202a\u202e\u2066\u2069c\u0000""#
    )
  }
}
