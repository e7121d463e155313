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
}
