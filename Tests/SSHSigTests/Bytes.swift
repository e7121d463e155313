import Diagnostics
import Foundation
import TestSupport

@testable import SSHSig

// Short words for the bytes that tests are made of.

func wire(_ bytes: [UInt8]) -> [UInt8] {
  [24, 16, 8, 0].map { UInt8(bytes.count >> $0 & 0xFF) } + bytes
}
func wire(_ text: String) -> [UInt8] { wire(Array(text.utf8)) }
func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
func ones(_ count: Int) -> [UInt8] { [UInt8](repeating: 0xFF, count: count) }
func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

/// Returns what was thrown, or `nil` if nothing was.
func diagnostic<Result>(_ body: () throws -> Result) -> Diagnostic? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? Diagnostic
  }
}

extension KeyLine {
  init(parsing line: String) throws(Diagnostic) {
    let source = SourceText(path: "key.pub", text: line)
    try self.init(parsing: source, range: 0..<source.bytes.count)
  }
}

/// One small change to some bytes, as an attacker or a broken disk might make it.
enum Mutation {
  static func random(of bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var result = bytes
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let index = Int.random(in: 0...max(0, result.count - 1), using: &random)
      guard index < result.count else { return [UInt8.random(in: 0...255, using: &random)] }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: result[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1: result[index] = UInt8.random(in: 0...255, using: &random)
      case 2: result.remove(at: index)
      case 3: result.insert(UInt8.random(in: 0...255, using: &random), at: index)
      case 4: result.removeLast(result.count - index)
      case 5: result.append(contentsOf: result[index...].prefix(40))
      case 6: result.insert(0, at: index)
      default: result.swapAt(index, Int.random(in: 0..<result.count, using: &random))
      }
    }
    return result
  }
}
