public import Diagnostics

/// Finds which of many things git cannot answer for, where one question for all of them fails.
///
/// A clone holds whatever somebody pushed: a branch whose folders stand for more files than there are
/// atoms, or whose objects are damaged. That must not take away the view of the others.
public enum Bisection {
  /// Asks for ever smaller parts of the things.
  ///
  /// - Parameters:
  ///   - items: The things, for which the question was asked in vain.
  ///   - fault: What it ended in.
  ///   - tries: How often it may be asked again; what is not found out by then, counts as faulty.
  ///   - check: Asks the question for some of them.
  /// - Returns: the places of the things that cannot be answered for by themselves, each with the
  ///   reason; none if only all of them together cannot.
  public static func faults<Item>(
    among items: [Item],
    failing fault: Diagnostic,
    tries: Int = 100,
    _ check: ([Item]) throws(Diagnostic) -> Void
  ) -> [(index: Int, fault: Diagnostic)] {
    var found: [(index: Int, fault: Diagnostic)] = []
    var open = [(range: items.indices, fault: fault)]
    var tries = tries
    while let (range, fault) = open.popLast() {
      guard range.count > 1, tries > 0 else {
        found += range.map { ($0, fault) }
        continue
      }
      let middle = (range.lowerBound + range.upperBound) / 2
      for half in [middle..<range.upperBound, range.lowerBound..<middle] {
        tries -= 1
        do throws(Diagnostic) {
          try check(Array(items[half]))
        } catch {
          open.append((half, error))
        }
      }
    }
    return found
  }
}
