# Outputs appear whole or not at all, and together.
. "${0%/*}/lib.sh"

# One that cannot be written keeps the others from appearing.
mkdir directory.pdf
refuse 1 "directory.pdf: Is a directory" render story.txt -o a.svg -o directory.pdf
refuse 1 "nowhere/a.pdf: No such file or directory" render story.txt -o a.svg -o nowhere/a.pdf
refuse 1 "story.txt/a.pdf: Not a directory" render story.txt -o a.svg -o story.txt/a.pdf
if [ -c /dev/full ]; then
  refuse 1 "/dev/full: No space left on device" render story.txt -o a.svg -o /dev/full --format pdf
  "$tarikh" render story.txt -o - --format svg > /dev/full 2> err && complain "a full device is no failure"
  has err 'tarikh: standard output: No space left on device'
  "$tarikh" extract story.txt > /dev/full 2> err && complain "a full device is no failure"
  "$tarikh" --help > /dev/full 2> err && complain "a full device is no failure"
fi
gone a.svg
if [ "$(id -u)" != 0 ]; then
  mkdir locked && chmod a-w locked
  refuse 1 "locked/a.pdf: Permission denied" render story.txt -o a.svg -o locked/a.pdf
fi

# A file that may not be written is not replaced either, though its folder would allow it. Root may write everything: the
# check then runs as somebody else, where that one can reach the program.
as_somebody=()
[ "$(id -u)" != 0 ] || as_somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
chmod 755 .
mkdir -m 777 open && printf older > open/sealed.pdf && chmod 444 open/sealed.pdf
if "${as_somebody[@]}" "$tarikh" --version > out 2> err; then
  "${as_somebody[@]}" "$tarikh" render story.txt -o open/a.svg -o open/sealed.pdf 2> err && complain "a sealed file was replaced"
  has err 'tarikh: open/sealed.pdf: Permission denied'
  [ "$(cat open/sealed.pdf)" = older ] || complain "a sealed file was touched"
  gone open/a.svg
fi

# The file system ends while writing: what was there stays.
printf older > small.pdf
(ulimit -f 1; "$tarikh" render story.txt -o small.pdf -o a.svg 2> err)
[ $? = 1 ] || complain "a file that may not grow is no failure"
[ "$(cat small.pdf)" = older ] || complain "an older output was touched"
gone a.svg
clean .

# What is replaced keeps its mode; a link keeps pointing; a new file has the mode that others would have.
printf older > kept.pdf && chmod 640 kept.pdf && ln -s kept.pdf link.pdf
run 0 render story.txt -o link.pdf
[ -L link.pdf ] && [ "$(stat -c %a kept.pdf)" = 640 ] || complain "mode or link was lost"
starts kept.pdf '%PDF-'
mkdir shelf && ln -s ../shelf/to-come.pdf shelf/promise.pdf && ln -s shelf/promise.pdf chain.pdf
run 0 render story.txt -o chain.pdf
[ -L chain.pdf ] && [ -L shelf/promise.pdf ] || complain "a link to a file that is not there yet was replaced"
starts shelf/to-come.pdf '%PDF-'
ln -s circle.pdf circle.pdf
refuse 1 "circle.pdf: Too many levels of symbolic links" render story.txt -o circle.pdf
(umask 027; "$tarikh" render story.txt -o new.pdf)
[ "$(stat -c %a new.pdf)" = 640 ] || complain "a new file has mode $(stat -c %a new.pdf)"

# A file that stands in the way of nothing: devices and pipes are written where they stand.
run 0 render story.txt -o /dev/null --format pdf
[ -c /dev/null ] || complain "/dev/null was replaced"
mkfifo pipe.svg
cat pipe.svg > through &
run 0 render story.txt -o pipe.svg -o a.svg
wait
[ -p pipe.svg ] && cmp -s through a.svg || complain "a pipe was not served"

# The reader goes away: no noise.
"$tarikh" render story.txt -o - --format png 2> err | head -c 1 > /dev/null
[ ! -s err ] || complain "a message about a reader that went away"
# Closed standard streams do not end up in a file.
"$tarikh" render story.txt -o closed.svg >&- 2>&- <&- || complain "needs its standard streams"
cmp -s closed.svg a.svg || complain "a closed stream changed an output"
"$tarikh" extract story.txt >&- 2> err && complain "a closed standard output is no failure"
has err 'tarikh: standard output: '

# Many at once into the same place: each result is whole.
rm a.svg
for n in 1 2 3 4 5 6; do "$tarikh" render story.txt -o a.svg & done
wait
cmp -s closed.svg a.svg || complain "runs at the same time disturb each other"

# Ended in the middle, at whatever moment: nothing is left but whole files.
for delay in 0.001 0.005 0.01 0.02 0.03 0.04 0.06 0.08; do
  for signal in INT TERM; do
    rm -f late.svg
    env --default-signal=INT,TERM "$tarikh" render story.txt -o late.svg -o late.pdf -o late.png 2> /dev/null &
    pid=$!
    sleep $delay
    kill -$signal $pid 2> /dev/null
    wait $pid 2> /dev/null
    [ ! -e late.svg ] || cmp -s closed.svg late.svg || complain "half a file after SIG$signal"
    clean .
  done
done

# A signal that is ignored does not end the work.
env --ignore-signal=HUP,TERM "$tarikh" render story.txt -o deaf.svg &
pid=$!
until [[ "$(cat /proc/$pid/comm 2> /dev/null)" != @(bash|env) ]]; do sleep 0.001; done
for n in 1 2 3 4 5 6 7 8; do
  kill -HUP $pid && kill -TERM $pid && sleep 0.005
done 2> /dev/null
wait $pid || complain "an ignored signal ends the work"
cmp -s closed.svg deaf.svg || complain "an ignored signal changes an output"

finish
