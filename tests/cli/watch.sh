# tarikh watch: what comes into a folder goes into the dossier, whole; the outputs follow; a clean end.
. "${0%/*}/lib.sh"

tell () { printf 'افتتح وزير النقل جسراً رقم %s على النهر في %s مايو 2021. وحضر الافتتاح عدد من السفراء.\n' "$1" "$1"; }

# until SECONDS COMMAND…: waits until COMMAND succeeds.
until_true () {
  local end=$((SECONDS + $1))
  shift
  until "$@" > /dev/null 2>&1; do
    [ $SECONDS -lt $end ] || { complain "waited in vain: $*"; cat watch.out watch.err; return 1; }
    sleep 0.1
  done
}

told () { [ "$(grep -c "^$1" watch.out)" = "$2" ]; }

mkdir in
tell 1 > in/one.txt
run 0 init a.tarikh
refuse 1 "nowhere: not a folder" watch a.tarikh nowhere -o a.svg
refuse 2 "no output*" watch a.tarikh in
refuse 2 "*missing*" watch a.tarikh -o a.svg
refuse 2 "--every: *" watch a.tarikh in -o a.svg --every soon

"$tarikh" watch a.tarikh in -o a.svg -o a.layout.json --every 2 > watch.out 2> watch.err &
pid=$!
until_true 30 test -s a.svg
# A file that comes, one that is written slowly, one that is moved in, one that is bad, one that is not meant.
tell 2 > in/two.txt
(tell 3; for n in 1 2 3 4 5 6; do sleep 0.3; echo "سطر رقم $n من البيان الطويل."; done) > in/slow.txt
tell 4 > four && mv four in/four.txt
printf '\0' > in/bad.txt
tell 9 > in/.hidden
tell 9 > in/unfinished.part
until_true 30 told new 4
until_true 30 grep -q 'in/bad.txt' watch.err
[ "$(grep -c slow.txt watch.out)" = 1 ] || complain "a slow file was taken twice"
# A new version, a rename.
sed -i 's/عدد من السفراء/ثلاثة من السفراء/' in/two.txt
until_true 30 told replaced 1
mv in/four.txt in/renamed.txt
until_true 30 told unchanged 1
# The bad one is mended.
tell 7 > in/bad.txt
until_true 30 told new 5
sleep 1
kill -TERM $pid
wait $pid || complain "SIGTERM is no clean end"
"$tarikh" render a.tarikh -o b.svg && cmp -s a.svg b.svg || complain "the output is not what the dossier tells"
run 0 check a.tarikh
clean .
lacks watch.out hidden
lacks watch.out unfinished

# Once, as cron would: nothing new is no failure and writes nothing.
touch -d 2001-01-01 a.svg
run 0 watch a.tarikh in -o a.svg --once
[ "$(stat -c %Y a.svg)" = "$(date -d 2001-01-01 +%s)" ] || complain "an unchanged output was written"
printf '\0' > in/worse.txt
run 1 watch a.tarikh in -o a.svg --once
rm in/worse.txt
tell 8 > in/eight.txt
run 0 watch a.tarikh in -o a.svg --once --json
has out '"state":"new","source":"in/eight.txt"'

# One folder for all: outputs and the dossier are no stories.
mkdir all
tell 1 > all/one.txt
run 0 init all/a.tarikh
run 0 watch all/a.tarikh all -o all/a.svg -o all/a.html --once
run 0 watch all/a.tarikh all -o all/a.svg -o all/a.html --once
[ ! -s out ] || complain "an output was taken for a story"

# An output that cannot be written is told of; the dossier goes on.
mkdir shelf
"$tarikh" watch a.tarikh in -o shelf/a.svg > watch.out 2> watch.err &
pid=$!
until_true 30 test -s shelf/a.svg
rm -r shelf
tell 10 > in/ten.txt
until_true 30 grep -q 'shelf/a.svg' watch.err
mkdir shelf
until_true 30 told new 1
kill -INT $pid
wait $pid || complain "SIGINT is no clean end"
finish
