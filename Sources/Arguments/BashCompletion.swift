extension CompletionScript {
  /// Works in bash 3.2, which macOS still ships: no `mapfile`, and `compopt` only where it is.
  static func bashScript(for program: String) -> String {
    #"""
    # bash completion for \#(program); load it with: eval "$(\#(program) completion bash)"

    _\#(program)() {
      local -a words=()
      local i part joined= last= line help
      # bash cuts words at '=' and ':' (COMP_WORDBREAKS); they are put together again, and only the
      # piece behind the last cut is what a reply replaces.
      for ((i = 1; i <= COMP_CWORD; i++)); do
        part=${COMP_WORDS[i]}
        if [[ $part == [=:]* && ${#words[@]} -gt 0 ]]; then
          words[${#words[@]}-1]+=$part
          joined=1 last=
        elif [[ -n $joined ]]; then
          words[${#words[@]}-1]+=$part
          joined= last=$part
        else
          words+=("$part")
          last=$part
        fi
      done
      local typed=${words[${#words[@]}-1]}
      local kept=${typed%"$last"}

      COMPREPLY=()
      while IFS=$'\t' read -r line help; do
        case $line in
          :none) ;;
          :files)
            compopt -o default 2>/dev/null ||
              while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$last")
            ;;
          :folders)
            compopt -o dirnames 2>/dev/null ||
              while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$last")
            ;;
          *) COMPREPLY+=("${line#"$kept"}") ;;
        esac
      done < <("$1" \#(command) "${words[@]}" 2>/dev/null)
    }

    complete -F _\#(program) \#(program)

    """#
  }
}
