extension CompletionScript {
  static func fishScript(for program: String) -> String {
    #"""
    # fish completion for \#(program); load it with: \#(program) completion fish | source

    function __\#(program)_complete
      set -l words (commandline -opc)
      set -l typed (commandline -ct)
      set -l program $words[1]
      set -e words[1]
      for line in ($program \#(command) $words "$typed" 2>/dev/null)
        switch $line
          case ':none'
          case ':files'
            __\#(program)_paths __fish_complete_path "$typed"
          case ':folders'
            __\#(program)_paths __fish_complete_directories "$typed"
          case '*'
            echo $line
        end
      end
    end

    # Completes a path, behind '--option=' too.
    function __\#(program)_paths
      set -l cut (string match -r '^--[^=]*=' -- $argv[2])
      $argv[1] (string sub -s (math (string length -- "$cut") + 1) -- $argv[2]) | string replace -r '^' -- "$cut"
    end

    complete -c \#(program) -f -a '(__\#(program)_complete)'

    """#
  }
}
