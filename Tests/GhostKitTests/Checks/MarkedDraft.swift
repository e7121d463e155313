import Diagnostics
import Foundation
import GhostKit
import Testing

/// A draft in which `⟦` and `⟧` stand around what a rule must find, and around nothing else.
struct MarkedDraft: CustomTestStringConvertible, Sendable {
  /// The draft itself, without the marks.
  let text: String
  /// Where the marks stand, as `line:column-line:column`, columns in code points from 1.
  let places: [String]

  var testDescription: String { String(text.dropFirst(Self.frontMatter.utf8.count)) }

  static let frontMatter = """
    ---
    title: Why we price by value
    byline: Dana Reyes, CFO
    exec: cfo
    topic: pricing
    format: article
    ---

    """

  /// Takes what stands below the usual front matter, or the whole draft.
  init(_ body: String, below frontMatter: String = Self.frontMatter) {
    var (text, places) = ("", [String]())
    var (line, column, start) = (1, 1, "")
    for scalar in (frontMatter + body).unicodeScalars {
      switch scalar {
      case "⟦": start = "\(line):\(column)-"
      case "⟧": places.append(start + "\(line):\(column)")
      default:
        text.unicodeScalars.append(scalar)
        (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
      }
    }
    self.text = text
    self.places = places
  }

  /// Holds what a rule, or without a code every rule, finds to the marks; returns what is said.
  @discardableResult
  func expect(
    _ code: String,
    in files: [String: String] = [:],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws -> [String] {
    let run = try Self.check(files.merging(["Drafts/a.md": text]) { $1 })
    let diagnostics = run.diagnostics.filter { code.isEmpty || $0.code.rawValue == code }
    let found = diagnostics.map { diagnostic in
      let place = diagnostic.location.map {
        "\($0.line):\($0.column)-\($0.endLine):\($0.endColumn)"
      }
      return "\(place ?? "") \(diagnostic.code.rawValue)"
    }
    let expected = places.map { "\($0) \(code)" }
    #expect(found == expected, "\(diagnostics.map(\.message))", sourceLocation: sourceLocation)
    return diagnostics.map { $0.message + ($0.hint.map { " | \($0)" } ?? "") }
  }

  /// Checks all drafts of a small workspace.
  static func check(_ files: [String: String]) throws -> CheckRun {
    let small = try SmallWorkspace(replacing: files)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return try CheckRun(of: small.workspace, selection: [], variables: ["PATH": path])
  }
}
