extension Reporter {
  /// GitLab's code quality report.
  ///
  /// Source: GitLab's documentation, "Code Quality", "Code Quality report format".
  static let gitlab = Reporter(name: "gitlab", summary: "code quality of GitLab") { report in
    var seen: [String: Int] = [:]
    let issues = report.diagnostics.map { diagnostic -> JSON in
      let path = diagnostic.location.map { report.pathInRepository($0.path) } ?? "."
      // Without the line: a finding stays the same one when text above it moves.
      let identity = [diagnostic.code.rawValue, path, diagnostic.message].joined(separator: "\u{0}")
      let occurrence = seen[identity, default: 0]
      seen[identity] = occurrence + 1
      return [
        "description": .string(diagnostic.message),
        "check_name": .string(diagnostic.code.rawValue),
        "fingerprint": .string(Fingerprint.of("\(identity)\u{0}\(occurrence)")),
        "severity": .string(name(of: diagnostic.severity)),
        "location": [
          "path": .string(path),
          "lines": ["begin": .number(max(1, diagnostic.location?.line ?? 1))],
        ],
      ]
    }
    return JSON.array(issues).text(indented: true) + "\n"
  }

  private static func name(of severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "info"
    case .warning: "minor"
    case .error: "major"
    }
  }
}

/// A name for a finding that is the same in every run.
enum Fingerprint {
  /// Returns 32 hexadecimal digits: FNV-1a (Fowler, Noll, Vo) from two starting points.
  static func of(_ text: String) -> String {
    [UInt64(0xCBF2_9CE4_8422_2325), 0x8422_2325_CBF2_9CE4].map { start in
      let hash = text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      let digits = String(hash, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    .joined()
  }
}
