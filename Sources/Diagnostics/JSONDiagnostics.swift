/// Everything that can be wrong with a JSON document.
extension Diagnostic {
  static func jsonUnexpected(_ expected: String, atEnd: Bool, at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "json.syntax",
      atEnd ? "the document ends where \(expected) should stand" : "\(expected) should stand here",
      at: place
    )
  }

  static func jsonOpenString(at place: Location) -> Diagnostic {
    Diagnostic(.error, "json.syntax", "the text that begins here has no closing quote", at: place)
  }

  static func jsonBadEscape(at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "json.escape",
      "no character is written so",
      at: place,
      hint: "a character beyond U+FFFF is two escapes: \\uD83D\\uDE00"
    )
  }

  static func jsonNumberTooLarge(_ number: String, at place: Location) -> Diagnostic {
    let shown = number.count > 40 ? number.prefix(40) + "…" : number[...]
    return Diagnostic(
      .error,
      "json.number",
      "the number '\(shown)' is too large",
      at: place,
      hint: "write it in double quotes to keep it as a text"
    )
  }

  static func jsonDuplicateKey(_ key: String, at place: Location) -> Diagnostic {
    Diagnostic(.error, "json.duplicate-key", "the key '\(key)' stands here twice", at: place)
  }

  static func jsonTooDeep(_ limit: Int, at place: Location) -> Diagnostic {
    Diagnostic(.error, "json.limit", "lists and objects nest deeper than \(limit)", at: place)
  }

  static func jsonTooLarge(_ limit: Int, at place: Location) -> Diagnostic {
    Diagnostic(.error, "json.limit", "the document is longer than \(limit) bytes", at: place)
  }

  static func jsonNotUTF8(at place: Location) -> Diagnostic {
    Diagnostic(
      .error,
      "json.encoding",
      "the document is not UTF-8",
      at: place,
      hint: "save it as UTF-8"
    )
  }
}
