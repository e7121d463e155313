internal import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Work on many things at once, on as many threads as the machine has cores.
///
/// They are the system's own: what is done here never waits for anything, so that Swift's executor
/// would only add to the program's size and start.
public enum Parallel {
  /// Returns what became of each thing, in the things' order; `nil` is left out.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    _ work: @escaping @Sendable (Item) -> Result?
  ) -> [Result] {
    var results: [Result] = []
    each(of: items, work) { results.append($0) }
    return results
  }

  /// Hands on what became of each thing, in the things' order and on this thread; `nil` is left out.
  ///
  /// It does so as soon as it can, so that little has to wait for its turn however many there are.
  public static func each<Item: Sendable, Result: Sendable>(
    of items: [Item],
    _ work: @escaping @Sendable (Item) -> Result?,
    _ body: (Result) -> Void
  ) {
    let job = Job(items, work)
    var threads: [WorkerThread] = []
    // This thread works too. One that cannot be had is no loss but of time.
    for _ in 1..<max(1, min(cores, items.count / fewestItems)) {
      guard let thread = WorkerThread({ while job.step() {} }) else { break }
      threads.append(thread)
    }
    while job.step() { while let result = job.next() { body(result) } }
    for thread in threads { thread.join() }
    while let result = job.next() { body(result) }
  }

  /// Does two things at once and returns what became of both.
  static func both<First: Sendable, Second>(
    _ first: @escaping @Sendable () -> First,
    _ second: () -> Second
  ) -> (First, Second) {
    let result = Once<First>()
    let thread = WorkerThread { result.set(first()) }
    let other = second()
    thread?.join()
    return (result.value ?? first(), other)
  }

  /// To start a thread costs as much as a few drafts.
  private static let fewestItems = 8
  private static let mostThreads = 64
  static var cores: Int { min(mostThreads, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}

/// What one thread leaves for another.
private final class Once<Value: Sendable>: Sendable {
  private let box = Mutex<Value?>(nil)

  func set(_ value: Value) { box.withLock { $0 = value } }

  var value: Value? { box.withLock { $0 } }
}

/// Things of which each thread takes the next as soon as it has done the last.
private final class Job<Item: Sendable, Result: Sendable>: Sendable {
  private let items: [Item]
  private let work: @Sendable (Item) -> Result?
  private let taken = Atomic(0)
  private let done = Mutex(Done())

  private struct Done {
    /// What has not had its turn; `nil` is what came to nothing.
    var results: [Int: Result?] = [:]
    /// Whose turn it is.
    var next = 0
  }

  init(_ items: [Item], _ work: @escaping @Sendable (Item) -> Result?) {
    self.items = items
    self.work = work
  }

  /// Does the next thing; returns false if there is none left.
  func step() -> Bool {
    let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    guard index < items.count else { return false }
    let result = work(items[index])
    done.withLock { $0.results[index] = .some(result) }
    return true
  }

  /// Returns the next result whose turn has come; `nil` if it is still waited for.
  func next() -> Result? {
    done.withLock { done in
      while let result = done.results.removeValue(forKey: done.next) {
        done.next += 1
        if let result { return result }
      }
      return nil
    }
  }
}

/// One thread of the system, which has to be joined.
@safe
struct WorkerThread {
  private let thread: pthread_t

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts it; `nil` if the system has no more of them.
  init?(_ run: @escaping @Sendable () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    defer { unsafe attributes.deallocate() }
    guard unsafe pthread_attr_init(attributes) == 0 else { return nil }
    defer { unsafe pthread_attr_destroy(attributes) }
    // As much as the first thread has; some systems give the others a sixteenth.
    unsafe pthread_attr_setstacksize(attributes, 8 << 20)
    let body = unsafe Unmanaged.passRetained(Body(run))
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let code = unsafe pthread_create(&thread, attributes, Self.main, body.toOpaque())
    #if canImport(Darwin)
    guard code == 0, let thread = unsafe thread else {
      unsafe body.release()
      return nil
    }
    #else
    guard code == 0 else {
      unsafe body.release()
      return nil
    }
    #endif
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }

  #if canImport(Darwin)
  private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    unsafe Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run()
    return nil
  }
  #else
  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let body = unsafe $0 {
      unsafe Unmanaged<Body>.fromOpaque(body).takeRetainedValue().run()
    }
    return nil
  }
  #endif
}
