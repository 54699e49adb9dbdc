# Completion of tarikh(1) for bash. The options are read from --help, so that they stand in one place.
_tarikh ()
{
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} words
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    words='render extract init add list show edit undo redo withdraw log snapshot diff refresh check dump load watch help
      --help --version'
  else
    case $before:$command in
      --format:extract) words='json jsonl' ;;
      --explain:*) words='all' ;;
      --format:*) words='pdf svg png html layout.json' ;;
      --layout:*) words='auto horizontal vertical list lanes' ;;
      --orientation:*) words='portrait landscape' ;;
      --axis-dir:*) words='auto rtl ltr' ;;
      --calendar:*) words='auto gregorian hijri both' ;;
      --digits:*) words='auto latn arab arabext' ;;
      --months:*) words='auto gregorian levantine maghrebi moroccan twin' ;;
      --text:*) words='outlines live' ;;
      --paper:*) words='A4 A3 A5 letter' ;;
      --withdrawn:*) words='mark remove' ;;
      *:help) ;;
      *)
        [[ $COMP_CWORD == 3 && $command == edit && $word != -* ]] \
          && words='accept hide unhide pin unpin reword redate merge split note add'
        [[ $word == -* ]] && words=$("${COMP_WORDS[0]}" "$command" --help 2> /dev/null | grep -oE '^.{6}--[a-z-]+' | grep -oE -- '--.*') ;;
    esac
  fi
  if [ -n "${words-}" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  fi
}
complete -o filenames -F _tarikh tarikh
