extension Redline {
  /// The figures as a reader is told them: '86 words added, 12 removed'.
  public var summary: String {
    let added = wordsAdded == 1 ? "1 word added" : "\(wordsAdded) words added"
    let moved = wordsMoved > 0 ? ", \(wordsMoved) moved" : ""
    return "\(added), \(wordsRemoved) removed\(moved)"
  }
}
