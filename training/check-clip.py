#!/usr/bin/env python3
"""Compares the vectors and tokens of dev.inkling.onnx.clip with computations of our own in Python.

Usage: check-clip.py PICTURES [--merges FILE] [--texts FILE]
PICTURES  a folder of PNG files, such as testdata/images
--merges  the published bpe_simple_vocab_16e6.txt.gz: tokens of the texts are compared too
--texts   texts to compare, a line each (default: a few)
Needs: Python with numpy, Pillow and onnxruntime; Maven. The networks are small and random, with the signatures of CLIP (two
networks, and one with both halves) and of SigLIP; what is compared is how pictures and words reach them. Exits with 1 when a
component differs by more than 0.00002, or a token at all.
"""
import argparse
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import unicodedata

import numpy as np
import onnxruntime
from PIL import Image

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TOLERANCE = 2e-5
TEXTS = ["a photo of a cat", "A Cat, the photo's  dog & 2 cats – naïve!!", "日本 cat 🚲x", "dogs doghouse toto", "It's 9 o'clock.",
         "A.B.C. #1 50% off!!! (really?)", "cats of photos " * 30]
WORD = r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|(?:[^\s\w]|_)+"


class BytePairs:
    """Merges words from their ranks; the vocabulary as published unless one is given."""

    def __init__(self, merges, vocabulary=None):
        printed = [*range(33, 127), *range(161, 173), *range(174, 256)]
        order = printed + [b for b in range(256) if b not in printed]
        self.symbol = {b: chr(b if i < len(printed) else 256 + i - len(printed)) for i, b in enumerate(order)}
        names = [self.symbol[b] for b in order]
        names += [name + "</w>" for name in names] + ["".join(pair) for pair in merges]
        names += ["<|startoftext|>", "<|endoftext|>"]
        self.vocabulary = vocabulary or {name: i for i, name in enumerate(names)}
        self.rank = {pair: i for i, pair in enumerate(merges)}

    def word(self, word):
        parts = [self.symbol[b] for b in word.encode()]
        parts[-1] += "</w>"
        while len(parts) > 1:
            rank, pair = min((self.rank.get(pair, 1 << 30), pair) for pair in zip(parts, parts[1:]))
            if rank == 1 << 30:
                break
            merged, i = [], 0
            while i < len(parts):
                double = tuple(parts[i : i + 2]) == pair
                merged.append("".join(parts[i : i + 2]) if double else parts[i])
                i += 2 if double else 1
            parts = merged
        return [self.vocabulary[part] for part in parts]

    def __call__(self, text, length, padding):
        clean = re.sub("[\u2018-\u201b\u02bc]", "'", re.sub("[\u201c-\u201f]", '"', unicodedata.normalize("NFC", text).lower()))
        tokens = [token for word in re.findall(WORD, clean) for token in self.word(word)]
        tokens = [self.vocabulary["<|startoftext|>"], *tokens[: length - 2], self.vocabulary["<|endoftext|>"]]
        return tokens + [padding] * (length - len(tokens)), len(tokens)


def unigrams(pieces, text):
    """Best way by recursion from the end, with the pieces of each word tried longest first."""
    text = re.sub(r"\s+", " ", re.sub(r"[!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]", "", text.lower())).strip()
    text = unicodedata.normalize("NFKC", text)
    least = min(score for _, score in pieces.values()) - 10
    tokens = []
    for word in text.split(" ") if text else []:
        word = "\u2581" + word
        best = {len(word): (0.0, [])}
        for start in range(len(word) - 1, -1, -1):
            ways = []
            for end in range(len(word), start, -1):
                piece = pieces.get(word[start:end], (2, least) if end == start + 1 else None)
                if piece:
                    ways.append((piece[1] + best[end][0], [piece[0], *best[end][1]]))
            best[start] = max(ways, key=lambda way: way[0])
        found = best[0][1]
        tokens += [t for i, t in enumerate(found) if t != 2 or i == 0 or found[i - 1] != 2]
    return tokens


def pixels(folder, picture):
    config = json.load(open(os.path.join(folder, "preprocessor_config.json")))
    size = config["size"]
    if "shortest_edge" in size:
        side, (w, h) = size["shortest_edge"], picture.size
        small = picture.resize((side, int(side * h / w)) if w < h else (int(side * w / h), side), config["resample"])
        crop = config["crop_size"]["width"]
        left, top = round((small.size[0] - crop) / 2), round((small.size[1] - crop) / 2)
        small = small.crop((left, top, left + crop, top + crop))
    else:
        small = picture.resize((size["width"], size["height"]), config["resample"])
    values = np.asarray(small).astype(float) / 255
    return ((values - config["image_mean"]) / config["image_std"]).astype(np.float32).transpose(2, 0, 1)[None]


def inputs_of_text(folder, text):
    tokenizer = json.load(open(os.path.join(folder, "tokenizer.json")))
    if tokenizer["model"]["type"] == "Unigram":
        pieces = {name: (i, score) for i, (name, score) in enumerate(tokenizer["model"]["vocab"]) if i > 2}
        tokens = [*unigrams(pieces, text)[:63], 1]
        return {"input_ids": np.array([tokens + [1] * (64 - len(tokens))], np.int64)}
    vocabulary = tokenizer["model"]["vocab"]
    merges = [tuple(merge.split(" ")) for merge in tokenizer["model"]["merges"]]
    tokens, count = BytePairs(merges, vocabulary)(text, 16, vocabulary["<|endoftext|>"])
    return {"input_ids": np.array([tokens], np.int64),
            "attention_mask": np.array([[1] * count + [0] * (16 - count)], np.int64)}


def reference(folder, half, given):
    network = next(file for file in glob.glob(os.path.join(folder, "onnx", "*.onnx"))
                   if half in os.path.basename(file) or os.path.basename(file).startswith("model"))
    session = onnxruntime.InferenceSession(network)
    for wanted in session.get_inputs():
        if wanted.name not in given:
            given[wanted.name] = (np.zeros((1, 3, 32, 32), np.float32) if wanted.name == "pixel_values"
                                  else np.ones((1, 16), np.int64))
    names = [output.name for output in session.get_outputs()]
    name = {"vision": "image_embeds", "text": "text_embeds"}[half]
    vector = session.run([name if name in names else "pooler_output"], given)[0][0].astype(float)
    return vector / np.linalg.norm(vector)


def measured(scratch, texts, merges, pictures):
    subprocess.run(["mvn", "-B", "-o", "-q", "-pl", "inkling-onnx", "-am", "test-compile", "dependency:build-classpath",
                    "-Dmdep.outputFile=target/class-path.txt"], cwd=ROOT, check=True)
    module = os.path.join(ROOT, "inkling-onnx")
    class_path = [os.path.join(module, "target", "test-classes"), os.path.join(module, "target", "classes"),
                  open(os.path.join(module, "target", "class-path.txt")).read().strip()]
    lines = subprocess.run(
        ["java", "-cp", ":".join(class_path), "dev.inkling.onnx.clip.MeasureVectors", scratch, texts, merges or "-",
         *pictures], check=True, text=True, stdout=subprocess.PIPE, cwd=module).stdout
    return [line.split("\t") for line in lines.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures")
    parser.add_argument("--merges")
    parser.add_argument("--texts")
    arguments = parser.parse_args()
    pictures = sorted(glob.glob(os.path.join(os.path.abspath(arguments.pictures), "*.png")))
    texts = open(arguments.texts, encoding="utf-8").read().splitlines() if arguments.texts else TEXTS
    published = None
    if arguments.merges:
        lines = gzip.open(arguments.merges, "rt", encoding="utf-8").read().split("\n")
        published = BytePairs([tuple(line.split()) for line in lines[1 : 49408 - 512 - 2 + 1]])
    largest, wrong = {}, 0
    with tempfile.TemporaryDirectory() as scratch:
        file = os.path.join(scratch, "texts.txt")
        open(file, "w", encoding="utf-8").write("\n".join(texts) + "\n")
        merges = arguments.merges and os.path.abspath(arguments.merges)
        for kind, subject, numbers in measured(scratch, file, merges, pictures):
            if kind == "merges":
                wrong += [int(n) for n in numbers.split()] != published(subject, 77, 0)[0]
                continue
            model, half = kind.split(" ")
            folder = os.path.join(scratch, model)
            given = (inputs_of_text(folder, subject) if half == "text"
                     else {"pixel_values": pixels(folder, Image.open(subject).convert("RGB"))})
            vector = reference(folder, {"text": "text", "picture": "vision"}[half], given)
            difference = abs(vector - np.array(numbers.split(), float)).max()
            largest[kind] = max(largest.get(kind, 0), difference)
    for kind, difference in largest.items():
        print(f"{kind:<17} largest difference of a component {difference:.1e}")
    if published:
        print(f"{len(texts)} texts, tokens of {wrong} differ")
    sys.exit(wrong > 0 or any(difference > TOLERANCE for difference in largest.values()))


if __name__ == "__main__":
    main()
