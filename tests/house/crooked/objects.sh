#!/bin/sh
# house-objects: runs house over the object of crooked.c and looks for each finding that it must give.
# usage: objects.sh HOUSE GOOD-TREE LAWS LIBRARY; the object lies in the folder that Meson keeps beside the library
set -u
scratch=$(mktemp -d) && trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/libx.a.p" && cp "$4.p/crooked.c.o" "$scratch/libx.a.p/base_crooked.c.o" || exit 99
if "$1" "$2" "$3" "$scratch" > "$scratch/found"; then
  echo 'no finding in an object that breaks the law'
  exit 1
fi
status=0
while read -r finding; do
  grep -qF -- "$finding" "$scratch/found" || { echo "missing: $finding"; status=1; }
done <<'END'
symbol: crooked_counter does not start with tarikh_base_
static: crooked_counter can be written (.data)
symbol: crooked_run does not start with tarikh_base_
symbol: base may not call tarikh_text_reach
call: getenv: the environment is an argument
call: puts: only the command line prints
can be written (.bss)
END
if grep -E 'static: ([a-z_]+[.])?table' "$scratch/found"; then
  echo 'a const table was taken for a writable one'
  status=1
fi
[ $status = 0 ] || cat "$scratch/found"
exit $status
