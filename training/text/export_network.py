"""Writes the trained network as the library reads it: python export_network.py CHECKPOINT FILE [--step STEP]

Each row of a matrix is rounded to multiples of STEP times its root mean square, at most 31 of them; the whole is deflated
with Huffman codes alone, which reach the entropy of such numbers within one percent.
"""
import argparse
import math
import zlib

import numpy as np
import torch

from network import HEAD, LAYERS
from texts import IIW

MOST = 31


def rounded(weights, step):
    """Small integers, and the size of a unit for each row."""
    unit = step * np.sqrt(np.mean(np.square(weights), 1))
    return np.clip(np.rint(weights / unit[:, None]), -MOST, MOST).astype(np.int8), unit


def matrix(weights, step, exponent):
    """Weights, scales and shift of a matrix whose output has `exponent` more fractional bits than its input."""
    whole, unit = rounded(weights, step)
    real = unit * 2.0 ** exponent
    shift = 15 - math.floor(math.log2(real.max()))
    scales = np.minimum(np.rint(real * 2.0 ** shift), 65535)
    return whole.tobytes() + scales.astype(">u2").tobytes() + bytes([shift])


def packed(state, step):
    get = lambda name: state[name].double().numpy()
    start = get("start.weight")[IIW]
    parts = [rounded(start[None], step)[0].tobytes(),
             matrix(get("embedding.weight"), step, 1 + math.log2(math.log2(math.e)))]
    for layer in range(LAYERS):
        block = f"blocks.{layer}."
        parts.append(matrix(get(block + "qkv.weight"), step, 0))
        parts.append(matrix(get(block + "o.weight"), step, 1))
        parts.append(matrix(get(block + "up.weight"), step, -1))
        parts.append(matrix(get(block + "down.weight"), step, -8))
    parts.append(np.rint(get("gain") * 4096).astype(">i2").tobytes())
    parts.append(np.rint(get("bias") * math.log2(math.e) * 4096).astype(">i4").tobytes())
    angles = 1.0 / (10000 ** (np.arange(0, HEAD, 2) / HEAD))
    for turn in (np.cos(angles), np.sin(angles)):
        parts.append(np.rint(turn * 2.0 ** 30).astype(">i4").tobytes())
    deflater = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    return deflater.compress(b"".join(parts)) + deflater.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("file")
    parser.add_argument("--step", type=float, default=0.25)
    args = parser.parse_args()
    state = torch.load(args.checkpoint, weights_only=False)["network"]
    data = packed(state, args.step)
    with open(args.file, "wb") as file:
        file.write(data)
    print(len(data), "bytes")


if __name__ == "__main__":
    main()
