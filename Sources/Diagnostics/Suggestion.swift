/// The word that a user probably meant, for every 'did you mean'.
public enum Suggestion {
  /// Returns the candidate nearest to a word, or `nil` if none is near enough to be meant.
  ///
  /// Near is a Damerau-Levenshtein distance (optimal string alignment) of at most a third of the
  /// word, and at least one; a candidate that begins with the word is near as well.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(word.lowercased().utf8.prefix(longestWord))
    guard !wanted.isEmpty else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().utf8.prefix(longestWord))
      let bound = max(1, max(wanted.count, letters.count) / 3)
      var distance = distance(wanted, letters)
      if distance > bound, wanted.count >= 3, letters.starts(with: wanted) { distance = bound }
      if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// Returns "did you mean 'x'?" for the nearest candidate.
  public static func hint(for word: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: word, among: candidates).map { "did you mean '\($0)'?" }
  }

  /// Names are short; a longer word is somebody's attempt to spend our time.
  private static let longestWord = 64

  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...b.count)
    for i in a.indices {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforePrevious[j - 1] + 1)
        }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[b.count]
  }
}
