/// The shortest way from one sequence of numbers to another, or nearly so.
///
/// What occurs on one side only is taken out first: it can match nothing. The numbers stand for words,
/// lines or whatever else is compared.
public struct EditScript: Sendable {
  /// For each element of the old sequence, whether it is gone.
  public private(set) var isRemoved: [Bool]
  /// For each element of the new sequence, whether it is new.
  public private(set) var isInserted: [Bool]

  /// Compares two sequences.
  ///
  /// - Parameters:
  ///   - old: The sequence before.
  ///   - new: The sequence after.
  ///   - numbers: How many numbers there are; both hold none but these, from 0.
  public init(old: [Int], new: [Int], numbers: Int) {
    var isInOld = [Bool](repeating: false, count: numbers)
    var isInNew = isInOld
    for number in old { isInOld[number] = true }
    for number in new { isInNew[number] = true }
    isRemoved = old.map { !isInNew[$0] }
    isInserted = new.map { !isInOld[$0] }
    let oldKept = old.indices.filter { !isRemoved[$0] }
    let newKept = new.indices.filter { !isInserted[$0] }
    var search = SplitSearch(
      old: oldKept.map { Int32(truncatingIfNeeded: old[$0]) },
      new: newKept.map { Int32(truncatingIfNeeded: new[$0]) }
    )
    search.run()
    for index in search.removed { isRemoved[oldKept[index]] = true }
    for index in search.inserted { isInserted[newKept[index]] = true }
  }
}
