#!/usr/bin/env bash
# Makes the pictures of docs/gallery.md again: each photograph of the demonstration through real files of three sizes.
# Usage: training/make-gallery.sh
set -euo pipefail
cd "$(dirname "$0")/.."
out=docs/images/gallery
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
for name in astronaut chelsea coffee rocket; do
  for bytes in 150 400 700; do
    photograph=$(echo testdata/images/$name.*)
    ./inkling encode "$photograph" --max-bytes $bytes -o "$work/$name.inkl"
    ./inkling decode "$work/$name.inkl" -o "$out/$name-$bytes.jpg"
  done
done
