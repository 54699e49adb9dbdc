# A dossier from the command line: every command, its output as text and as JSON, its messages.
. "${0%/*}/lib.sh"

cat > fire.txt <<'END'
اندلع حريق كبير في مصنع الأقمشة في 9 مايو 2021. وأصيب ثلاثة عمال في 9 مايو 2021.
END
cat > again.json <<'END'
{"id": "again", "text": "دشن وزير النقل الجسر الجديد على النهر في 5 مايو 2021 وسط حضور كبير من الأهالي.", "published": "2021-05-07"}
END

# init
run 0 init a.tarikh
[ ! -s out ] && [ ! -s err ] || complain "init is not silent"
refuse 2 "a.tarikh: is there already" init a.tarikh
refuse 1 "nowhere/a.tarikh: *" init nowhere/a.tarikh
refuse 2 "*missing*" init
refuse 2 "one word too many*" init a b
refuse 2 "--withdrawn: not mark or remove: \"x\"" init --withdrawn x b.tarikh
gone b.tarikh
run 0 init --json b.tarikh
has out '{"dossier":"b.tarikh"}'

# add: once, again, a new version, bad ones among good ones
run 0 add a.tarikh story.txt story.json fire.txt
[ "$(cat out)" = $'new\ts1\tstory.txt\nnew\tbridge\tstory.json\nnew\ts3\tfire.txt' ] || { complain "what add says"; cat out; }
run 0 add a.tarikh story.txt story.json --json
has out '{"story":"s1","state":"unchanged","source":"story.txt"}' '{"story":"bridge","state":"unchanged","source":"story.json"}'
sed -i 's/حريق كبير/حريق هائل/' fire.txt
run 0 add a.tarikh fire.txt
[ "$(cat out)" = $'replaced\ts3\tfire.txt' ] || complain "a new version is not one"
: > empty.txt
run 1 add a.tarikh empty.txt again.json missing.txt
has out $'new\tagain\tagain.json'
has err 'tarikh: empty.txt:1: the story is empty' 'tarikh: missing.txt: No such file or directory'
printf '{"id":"l1","text":"افتتحت المدرسة في 3 مارس 2021."}\nnonsense\n' > lines.jsonl
run 1 add a.tarikh lines.jsonl
has out $'new\tl1\tlines.jsonl:1'
has err 'tarikh: lines.jsonl:2: damaged JSON'
"$tarikh" extract story.txt > chronology.json
refuse 1 "chronology.json:1: a chronology, not a story; *" add a.tarikh chronology.json
refuse 2 "something is missing: tarikh add * STORY...; see *" add a.tarikh
printf '\n{"id":"l2","text":"افتتحت المدرسة في 4 مارس 2021."}\n\n' > blank.jsonl
run 0 add a.tarikh blank.jsonl
[ "$(cat out)" = $'new\tl2\tblank.jsonl:2' ] || complain "a blank line is no story"
refuse 1 "b.tarikh: a dossier, not a story" add a.tarikh b.tarikh

# list, show
run 0 list a.tarikh
event=$(grep -m1 $'\t2021-05-05\t' out | cut -f1)
fire=$(grep -m1 $'\t2021-05-09\t' out | cut -f1)
[[ $event == e???????? ]] || complain "no id for the bridge"
run 0 show a.tarikh "${event:0:6}"
has out "$event" $'\tagain:' 'دشن وزير النقل الجسر الجديد'
run 0 show --json a.tarikh "$event"
has out "\"id\": \"$event\"" '"mentions"' '"sources"'
refuse 2 "a.tarikh: no event \"ezzz\"" show a.tarikh ezzz
refuse 2 "a.tarikh: *" show a.tarikh ""

run 0 list --stories a.tarikh
has out $'s1\t' $'bridge\t2021-05-06\tusable\t1\tصحيفة المدينة\tافتتاح جسر\tstory.json' $'s3\t-\tusable\t2\t'
run 0 list --stories --json a.tarikh
has out '"id": "bridge"' '"version": 2'
run 0 snapshot a.tarikh
[ ! -s out ] || complain "snapshots before there are any"

# edit, undo, redo, log
run 0 edit a.tarikh reword "$event" 'الجسر يفتح أبوابه' --author نور
[ "$(cat out)" = "$event" ] || complain "edit does not print the event"
run 0 edit --json a.tarikh pin "$event"
has out "{\"event\":\"$event\"}"
run 0 undo a.tarikh
[ "$(cat out)" = "undone: pin $event" ] || complain "undo"
run 0 redo --json a.tarikh
has out "{\"redone\":\"pin $event\"}"
refuse 2 'a.tarikh: nothing to "redo"' redo a.tarikh
refuse 2 'a.tarikh: *: "reword EVENT HEADLINE"' edit a.tarikh reword "$event" two words
refuse 2 'a.tarikh: no such edit: "explode"' edit a.tarikh explode "$event"
refuse 2 'a.tarikh: not a date like *' edit a.tarikh redate "$event" yesterday
run 0 log a.tarikh
has out $'\tنور\treword\t'"$event"$'\theadline=الجسر يفتح أبوابه' $'\tundo\t'"$event"$'\tof='
lacks out 'was_headline'
SOURCE_DATE_EPOCH=0 "$tarikh" edit a.tarikh note "$fire" 'ملاحظة' > out || complain "note"
run 0 log a.tarikh
has out $'1970-01-01T00:00:00Z\t'
run 0 log --json a.tarikh
has out '"op": "note"'
run 0 list a.tarikh
has out 'pinned,reworded' 'الجسر يفتح أبوابه' 'noted'

# snapshot, diff, withdraw
run 0 snapshot a.tarikh monday
run 0 snapshot a.tarikh
[[ $(cat out) == $'monday\t20'* ]] || complain "the snapshot is not listed"
run 0 snapshot --json a.tarikh
has out '"snapshot": "monday"'
refuse 2 'a.tarikh: a snapshot needs a name' snapshot a.tarikh ''
refuse 2 'a.tarikh: there is a snapshot "monday" already' snapshot a.tarikh monday
run 0 diff a.tarikh monday
[ ! -s out ] || complain "nothing has changed"
run 0 withdraw a.tarikh s3 --reason 'سحبته الوكالة'
refuse 2 'a.tarikh: no story "s9"' withdraw a.tarikh s9
run 0 edit a.tarikh redate "$event" 2021-05-06
run 0 diff a.tarikh monday
has out "$event"$'\tredated' "$fire"$'\twithdrawn' $'  - 2021-05-05\t' $'  + 2021-05-06\t'
run 0 diff --json a.tarikh monday
has out '"redated"' '"before": "monday"' '"after": null'
run 0 snapshot a.tarikh tuesday --json
run 0 diff a.tarikh monday tuesday
has out "$event"$'\tredated'
refuse 2 'a.tarikh: no snapshot "sunday"' diff a.tarikh sunday
run 0 withdraw a.tarikh s3 --restore --json
has out '{"story":"s3","status":"usable"}'

# render: as with stories; the same again writes nothing; marks
run 0 render a.tarikh -o a.svg -o a.pdf -o a.layout.json
starts a.pdf '%PDF-'
touch -d 2001-01-01 a.svg a.pdf
run 0 render a.tarikh -o a.svg -o a.pdf --json
has out '{"outputs":[{"file":"a.svg","written":false},{"file":"a.pdf","written":false}]}'
[ "$(stat -c %Y a.svg a.pdf | sort -u)" = "$(date -d 2001-01-01 +%s)" ] || complain "an unchanged output was written"
has a.layout.json "\"$event\""
run 0 render a.tarikh --since monday -o marked.layout.json
has marked.layout.json '"كان 5 مايو 2021"' 'الشارات: ما تغيّر منذ'
lacks a.layout.json 'كان 5 مايو'
run 0 withdraw a.tarikh s3
run 0 extract a.tarikh
has out '"mark": "سُحب مصدره"' '"struck": true'
mv out marked.json
run 0 render marked.json -o marked.layout.json # and what was extracted is drawn with its marks
has marked.layout.json '"سُحب مصدره"'
run 0 withdraw a.tarikh s3 --restore
run 0 extract a.tarikh
has out "\"id\": \"$event\"" '"tarikh": 1'
refuse 1 'a.tarikh: a dossier stands alone*' render a.tarikh story.txt -o x.svg
refuse 1 '--since: only a dossier has snapshots' render story.txt --since monday -o x.svg
run 0 edit a.tarikh hide "$event"
run 0 render a.tarikh -o a.svg --json
has out '"written":true'

# dump, load, refresh, check
run 0 dump a.tarikh
mv out dump.jsonl
run 0 load c.tarikh dump.jsonl
run 0 dump c.tarikh
cmp -s out dump.jsonl || complain "a dump of what was loaded is another"
refuse 2 'c.tarikh: is there already' load c.tarikh dump.jsonl
head -c 3000 dump.jsonl > half.jsonl
refuse 1 'half.jsonl:*: damaged JSON: *' load d.tarikh half.jsonl
gone d.tarikh
refuse 1 'story.txt:1: damaged JSON: *' load d.tarikh story.txt
gone d.tarikh
"$tarikh" load d.tarikh - < dump.jsonl || complain "load of standard input"
"$tarikh" list c.tarikh > before
run 0 refresh --reread --json c.tarikh
has out '{"reread":true}'
run 0 list c.tarikh
cmp -s before out || complain "reading again changed what is told"
run 0 refresh c.tarikh
run 0 check --json c.tarikh
has out '{"ok":true}'

# What is no dossier
refuse 1 'story.txt: not a dossier of tarikh' list story.txt
refuse 1 'missing.tarikh: No such file or directory' list missing.tarikh
mkdir folder.tarikh
mkfifo pipe.tarikh
refuse 1 'pipe.tarikh: not a dossier of tarikh' list pipe.tarikh
refuse 2 'pipe.tarikh: is there already' init pipe.tarikh
refuse 1 'folder.tarikh: Is a directory' add folder.tarikh story.txt
cp c.tarikh damaged.tarikh && truncate -s 20000 damaged.tarikh && cp damaged.tarikh kept
refuse 1 'damaged.tarikh: damaged*' list damaged.tarikh
refuse 1 'damaged.tarikh: damaged*' add damaged.tarikh story.txt
cmp -s damaged.tarikh kept || complain "a damaged file was touched"
"$tarikh" list c.tarikh > /dev/full 2> err && [ -c /dev/full ] && complain "a full device is no failure"

# Nothing beside the files
[ -z "$(ls | grep -E 'journal|-wal|-shm')" ] || complain "a journal was left"
finish
