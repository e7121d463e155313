/// The shortest way from one sequence of numbers to another, or nearly so.
///
/// What occurs on one side only is taken out first: it can match nothing.
struct EditScript {
  /// For each element of the old sequence, whether it is gone.
  private(set) var isRemoved: [Bool]
  /// For each element of the new sequence, whether it is new.
  private(set) var isInserted: [Bool]

  /// Compares two sequences of numbers below a limit.
  init(old: [Int], new: [Int], numbers: Int) {
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
