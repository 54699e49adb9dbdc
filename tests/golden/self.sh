#!/usr/bin/env bash
# golden-self: shows that golden notices a difference, a case that cannot be made and an empty folder, and that accept
# writes the difference down. Runs on a copy, with stand-ins for the program.
set -euo pipefail
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cp "$1" "$scratch/golden"
mkdir "$scratch/cases"
printf '#!/bin/sh\necho "$@"\n' > "$scratch/program"
printf '#!/bin/sh\necho "reason" >&2\nexit 1\n' > "$scratch/broken"
chmod +x "$scratch/program" "$scratch/broken"
golden () { "$scratch/golden" "$scratch/program" "${2:-$scratch/program}" ${1:-} > "$scratch/out" 2>&1; }

fail () { echo "$1"; cat "$scratch/out"; exit 1; }
! golden || fail 'no case at all was taken for good'
touch "$scratch/cases/a.txt"
echo '--lang ar' > "$scratch/cases/a.options"
echo 'tokens --lang ar a.txt' > "$scratch/cases/a.tokens.expected"
golden || fail 'the same was taken for different'
echo 'tokens --lang en a.txt' > "$scratch/cases/a.tokens.expected"
! golden || fail 'a difference was not noticed'
grep -q '^+tokens --lang ar a.txt' "$scratch/out" || fail 'the difference was not shown'
golden 'accept -y' || fail 'accept failed'
golden || fail 'what was accepted is different'
! golden '' "$scratch/broken" || fail 'a case that cannot be made was taken for good'
