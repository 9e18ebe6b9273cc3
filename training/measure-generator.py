#!/usr/bin/env python3
"""Measures the embedded generator against cubic and Lanczos interpolation.

Tiny pictures are AV1 stills (avifenc and avifdec must be installed) of 1/8 and 1/6 of the size of each picture; their
bytes are the bare payload. Distortions are LPIPS (SqueezeNet, an ONNX file) and PSNR of the enlarged picture.

  mvn -q -B test-compile -pl inkling-core
  python3 training/measure-generator.py MODEL.onnx PICTURE.png ... > table.md

Needs numpy, pillow and onnxruntime. Run from the root of the project.
"""
import os
import struct
import subprocess
import sys
import tempfile

import numpy as np
import onnxruntime
from PIL import Image

# AV1 quantiser (0 to 63) and the step of our own quantiser (9 * 2^(step / 12)) that is about as coarse.
QUANTISERS = ((63, 56), (56, 43), (48, 33), (38, 23))
SCALES = (8, 6)
CLASSES = "inkling-core/target/classes:inkling-core/target/test-classes"


def payload(path):
    """Length of the mdat box of an AVIF file."""
    data = open(path, "rb").read()
    at = 0
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"mdat":
            return length - 8
        at += length
    raise ValueError("no mdat in " + path)


def encode(picture, scale, quantiser, folder, name):
    size = (round(picture.width / scale), round(picture.height / scale))
    picture.resize(size, Image.LANCZOS).save(folder + "/small.png")
    avif, tiny = folder + "/small.avif", folder + "/" + name
    q = str(quantiser)
    subprocess.run(["avifenc", "-s", "6", "-y", "420", "--min", q, "--max", q, folder + "/small.png", avif],
                   check=True, capture_output=True)
    subprocess.run(["avifdec", avif, tiny], check=True, capture_output=True)
    return payload(avif), tiny


class Lpips:
    def __init__(self, model):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(model, options)
        self.names = [i.name for i in self.session.get_inputs()]

    def __call__(self, a, b):
        planes = [(np.asarray(x, np.float32) / 127.5 - 1).transpose(2, 0, 1)[None] for x in (a, b)]
        return float(self.session.run(None, dict(zip(self.names, planes)))[0].ravel()[0])


def psnr(a, b):
    return 10 * np.log10(255 ** 2 / ((np.asarray(a, float) - np.asarray(b, float)) ** 2).mean())


def row(paths, scale, quantiser, step, lpips, folder):
    jobs, scores, total = [], [], 0
    for i, path in enumerate(paths):
        picture = Image.open(path).convert("RGB")
        length, tiny = encode(picture, scale, quantiser, folder, f"tiny{i}.png")
        total += length
        jobs.append(f"{tiny}\t{step}\t{picture.width}\t{picture.height}\tlarge{i}.png")
    open(folder + "/jobs", "w").write("\n".join(jobs))
    subprocess.run(["java", "-cp", CLASSES, "dev.inkling.classical.EnlargeFolder", folder + "/jobs", folder],
                   check=True)
    for i, path in enumerate(paths):
        picture = Image.open(path).convert("RGB")
        tiny = Image.open(f"{folder}/tiny{i}.png").convert("RGB")
        ways = (tiny.resize(picture.size, Image.BICUBIC), tiny.resize(picture.size, Image.LANCZOS),
                Image.open(f"{folder}/large{i}.png"))
        scores.append([f(picture, way) for f in (lpips, psnr) for way in ways])
    mean = np.mean(scores, 0)
    print(f"| 1/{scale} | {total / len(paths):.0f} | " + " | ".join(f"{x:.3f}" for x in mean[:3]) + " | "
          + " | ".join(f"{x:.2f}" for x in mean[3:]) + " |", flush=True)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    lpips, paths = Lpips(sys.argv[1]), sorted(sys.argv[2:])
    print("| size | bytes | LPIPS cubic | LPIPS Lanczos | LPIPS ours | PSNR cubic | PSNR Lanczos | PSNR ours |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for scale in SCALES:
            for quantiser, step in QUANTISERS:
                row(paths, scale, quantiser, step, lpips, folder)


if __name__ == "__main__":
    main()
