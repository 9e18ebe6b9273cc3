#!/bin/sh
# Trains the caption prior's network again and replaces the shipped one. About 70 minutes of one core, 7 GB of memory; it
# goes on where a run was broken off. Needs Python with torch 2.13.0 and numpy.
# Usage: training/train-caption-network.sh PATH/train-clean.txt.gz WORK_FOLDER
set -eu
texts=$(realpath "$1")
mkdir -p "$2"
work=$(realpath "$2")
cd "$(dirname "$0")/.."
mvn -q -B -pl inkling-core test-compile
java -cp inkling-core/target/test-classes:inkling-core/target/classes dev.inkling.text.ExportPieces "$texts" "$work/pieces.bin"
cd training/text
python3 train_network.py "$work/pieces.bin" "$work/network.pt" --minutes 70
out=../../inkling-core/src/main/resources/dev/inkling/text/caption-network.bin
python3 export_network.py "$work/network.pt" $out --step 0.3
sha256sum $out
