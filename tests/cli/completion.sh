# Completion offers every option that --help lists, and the commands.
# usage: completion.sh PROGRAM COMPLETION-FILE
completion=$(realpath "$2")
. "${0%/*}/lib.sh"
PATH=${tarikh%/*}:$PATH
. "$completion"

offer () { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _tarikh; printf '%s\n' "${COMPREPLY[@]}" > offered; }

offer tarikh ren
[ "$(cat offered)" = render ] || complain "the command is not offered"
for command in render extract init add list show edit undo redo withdraw log snapshot diff refresh check dump load watch; do
  "$tarikh" $command --help | sed -nE 's/^.{6}(--[a-z-]+).*/\1/p' | sort > listed
  offer tarikh $command --
  sort offered | cmp -s - listed || { complain "options of $command"; diff offered listed; }
done
offer tarikh render --layout ver
[ "$(cat offered)" = vertical ] || complain "a value is not offered"
offer tarikh render sto
has offered story.txt story.json

finish
