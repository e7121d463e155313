import Diagnostics
import Subprocess

extension Repository {
  /// Returns a command that asks about objects and references.
  func command(
    _ arguments: [Argument],
    input: [UInt8] = [],
    limits: Command.Limits = Command.Limits()
  ) -> Command {
    var variables = environment.objects(of: directory)
    for folder in scratch { Self.borrow("\(folder.path)/objects", in: &variables) }
    let overrides = GitEnvironment.overrides + GitEnvironment.isolatingOverrides
    return Command(
      git,
      overrides.flatMap { ["-c", $0] } + arguments,
      environment: variables,
      input: input,
      limits: limits
    )
  }

  /// Lets git read the objects of one more folder.
  static func borrow(_ objects: Argument, in variables: inout ChildEnvironment) {
    let name = "GIT_ALTERNATE_OBJECT_DIRECTORIES"
    // A quoted name may hold the colon that otherwise ends it.
    var quoted: [UInt8] = [UInt8(ascii: "\"")]
    for byte in objects.bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        quoted.append(UInt8(ascii: "\\"))
      }
      quoted.append(byte)
    }
    quoted.append(UInt8(ascii: "\""))
    let others = variables[name].map { ":" + $0 } ?? ""
    variables[name] = Argument(bytes: quoted) + others
  }

  /// Returns a command that looks at the working tree.
  func command(_ arguments: [Argument], inWorkTree root: Argument) -> Command {
    Command(
      git,
      ["-C", root] + GitEnvironment.overrides.flatMap { ["-c", $0] } + arguments,
      environment: environment.workTree(root, of: directory)
    )
  }

  /// Runs a command and returns its output, or quotes what git has to say about its failure.
  func answer(_ question: Argument, _ command: Command) throws(Diagnostic) -> [UInt8] {
    let outcome = try command.run()
    guard outcome.status.isSuccess else { throw .gitFailed(question.text, outcome) }
    return outcome.output
  }

  /// Runs git to the end and returns its output; the first argument is the git command.
  func ask(_ arguments: [Argument], input: [UInt8] = []) throws(Diagnostic) -> [UInt8] {
    try answer(arguments.first ?? "", command(arguments, input: input))
  }
}
