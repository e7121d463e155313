/// Phrases as a tree of what they have in common at their beginnings: to find the longest one that
/// stands at a place takes as many steps as that has letters, however many phrases there are.
struct PhraseTree: Sendable {
  private struct Branch {
    let value: UInt32
    /// The branches behind this one, by their values.
    var children = 0..<0
    /// The phrase that ends here, as an index of the list.
    var phrase: Int?
  }

  private var branches = [Branch(value: 0)]

  /// Where each phrase begins.
  static let root = 0
  /// A text that nearly repeats a phrase of such a length is looked at as many times.
  private static let longest = 200

  /// Takes phrases as sequences of code points; a blank one and one of more than 200 are left out,
  /// and of two that are the same the first counts.
  init(of phrases: [[UInt32]]) {
    let order = phrases.indices.filter { 1...Self.longest ~= phrases[$0].count }.sorted {
      phrases[$0] == phrases[$1] ? $0 < $1 : phrases[$0].lexicographicallyPrecedes(phrases[$1])
    }
    var open = [(branch: Self.root, phrases: order[...], depth: 0)]
    while let (branch, same, depth) = open.popLast() {
      var rest = same
      // A phrase stands before those that go on behind it.
      while let index = rest.first, phrases[index].count == depth {
        branches[branch].phrase = branches[branch].phrase ?? index
        rest.removeFirst()
      }
      let first = branches.count
      while let value = rest.first.map({ phrases[$0][depth] }) {
        let same = rest.prefix { phrases[$0][depth] == value }
        open.append((branches.count, same, depth + 1))
        branches.append(Branch(value: value))
        rest = rest[same.endIndex...]
      }
      branches[branch].children = first..<branches.count
    }
  }

  /// Whether there is no phrase.
  var isEmpty: Bool { branches[Self.root].children.isEmpty }

  /// Returns the phrase that ends at a branch.
  func phrase(at branch: Int) -> Int? { branches[branch].phrase }

  /// Returns the branch that a code point leads to.
  func branch(behind branch: Int, _ value: UInt32) -> Int? {
    let children = branches[branch].children
    var (low, high) = (children.lowerBound, children.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if branches[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < children.upperBound && branches[low].value == value ? low : nil
  }
}
