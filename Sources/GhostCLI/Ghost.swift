internal import Arguments
internal import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The program, from its arguments to its exit code.
public enum Ghost {
  /// Runs the process's own command line and ends the process.
  public static func main() -> Never {
    Terminal.ignoreClosedPipes()
    Terminal.occupyClosedStreams()
    exit(run(Array(CommandLine.arguments.dropFirst()), .live()).rawValue)
  }

  /// Runs one command line, the program's own name left out.
  ///
  /// It is the one funnel: whatever goes wrong anywhere arrives here as a ``Diagnostic``, is shown
  /// on standard error and decides the exit code.
  public static func run(_ arguments: [String], _ context: Context) -> ExitCode {
    let code: ExitCode
    do throws(Diagnostic) {
      code = try perform(arguments, context)
    } catch {
      code = context.console.report([error])
    }
    return finish(code, context.console)
  }

  private static func perform(_ arguments: [String], _ context: Context) throws(Diagnostic)
    -> ExitCode
  {
    if arguments == ["--version"] { return VersionCommand.run(context.console) }
    if arguments.first == CompletionScript.command {
      return CompletionCommand.complete(Array(arguments.dropFirst()), context)
    }
    switch try ArgumentParser(CommandTable.program).parse(arguments) {
    case .version: return VersionCommand.run(context.console)
    case .help(let words): return try HelpCommand.help(on: words, context.console)
    case .run(let spec, let parsed):
      guard let command = CommandTable.all.first(where: { $0.spec.name == spec.name }) else {
        return .done
      }
      var context = context
      context.workspaceFolder = parsed.value(CommandTable.workspace)
      context.console.isQuiet = parsed.flag(CommandTable.quiet)
      let usage = Usage(of: spec, in: CommandTable.program)
      return try command.run(Invocation(arguments: parsed, context: context, usage: usage))
    }
  }

  /// Hands on the last of the results; who has closed the pipe has seen enough, but what the results
  /// come to still stands in the exit code.
  private static func finish(_ code: ExitCode, _ console: Console) -> ExitCode {
    console.out.flush()
    switch console.out.failure {
    case nil, EPIPE: return code
    case let failure?: return console.report([.outputFailed(failure)])
    }
  }
}
