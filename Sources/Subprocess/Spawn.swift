import Diagnostics
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How much of this process's own standard streams a child is given.
enum TerminalShare {
  case nothing
  /// Standard error, for prompts.
  case errorStream
  case everything
}

/// A child that runs, and the pipes to it.
struct SpawnedChild: ~Copyable {
  // The pipes stand first: they are closed before the child is asked to end.
  var pump: PipePump
  var process: ChildProcess
}

extension Command {
  /// Starts the program; what this process does about a few signals is not handed on to it.
  func spawn(sharing: TerminalShare, resetting signals: [Int32]) throws(Diagnostic) -> SpawnedChild
  {
    guard let argv = CStringArray([Argument(program.path)] + arguments),
      let variables = CStringArray(environment.entries),
      !program.path.utf8.contains(0)
    else { throw .argumentHoldsNUL(program.path) }

    let plan = SpawnPlan()
    plan.resetSignals([SIGPIPE] + signals)
    return try Pipe.spawning.withLock { _ throws(Diagnostic) -> sending SpawnedChild in
      let input = try Pipe(if: sharing != .everything)
      let output = try Pipe(if: sharing != .everything)
      let error = try Pipe(if: sharing == .nothing)
      plan.connect(input.reading, to: STDIN_FILENO)
      plan.connect(output.writing, to: STDOUT_FILENO)
      plan.connect(error.writing, to: STDERR_FILENO)
      let number = plan.spawn(program.path, arguments: argv, environment: variables)
      guard number > 0 else { throw .cannotStart(program.path, code: -number) }
      return SpawnedChild(
        pump: PipePump(
          input: input.writing,
          output: output.reading,
          error: error.reading
        ),
        process: ChildProcess(owning: number)
      )
    }
  }
}
