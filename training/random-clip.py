#!/usr/bin/env python3
"""Writes a CLIP of the size of ViT-B/32 with random weights, to measure time and memory with.

Usage: random-clip.py FOLDER MERGES
FOLDER  for onnx/vision_model.onnx (88 M weights) and onnx/text_model.onnx (63 M), with the files that tell how to use them
MERGES  the published bpe_simple_vocab_16e6.txt.gz
Needs: Python with torch and onnx. Then: inkling encode photo.png --profile clip --embedder FOLDER --profile-time
"""
import gzip
import json
import os
import sys

import torch
from torch import nn


class Transformer(nn.Module):
    def __init__(self, width, depth, heads):
        super().__init__()
        self.heads = heads
        self.blocks = nn.ModuleList(
            nn.ModuleList([nn.LayerNorm(width), nn.Linear(width, 3 * width), nn.Linear(width, width), nn.LayerNorm(width),
                           nn.Linear(width, 4 * width), nn.Linear(4 * width, width)]) for _ in range(depth))

    def forward(self, x, mask=0):
        count, length, width = x.shape
        for norm, parts, joined, second_norm, wide, narrow in self.blocks:
            queries, keys, values = parts(norm(x)).reshape(
                count, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
            scores = queries @ keys.transpose(-1, -2) / (width // self.heads) ** 0.5 + mask
            x = x + joined((scores.softmax(-1) @ values).transpose(1, 2).reshape(count, length, width))
            x = x + narrow(nn.functional.gelu(wide(second_norm(x))))
        return x


class Vision(nn.Module):
    def __init__(self):
        super().__init__()
        self.patches = nn.Conv2d(3, 768, 32, 32, bias=False)
        self.first = nn.Parameter(torch.randn(1, 1, 768) / 50)
        self.places = nn.Parameter(torch.randn(1, 50, 768) / 50)
        self.transformer, self.norm = Transformer(768, 12, 12), nn.LayerNorm(768)
        self.projection = nn.Linear(768, 512, bias=False)

    def forward(self, pixels):
        patches = self.patches(pixels).flatten(2).transpose(1, 2)
        x = torch.cat([self.first.expand(patches.shape[0], -1, -1), patches], 1) + self.places
        return self.projection(self.norm(self.transformer(x)[:, 0]))


class Text(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens = nn.Embedding(49408, 512)
        self.places = nn.Parameter(torch.randn(77, 512) / 50)
        self.register_buffer("later", torch.full((77, 77), -1e4).triu(1))
        self.transformer, self.norm = Transformer(512, 12, 8), nn.LayerNorm(512)
        self.projection = nn.Linear(512, 512, bias=False)

    def forward(self, tokens):
        length = tokens.shape[1]
        x = self.transformer(self.tokens(tokens) + self.places[:length], self.later[:length, :length])
        return self.projection(self.norm(x)[torch.arange(x.shape[0]), tokens.argmax(-1)])


def export(network, example, file, names, open_sides):
    torch.onnx.export(network.eval(), (example,), file, input_names=names[:1], output_names=names[1:], opset_version=17,
                      dynamic_axes={names[0]: open_sides, names[1]: {0: "n"}}, dynamo=False)


def write_vocabulary(folder, merges):
    printed = [*range(33, 127), *range(161, 173), *range(174, 256)]
    order = printed + [b for b in range(256) if b not in printed]
    names = [chr(b if i < len(printed) else 256 + i - len(printed)) for i, b in enumerate(order)]
    names += [name + "</w>" for name in names] + [merge.replace(" ", "") for merge in merges]
    names += ["<|startoftext|>", "<|endoftext|>"]
    json.dump({name: i for i, name in enumerate(names)}, open(os.path.join(folder, "vocab.json"), "w"))
    open(os.path.join(folder, "merges.txt"), "w", encoding="utf-8").write("#version: 0.2\n" + "\n".join(merges) + "\n")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder = sys.argv[1]
    os.makedirs(os.path.join(folder, "onnx"), exist_ok=True)
    torch.manual_seed(0)
    with torch.no_grad():
        export(Vision(), torch.zeros(1, 3, 224, 224), os.path.join(folder, "onnx", "vision_model.onnx"),
               ["pixel_values", "image_embeds"], {0: "n"})
        export(Text(), torch.zeros(1, 77, dtype=torch.long), os.path.join(folder, "onnx", "text_model.onnx"),
               ["input_ids", "text_embeds"], {0: "n", 1: "length"})
    json.dump({"model_type": "clip", "projection_dim": 512}, open(os.path.join(folder, "config.json"), "w"))
    json.dump({"size": 224, "crop_size": 224, "do_center_crop": True, "resample": 3,
               "image_mean": [0.48145466, 0.4578275, 0.40821073], "image_std": [0.26862954, 0.26130258, 0.27577711]},
              open(os.path.join(folder, "preprocessor_config.json"), "w"))
    lines = gzip.open(sys.argv[2], "rt", encoding="utf-8").read().split("\n")
    write_vocabulary(folder, lines[1 : 49408 - 512 - 2 + 1])


if __name__ == "__main__":
    main()
