# What the scripts of this folder share. Each is run as: SCRIPT PROGRAM; it works in a directory of its own, prints what
# went wrong, and ends with the number of failures. No script needs more than bash and coreutils.
set -u
tarikh=$(realpath "$1")
scratch=$(mktemp -d) || exit 99
cd "$scratch" || exit 99
unset SOURCE_DATE_EPOCH
failures=0

complain () { printf '%s: line %s: %s\n' "${0##*/}" "${BASH_LINENO[-2]}" "$1"; failures=$((failures + 1)); }

# finish: the end of every script. Removes the directory here and not in a trap: a child that is killed before its exec
# would run the trap.
finish ()
{
  [ "$failures" = 0 ] || printf '%s failures\n' "$failures"
  cd / && rm -rf "$scratch"
  exit $((failures > 0))
}

# run STATUS ARG…: runs the program; its output is in ./out and ./err, its status must be STATUS.
run () {
  local want=$1
  shift
  "$tarikh" "$@" > out 2> err
  local got=$?
  [ "$got" = "$want" ] || { complain "status $got, not $want: tarikh $*"; cat err; }
}

# refuse STATUS MESSAGE ARG…: as run; standard error must be the one line "tarikh: MESSAGE" (a pattern of [[ ]]), standard
# output empty.
refuse () {
  local want=$1 message=$2
  shift 2
  run "$want" "$@"
  [ "$(wc -l < err)" = 1 ] || { complain "not one line: tarikh $*"; cat err; }
  [[ "$(cat err)" == "tarikh: "$message ]] || { complain "message of: tarikh $*"; cat err; }
  [ ! -s out ] || complain "output of: tarikh $*"
}

# has FILE TEXT…: every TEXT stands in FILE.
has () {
  local file=$1 text
  shift
  for text in "$@"; do
    grep -qF -- "$text" "$file" || complain "$file lacks: $text"
  done
}

lacks () { ! grep -qF -- "$2" "$1" || complain "$1 has: $2"; }

# lines FILE N
lines () { [ "$(wc -l < "$1")" = "$2" ] || complain "$1 has $(wc -l < "$1") lines, not $2"; }

# starts FILE BYTES
starts () { [ "$(head -c ${#2} "$1" | tr -d '\0')" = "$2" ] || complain "$1 does not start with $2"; }

exists () { [ -e "$1" ] || complain "$1 is missing"; }
gone () { [ ! -e "$1" ] || complain "$1 is there"; }

# No temporary file was left in the directories given.
clean () { [ -z "$(find "$@" -maxdepth 1 -name '.tarikh-*')" ] || complain "a temporary file was left"; }

# The stories that most scripts use.
cat > story.txt <<'END'
افتتاح جسر جديد على النهر

افتتح وزير النقل في 5 مايو 2021 جسراً جديداً على النهر شرق المدينة. وكانت أعمال البناء قد بدأت في مارس 2018.
وأعلنت البلدية أن الجسر سيغلق للصيانة في يناير 2026.
END
cat > story.json <<'END'
{
  "id": "bridge",
  "title": "افتتاح جسر",
  "text": "افتتح وزير النقل جسراً جديداً على النهر في 5 مايو 2021.",
  "published": "2021-05-06",
  "outlet": "صحيفة المدينة",
  "editor": {"name": "x"}
}
END
