# Wrong usage is status 2, one line, and nothing done; help and version are status 0 and go to standard output.
. "${0%/*}/lib.sh"

run 0 --help
has out 'render' 'extract'
run 0 render --help
has out '--output=FILE' '--published=DATE' '--paper=SIZE'
lacks out 'jsonl: one a line'
run 0 extract --help
has out '--format=NAME' '--published=DATE'
lacks out '--output'
run 0 --version
has out 'tarikh '
run 0 help extract

refuse 2 "no command; *"
refuse 2 "unknown command 'draw'; *" draw
refuse 2 "unknown option --wrong; *" --wrong
refuse 2 "unknown option --wrong; *" render --wrong story.txt -o x.pdf
refuse 2 "unknown option -z; *" extract -z story.txt
refuse 2 "unknown option -o; *" extract -o x.json story.txt
refuse 2 "ambiguous option --m; *" render --m x story.txt -o x.pdf
refuse 2 "no value for option -o; *" render story.txt -o
refuse 2 "option takes no value: --notes=1; *" extract --notes=1 story.txt
refuse 2 "no story given *" render -o x.pdf
refuse 2 "no story given *" extract
refuse 2 "standard input is named twice*" extract - -
refuse 2 "no output*" render story.txt
refuse 2 "x.docx: unknown ending; *" render story.txt -o x.docx
refuse 2 "x: unknown ending; *" render story.txt -o x
refuse 2 "-: standard output needs --format *" render story.txt -o -
refuse 2 "--format: not *" render story.txt -o - --format docx
refuse 2 "--format: not *" extract story.txt --format xml
refuse 2 "./x.pdf: named twice *" render story.txt -o x.pdf -o ./x.pdf
refuse 2 "-: named twice *" render story.txt -o - -o - --format svg

for option in published=yesterday published=2024-02-30 published=2024-06-20T25:00 from=2024-13 to=x max-events=0 \
  max-events=-1 max-events=2x title= lang=klingon lang=../x; do
  refuse 2 "--${option%%=*}: not *" extract "--$option" story.txt
done
for option in paper=A99 paper=10x width=10 width=2cm orientation=up layout=round calendar=mayan digits=roman months=lunar axis-dir=up dpi=5 \
  dpi=100000 style= fonts=; do
  refuse 2 "--${option%%=*}: not *" render "--$option" story.txt -o x.pdf
done
refuse 2 "--to: not *" extract --from=2024 --to=2023 story.txt
export SOURCE_DATE_EPOCH=noon
refuse 2 "SOURCE_DATE_EPOCH: not *" render story.txt -o x.pdf
gone x.pdf

finish
