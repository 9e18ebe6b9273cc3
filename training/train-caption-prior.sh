#!/bin/sh
# Trains the caption prior again and replaces the shipped one. About 2 minutes of one core, 3 GB of memory.
# Usage: training/train-caption-prior.sh PATH/train-clean.txt.gz
set -eu
texts=$(realpath "$1")
cd "$(dirname "$0")/.."
mvn -q -B test-compile
out=inkling-core/src/main/resources/dev/inkling/text/caption-prior.bin
java -Xmx3g -cp inkling-core/target/test-classes:inkling-core/target/classes dev.inkling.text.TrainCaptionPrior "$texts" "$out"
sha256sum "$out"
