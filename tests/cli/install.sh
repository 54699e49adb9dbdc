# What `meson install` puts down works from where it was put: program, library, header, pkg-config file, man page, styles.
# usage: install.sh PROGRAM BUILD-DIRECTORY EMBED-SOURCE CC...
. "${0%/*}/lib.sh"
build=$(realpath "$2") source=$3 cc=("${@:4}") # several words with ccache

DESTDIR="$scratch/stage" meson install --no-rebuild -C "$build" > install.log 2>&1 || { complain "meson install fails"; cat install.log; }
installed=$(find "$scratch/stage" -type f -path '*/bin/tarikh')
prefix=${installed%/bin/tarikh}
[ -x "$installed" ] || { complain "no program was installed"; finish; }
env -u LD_LIBRARY_PATH "$installed" render story.txt -o a.pdf || complain "the installed program does not run from where it stands"
starts a.pdf '%PDF-'
exists "$prefix/share/man/man1/tarikh.1"*
exists "$prefix/include/tarikh/tarikh.h"
mv "$prefix" moved && env -u LD_LIBRARY_PATH moved/bin/tarikh render story.txt -o b.pdf || complain "a moved tree does not run"
cmp -s a.pdf b.pdf || complain "a moved tree draws otherwise"

pc=$(find moved -name tarikh.pc)
exists "$pc"
export PKG_CONFIG_PATH=${pc%/*}
library=$(realpath "$(dirname "$(find moved -name 'libtarikh.so')")")
sed -i "s|^prefix=.*|prefix=$PWD/moved|" "$pc"
flags=$(pkg-config --cflags --libs tarikh) || complain "pkg-config does not know tarikh"
# A sanitised library wants a sanitised program.
! nm -D "$library/libtarikh.so" | grep -q __asan_init || flags="-fsanitize=address,undefined $flags"
"${cc[@]}" -Wall -Wextra -Werror -o embed "$source" $flags || complain "an embedder does not build: ${cc[*]} $flags"
LD_LIBRARY_PATH=$library ./embed "$PWD/moved/share/tarikh/styles" || complain "an embedder does not run"

finish
