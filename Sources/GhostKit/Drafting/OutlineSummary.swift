internal import Diagnostics

extension Workspace {
  /// Returns what an outline says of itself: the first sentence of the `doc` tag at its start.
  ///
  /// It is `nil` where there is none; an outline that cannot be read says so when it is used.
  public func summary(of format: Slug) -> String? {
    guard let outline = try? files.read(Shelf.formats.path(format.description)) else { return nil }
    let lines = String(decoding: outline.bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    let tag = lines.first?.filter { !" -".contains($0) }
    guard tag == "{%doc%}" else { return nil }
    let prose = lines.dropFirst().prefix { !$0.hasPrefix("{%") }.joined(separator: " ")
    let end = prose.firstRange(of: ". ")?.lowerBound ?? prose.endIndex
    let sentence = prose[..<end]
    return sentence.isEmpty ? nil : String(sentence.last == "." ? sentence.dropLast() : sentence)
  }
}
