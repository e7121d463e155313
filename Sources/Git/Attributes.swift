public import Diagnostics
import Subprocess

extension Repository {
  /// Returns what the working tree's `.gitattributes` say of a file, there or not: `set`, `unset` or
  /// a value; `nil` where they say nothing.
  ///
  /// - Throws: a diagnostic about the usage where there is no working tree.
  public func attribute(_ name: String, of path: GitPath) throws(Diagnostic) -> String? {
    guard let treeRoot else { throw .noWorkTree() }
    let arguments: [Argument] = [
      "check-attr", "-z", Argument(name), "--", Argument(bytes: path.bytes),
    ]
    let output = try answer("check-attr", command(arguments, inWorkTree: treeRoot))
    let fields = output.split(separator: 0, omittingEmptySubsequences: false)
    guard fields.count == 4 else { throw .unexpectedAnswer("check-attr") }
    let value = String(decoding: fields[2], as: UTF8.self)
    return value == "unspecified" ? nil : value
  }
}
