#!/usr/bin/env bash
# Trains the network of the embedded generator and replaces the shipped one. About two and a half hours of one core with
# AVX-512 bfloat16, 3 GB of memory; it goes on where a run was broken off. Needs Python with torch 2.13.0, onnx 1.23.1,
# onnxruntime, numpy and pillow, and dwebp (Debian: webp) when the photographs are WebP.
# Usage: training/train-generator.sh FOLDER_OF_WEBP_OR_PNG FOLDER_WITH_LPIPS_WEIGHTS WORK_FOLDER
set -euo pipefail
photographs=$(realpath "$1")
weights=$(realpath "$2")
mkdir -p "$3/png"
work=$(realpath "$3")
cd "$(dirname "$0")/.."
for file in "$photographs"/*.webp; do
  [ -e "$file" ] && dwebp -quiet "$file" -o "$work/png/$(basename "$file" .webp).png"
done
for file in "$photographs"/*.png; do
  [ -e "$file" ] && cp "$file" "$work/png/"
done
mvn -q -B -pl inkling-core test-compile
java -cp inkling-core/target/classes:inkling-core/target/test-classes dev.inkling.codec.ExportTinyPictures \
    "$work/png" "$work/pairs"
cd training/generator
python3 train.py "$work/pairs" "$weights" "$work/state"
out=../../inkling-onnx/src/main/resources/dev/inkling/onnx/generator.onnx
python3 export.py "$work/state/generator.pt" $out
sha256sum $out
