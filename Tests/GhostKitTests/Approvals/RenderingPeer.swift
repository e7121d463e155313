import Foundation
import TestSupport

@testable import GhostKit

/// libcmark itself and `markdown-it-py` with tables, definition lists and footnotes, as judges of
/// whether two texts make one page.
enum RenderingPeer {
  struct Pair: CustomStringConvertible {
    let old: [UInt8]
    let new: [UInt8]

    var description: String {
      String(decoding: old, as: UTF8.self) + "\n====\n" + String(decoding: new, as: UTF8.self)
    }
  }

  static let python = Program(named: "python3")
  static let isInstalled = (try? answers(to: [])) != nil

  struct Failure: Error { let words: String }

  /// Asks one process about all pairs.
  static func answers(to pairs: [Pair]) throws -> [String] {
    guard let python else { throw Failure(words: "python3 is not there") }
    let lines = pairs.map { pair in
      let (old, new) = (Data(pair.old), Data(pair.new))
      return "{\"old\":\"\(old.base64EncodedString())\",\"new\":\"\(new.base64EncodedString())\"}\n"
    }
    let script = ProjectFolder.tests.appending(path: "GhostKitTests/Peers/renderings.py").path
    let outcome = try python.run([script], input: lines.joined())
    let answers = outcome.output.split(separator: "\n").map(String.init)
    guard outcome.status == 0, answers.count == pairs.count else {
      throw Failure(words: outcome.error)
    }
    return answers
  }
}

/// Two texts of whatever is special in any dialect that differ in their spaces and line breaks.
enum HostilePair {
  private static let tokens = [
    "a", "word", "Über", "12", "3.5", "12.", "1)", "-", "+", "*", "#", "##", ">", "=", "===", "---",
    ":", "~", "~~", "|", "`", "[a]", "[a](/b)", "[a]:", "[^1]", "[^1]:", "**b**", "_c_", "**", "_",
    "\\", "<b>", "<!--", "-->", "(x)", "\"q\"", "'", "!", "![", " ](/x)", "&amp;", "&", "$x$",
    ":::",
    "^", "==", "http://x.y", "a@b.c", "€4M", "。", "\u{A0}", "{x}", "1986\\.", "a:", "a|b", "%%",
  ]

  static func random(_ random: inout SeededRandom) -> (old: [UInt8], new: [UInt8]) {
    var old = ""
    var new = ""
    for index in 0..<Int.random(in: 2...9, using: &random) {
      if index > 0 {
        old += space(&random)
        new += Int.random(in: 0..<3, using: &random) == 0 ? space(&random) : ""
        // Mostly the same space on both sides, or nothing would ever come out equal.
        if new.last.map({ $0 != " " && $0 != "\n" }) ?? true { new += sameSpace(as: old) }
      }
      let isWord = Int.random(in: 0..<2, using: &random) == 0
      let token = isWord ? "word" : tokens.randomElement(using: &random) ?? "a"
      old += token
      new += token
    }
    return (Array(old.utf8), Array(new.utf8))
  }

  private static func space(_ random: inout SeededRandom) -> String {
    ["\n", " ", " ", "\n", "  ", " \n", "\n\n", "  \n"].randomElement(using: &random) ?? " "
  }

  private static func sameSpace(as text: String) -> String {
    String(text.reversed().prefix { $0 == " " || $0 == "\n" }.reversed())
  }
}
