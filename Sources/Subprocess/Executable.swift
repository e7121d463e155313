public import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A program that is there and can be run.
public struct Executable: Sendable, Hashable {
  /// Its absolute path.
  public let path: String

  /// Takes a program by its path, which `posix_spawn` will judge.
  public init(path: String) { self.path = path }

  /// Finds a program on the search path of an environment.
  ///
  /// Only absolute folders are searched: an empty or relative entry would run what lies in the
  /// workspace under judgement.
  ///
  /// - Parameters:
  ///   - name: The program's name, without a slash.
  ///   - environment: The variables of which `PATH` counts.
  ///   - remedy: What to do where it is missing: "install git 2.38 or newer".
  /// - Returns: the first program of that name.
  /// - Throws: a diagnostic about the environment that names program and remedy.
  public static func find(_ name: String, in environment: ChildEnvironment, remedy: String)
    throws(Diagnostic) -> Executable
  {
    let folders = (environment["PATH"]?.text ?? "/usr/bin:/bin").split(separator: ":")
    for folder in folders where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      if isProgram(path) { return Executable(path: path) }
    }
    throw .programMissing(name, remedy: remedy)
  }

  private static func isProgram(_ path: String) -> Bool {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return false }
    return unsafe status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
