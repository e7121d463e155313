import Foundation
import TestSupport
import Testing

@testable import SSHSig

/// One file of `Vectors/signatures`: a header with what is expected, then a signature's text.
struct SignatureVector: Sendable, CustomTestStringConvertible {
  let name: String
  let header: [String: String]
  let signature: [UInt8]

  var testDescription: String { name }
  var message: [UInt8] { Array((self["message"] + "\n").utf8) }

  subscript(_ key: String) -> String { header[key, default: ""] }

  static let all: [SignatureVector] = {
    let folder = VectorFolder.path.appending(path: "signatures")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { try? SignatureVector(name: $0) }
  }()

  init(name: String) throws {
    let bytes = [UInt8](
      try Data(contentsOf: VectorFolder.path.appending(path: "signatures/\(name)"))
    )
    let end = bytes.indices.first { bytes[$0...].starts(with: "\n\n".utf8) } ?? bytes.endIndex
    self.name = name
    signature = Array(bytes[end...].dropFirst(2))
    header = Dictionary(
      uniqueKeysWithValues: String(decoding: bytes[..<end], as: UTF8.self)
        .split(separator: "\n").compactMap { line in
          line.firstRange(of: ": ").map {
            (String(line[..<$0.lowerBound]), String(line[$0.upperBound...]))
          }
        }
    )
  }
}
