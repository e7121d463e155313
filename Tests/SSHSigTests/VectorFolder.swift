import Foundation
import TestSupport

/// The files that ssh-keygen's output was written down in.
enum VectorFolder {
  static let path = ProjectFolder.tests.appending(path: "SSHSigTests/Vectors")

  static func text(_ name: String) throws -> String {
    try String(contentsOf: path.appending(path: name), encoding: .utf8)
  }
}
