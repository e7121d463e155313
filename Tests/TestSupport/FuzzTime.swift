import Foundation

/// How long a fuzz test runs: a moment, or GHOST_FUZZ_SECONDS.
public struct FuzzTime {
  private let clock = ContinuousClock()
  private let end: ContinuousClock.Instant
  private var runsLeft: Int

  /// Starts with at least some runs, however slow the machine.
  public init(runs: Int) {
    let seconds = ProcessInfo.processInfo.environment["GHOST_FUZZ_SECONDS"].flatMap(Double.init)
    end = clock.now + .seconds(seconds ?? 0)
    runsLeft = runs
  }

  /// Whether there is another run.
  public mutating func next() -> Bool {
    runsLeft -= 1
    return runsLeft >= 0 || clock.now < end
  }

  /// The seed to begin with; another with each GHOST_FUZZ_SEED.
  public static var seed: UInt64 {
    ProcessInfo.processInfo.environment["GHOST_FUZZ_SEED"].flatMap(UInt64.init) ?? 1
  }
}
