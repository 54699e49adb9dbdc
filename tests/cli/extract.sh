# The chronology as data: its frame, ids, options; a chronology can be read back.
. "${0%/*}/lib.sh"

run 0 extract story.txt
starts out '{'
has out '"tarikh": 1' '"id": "s1"' '"source": "story.txt"' '"lang": "ar"' '"published": null' '"title": "افتتاح جسر جديد على النهر"' \
  '"value": "2021-05-05"' '"start": "2021-05-05"'
cp out plain.json
run 0 extract - < story.txt
sed 's/"source": "-"/"source": "story.txt"/' out | cmp -s - plain.json || complain "standard input reads otherwise"
run 0 extract story.txt
cmp -s out plain.json || complain "two runs differ"
sed 's/$/\r/' story.txt > crlf.txt
run 0 extract crlf.txt
has out '"value": "2021-05-05"' '"title": "افتتاح جسر جديد على النهر"'
printf '\xef\xbb\xbf' | cat - story.txt > bom.txt
run 0 extract bom.txt
sed 's/"source": "bom.txt"/"source": "story.txt"/' out | cmp -s - plain.json || complain "a byte order mark shifts something"

run 0 extract --published 2021-05-06T10:00 story.txt
has out '"published": "2021-05-06"' '"published_by": "given"'
run 0 extract story.json
has out '"id": "bridge"' '"published": "2021-05-06"' '"published_by": "metadata"' '"outlet": "صحيفة المدينة"'
run 0 extract --published 1999-01-01 story.json
has out '"published": "2021-05-06"'
run 0 extract - < story.json
has out '"id": "bridge"' '"source": "-"'

# Ids: those that stories bring, s1, s2 … for the others.
run 0 extract story.json story.txt bom.txt
has out '"id": "bridge"' '"id": "s1"' '"id": "s2"'
lacks out '"id": "s3"'

run 0 extract --title 'عنوان آخر' story.txt
has out '"title": "افتتاح جسر جديد على النهر"'
printf 'وصل الوفد في 3 مايو 2020.\n' > untitled.txt
run 0 extract --title 'عنوان آخر' untitled.txt
has out '"title": "عنوان آخر"'

run 0 extract --from 2021 --to 2021-12 story.txt
has out '"start": "2021-05-05"'
lacks out '"start": "2018-03-01"'
run 0 extract --from 2030 story.txt
lacks out '"start": "2021-05-05"'

# Why an event stands so: its date, the words and the rule that gave it, its sentence, its salience.
run 0 extract --explain all story.txt
has out 'e1 ' 'e2 ' '  date      2021-05-05 ' '  time      "' 'DATE 2021-05-05, rule ' '  event     past, rule ' '  salience  0.' \
  'precision of the date' 'independent stories (1)' '  sentence  s1, '
cp out all.txt
run 0 extract --explain e2 story.txt
[ "$(grep -c '^e' out)" = 1 ] || complain "more than the one event is explained"
[ "$(head -n 1 out)" = "$(grep '^e2 ' all.txt)" ] || complain "another event is explained"
run 0 extract --explain all --max-events 1 story.txt
[ "$(grep -c '^e' out)" = 1 ] || complain "the events are not those of the JSON"
sed 's/bridge/again/' story.json > again.json
run 0 extract --explain all story.json again.json
has out '  telling   bridge, صحيفة المدينة, 2021-05-06: ' '  telling   again, ' '  sentence  bridge, '
printf '\033[31mافتتح الوزير الجسر في 5 مايو 2021.\n' > rude.txt
run 0 extract --explain all rude.txt
grep -q "$(printf '\033')" out && complain "a story rules the terminal"

# No date at all, no letters at all: still a chronology.
printf 'سافر الوفد إلى العاصمة.\n' > dateless.txt
run 0 extract dateless.txt
has out '"tarikh": 1'
printf '12 ... 7\n' > letterless.txt
run 0 extract letterless.txt

# A file's name may be any bytes; what comes out is UTF-8, and goes in again.
cp story.txt $'name\xff.txt'
run 0 extract $'name\xff.txt'
iconv -f UTF-8 -t UTF-8 out > named.json 2> err || complain "a file's name makes JSON that is not UTF-8"
has named.json $'"source": "name\xef\xbf\xbd.txt"'
run 0 extract named.json

# What comes out goes in again.
run 0 extract plain.json
cmp -s out plain.json || complain "a chronology does not survive being read"
run 0 extract - < plain.json
cmp -s out plain.json || complain "a chronology does not survive a pipe"

# One line of ten megabytes, read to its end.
yes 'وصل الوفد إلى العاصمة ثم عاد منها إلى بلده مساء ' | head -n 115000 | tr -d '\n' > long.txt
printf 'وغادر الوزير المدينة في 4 يونيو 2019.\n' >> long.txt
run 0 extract long.txt
has out '"value": "2019-06-04"'

finish
