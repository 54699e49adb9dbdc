#!/usr/bin/env bash
# house-readme: README's table of options and the program's help tell of the same options, and what README shows is there.
# usage: readme.sh PROGRAM README
set -euo pipefail
help=$({ "$1" render --help; "$1" extract --help; } | grep -oE -- '--[a-z][a-z-]+' | sort -u | grep -vxE -- '--(help|version)')
told=$(grep -E '^\| `-' "$2" | grep -oE -- '--[a-z][a-z-]+' | sort -u)
if ! diff -u --label "the program's options" --label "README's options" <(echo "$help") <(echo "$told"); then
  exit 1
fi
while read -r path; do
  [[ -e "$(dirname "$2")/$path" ]] || { echo "README names $path, which is not there"; exit 1; }
done < <(grep -oE '\((tests|inputs|styles|src|include)/[^)]+\)' "$2" | tr -d '()')
[[ -n $help ]]
