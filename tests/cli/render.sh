# The main job: every format by its ending, options, inputs of every kind, the same bytes again.
. "${0%/*}/lib.sh"

run 0 render story.txt -o a.pdf -o a.svg -o a.png -o a.layout.json
[ ! -s out ] && [ ! -s err ] || complain "says something when all is well"
starts a.pdf '%PDF-'
starts a.svg '<'
has a.svg '<svg' '</svg>'
has a.layout.json '"unit"' '"rtl"' '"pages"' '"headline"'
[ "$(head -c 4 a.png | od -An -c | tr -d ' ')" = '211PNG' ] || complain "a.png is no PNG"
[[ "$(tail -c 8 a.pdf)" == *%%EOF* ]] || complain "a.pdf has no end"

mkdir again
run 0 render story.txt -o again/a.pdf -o again/a.svg -o again/a.png -o again/a.layout.json
for file in a.pdf a.svg a.png a.layout.json; do
  cmp -s $file again/$file || complain "$file differs from run to run"
done
SOURCE_DATE_EPOCH=1700000000 run 0 render story.txt -o dated.pdf
SOURCE_DATE_EPOCH=1700000000 run 0 render story.txt -o dated2.pdf
cmp -s dated.pdf dated2.pdf || complain "SOURCE_DATE_EPOCH gives other bytes from run to run"
TZ=Asia/Tokyo LC_ALL=C.UTF-8 LANG=ar_EG run 0 render story.txt -o zone.pdf
cmp -s zone.pdf a.pdf || complain "the locale or the time zone shows"

# Endings in either case; --format for what has none; standard output.
run 0 render story.txt -o UPPER.PDF
starts UPPER.PDF '%PDF-'
run 0 render story.txt -o - --format svg
cmp -s out a.svg || complain "standard output differs from a file"
run 0 render story.txt -o noending --format png
cmp -s noending a.png || complain "--format does not serve a file without an ending"
run 0 render story.txt -o - -o b.pdf --format layout.json
cmp -s out a.layout.json && cmp -s b.pdf a.pdf || complain "--format overrules an ending"

# Inputs of every kind.
run 0 extract story.txt && cp out chronology.json
run 0 render chronology.json -o c.pdf
run 0 render - -o d.pdf < chronology.json
cmp -s c.pdf d.pdf || complain "a chronology from a pipe draws otherwise"
run 0 render story.json -o e.pdf
run 0 render - -o f.pdf < story.txt
printf '{"text": "افتتح الوزير الجسر في 5 مايو 2021."}\n{"text": "غادر الوفد العاصمة في يونيو 2019."}\n' > two.jsonl
run 0 render two.jsonl story.txt -o g.layout.json
has g.layout.json '2019' '2021'
printf 'سافر الوفد إلى العاصمة ثم عاد.\n' > dateless.txt
run 0 render dateless.txt -o dateless.pdf -o dateless.layout.json
starts dateless.pdf '%PDF-'
printf 'The minister opened the bridge on 5 May 2021. Work had begun in March 2018.\n' > english.txt
run 0 render english.txt -o english.layout.json
has english.layout.json '"ltr"'

# Options that change the page.
for options in --layout=horizontal --layout=vertical --layout=list --layout=lanes --width=500 --paper=A3 --paper=200x300mm --orientation=landscape \
  --calendar=hijri --calendar=both --digits=arab --months=levantine --axis-dir=ltr --max-events=1 --title=عنوان --from=2020; do
  run 0 render story.txt "$options" -o option.pdf -o option.layout.json
  starts option.pdf '%PDF-'
  cmp -s option.layout.json a.layout.json && [ "$options" != --months=levantine ] && echo "note: $options changed nothing"
done
has option.layout.json '2021'
run 0 render story.txt --title='جسر النهر' -o titled.layout.json
has titled.layout.json 'جسر النهر'
run 0 render story.txt --paper=A5 --orientation=portrait --layout=vertical -o a5.layout.json
grep -Eq '"width": ?148' a5.layout.json || complain "A5 is not 148 mm wide"
refuse 1 "*" render story.txt --style=nosuchstyle -o no.pdf
refuse 1 "*" render story.txt --style=./nosuch.style -o no.pdf
refuse 1 "*" render story.txt --fonts=nosuchdirectory -o no.pdf
gone no.pdf

finish
