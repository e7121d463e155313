internal import Diagnostics
internal import GhostKit

/// The file that `--output` names.
enum OutputFile {
  /// Writes a file whole, in the place of one that is there; its folder must be there.
  static func write(
    _ bytes: [UInt8],
    to file: String,
    from folder: String
  ) throws(Diagnostic) {
    let absolute = file.hasPrefix("/") ? file : folder + "/" + file
    let slash = absolute.lastIndex(of: "/") ?? absolute.startIndex
    let parent = slash == absolute.startIndex ? "/" : String(absolute[..<slash])
    let name = String(absolute[absolute.index(after: slash)...])
    try FileStore(root: parent).write(bytes, to: name)
  }
}
