# Whatever happens to a process or a disk, what was accepted stays, the dossier opens, no output is half-written.
# TARIKH_KILLS: how many times processes are killed (60).
. "${0%/*}/lib.sh"
kills=${TARIKH_KILLS:-60}

# The story number N.
tell () {
  printf '{"id":"k%s","published":"2021-0%s-1%s","text":"افتتح وزير النقل جسراً رقم %s على النهر في %s مايو 2021. واندلع حريق في المصنع رقم %s في %s يونيو 2021."}' \
    "$1" $(($1 % 9 + 1)) $(($1 % 10)) "$1" $(($1 % 28 + 1)) "$1" $(($1 % 27 + 1)) > "in/k$1.json"
}

# whole FILE: it is a whole SVG, or not there.
whole () { [ ! -e "$1" ] || [ "$(tail -c 7 "$1")" = "</svg>" ] || [ "$(tail -c 6 "$1")" = "</svg>" ] || complain "$1 is half-written"; }

# held: every story and edit that was accepted is there.
held () {
  "$tarikh" check a.tarikh 2> err || { complain "the dossier is not whole after $1"; cat err; }
  "$tarikh" log a.tarikh 2> err | cut -f4,5 | sort -u > logged
  [ -z "$(comm -23 <(sort -u accepted) logged)" ] || { complain "lost after $1:"; comm -23 <(sort -u accepted) logged; }
}

mkdir in
: > accepted
run 0 init a.tarikh
for n in 1 2 3; do tell $n; done
run 0 add a.tarikh in/k1.json in/k2.json in/k3.json
printf 'add\tk1\nadd\tk2\nadd\tk3\n' >> accepted
run 0 list a.tarikh
event=$(head -1 out | cut -f1)

# ---- killed at random moments ----
RANDOM=${TARIKH_SEED:-7}
landed=0
for ((n = 10; n < 10 + kills; n++)); do
  tell $n
  rm -f in/seen
  case $((n % 4)) in
    0 | 1) "$tarikh" add a.tarikh "in/k$n.json" > said 2> /dev/null & ;;
    2) if ((n % 8 == 2)); then "$tarikh" watch a.tarikh in -o w.svg > said 2> /dev/null &
       else "$tarikh" edit a.tarikh note "$event" "$n" > said 2> /dev/null & fi ;;
    3) "$tarikh" render a.tarikh -o r.svg -o s.svg > said 2> /dev/null & ;;
  esac
  pid=$!
  sleep "$(printf 0.%03d $((RANDOM % 40)))"
  if ((n % 8 == 2)); then sleep "0.$((RANDOM % 9))"; fi
  kill -9 $pid 2> /dev/null && landed=$((landed + 1))
  wait $pid 2> /dev/null
  if ((n % 4 == 2 && n % 8 != 2)); then
    [ ! -s said ] || printf 'note\t%s\n' "$event" >> accepted
  else
    grep '^new' said | cut -f2 | sed 's/^/add\t/' >> accepted
  fi
  held "$n"
  whole r.svg
  whole s.svg
  whole w.svg
done
printf '%s killed, %s of them at work; %s accepted\n' "$kills" "$landed" "$(wc -l < accepted)"
# Nothing is needed to go on but to do it again.
run 0 add a.tarikh in/*.json
run 0 render a.tarikh -o r.svg
rm -f .tarikh-*
cp a.tarikh b.tarikh
run 0 check b.tarikh

# ---- several at once: none is lost ----
run 0 init many.tarikh
for n in 1 2 3 4; do
  mkdir "in$n"
  for k in 1 2 3 4 5; do printf '{"id":"m%s%s","text":"زار الوفد المصنع رقم %s%s في %s مايو 2021."}' $n $k $n $k $k > "in$n/$k.json"; done
  (for k in 1 2 3 4 5; do "$tarikh" add many.tarikh "in$n/$k.json" || echo "failed"; done > "said$n" 2>&1) &
done
for k in 1 2 3 4 5 6; do # and who reads meanwhile reads one state
  "$tarikh" dump many.tarikh > "dump$k" 2> err || { complain "a reader was turned away"; cat err; }
  rm -f loaded.tarikh
  run 0 load loaded.tarikh "dump$k"
done
wait
cat said? > said
[ "$(grep -c ^new said)" = 20 ] || { complain "not all stories were added"; cat said; }
run 0 list --json many.tarikh
[ "$(grep -c '"version": 1' out)" = 20 ] || complain "a story was lost"
run 0 check many.tarikh

# ---- copied at any moment, with what lies beside it, cut short or not: whole, or called damaged, never believed half ----
(for n in $(seq 700 730); do tell "$n"; "$tarikh" add many.tarikh "in/k$n.json"; done > said 2>&1) &
writer=$!
for k in 1 2 3 4 5 6 7 8 9 10 11 12; do
  rm -f copy.tarikh copy.tarikh-journal
  cp many.tarikh-journal copy.tarikh-journal 2> /dev/null
  cp many.tarikh copy.tarikh
  [ ! -e copy.tarikh-journal ] || [ $((k % 2)) = 0 ] || truncate -s $((RANDOM % ($(stat -c %s copy.tarikh-journal) + 1))) copy.tarikh-journal
  if "$tarikh" check copy.tarikh 2> err; then
    run 0 list --json copy.tarikh
    [ "$(grep -c '"version": 1' out)" -ge 20 ] || complain "a copy has lost a story"
  else
    lines err 1
    has err 'tarikh: copy.tarikh: damaged'
  fi
done
wait $writer
[ "$(grep -c ^new said)" = 31 ] || { complain "a copy kept a writer from writing"; cat said; }

# ---- asked to end (Ctrl-C): nothing lies beside the dossier, which can be mailed as it is ----
for n in $(seq 740 799); do tell "$n"; done
for k in 1 2 3 4 5 6; do
  sed -i "s/\"text\":\"/&مرة $k: /" in/k7[4-9][0-9].json
  "$tarikh" add many.tarikh in/k7[4-9][0-9].json > said 2> err &
  pid=$!
  sleep "0.$(printf %03d $((RANDOM % 200 + 20)))"
  kill -TERM $pid 2> /dev/null
  wait $pid 2> /dev/null
  gone many.tarikh-journal
  lines err 0
  run 0 check many.tarikh
done

# ---- no room on the disk ----
cp a.tarikh full.tarikh
size=$(($(stat -c %s full.tarikh) / 1024))
for n in $(seq 900 960); do tell "$n"; done
: > accepted
for more in 0 1 4 16 64; do
  (ulimit -f $((size + more)); "$tarikh" add full.tarikh in/k9[0-9][0-9].json > said 2> err)
  if [ $? = 0 ]; then complain "a file that may not grow is no failure"; fi
  lines err 1
  grep -v ^unchanged said >> accepted
  run 0 check full.tarikh
  run 0 log full.tarikh
  [ "$(cut -f5 out | grep -c '^k9[0-9][0-9]$')" = "$(wc -l < accepted)" ] || complain "not what was accepted is there"
done
gone full.tarikh-journal
mkdir small
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=$((size + 200))k none small 2> /dev/null; then
  cp a.tarikh small/
  for n in $(seq 1000 1040); do tell "$n"; done
  "$tarikh" add small/a.tarikh in/k10[0-9][0-9].json > said 2> err && complain "a full disk is no failure"
  has err 'tarikh: small/a.tarikh: '
  run 0 check small/a.tarikh
  "$tarikh" render small/a.tarikh -o small/a.svg 2> err && "$tarikh" render small/a.tarikh -o small/b.svg 2> err
  whole small/a.svg
  clean small
  umount small
fi

# ---- a folder where nothing may be written ----
as_somebody=()
[ "$(id -u)" != 0 ] || as_somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
chmod 755 .
if "${as_somebody[@]}" "$tarikh" --version > out 2> err; then
  mkdir locked && cp b.tarikh locked/a.tarikh && chmod 644 locked/a.tarikh && chmod 555 locked
  "${as_somebody[@]}" "$tarikh" list locked/a.tarikh > out 2> err || { complain "a folder that may be read cannot be"; cat err; }
  cp locked/a.tarikh kept
  "${as_somebody[@]}" "$tarikh" add locked/a.tarikh story.txt > out 2> err && complain "wrote where it may not"
  has err 'tarikh: locked/a.tarikh: '
  lines err 1
  "${as_somebody[@]}" "$tarikh" init locked/b.tarikh > out 2> err && complain "made a file where it may not"
  cmp -s locked/a.tarikh kept || complain "a file that may not be written was touched"
  chmod 755 locked
fi
finish
