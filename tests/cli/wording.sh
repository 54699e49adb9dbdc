# Dates as the stories word them: names of months, digits, calendar; what was asked for beats them; the same from JSON and
# from a dossier.
. "$(dirname "$0")/lib.sh"

dates () { grep -o '"role": *"date"[^}]*' "$1" | grep -o '"text": *"[^"]*"' | cut -d'"' -f4; }

# tells NAME STORY OPTION… -- DATE…: the page's dates of STORY are DATE…, and so are those of its chronology.
tells () {
  local name=$1 story=$2 options=()
  shift 2
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  printf '%s\n' "$story" > "$name.txt"
  printf '%s\n' "$@" > wanted
  run 0 render "$name.txt" --published=2024-06-20 "${options[@]}" -o "$name.layout.json"
  dates "$name.layout.json" > told
  cmp -s wanted told || { complain "$name"; diff wanted told; }
  run 0 extract "$name.txt" --published=2024-06-20
  mv out "$name.json"
  run 0 render "$name.json" "${options[@]}" -o again.layout.json
  cmp -s "$name.layout.json" again.layout.json || complain "$name: another wording from JSON"
}

tells gulf 'افتتح الوزير الجسر في 3 يناير 2024. وزار الملك الجسر في 5 فبراير 2024.' -- '3 يناير 2024' '5 فبراير 2024'
tells levant 'افتتح الوزير الجسر في 3 كانون الثاني 2024. وزار الرئيس الجسر في 5 شباط 2024.' -- \
  '3 كانون الثاني 2024' '5 شباط 2024'
tells asked 'افتتح الوزير الجسر في 3 كانون الثاني 2024. وزار الرئيس الجسر في 5 شباط 2024.' --months=maghrebi --digits=arab -- \
  '٣ جانفي ٢٠٢٤' '٥ فيفري ٢٠٢٤'
tells maghreb 'دشن الوزير السد في 3 جوان 2023. وزار الوالي السد في 5 أوت 2023.' -- '3 جوان 2023' '5 أوت 2023'
tells morocco 'دشن الوزير السد في 3 غشت 2023. وزار الوالي السد في 5 يناير 2024.' -- '3 غشت 2023' '5 يناير 2024'
tells twin 'افتتح الوزير الجسر في 3 يونيو/حزيران 2023. وزار الملك الجسر في 5 يوليو/تموز 2023.' -- \
  '3 يونيو/حزيران 2023' '5 يوليو/تموز 2023'
tells digits 'افتتح الوزير الجسر في ٣ يناير ٢٠٢٤. وزار الملك الجسر في ٥ فبراير ٢٠٢٤.' -- '٣ يناير ٢٠٢٤' '٥ فبراير ٢٠٢٤'
tells hijri 'افتتح الأمير المعرض في 10 شعبان 1445 هـ. وزار الوزير المعرض في 5 مارس 2024.' -- \
  '10 شعبان 1445 هـ' '(20 فبراير 2024)' '5 مارس 2024'
tells calendar 'افتتح الأمير المعرض في 10 شعبان 1445 هـ. وزار الوزير المعرض في 5 مارس 2024.' --calendar=gregorian -- \
  '20 فبراير 2024' '5 مارس 2024'

# of several stories most decide, and those of another language have no say
run 0 render levant.txt twin.txt gulf.txt maghreb.txt levant.txt --published=2024-06-20 -o several.layout.json
dates several.layout.json | grep -q 'شباط' || complain 'the majority is not followed'
printf '{"lang":"en","published":"2024-06-20","text":"He came on 3 May 2024, on 4 May 2024, on 5 May 2024 and on 6 May 2024."}' > en.json
run 0 render digits.txt en.json --published=2024-06-20 -o mixed.layout.json
dates mixed.layout.json | grep -q '٣ يناير ٢٠٢٤' || complain 'digits of another language'

# a dossier words its dates so too
run 0 init affair.tarikh
run 0 add affair.tarikh levant.txt --published=2024-06-20
run 0 render affair.tarikh -o dossier.layout.json
dates dossier.layout.json > told
printf '%s\n' '3 كانون الثاني 2024' '5 شباط 2024' > wanted
cmp -s wanted told || { complain 'dossier'; diff wanted told; }

finish
