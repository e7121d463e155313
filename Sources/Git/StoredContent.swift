public import Diagnostics
import Subprocess

extension Repository {
  /// Adds files of the working tree to no branch and no index, and returns what git made of them.
  ///
  /// Line endings, filters such as Git LFS and encodings are applied as `git add` would, by git
  /// itself. The objects are in a folder of their own, which goes with the repository returned.
  ///
  /// - Parameter paths: Files that are there, seen from the repository's root.
  /// - Returns: their contents, and a repository in which those can be read.
  /// - Throws: a diagnostic about the usage where there is no working tree, about the environment if
  ///   git fails.
  public func stored(
    _ paths: [GitPath]
  ) throws(Diagnostic) -> (contents: [GitPath: ObjectID], in: Repository) {
    guard let treeRoot else { throw .noWorkTree() }
    let objects = try ask(["rev-parse", "--path-format=absolute", "--git-path", "objects"])
    // A branch without a commit has no such name, and no file that was committed before.
    let head = try command(["rev-parse", "--verify", "--quiet", "HEAD^{tree}"]).run()
    let scratch = try ScratchFolder(in: environment.temporaryFolder)
    try scratch.makeFolder("objects")
    func run(_ arguments: [Argument], input: [UInt8] = []) throws(Diagnostic) -> [UInt8] {
      var command = command(arguments, inWorkTree: treeRoot)
      command.input = input
      command.environment["GIT_INDEX_FILE"] = "\(scratch.path)/index"
      command.environment["GIT_OBJECT_DIRECTORY"] = "\(scratch.path)/objects"
      Self.borrow(Argument(bytes: objects.dropLast()), in: &command.environment)
      return try answer(arguments.first ?? "", command)
    }
    // A file that was committed with CRLF keeps it, which git knows by its index.
    if head.status.isSuccess, let tree = ObjectID(hex: head.output.dropLast()) {
      _ = try run(["read-tree", Argument(tree.hex)])
    }
    _ = try run(
      ["update-index", "--add", "-z", "--stdin"],
      input: paths.flatMap { $0.bytes + [0] }
    )
    let listing = try run(["ls-files", "--stage", "-z"])
    let wanted = Set(paths)
    var contents: [GitPath: ObjectID] = [:]
    for line in listing.split(separator: 0) {
      // MODE ID STAGE, a tab, and the path.
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let path = GitPath(bytes: line[(tab + 1)...])
      let words = line[..<tab].split(separator: UInt8(ascii: " "))
      if wanted.contains(path), words.count == 3 { contents[path] = ObjectID(hex: words[1]) }
    }
    var result = self
    result.scratch.append(scratch)
    return (contents, result)
  }
}

/// Says what `.gitattributes` make of files, one file after the other with one process.
public struct AttributeReader: ~Copyable {
  private var child: StreamingChild
  private static let longestAnswer = 1 << 16
  private static let names: [Argument] = [
    "text", "crlf", "eol", "ident", "filter", "working-tree-encoding",
  ]

  /// Starts the process.
  ///
  /// - Throws: a diagnostic about the usage where there is no working tree, about the environment if
  ///   git cannot be started.
  public init(_ repository: Repository) throws(Diagnostic) {
    guard let root = repository.treeRoot else { throw .noWorkTree() }
    child = try StreamingChild(
      repository.command(["check-attr", "-z", "--stdin"] + Self.names, inWorkTree: root)
    )
  }

  /// What may happen to a file on its way into the repository.
  public enum Conversion: Sendable, Hashable {
    /// Nothing, whatever it holds.
    case none
    /// Line ends may become other ones.
    case lineEnds
    /// A filter, an identifier or an encoding has a say.
    case anything
  }

  /// Returns what may happen to a file.
  public mutating func conversion(of path: GitPath) throws(Diagnostic) -> Conversion {
    child.send(path.bytes + [0])
    var isBinary = false
    var isFiltered = false
    for _ in Self.names {
      guard try child.read(to: 0, limit: Self.longestAnswer) != nil,
        let name = try child.read(to: 0, limit: Self.longestAnswer),
        let value = try child.read(to: 0, limit: Self.longestAnswer)
      else { throw .unexpectedAnswer("check-attr") }
      let isSet = !["unspecified", "unset"].contains(String(decoding: value, as: UTF8.self))
      switch String(decoding: name, as: UTF8.self) {
      case "text": isBinary = value.elementsEqual("unset".utf8)
      case "ident", "filter", "working-tree-encoding": isFiltered = isFiltered || isSet
      default: break
      }
    }
    return isFiltered ? .anything : isBinary ? .none : .lineEnds
  }
}
