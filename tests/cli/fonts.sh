# What fonts lack: an error that names letter and package, or, with --allow-missing, a box and a warning.
. "${0%/*}/lib.sh"

noto=/usr/share/fonts/truetype/noto
mkdir fonts
cp "$noto"/NotoNaskhArabic-{Regular,Bold}.ttf "$noto"/NotoSans-{Regular,Bold}.ttf fonts 2> /dev/null \
  || { echo "the Noto fonts are not there: skipped"; exit 77; }

printf '{"text":"افتتح الوزير الجسر في 5 مايو 2021.","outlet":"北京"}' > foreign.json
printf '{"text":"افتتح الوزير الجسر في 5 مايو 2021.","outlet":"النهار ⛏ \xe2\x87\xb6 \xf0\x9f\x8e\x89"}' > sign.json

refuse 1 "no font has the letter U+5317 北; on Debian: apt install fonts-noto-cjk*" render foreign.json --fonts fonts -o no.pdf
gone no.pdf
for format in pdf svg png layout.json; do
  run 0 render foreign.json --fonts fonts --allow-missing -o "yes.$format"
  has err 'tarikh: drawing: no font has this letter; a box stands for it (U+5317 北; on Debian: apt install fonts-noto-cjk)' \
    'U+4EAC'
  lines err 2
  exists "yes.$format"
done
has yes.svg '北京'
refuse 2 "option takes no value: --allow-missing=*" render story.txt --allow-missing=no -o x.pdf

# A sign may be missed, but not in silence; pictures are told of on request only.
run 0 render sign.json --fonts fonts -o sign.pdf
has err 'no font has this sign; it was left out (U+21F6 ⇶)'
lines err 1
run 0 render sign.json --fonts fonts --notes -o sign.pdf
has err 'drawing: control, bidirectional or picture characters were removed'

rm fonts/NotoNaskh*
refuse 1 '*font family "Noto Naskh Arabic" is missing; on Debian: apt install fonts-noto-core*' render story.txt --fonts fonts -o no.pdf
gone no.pdf

finish
