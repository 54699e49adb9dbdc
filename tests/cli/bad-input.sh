# What cannot be read is status 1 and one line that names the file, the place and the reason; no output appears, and an
# older one stays as it was.
. "${0%/*}/lib.sh"

: > empty.txt
printf ' \n\t\r\n\xc2\xa0' > blank.txt
printf 'good line\nbad \xff line\n' > bytes.txt
printf 'ab\0cd' > nul.txt
mkdir directory.txt
printf '{"text": "a",\n}' > damaged.json
printf '{"text": "\xff"}' > bytes.json
printf '[1, 2]' > list.json
printf '{"text": "a\\u0000b"}' > escaped.json
printf '{"tarikh": 1, "events": [{"headline": "a\\u0000b"}]}' > escaped-events.json
printf '{"tarikh": 1,\n "events": [}' > damaged-events.json
printf '{"title": "a"}' > textless.json
printf '{"text": 7}' > number.json
printf '{"text": "a", "title": {}}' > title.json
printf '{"text": "a", "published": "soon"}' > soon.json
printf '{"tarikh": 1, "stories": 3}' > chronology.json
: > empty.json
printf '%0.s[' {1..5000} > deep.json
mkdir old && printf 'older' > old/x.pdf

check () {
  refuse 1 "$@"
  refuse 1 "$1" render "${@:3}" -o old/x.pdf -o old/x.svg
  [ "$(cat old/x.pdf)" = older ] || complain "an older output was touched"
  gone old/x.svg
  clean old
}
check "missing.txt: No such file or directory" extract missing.txt
check "directory.txt: Is a directory" extract directory.txt
check "empty.txt:1: *" extract empty.txt
check "blank.txt:1: *" extract blank.txt
check "bytes.txt:2: not UTF-8 *" extract bytes.txt
check "nul.txt:1: *" extract nul.txt
check "damaged.json:2: *" extract damaged.json
check "bytes.json:1: *" extract bytes.json
check "list.json:1: *" extract list.json
check 'escaped.json:1: damaged JSON: a string with \\u0000 is not text' extract escaped.json
check 'escaped-events.json:1: damaged JSON: a string with \\u0000 is not text' extract escaped-events.json
check 'damaged-events.json:2: damaged JSON: *' extract damaged-events.json
check 'textless.json:1: *"text"*' extract textless.json
check 'number.json:1: "text" *' extract number.json
check 'title.json:1: "title" *' extract title.json
check 'soon.json:1: "published" *soon' extract soon.json
check "chronology.json:*" extract chronology.json
check "empty.json:1: *" extract empty.json
check "deep.json:1: *" extract deep.json
check 'story.json:1: another story has the id "bridge"' extract story.json story.json
check $'a\xef\xbf\xbd[31m b.txt: *' extract $'a\x1b[31m\nb.txt'

# Every bad story is told, in one run.
run 1 extract missing.txt story.txt empty.txt
lines err 2
[ ! -s out ] || complain "half an output"

# What would harm is refused before any work is done.
cp story.txt story.svg
refuse 2 "story.svg: is a story*" render story.svg -o story.svg
cmp -s story.txt story.svg || complain "a story was overwritten"

finish
