# A stream: one story a line in, one result a line out, in order; bad lines keep their place.
. "${0%/*}/lib.sh"

cat > good.jsonl <<'END'
{"text": "افتتح الوزير الجسر في 5 مايو 2021.", "id": "one", "published": "2021-05-06"}
{"text": "غادر الوفد العاصمة في يونيو 2019."}
{"text": "The bridge opened on 5 May 2021.", "id": "three", "more": [1, {"a": null}]}
END
run 0 extract good.jsonl
lines out 3
cp out all.jsonl
[[ "$(sed -n 1p out)" == *'"id":"one"'* || "$(sed -n 1p out)" == *'"id": "one"'* ]] || complain "line 1 has another id"
[[ "$(sed -n 2p out)" == *'"s1"'* ]] || complain "line 2 has no id s1"
[[ "$(sed -n 3p out)" == *'"three"'* ]] || complain "line 3 has another id"
run 0 extract --format jsonl - < good.jsonl
sed 's/"source":\( *\)"-"/"source":\1"good.jsonl"/' out | cmp -s - all.jsonl || complain "standard input reads otherwise"
run 0 extract --format jsonl story.txt good.jsonl story.json
lines out 5
run 0 extract --format json good.jsonl
[ "$(grep -c '"tarikh"' out)" = 1 ] || complain "not one chronology"

# The end of the last line may be missing, and lines may end as on other systems.
printf '%s' "$(cat good.jsonl)" > endless.jsonl
run 0 extract endless.jsonl
lines out 3
sed 's/$/\r/' good.jsonl > crlf.jsonl
run 0 extract crlf.jsonl
lines out 3

{
  sed -n 1p good.jsonl
  printf '{"text": "a"\n\n[]\n"text"\n{"id": "x"}\n{"text": 3}\n{"text": "a", "published": "x"}\n\xff\n{"text": "a\0b"}\nnull\n'
  sed -n 3p good.jsonl
} > bad.jsonl
run 1 extract bad.jsonl
lines out 12
lines err 10
[ "$(grep -c '"error"' out)" = 10 ] || complain "not ten errors"
for line in 2 3 4 5 6 7 8 9 10 11; do
  has err "tarikh: bad.jsonl:$line: "
  [[ "$(sed -n ${line}p out)" == '{"error"'*"bad.jsonl:$line: "* ]] || complain "line $line is no error object"
done
[[ "$(sed -n 12p out)" == *'"three"'* ]] || complain "the line after the bad ones was lost"
run 1 render bad.jsonl -o x.pdf
gone x.pdf
lines err 10

: > none.jsonl
run 0 extract none.jsonl
lines out 0
refuse 1 "gone.jsonl: No such file or directory" extract gone.jsonl

# A result comes out before the next story goes in.
coproc "$tarikh" extract --format jsonl - 2> /dev/null
for line in 1 2 3; do
  sed -n ${line}p good.jsonl >&"${COPROC[1]}"
  read -r -t 20 answer <&"${COPROC[0]}" || complain "no answer to line $line before the stream ends"
done
exec {COPROC[1]}>&-
wait

# Memory holds one story: ten thousand take no more than a hundred, give or take a tenth. (A sanitised program keeps what
# it frees for a while; its figures say nothing.)
if [ -x /usr/bin/time ] && ! grep -q __asan_init "$tarikh"; then
  peak () { /usr/bin/time -f %M "$tarikh" extract "$1" 2>&1 > /dev/null | tail -n 1; }
  for n in {1..34}; do cat good.jsonl; done > hundred.jsonl
  for n in {1..100}; do cat hundred.jsonl; done > thousands.jsonl
  few=$(peak hundred.jsonl) many=$(peak thousands.jsonl)
  [ "$many" -le $((few * 11 / 10 + 1024)) ] || complain "memory grows with the stream: $few kB, then $many kB"
fi

finish
