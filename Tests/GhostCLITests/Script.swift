import Foundation
import TestSupport
import Testing

/// A test in the manner of Go's testscript: commands and what they must leave behind, then files.
///
/// ```
/// # lines that begin so are for the reader
/// ghost draft --exec cfo --topic pricing     runs ghost within the process, in the script's folder
/// status 2                                   what it must end with, where that is not 0
/// stdout '^Wrote .*\.md$'                    a pattern that must match; '! stdout' must not
/// stderr 'unknown exec'
/// grep '82%' Drafts/cfo-pricing.md           a pattern that a file must match
/// cmp stdout expected.txt                    two texts that must be equal; stderr or a file as well
/// exists Drafts/cfo-pricing.md
/// cd Drafts
/// env NO_COLOR=1
/// now 1795000000
/// answers 2 '' yes                           what a person at the terminal will type
/// workspace                                  copies the project's own .ghost and Templates
/// exec git init -q                           runs a program
/// -- expected.txt --
/// the file's text
/// ```
struct Script: Sendable, CustomTestStringConvertible {
  struct Line: Sendable {
    let number: Int
    let isNegated: Bool
    let words: [String]
  }

  let name: String
  let lines: [Line]
  let files: [(name: String, text: String)]

  var testDescription: String { name }

  /// Reads a script, which is malformed only by a mistake of its author.
  init(name: String, text: String) throws {
    self.name = name
    var lines: [Line] = []
    var files: [(name: String, text: String)] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let match = line.wholeMatch(of: /-- (.+) --/) {
        files.append((String(match.1), ""))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      } else {
        var words = try Self.words(of: line)
        let isNegated = words.first == "!"
        if isNegated { words.removeFirst() }
        if words.isEmpty { continue }
        lines.append(Line(number: index + 1, isNegated: isNegated, words: words))
      }
    }
    self.lines = lines
    // The break at the end of the script is the last line's own.
    if let last = files.indices.last, files[last].text.hasSuffix("\n\n") {
      files[last].text.removeLast()
    }
    self.files = files
  }

  struct Malformed: Error { let line: String }

  /// Splits at spaces; between single quotes everything stands as it is, and '' is a quote.
  private static func words(of line: Substring) throws -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var rest = line
    while let letter = rest.popFirst() {
      switch letter {
      case "'" where isQuoted && rest.first == "'":
        rest.removeFirst()
        word?.append("'")
      case "'":
        isQuoted.toggle()
        word = word ?? ""
      case " " where !isQuoted:
        if let word { words.append(word) }
        word = nil
      case "#" where !isQuoted && word == nil: rest = ""
      default: word = (word ?? "") + String(letter)
      }
    }
    if isQuoted { throw Malformed(line: String(line)) }
    return words + (word.map { [$0] } ?? [])
  }

  /// All scripts of the folder beside this file.
  static func all() throws -> [Script] {
    let folder = ProjectFolder.tests.appending(path: "GhostCLITests/Scripts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      return try Script(name: String(name.dropLast(4)), text: text)
    }
  }
}
