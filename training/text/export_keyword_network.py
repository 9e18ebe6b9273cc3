#!/usr/bin/env python3
"""Writes the trained network of keyword sets as the library reads it: export_keyword_network.py WEIGHTS FILE [--step STEP]

Each row of a matrix is rounded to multiples of STEP times its root mean square, at most 31 of them; the whole is deflated
with Huffman codes alone. Needs torch and numpy.
"""
import argparse
import math
import zlib

import numpy as np
import torch

MOST = 31
BIT = math.log2(math.e)


def matrix(weights, step):
    """Weights, scales and shift of a matrix, rows first."""
    unit = step * np.sqrt(np.mean(np.square(weights), 1)) + 1e-9
    whole = np.clip(np.rint(weights / unit[:, None]), -MOST, MOST).astype(np.int8)
    shift = 15 - math.floor(math.log2(unit.max()))
    scales = np.minimum(np.rint(unit * 2.0**shift), 65535)
    return whole.tobytes() + scales.astype(">u2").tobytes() + bytes([shift])


def packed(state, step):
    get = {name: tensor.double().numpy() for name, tensor in state.items()}
    places = np.concatenate([get["of_size"], get["of_left"], get["of_low"]])
    layer = np.concatenate([get["sum"], get["mean"], get["last"]]).T
    parts = [
        matrix(get["words"], step),
        matrix(places, step / 2),
        matrix(layer, step / 2),
        matrix(3 * get["out"].T, step / 2),
        matrix(BIT * get["ranks"], step),
        np.clip(np.rint(get["bias"] * BIT * 1024), -32768, 32767).astype(">i2").tobytes(),
        np.rint(get["beyond"] * BIT * 2048).astype(">i2").tobytes(),
    ]
    deflater = zlib.compressobj(9, zlib.DEFLATED, 15, 9, zlib.Z_HUFFMAN_ONLY)
    return deflater.compress(b"".join(parts)) + deflater.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("file")
    parser.add_argument("--step", type=float, default=0.2)
    options = parser.parse_args()
    data = packed(torch.load(options.weights), options.step)
    with open(options.file, "wb") as file:
        file.write(data)
    print("%d bytes" % len(data))


if __name__ == "__main__":
    main()
