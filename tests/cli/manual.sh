# The manual page, README and the completion know every command and option that --help knows, and no other.
# usage: manual.sh PROGRAM MANUAL README COMPLETION-FILE
manual=$(realpath "$2") readme=$(realpath "$3") completion=$(realpath "$4")
. "${0%/*}/lib.sh"

run 0 --help
sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' out > commands
[ "$(wc -l < commands)" -ge 18 ] || complain "--help lists few commands"
while read -r command; do "$tarikh" "$command" --help | sed -nE 's/^.{6}(--[a-z-]+).*/\1/p'; done < commands | sort -u > options

# The manual: roff writes a hyphen as \-.
sed 's/\\-/-/g; s/\\f.//g' "$manual" > page
grep -oE -- '--[a-z][a-z-]+' page | sort -u > told
diff options told > differ || { complain "options of --help (<) and of the manual (>)"; cat differ; }
while read -r command; do
  grep -qE "^\.(B|BI|TP|BR)? ?\"?.*\b$command\b" page || complain "the manual does not tell of $command"
  grep -qE "tarikh $command\b" "$readme" || complain "README does not tell of $command"
done < commands

# The completion offers the commands, and help.
. "$completion"
COMP_WORDS=(tarikh '') COMP_CWORD=1
_tarikh
printf '%s\n' "${COMPREPLY[@]}" | grep -v -- '^--' | sort > offered
{ cat commands; echo help; } | sort | diff - offered || complain "commands of --help (<) and of the completion (>)"

finish
