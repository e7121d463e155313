extension CompletionScript {
  static func zshScript(for program: String) -> String {
    #"""
    #compdef \#(program)
    # zsh completion for \#(program); put it on your fpath as _\#(program), or load it with:
    # source <(\#(program) completion zsh)

    _\#(program)() {
      local -a lines values
      local line word help paths
      lines=("${(@f)$(${~${(Q)words[1]}} \#(command) "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
      for line in $lines; do
        case $line in
          (:*) paths=$line ;;
          (*)
            word=${line%%$'\t'*} help=${line#*$'\t'}
            values+=("${word//:/\\:}${help:+:$help}")
            ;;
        esac
      done
      case $paths in
        (:files) compset -P '--*='; _files ;;
        (:folders) compset -P '--*='; _files -/ ;;
        (*) (( $#values )) && _describe '\#(program)' values ;;
      esac
    }

    if [[ $funcstack[1] == _\#(program) ]]; then
      _\#(program) "$@"
    else
      compdef _\#(program) \#(program)
    fi

    """#
  }
}
