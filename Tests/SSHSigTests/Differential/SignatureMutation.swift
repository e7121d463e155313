import TestSupport

/// Changes to a signature's fields that keep its layout, so that they reach the checks behind it.
enum SignatureMutation {
  static func random(
    of blob: [UInt8],
    beside other: [UInt8],
    _ random: inout SeededRandom
  ) -> [UInt8] {
    var version = Array(blob[6..<10])
    // Public key, namespace, reserved field, hash algorithm, signature (PROTOCOL.sshsig, 3).
    var fields = strings(blob[10...])
    let others = strings(other[10...])
    guard fields.count == 5, others.count == 5 else { return blob }
    let index = Int.random(in: 0..<5, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: fields[index] = others[index]
    case 1: version[3] = UInt8.random(in: 0...2, using: &random)
    case 2: fields[2] = Array("x".utf8)
    case 3: fields[index] += [0]
    case 4: fields[3] = Array(["sha256", "sha384", "sha1", "SHA512"][index % 4].utf8)
    case 5: fields[0] = paddedInteger(in: fields[0], &random)
    case 6: fields[4] = paddedInteger(in: fields[4], &random)
    default: fields[4] = Mutation.random(of: fields[4], &random)
    }
    return Array(blob[..<6]) + version + fields.flatMap(wire)
  }

  /// Puts zeros before one string of a key or of a signature's value, at any depth.
  private static func paddedInteger(in blob: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var parts = strings(blob[...])
    let tail = blob.suffix(blob.count - parts.reduce(0) { $0 + 4 + $1.count })
    guard let index = parts.indices.randomElement(using: &random) else { return blob }
    let inner = strings(parts[index][...])
    let isNested = inner.count == 2 && inner.reduce(8) { $0 + $1.count } == parts[index].count
    if isNested, Bool.random(using: &random) {
      parts[index] = paddedInteger(in: parts[index], &random)
    } else {
      parts[index].insert(0, at: 0)
    }
    return parts.flatMap(wire) + tail
  }

  /// Returns the strings that a blob begins with.
  private static func strings(_ blob: ArraySlice<UInt8>) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var rest = blob
    while rest.count >= 4 {
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard count <= rest.count - 4 else { break }
      result.append(Array(rest.dropFirst(4).prefix(count)))
      rest = rest.dropFirst(4 + count)
    }
    return result
  }
}
