internal import Diagnostics
public import GhostKit

#if canImport(Glibc)
@unsafe @preconcurrency import Glibc
#elseif canImport(Musl)
@unsafe @preconcurrency import Musl
#else
import Darwin
#endif

/// The world in which a run takes place, handed in so that a test can make one of its own.
public struct Context {
  /// What the run says and asks.
  public var console: Console
  /// The folder in which it was called.
  public var folder: String
  /// The environment variables.
  public var variables: [String: String]
  /// What time it is, and which day.
  public var clock: Clock
  /// Where the program's own file is, if it is one of a file system.
  public var program: String?
  /// The folder given with `--workspace`, where a workspace is looked for instead.
  var workspaceFolder: String?

  /// Makes a world from its parts.
  public init(
    console: Console,
    folder: String,
    variables: [String: String] = [:],
    clock: Clock
  ) {
    self.console = console
    self.folder = folder
    self.variables = variables
    self.clock = clock
  }

  /// The path of the workspace that was named, whether or not it is one.
  var workspacePath: String? {
    workspaceFolder.map { $0.hasPrefix("/") ? $0 : folder + "/" + $0 }
  }

  /// Returns the workspace that was named, or else that of the current folder.
  func workspace() throws(Diagnostic) -> Workspace {
    guard let named = workspacePath else { return try Workspace.find(from: folder) }
    return try Workspace(at: named)
  }

  /// Returns the world of this process.
  public static func live() -> Context {
    let variables = variables()
    var context = Context(
      console: .live(variables),
      folder: currentFolder(),
      variables: variables,
      clock: .system
    )
    context.program = CommandLine.arguments.first
    return context
  }

  private static func currentFolder() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  private static func variables() -> [String: String] {
    #if canImport(Darwin)
    var next = unsafe _NSGetEnviron().pointee
    #else
    var next: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = unsafe environ
    #endif
    var variables: [String: String] = [:]
    while let entry = unsafe next, let text = unsafe entry.pointee {
      let variable = unsafe String(cString: text)
      // By bytes: splitting by characters would cost more than all else that `--version` does.
      if let sign = variable.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables[String(variable[..<sign])] = String(variable[variable.index(after: sign)...])
      }
      unsafe next = entry + 1
    }
    return variables
  }
}
