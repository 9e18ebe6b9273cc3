#!/usr/bin/env bash
# Trains everything that the picture layer ships: transforms, models and restoration filter, in that order, starting from
# the DCT and models that know nothing. Takes about six minutes of one core and 2 GB of memory.
# Usage: training/picture/train.sh FOLDER_OF_WEBP_OR_PNG
# Needs: dwebp (Debian: webp) when the pictures are WebP. The same pictures give the same bytes.
set -euo pipefail
pictures=$(cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
resources=inkling-core/src/main/resources/dev/inkling/picture
classes=inkling-core/target/classes
png=$(mktemp -d)
trap 'rm -rf "$png"' EXIT
for file in "$pictures"/*.webp; do
  [ -e "$file" ] && dwebp -quiet "$file" -o "$png/$(basename "$file" .webp).png"
done
for file in "$pictures"/*.png; do
  [ -e "$file" ] && cp "$file" "$png/"
done

build() { mvn -q -B -pl inkling-core test-compile; }
run() { java -cp "$classes:inkling-core/target/test-classes" "dev.inkling.picture.$1" "$png" "$resources/$2" "${@:3}"; }

mkdir -p "$resources"
build
java -cp "$classes:inkling-core/target/test-classes" dev.inkling.picture.UntrainedFiles "$resources"
build
for round in 1 2; do
  run PictureModelTrainer picture-models.bin 1; build
  run TransformTrainer picture-transforms.bin; build
done
run PictureModelTrainer picture-models.bin 3; build
run RestorationTrainer picture-restoration.bin; build
sha256sum "$resources"/picture-*.bin
