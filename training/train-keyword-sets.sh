#!/bin/sh
# Trains the prior of keyword sets again and replaces the shipped one. About half a minute of one core, 2 GB of memory.
# Usage: training/train-keyword-sets.sh PATH/train-clean.txt.gz
set -eu
texts=$(realpath "$1")
cd "$(dirname "$0")/.."
mvn -q -B test-compile
out=inkling-core/src/main/resources/dev/inkling/text/keyword-sets.bin
java -Xmx2g -cp inkling-core/target/test-classes:inkling-core/target/classes dev.inkling.text.TrainKeywordSets "$texts" "$out"
sha256sum "$out"
