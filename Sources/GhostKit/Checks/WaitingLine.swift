internal import Diagnostics
internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension Parallel {
  /// Returns what became of each of many things that are brought one after the other, from a program
  /// that is still answering say, while those that came before are worked on.
  ///
  /// - Parameters:
  ///   - bring: Hands on the things; it may wait, since other threads work meanwhile.
  ///   - work: What is done with each.
  /// - Returns: the results in the order in which the things came; `nil` is left out.
  /// - Throws: what `bring` throws.
  static func map<Item: Sendable, Result: Sendable>(
    bringing bring: (_ take: @escaping @Sendable (Item) -> Void) throws(Diagnostic) -> Void,
    _ work: @escaping @Sendable (Item) -> Result?
  ) throws(Diagnostic) -> [Result] {
    let line = WaitingLine(work)
    let threads = (1..<max(2, cores)).compactMap { _ in WorkerThread { line.run() } }
    do {
      try bring { line.add($0) }
    } catch {
      line.close(dropping: true)
      for thread in threads { thread.join() }
      throw error
    }
    line.close(dropping: false)
    // This thread works too, now that nothing more has to be brought.
    line.run()
    for thread in threads { thread.join() }
    return line.sorted()
  }
}

/// Things that wait for whichever thread is free first.
private final class WaitingLine<Item: Sendable, Result: Sendable>: Sendable {
  private struct State {
    var items: [Item?] = []
    /// How many items have been taken.
    var taken = 0
    var isClosed = false
    var results: [(index: Int, result: Result)] = []
  }

  private let state = Mutex(State())
  private let bell = Bell()
  private let work: @Sendable (Item) -> Result?

  init(_ work: @escaping @Sendable (Item) -> Result?) { self.work = work }

  func add(_ item: Item) {
    bell.ring { state.withLock { $0.items.append(item) } }
  }

  /// Says that nothing more will come.
  func close(dropping isDropped: Bool) {
    bell.ring {
      state.withLock {
        $0.isClosed = true
        if isDropped { $0.taken = $0.items.count }
      }
    }
  }

  /// Works until nothing is left and nothing more will come.
  func run() {
    while let (index, item) = next() {
      guard let result = work(item) else { continue }
      state.withLock { $0.results.append((index, result)) }
    }
  }

  /// What became of the things, once all threads have come to their end.
  func sorted() -> [Result] {
    state.withLock { $0.results.sorted { $0.index < $1.index }.map(\.result) }
  }

  private func next() -> (Int, Item)? {
    var found: (Int, Item)?
    bell.wait {
      state.withLock { state in
        guard state.taken < state.items.count else { return state.isClosed }
        // Whoever works on it is the last to hold it.
        if let item = state.items[state.taken].take() { found = (state.taken, item) }
        state.taken += 1
        return true
      }
    }
    return found
  }
}

/// Lets threads sleep until something has changed.
@safe
private final class Bell: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init() {
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes something and wakes a thread that may have waited for it.
  func ring(_ change: () -> Void) {
    unsafe pthread_mutex_lock(mutex)
    change()
    unsafe pthread_cond_broadcast(condition)
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Asks after each change, and before the first, whether to go on.
  func wait(_ isReady: () -> Bool) {
    unsafe pthread_mutex_lock(mutex)
    while !isReady() { unsafe pthread_cond_wait(condition, mutex) }
    unsafe pthread_mutex_unlock(mutex)
  }
}
