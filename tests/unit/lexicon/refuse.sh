#!/bin/sh
# lexicon/refuse: the compiler of the tables refuses a bad row, naming file and line.
# usage: refuse.sh LEXICON-COMPILE
compile=$1
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/xx"
failed=0

# refuses TABLE-TEXT WANTED-MESSAGE
refuses () {
  printf "$1" > "$folder/xx/t.tsv"
  message=$("$compile" "$folder/out.c" "$folder/xx/t.tsv" 2>&1)
  status=$?
  case "$status $message" in
    "1 $folder/xx/t.tsv:"*"$2"*) ;;
    *) echo "wanted '$2', got $status '$message'"; failed=1 ;;
  esac
}

refuses 'word\tclass\tvalue\nx\tNO_SUCH\t1\n' "2: unknown class 'NO_SUCH'"
refuses 'word\tclass\tvalue\n# c\nx\tMONTH\t1\nX\tMONTH\t2\n' "4: 'X' is in class MONTH already"
refuses 'word\tclass\tvalue\n\tMONTH\t1\n' "2: '' folds to nothing"
refuses 'word\tclass\tvalue\nx\tMONTH\n' "2: 2 columns, 3 needed"
refuses 'key\ttext\na\tb\na\tc\n' "3: message 'a' told twice"
refuses 'form\tclitics\na\tand+nothing\n' "2: unknown clitic 'nothing'"
refuses 'name\tpattern\na\tb\tc\n' "2: 3 columns, the header has 2"

printf 'word\tclass\tvalue\nx\tMONTH\t1\n' > "$folder/xx/t.tsv"
"$compile" "$folder/out.c" "$folder/xx/t.tsv" || { echo "a good table was refused"; failed=1; }
exit $failed
