import TestSupport

/// Changes to an `allowed_signers` file that keep it nearly right.
enum SignersMutation {
  private static let pieces = [
    " ", "\t", ",", "\"", "\\\"", "=", "*", "?", "!", "#", "\n", "\r\n", "\r", "\0", "Z", "z",
    "UTC",
    "cert-authority", "cert-authority,", "namespaces=\"git\"", "namespaces=\"*\"",
    ",namespaces=\"\"",
    "valid-after=\"20260101Z\"", "valid-before=\"20250101\",", "NAMESPACES=", "ssh-ed25519 ",
    "dana.reyes@meridian.example ", "dana.reyes@meridian.example,", "*,", "\u{FEFF}", "sam@m,",
  ]

  static func random(of text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var result = text
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let index = position(in: result, &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0...2: result.insert(contentsOf: piece(&random), at: index)
      case 3 where index < result.count: result.remove(at: index)
      case 4 where index < result.count: result[index] ^= 0x20
      default: result = mixLines(result, &random)
      }
    }
    return result
  }

  /// Prefers the places where meaning is made: around blanks, commas, quotes and line breaks.
  private static func position(in text: [UInt8], _ random: inout SeededRandom) -> Int {
    let joints = text.indices.filter { " ,\"=\n".utf8.contains(text[$0]) }
    let isAnywhere = Int.random(in: 0..<4, using: &random) == 0
    guard let joint = joints.randomElement(using: &random), !isAnywhere else {
      return Int.random(in: 0...text.count, using: &random)
    }
    return joint + Int.random(in: 0...1, using: &random)
  }

  private static func piece(_ random: inout SeededRandom) -> [UInt8] {
    Array((pieces.randomElement(using: &random) ?? " ").utf8)
  }

  private static func mixLines(_ text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: lines.shuffle(using: &random)
    case 1: lines += lines.shuffled(using: &random).prefix(1)
    default: lines.removeFirst()
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }
}
