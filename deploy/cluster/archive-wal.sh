#!/bin/sh
# archive-wal.sh PATH NAME ARCHIVE: copies a segment of the write-ahead log into the archive, whole or not at all.
# A segment that is there already is right where it is the same (a standby that was promoted archives it again).
set -eu
if [ -e "$3/$2" ]; then
  cmp -s "$1" "$3/$2"
else
  cp "$1" "$3/.$2.$$"
  sync "$3/.$2.$$"
  mv "$3/.$2.$$" "$3/$2"
fi
