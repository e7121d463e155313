import Foundation

/// A program that a test runs: a peer to compare with, or the built ghost itself.
public struct Program: Sendable {
  /// What a run left behind.
  public struct Outcome: Sendable {
    /// The exit code, or 128 + the signal that ended it.
    public let status: Int32
    /// Everything it wrote to standard output.
    public let output: String
    /// Everything it wrote to standard error.
    public let error: String
  }

  private let path: String

  /// Takes an executable by its path.
  public init(path: String) { self.path = path }

  /// Finds an executable on the search path, or returns `nil` if it is not installed.
  public init?(named name: String) {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// Runs it to its end; `environment` is added to this process's own.
  @discardableResult
  public func run(
    _ arguments: [String],
    input: String? = nil,
    in folder: String? = nil,
    environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(filePath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: neither side can then wait for the other.
    let files = try TemporaryFolder()
    let streams = try ["in", "out", "err"].map {
      try files.write($0 == "in" ? input ?? "" : "", to: $0)
    }
    process.standardInput = FileHandle(forReadingAtPath: streams[0])
    process.standardOutput = FileHandle(forWritingAtPath: streams[1])
    process.standardError = FileHandle(forWritingAtPath: streams[2])
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: wasKilled ? 128 + status : status,
      output: String(decoding: try Data(contentsOf: URL(filePath: streams[1])), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: URL(filePath: streams[2])), as: UTF8.self)
    )
  }
}
