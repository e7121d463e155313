internal import Arguments
internal import Diagnostics

/// `ghost completion bash|zsh|fish`, and what those scripts ask for.
enum CompletionCommand {
  private static let shell = OperandSpec(
    "SHELL",
    .one,
    .choice(CompletionScript.allCases.map(\.rawValue)),
    help: "bash, zsh or fish"
  )

  static let command = Command(
    spec: CommandSpec(
      "completion",
      group: Group.help,
      summary: "write a script that completes ghost's command lines",
      description: """
        Put the line that belongs to your shell into its start-up file:

          bash  eval "$(ghost completion bash)"       in ~/.bashrc
          zsh   source <(ghost completion zsh)        in ~/.zshrc, behind compinit
          fish  ghost completion fish | source        in ~/.config/fish/config.fish
        """,
      operands: [shell]
    )
  ) { call in
    let script = call.arguments.operand(shell).flatMap(CompletionScript.init)
    call.console.out.write(script?.text(for: CommandTable.program.name) ?? "")
    return .done
  }

  /// Answers a script; a workspace that is given on the command line is listened to.
  static func complete(_ words: [String], _ context: Context) -> ExitCode {
    var context = context
    context.workspaceFolder = workspaceFolder(in: words)
    let completer = Completer(CommandTable.program) { kind in
      Listing(rawValue: kind)?.names(in: context) ?? []
    }
    context.console.out.write(completer.complete(words).lines)
    return .done
  }

  private static func workspaceFolder(in words: [String]) -> String? {
    let flag = "--" + CommandTable.workspace.name
    for (word, next) in zip(words, words.dropFirst()) {
      if word == flag { return next }
      if word.hasPrefix(flag + "=") { return String(word.dropFirst(flag.count + 1)) }
    }
    return nil
  }
}
