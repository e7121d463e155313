extension Reporter {
  /// JUnit's XML, a test case for every file: what most CI servers show as test results.
  ///
  /// Source: the Jenkins xUnit plug-in's `junit-10.xsd`.
  static let junit = Reporter(name: "junit", summary: "JUnit XML, a test case a file") { report in
    let files = Dictionary(grouping: report.diagnostics) { $0.location?.path ?? "" }
    let others = Set(files.keys).subtracting(report.subjects).sorted()
    let cases = report.subjects + others
    let failures = cases.count { name in files[name, default: []].contains { $0.severity == .error }
    }
    let attributes = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\""
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    text += "<testsuites \(attributes)>\n"
    text += "  <testsuite name=\"\(XMLText.escaped(report.tool))\" \(attributes) skipped=\"0\">\n"
    for name in cases { text += testCase(name, of: report.tool, files[name, default: []]) }
    return text + "  </testsuite>\n</testsuites>\n"
  }

  private static func testCase(
    _ name: String,
    of tool: String,
    _ diagnostics: [Diagnostic]
  ) -> String {
    let title = XMLText.escaped(name.isEmpty ? tool : name)
    let opening =
      "    <testcase classname=\"\(XMLText.escaped(tool))\" name=\"\(title)\" time=\"0\""
    guard !diagnostics.isEmpty else { return opening + "/>\n" }
    let errors = diagnostics.filter { $0.severity == .error }
    let others = diagnostics.filter { $0.severity != .error }
    let reporter = TextReporter()
    var text = opening + ">\n"
    if let first = errors.first {
      text += "      <failure type=\"\(XMLText.escaped(first.code.rawValue))\""
      text += " message=\"\(XMLText.escaped(first.message))\">"
      text += XMLText.escaped(reporter.report(errors)) + "</failure>\n"
    }
    if !others.isEmpty {
      text += "      <system-out>\(XMLText.escaped(reporter.report(others)))</system-out>\n"
    }
    return text + "    </testcase>\n"
  }
}

/// Text that can stand in an XML document and its attributes.
enum XMLText {
  /// Returns the text with XML's own characters as entities and those that XML 1.0 has not, shown.
  static func escaped(_ text: String) -> String {
    TerminalText.escaped(text, lines: true)
      .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
      .replacing("\u{FFFE}", with: "\u{FFFD}").replacing("\u{FFFF}", with: "\u{FFFD}")
  }
}
