#!/usr/bin/env python3
"""Writes networks of Stable Diffusion 1.5's shapes with random weights, to measure time and memory with, not to look at.

  random-diffusion.py OUT [--half] [--tokenizer FOLDER]

Needs torch, onnx and numpy; 4.3 GB on disk, half of that with --half, and 16 GB of memory. The tokenizer is that of
testdata/diffusion, which knows letters only, unless a folder with vocab.json and merges.txt is given.
"""
import argparse
import json
import os
import shutil
import sys
import tempfile

import onnx
import torch
from torch import nn
from torch.nn import functional


class Residual(nn.Module):
    def __init__(self, inside, outside, time=0):
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(32, inside), nn.Conv2d(inside, outside, 3, padding=1)
        self.norm2, self.conv2 = nn.GroupNorm(32, outside), nn.Conv2d(outside, outside, 3, padding=1)
        self.time = nn.Linear(time, outside) if time else None
        self.skip = nn.Conv2d(inside, outside, 1) if inside != outside else nn.Identity()

    def forward(self, x, time=None):
        y = self.conv1(functional.silu(self.norm1(x)))
        if self.time is not None:
            y = y + self.time(functional.silu(time))[:, :, None, None]
        return self.skip(x) + self.conv2(functional.silu(self.norm2(y)))


class Attention(nn.Module):
    def __init__(self, width, context, heads):
        super().__init__()
        self.heads = heads
        self.q, self.k = nn.Linear(width, width, bias=False), nn.Linear(context, width, bias=False)
        self.v, self.out = nn.Linear(context, width, bias=False), nn.Linear(width, width)

    def forward(self, x, context=None, mask=None):
        context = x if context is None else context
        split = lambda y: y.reshape(1, -1, self.heads, y.shape[-1] // self.heads).transpose(1, 2)
        q, k, v = split(self.q(x)), split(self.k(context)), split(self.v(context))
        scores = q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5
        scores = scores if mask is None else scores + mask
        return self.out((scores.softmax(-1) @ v).transpose(1, 2).reshape(1, -1, x.shape[-1]))


class Transformer(nn.Module):
    def __init__(self, width, context=768, heads=8):
        super().__init__()
        self.norm, self.into, self.back = nn.GroupNorm(32, width), nn.Conv2d(width, width, 1), nn.Conv2d(width, width, 1)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(3))
        self.own, self.cross = Attention(width, width, heads), Attention(width, context, heads)
        self.up, self.down = nn.Linear(width, 8 * width), nn.Linear(4 * width, width)

    def forward(self, x, context):
        _, channels, height, width = x.shape
        y = self.into(self.norm(x)).flatten(2).transpose(1, 2)
        y = y + self.own(self.norms[0](y))
        y = y + self.cross(self.norms[1](y), context)
        value, gate = self.up(self.norms[2](y)).chunk(2, -1)
        y = y + self.down(value * functional.gelu(gate))
        return x + self.back(y.transpose(1, 2).reshape(1, channels, height, width))


class UNet(nn.Module):
    def __init__(self):
        super().__init__()
        widths, time = [320, 640, 1280, 1280], 1280
        self.time = nn.Sequential(nn.Linear(320, time), nn.SiLU(), nn.Linear(time, time))
        self.first = nn.Conv2d(4, 320, 3, padding=1)
        self.down, self.up, skips, width = nn.ModuleList(), nn.ModuleList(), [320], 320
        for level, next_width in enumerate(widths):
            for _ in range(2):
                self.down.append(nn.ModuleList(
                    [Residual(width, next_width, time)] + ([Transformer(next_width)] if level < 3 else [])))
                width = next_width
                skips.append(width)
            if level < 3:
                self.down.append(nn.ModuleList([nn.Conv2d(width, width, 3, stride=2, padding=1)]))
                skips.append(width)
        self.middle = nn.ModuleList([Residual(width, width, time), Transformer(width), Residual(width, width, time)])
        for level, next_width in reversed(list(enumerate(widths))):
            for place in range(3):
                parts = [Residual(width + skips.pop(), next_width, time)] + ([Transformer(next_width)] if level < 3 else [])
                width = next_width
                if place == 2 and level > 0:
                    parts.append(nn.Conv2d(width, width, 3, padding=1))
                self.up.append(nn.ModuleList(parts))
        self.last = nn.Sequential(nn.GroupNorm(32, 320), nn.SiLU(), nn.Conv2d(320, 4, 3, padding=1))

    def forward(self, sample, timestep, encoder_hidden_states):
        angles = timestep.to(sample.dtype)[:, None] * torch.exp(-9.21 * torch.arange(160, dtype=sample.dtype) / 160)
        time = self.time(torch.cat([angles.cos(), angles.sin()], -1))
        x = self.first(sample)
        skips = [x]
        for parts in self.down:
            x = self.through(parts, x, time, encoder_hidden_states)
            skips.append(x)
        x = self.middle[0](x, time)
        x = self.middle[2](self.middle[1](x, encoder_hidden_states), time)
        for parts in self.up:
            x = self.through(parts, torch.cat([x, skips.pop()], 1), time, encoder_hidden_states)
        return self.last(x)

    @staticmethod
    def through(parts, x, time, context):
        for part in parts:
            if isinstance(part, Residual):
                x = part(x, time)
            elif isinstance(part, Transformer):
                x = part(x, context)
            else:
                x = part(x if part.stride[0] == 2 else functional.interpolate(x, scale_factor=2.0))
        return x


class Spatial(nn.Module):
    """Attention over all places, as in the middle of the autoencoder."""

    def __init__(self, width):
        super().__init__()
        self.norm, self.attention = nn.GroupNorm(32, width), Attention(width, width, 1)

    def forward(self, x):
        return x + self.attention(self.norm(x).flatten(2).transpose(1, 2)).transpose(1, 2).reshape(x.shape)


def decoder():
    layers, width = [nn.Conv2d(4, 4, 1), nn.Conv2d(4, 512, 3, padding=1), Residual(512, 512), Spatial(512), Residual(512, 512)], 512
    for level, next_width in enumerate([512, 512, 256, 128]):
        for _ in range(3):
            layers.append(Residual(width, next_width))
            width = next_width
        if level < 3:
            layers += [nn.Upsample(scale_factor=2.0), nn.Conv2d(width, width, 3, padding=1)]
    return nn.Sequential(*layers, nn.GroupNorm(32, width), nn.SiLU(), nn.Conv2d(width, 3, 3, padding=1), nn.Tanh())


def encoder():
    layers, width = [nn.Conv2d(3, 128, 3, padding=1)], 128
    for level, next_width in enumerate([128, 256, 512, 512]):
        for _ in range(2):
            layers.append(Residual(width, next_width))
            width = next_width
        if level < 3:
            layers.append(nn.Conv2d(width, width, 3, stride=2, padding=1))
    layers += [Residual(512, 512), Spatial(512), Residual(512, 512), nn.GroupNorm(32, 512), nn.SiLU()]
    return nn.Sequential(*layers, nn.Conv2d(512, 8, 3, padding=1), nn.Conv2d(8, 8, 1))


class TextEncoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.tokens, self.places = nn.Embedding(49408, 768), nn.Parameter(torch.randn(1, 77, 768) * 0.01)
        self.layers = nn.ModuleList(
            nn.ModuleList([nn.LayerNorm(768), Attention(768, 768, 12), nn.LayerNorm(768), nn.Linear(768, 3072),
                           nn.Linear(3072, 768)]) for _ in range(12))
        self.last = nn.LayerNorm(768)
        self.register_buffer("mask", torch.full((77, 77), -1e4).triu(1))

    def forward(self, input_ids):
        x = self.tokens(input_ids) + self.places
        for norm1, attention, norm2, up, down in self.layers:
            x = x + attention(norm1(x), mask=self.mask)
            y = up(norm2(x))
            x = x + down(y * torch.sigmoid(1.702 * y))
        return self.last(x)


def write(network, folder, inputs, output, axes, half):
    """One file of the graph and one of the weights."""
    network.eval().requires_grad_(False)
    if half:
        network.half()
        inputs = {name: value.half() if value.is_floating_point() else value for name, value in inputs.items()}
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        raw = os.path.join(scratch, "raw.onnx")
        torch.onnx.export(network, tuple(inputs.values()), raw, input_names=list(inputs), output_names=[output],
                          dynamic_axes={**axes, output: {0: "batch"}}, opset_version=17, dynamo=False)
        onnx.save(onnx.load(raw), os.path.join(folder, "model.onnx"), save_as_external_data=True,
                  all_tensors_to_one_file=True, location="model.onnx_data")
    print(folder, sum(p.numel() for p in network.parameters()) // 10**6, "million weights", file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--half", action="store_true", help="16-bit floats")
    here = os.path.dirname(os.path.abspath(__file__))
    parser.add_argument("--tokenizer", default=os.path.join(here, "..", "testdata", "diffusion", "tokenizer"))
    options = parser.parse_args()
    torch.manual_seed(0)
    places = {2: "height", 3: "width"}
    half = options.half
    part = lambda name: os.path.join(options.out, name)
    write(TextEncoder(), part("text_encoder"), {"input_ids": torch.zeros(1, 77, dtype=torch.long)}, "last_hidden_state", {}, half)
    write(encoder(), part("vae_encoder"), {"sample": torch.zeros(1, 3, 64, 64)}, "latent_parameters", {"sample": places}, half)
    write(decoder(), part("vae_decoder"), {"latent_sample": torch.zeros(1, 4, 8, 8)}, "sample", {"latent_sample": places}, half)
    write(UNet(), part("unet"),
          {"sample": torch.zeros(1, 4, 16, 16), "timestep": torch.zeros(1, dtype=torch.long),
           "encoder_hidden_states": torch.zeros(1, 77, 768)},
          "out_sample", {"sample": places, "encoder_hidden_states": {1: "length"}}, half)
    shutil.copytree(options.tokenizer, part("tokenizer"), dirs_exist_ok=True)
    configurations = {
        "model_index.json": {"_class_name": "StableDiffusionPipeline"},
        "unet/config.json": {"in_channels": 4, "out_channels": 4, "sample_size": 64},
        "vae_decoder/config.json": {"block_out_channels": [128, 256, 512, 512], "scaling_factor": 0.18215},
        "scheduler/scheduler_config.json": {
            "_class_name": "PNDMScheduler", "beta_end": 0.012, "beta_schedule": "scaled_linear", "beta_start": 0.00085,
            "num_train_timesteps": 1000, "set_alpha_to_one": False, "steps_offset": 1},
    }
    for name, content in configurations.items():
        os.makedirs(os.path.dirname(part(name)), exist_ok=True)
        with open(part(name), "w") as file:
            json.dump(content, file, indent=1)


if __name__ == "__main__":
    main()
