import TestSupport
import Testing

/// Real shells complete real command lines.
@Suite struct ShellCompletionTests {
  private static let bash = Program(named: "bash")
  private static let zsh = Program(named: "zsh")
  private static let fish = Program(named: "fish")
  private static let canType = Terminal.python != nil

  /// What bash replies with to the words of a command line, the last one half typed.
  private func replies(to words: [String]) throws -> [String] {
    let bash = try #require(Self.bash)
    let folder = try TemporaryFolder()
    try folder.write("", to: "docs-new/plan.md")
    let script = """
      eval "$(ghost completion bash)"
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _ghost ghost
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let outcome = try bash.run(
      ["--norc", "--noprofile", "-c", script, "bash"] + words,
      in: folder.path,
      environment: ["PATH": BuiltGhost.searchPath]
    )
    #expect(outcome.status == 0, "\(outcome.error)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test(
    "bash",
    .enabled(if: bash != nil, "bash is not installed"),
    arguments: [
      (["ghost", "comp"], ["completion"]),
      (["ghost", "completion", ""], ["bash", "zsh", "fish"]),
      (["ghost", "completion", "z"], ["zsh"]),
      (["ghost", "help", "--m"], ["--man"]),
      (["ghost", "nonsense", ""], []),
      (["ghost", "--workspace", "doc"], ["docs-new"]),
      // bash hands '--workspace=doc' over in three pieces and replaces the last one.
      (["ghost", "--workspace", "=", "doc"], ["docs-new"]),
    ]
  )
  func bashReplies(words: [String], expected: [String]) throws {
    #expect(try replies(to: words) == expected)
  }

  @Test(
    "fish",
    .enabled(if: fish != nil, "fish is not installed"),
    arguments: [
      ("ghost comp", ["completion\twrite a script that completes ghost's command lines"]),
      ("ghost completion ", ["bash", "fish", "zsh"]),
      ("ghost completion z", ["zsh"]),
      ("ghost help --m", ["--man\twrite the manual page in mdoc(7), for man(1) to show"]),
      ("ghost --workspace doc", ["docs-new/\tDirectory"]),
      ("ghost --workspace=doc", ["--workspace=docs-new/\tDirectory"]),
      ("ghost nonsense ", []),
    ]
  )
  func fishOffers(line: String, expected: [String]) throws {
    let fish = try #require(Self.fish)
    let folder = try TemporaryFolder()
    try folder.write("", to: "docs-new/plan.md")
    let outcome = try fish.run(
      ["--no-config", "-c", "ghost completion fish | source; complete -C $argv[1]", line],
      in: folder.path,
      environment: ["PATH": BuiltGhost.searchPath]
    )
    #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == expected.sorted())
  }

  @Test(
    "at the prompt of bash",
    .enabled(if: bash != nil && canType, "bash or python3 is not installed")
  )
  func bashPrompt() throws {
    try expectCompletion(
      in: ["bash", "--norc", "--noprofile", "-i"],
      setUp:
        "PS1='re''ady '; bind 'set enable-bracketed-paste off'; eval \"$(ghost completion bash)\""
    )
  }

  @Test(
    "at the prompt of zsh",
    .enabled(if: zsh != nil && canType, "zsh or python3 is not installed")
  )
  func zshPrompt() throws {
    try expectCompletion(
      in: ["zsh", "-f", "-i"],
      setUp:
        "autoload -U compinit && compinit -D -u && source <(ghost completion zsh); PS1='re''ady '"
    )
  }

  @Test(
    "zsh describes, and completes behind a sign",
    .enabled(if: zsh != nil && canType, "zsh or python3 is not installed")
  )
  func zshPaths() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "docs-new/plan.md")
    let outcome = try Terminal.run(
      ["zsh", "-f", "-i"],
      environment: ["PS1": "start> "],
      in: folder.path,
      steps: [
        (
          "start> ",
          "autoload -U compinit && compinit -D -u; source <(ghost completion zsh); PS1='re''ady '\n"
        ),
        ("ready ", "ghost --workspace=doc\t version\n"),
        ("0.1.0", "ghost \t"),
        ("show the version", "\u{3}"),
        ("ready ", "exit\n"),
      ]
    )
    #expect(outcome.output.contains("--workspace=docs-new"))
    #expect(outcome.output.contains("completion  -- write a script that completes"))
  }

  /// Types `ghost comp⇥zs⇥⏎`, which must run `ghost completion zsh`.
  private func expectCompletion(in shell: [String], setUp: String) throws {
    let outcome = try Terminal.run(
      shell,
      environment: ["PS1": "start> "],
      steps: [
        ("start> ", setUp + "\n"),
        ("ready ", "ghost comp\tzs\t\n"),
        ("compdef _ghost ghost", "exit\n"),
      ]
    )
    #expect(outcome.output.contains("ghost completion zsh"))
    #expect(outcome.output.contains("#compdef ghost"), "\(outcome.output)")
  }
}
