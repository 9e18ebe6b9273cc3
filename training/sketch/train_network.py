"""Trains the line network of the sketch layer and writes it in integers.

Usage: train_network.py SKETCHES FILE [--steps N]
The same sketches, PyTorch and processor give the same bytes: one thread, fixed seeds.
"""
import argparse
import zlib

import numpy as np
import torch
from scipy.ndimage import maximum_filter

import sketches as data

SEED, BATCH, RATE, DECAY = 1, 4096, 3e-3, 1e-3
NEAR, FAR = 0.06, 0.006  # part of the pixels taken near lines and elsewhere; the latter count ten times
BITS = 8


def variants(pixels):
    """The eight ways to mirror and turn."""
    for turned in (pixels, pixels.T):
        for rows in (1, -1):
            for columns in (1, -1):
                yield np.ascontiguousarray(turned[::rows, ::columns])


def samples(path, random):
    taken, targets, weights = [], [], []
    for index, pixels in data.read(path):
        if not pixels.any():
            continue
        for variant in variants(pixels):
            near = maximum_filter(variant, 7).reshape(-1) > 0
            chosen = np.nonzero(random.random(variant.size) < np.where(near, NEAR, FAR))[0]
            taken.append(np.packbits(data.inputs(variant, index, chosen), axis=1))
            targets.append(variant.reshape(-1)[chosen])
            weights.append(np.where(near[chosen], 1, NEAR / FAR))
    return np.concatenate(taken), np.concatenate(targets), np.concatenate(weights)


def network():
    return torch.nn.Sequential(
        torch.nn.Linear(data.INPUTS, data.FIRST), torch.nn.ReLU(), torch.nn.Linear(data.FIRST, data.SECOND),
        torch.nn.ReLU(), torch.nn.Linear(data.SECOND, 1))


def train(path, steps):
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    random = np.random.default_rng(SEED)
    taken, targets, weights = samples(path, random)
    print(len(targets), "pixels", flush=True)
    net = network()
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    running = 0
    for step in range(steps):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - step / steps) * min(1, step / 200) + 1e-5
        batch = random.integers(0, len(targets), BATCH)
        x = torch.from_numpy(np.unpackbits(taken[batch], axis=1, count=data.INPUTS)).float()
        wanted = torch.from_numpy(targets[batch]).float()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(net(x)[:, 0], wanted, reduction="none")
        loss = (loss * torch.from_numpy(weights[batch]).float()).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        running += loss.item()
        if step % 2000 == 1999:
            print(step + 1, round(running / 2000, 5), flush=True)
            running = 0
    return net


def write(net, path):
    """Weights in units of 2^-8, 16 bits each, in the order of LineNetwork, deflated."""
    parts = []
    for layer in (net[0], net[2], net[4]):
        weight = layer.weight.detach().numpy()
        parts += [(weight.T if layer is net[0] else weight).reshape(-1), layer.bias.detach().numpy()]
    integers = np.round(np.concatenate(parts) * 2 ** BITS)
    assert np.abs(integers).max() < 2 ** 15
    with open(path, "wb") as file:
        file.write(zlib.compress(integers.astype(">i2").tobytes(), 9))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("sketches")
    parser.add_argument("file")
    parser.add_argument("--steps", type=int, default=60000)
    options = parser.parse_args()
    write(train(options.sketches, options.steps), options.file)
