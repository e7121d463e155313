extension Reporter {
  /// SARIF 2.1.0, which GitHub's code scanning and most editors read.
  ///
  /// Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
  static let sarif = Reporter(name: "sarif", summary: "SARIF 2.1.0") { report in
    let codes = Set(report.diagnostics.map(\.code))
    let named = Set(report.rules.map(\.code))
    let unnamed = codes.subtracting(named).map(\.rawValue).sorted()
    let rules = report.rules + unnamed.map { Report.Rule(.init(rawValue: $0), $0) }
    var index: [Diagnostic.Code: Int] = [:]
    for (position, rule) in rules.enumerated() { index[rule.code] = position }
    let run: JSON = [
      "tool": [
        "driver": [
          "name": .string(report.tool),
          "version": .string(report.version),
          "rules": .array(
            rules.map {
              ["id": .string($0.code.rawValue), "shortDescription": ["text": .string($0.summary)]]
            }
          ),
        ]
      ],
      "columnKind": "unicodeCodePoints",
      "results": .array(
        report.diagnostics.map { result(of: $0, rule: index[$0.code] ?? 0, in: report) }
      ),
    ]
    let document: JSON = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [run],
    ]
    return document.text(indented: true) + "\n"
  }

  private static func result(
    of diagnostic: Diagnostic,
    rule: Int,
    in report: Report
  ) -> JSON {
    let message = [diagnostic.message, diagnostic.hint].compactMap { $0 }.joined(separator: "\n")
    var entries: [(key: String, value: JSON)] = [
      ("ruleId", .string(diagnostic.code.rawValue)),
      ("ruleIndex", .number(rule)),
      ("level", .string(diagnostic.severity.rawValue)),
      ("message", ["text": .string(message)]),
    ]
    if let location = diagnostic.location {
      entries.append(("locations", [["physicalLocation": physical(location, report)]]))
    }
    let related = diagnostic.notes.compactMap { note in
      note.location.map { location -> JSON in
        [
          "physicalLocation": physical(location, report),
          "message": ["text": .string(note.message)],
        ]
      }
    }
    if !related.isEmpty { entries.append(("relatedLocations", .array(related))) }
    return .object(entries)
  }

  private static func physical(_ location: Location, _ report: Report) -> JSON {
    let artifact: JSON = ["uri": .string(URIPath.encoded(report.pathInRepository(location.path)))]
    guard location.line > 0 else { return ["artifactLocation": artifact] }
    var region: [(key: String, value: JSON)] = [("startLine", .number(location.line))]
    if location.column > 0 {
      region += [
        ("startColumn", .number(location.column)),
        ("endLine", .number(location.endLine)),
        ("endColumn", .number(location.endColumn)),
      ]
    }
    return ["artifactLocation": artifact, "region": .object(region)]
  }
}
