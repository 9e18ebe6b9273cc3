#!/usr/bin/env bash
# Trains what the sketch layer ships: the network of lines, then the model that goes by it. Takes about 15 minutes of one
# core and 4 GB of memory.
# Usage: training/sketch/train.sh FOLDER_OF_WEBP_OR_PNG
# Needs: dwebp (Debian: webp) when the pictures are WebP; Python with torch, numpy and scipy ($PYTHON, default python3).
# The same pictures, PyTorch and processor give the same bytes.
set -euo pipefail
pictures=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
resources=inkling-core/src/main/resources/dev/inkling/sketch
classpath=inkling-core/target/classes:inkling-core/target/test-classes
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$pictures"/*.webp; do
  [ -e "$file" ] && dwebp -quiet "$file" -o "$work/$(basename "$file" .webp).png"
done
for file in "$pictures"/*.png; do
  [ -e "$file" ] && cp "$file" "$work/"
done
mkdir -p "$resources"
mvn -q -B -pl inkling-core test-compile
java -cp "$classpath" dev.inkling.codec.ExportSketches "$work" "$work/sketches.bin"
"${PYTHON:-python3}" training/sketch/train_network.py "$work/sketches.bin" "$resources/line-network.bin"
mvn -q -B -pl inkling-core test-compile
java -cp "$classpath" dev.inkling.sketch.SketchModelTrainer "$work/sketches.bin" "$resources/sketch-models.bin"
sha256sum "$resources"/*.bin
