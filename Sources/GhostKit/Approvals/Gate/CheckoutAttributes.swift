internal import Diagnostics
internal import Git

/// Lines of a `.gitattributes` by which a working tree or an archive would show other words than the
/// files that were approved (gitattributes(5)).
struct CheckoutAttributes {
  static let fileName = ".gitattributes"

  /// The drafts' folder, by its parts from the repository's root.
  private let drafts: [String]
  /// The folder of the file, likewise.
  private let folder: [String]

  /// Takes the place of such a file, as the repository has it.
  init(at path: GitPath, drafts: GitPath) {
    self.drafts = Self.parts(drafts.text)
    folder = Self.parts(path.text).dropLast()
  }

  private static func parts(_ path: some StringProtocol) -> [String] {
    path.lowercased().split(separator: "/").map(String.init)
  }

  /// Returns the place of the first such line.
  func firstFault(in source: SourceText) -> Range<Int>? {
    source.bytes.split(separator: Byte.lineFeed).first(where: isFault).map(\.indices)
  }

  private func isFault(_ line: ArraySlice<UInt8>) -> Bool {
    let words = line.split { $0 <= Byte.space }.map { String(decoding: $0, as: UTF8.self) }
    guard let pattern = words.first, !pattern.hasPrefix("#") else { return false }
    return words.dropFirst().contains { word in
      let name = String(word.prefix { $0 != "=" })
      return Self.names.contains(name)
        && mayMatch(pattern, name == "filter" ? Self.text : Self.text + Self.pictures)
    }
  }

  private static let names: Set<String> = [
    "filter", "ident", "working-tree-encoding", "export-subst",
  ]
  private static let text = [".md", ".markdown"]
  /// Pictures that are text; Git LFS keeps what their record says.
  private static let pictures = [".svg"]

  /// Whether a pattern could match a file of the drafts' folder with one of some endings; in doubt,
  /// it could.
  private func mayMatch(_ pattern: String, _ endings: [String]) -> Bool {
    let pattern = pattern.lowercased().filter { $0 != "\u{FEFF}" }
    // A macro can stand for an attribute on other lines, and quotes can hold escapes.
    if pattern.hasPrefix("[attr]") || pattern.hasPrefix("\"") { return true }
    if pattern.contains("/") {
      let literal = Self.parts(pattern).prefix { !$0.contains(where: Self.isGlob) }
      let start = folder + literal
      guard zip(start, drafts).allSatisfy({ $0 == $1 }) else { return false }
    }
    let ending = String(pattern.reversed().prefix { !Self.isGlob($0) && $0 != "/" }.reversed())
    return endings.contains { $0.hasSuffix(ending) || ending.hasSuffix($0) }
  }

  private static func isGlob(_ character: Character) -> Bool { "*?[]\\".contains(character) }
}

extension MergeChanges {
  /// Returns what makes a checkout show something else than what is approved.
  func attributes() throws(Diagnostic) -> DiagnosticLog {
    var log = DiagnosticLog()
    let drafts = merge.inRepository(GitPath(DraftFolder.path))
    let here = merge.changes.filter { change in
      let name = change.path.parts.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
      guard name.lowercased() == CheckoutAttributes.fileName else { return false }
      let folder = GitPath(bytes: change.path.bytes.dropLast(name.utf8.count + 1))
      return folder.bytes.isEmpty || folder.isInside(GitPath(DraftFolder.path))
    }
    let files =
      here.map { (path: $0.path, inRepository: merge.inRepository($0.path), file: $0.new) }
      + merge.attributesAbove.map {
        (path: merge.fromWorkspace($0.path), inRepository: $0.path, file: $0.file)
      }
    for one in files {
      // git does not follow a link of this name (gitattributes(5)).
      guard let file = one.file, file.kind.isFile else { continue }
      guard let source = try merge.text(of: file, at: one.path) else {
        log.add(.checkoutDiffers(at: Location(path: one.path.text)))
        continue
      }
      let attributes = CheckoutAttributes(at: one.inRepository, drafts: drafts)
      if let place = attributes.firstFault(in: source) {
        log.add(.checkoutDiffers(at: source.location(of: place)))
      }
    }
    return log
  }
}

extension Diagnostic {
  fileprivate static func checkoutDiffers(at place: Location) -> Diagnostic {
    .refused(
      .checkoutDiffers,
      "with this, git shows other words than those that were approved",
      at: place,
      hint: "leave drafts out of filter, ident, working-tree-encoding and export-subst"
    )
  }
}
