#!/usr/bin/env python3
"""Trains the generator network: Charbonnier, then LPIPS, grids and texture too, and at last, if asked, a discriminator.

  train.py PAIRS MODELS OUT [--steps N] [--threads N] [--adversarial WEIGHT]

PAIRS is what ExportTinyPictures wrote, MODELS the folder with squeeze.backbone.pth and squeeze.pth. Every minute or so
the state goes to OUT/state.pt; when it is there, training goes on from it. OUT/generator.pt is the mean of the last
weights (exponential), which is what ships.
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

from network import NOISE, Discriminator, Generator, Lpips

CROP = 256
BATCH = 4
HELD_OUT = "cid22-20"  # photographs whose names begin so are not trained on
RATE, LEAST_RATE = 5e-4, 1e-5
PLAIN, ADVERSARIAL = 0.05, 0.8  # parts of the training at which LPIPS and the discriminator come in
WEIGHT_LPIPS, WEIGHT_GRID, WEIGHT_TEXTURE = 1.0, 0.05, 0.08
REPETITION = 3  # weight beside the peaks of the spectrum
MEMORY = 0.999


class Pairs:
    """Photographs and enlarged tiny pictures in memory."""

    def __init__(self, folder):
        rows = [line.rstrip("\n").split("\t") for line in open(folder + "/index.tsv")]
        read = lambda name: np.asarray(Image.open(f"{folder}/{name}").convert("RGB"))
        self.photographs = {name: read(name) for name in sorted({row[0] for row in rows})}
        self.rows = []
        for name, tiny, step, width, height in rows:
            h, w = self.photographs[name].shape[:2]
            if min(h, w) < CROP:
                continue
            factor = (w * h / (int(width) * int(height))) ** 0.5
            self.rows.append((name, read(tiny), int(step) / 63, np.log2(factor) / 4))
        self.held_out = [r for r in self.rows if r[0].startswith(HELD_OUT)]
        self.rows = [r for r in self.rows if not r[0].startswith(HELD_OUT)]

    def crop(self, row, random):
        name, tiny, step, factor = row
        photograph = self.photographs[name]
        side = CROP // 8
        y = 8 * random.integers(photograph.shape[0] // 8 - side + 1)
        x = 8 * random.integers(photograph.shape[1] // 8 - side + 1)
        wanted = photograph[y:y + CROP, x:x + CROP]
        given = tiny[y // 4:(y + CROP) // 4, x // 4:(x + CROP) // 4]
        if random.random() < 0.5:
            wanted, given = wanted[:, ::-1], given[:, ::-1]
        planes = lambda a: torch.from_numpy(np.ascontiguousarray(a.transpose(2, 0, 1))).float() / 255
        conditions = torch.tensor([step, factor], dtype=torch.float32)[:, None, None].expand(2, side, side)
        return planes(given), conditions, planes(wanted)

    def batch(self, random):
        rows = [self.rows[i] for i in random.integers(len(self.rows), size=BATCH)]
        return [torch.stack(part) for part in zip(*(self.crop(row, random) for row in rows))]


def noise_like(conditions, generator):
    n, _, h, w = conditions.shape
    return torch.rand(n, NOISE, 2 * h, 2 * w, generator=generator) * 2 - 1


def peaks(pictures):
    """Power at periods 8, 4, 8/3 and 2 against the frequencies around, as logarithms, along rows and columns."""
    grey = pictures.mean(1)
    found = []
    for lines in (grey, grey.transpose(1, 2)):
        n = lines.shape[2]
        lines = (lines - lines.mean(2, keepdim=True)) * torch.hann_window(n)
        power = torch.fft.rfft(lines).abs().pow(2).mean(1) + 1e-6
        for k in (1, 2, 3, 4):
            c = n * k // 8
            near = torch.cat([power[:, c - 12:c - 3], power[:, c + 4:c + 13]], 1).median(1).values
            found.append(power[:, c - 1:c + 2].max(1).values.log() - near.log())
    return torch.stack(found)


def repetition(pictures):
    """How much of the detail around each place repeats every 8 pixels, whatever its direction: logarithms of parts."""
    grey = pictures.mean(1, keepdim=True)
    detail = F.pixel_unshuffle(grey - F.avg_pool2d(grey, 9, 1, 4, count_include_pad=False), 8)
    repeated = F.avg_pool2d(detail, 4, 2).pow(2).mean(1)
    all_of_it = F.avg_pool2d(detail.pow(2), 4, 2).mean(1)
    return ((repeated + 1e-6 / 16) / (all_of_it + 1e-6)).log()  # flat places count as noise does: 1/16


def grid_loss(made, wanted):
    lines = F.relu(peaks(made) - peaks(wanted).clamp(min=0.4)).mean()
    return lines + REPETITION * F.relu(repetition(made) - repetition(wanted)).mean()


def texture(pictures):
    """How lively the luma is around each place, at two scales, as logarithms of mean squares of a Laplacian."""
    grey = pictures.mean(1, keepdim=True)
    found = []
    for _ in range(2):
        laplacian = grey[:, :, 1:-1, 1:-1] - F.avg_pool2d(grey, 3, 1)
        found.append((F.avg_pool2d(laplacian ** 2, 16, 8) + 3e-6).log())
        grey = F.avg_pool2d(grey, 2)
    return found


def texture_loss(made, wanted):
    """Flat places are to stay flat, and lively ones to be as lively as they were."""
    return sum((a - b).abs().mean() for a, b in zip(texture(made), texture(wanted))) / 2


def shifted(made, wanted, random):
    """The same part of both at a random phase, sometimes shrunk, so that no fixed grid can please LPIPS."""
    y, x = random.integers(8, size=2)
    side = CROP - 8
    made, wanted = (p[:, :, y:y + side, x:x + side] for p in (made, wanted))
    if random.random() < 0.5:
        size = int(random.integers(128, side))
        made, wanted = (F.interpolate(p, size=(size, size), mode="bilinear", antialias=True) for p in (made, wanted))
    return made, wanted


class Training:
    def __init__(self, pairs, lpips, steps, adversarial):
        torch.manual_seed(1)
        self.adversarial = adversarial
        self.pairs, self.lpips, self.steps, self.step = pairs, lpips, steps, 0
        self.generator, self.mean, self.critic = Generator(), Generator(), Discriminator()
        self.mean.load_state_dict(self.generator.state_dict())
        self.optimiser = torch.optim.Adam(self.generator.parameters(), RATE, betas=(0.9, 0.99))
        self.critic_optimiser = torch.optim.Adam(self.critic.parameters(), 2e-4, betas=(0.5, 0.99))
        self.seen, self.balance = {}, None

    def parts(self):
        return ("generator", "mean", "critic", "optimiser", "critic_optimiser")

    def save(self, path):
        state = {name: getattr(self, name).state_dict() for name in self.parts()}
        torch.save(state | {"step": self.step, "balance": self.balance}, path + ".part")
        os.replace(path + ".part", path)

    def load(self, path):
        state = torch.load(path, weights_only=True)
        for name in self.parts():
            getattr(self, name).load_state_dict(state[name])
        self.step, self.balance = state["step"], state["balance"]

    def note(self, name, value):
        value = float(value.detach())
        self.seen[name] = 0.98 * self.seen.get(name, value) + 0.02 * value

    def advance(self):
        done = self.step / self.steps
        rate = LEAST_RATE + (RATE - LEAST_RATE) * 0.5 * (1 + np.cos(np.pi * done))
        for group in self.optimiser.param_groups:
            group["lr"] = float(rate * min(1, (self.step + 1) / 200))
        random = np.random.default_rng((7, self.step))
        tiny, conditions, wanted = self.pairs.batch(random)
        noise = noise_like(conditions, torch.Generator().manual_seed(self.step))
        with torch.autocast("cpu", torch.bfloat16):
            made = self.generator(tiny, conditions, noise).float()
        gradient = self.gradient(made, tiny, wanted, done, random)
        self.optimiser.zero_grad()
        made.backward(gradient)
        torch.nn.utils.clip_grad_norm_(self.generator.parameters(), 0.5)
        self.optimiser.step()
        if self.adversarial > 0 and done >= ADVERSARIAL:
            self.teach_critic(made.detach(), tiny, wanted)
        with torch.no_grad():
            memory = min(MEMORY, (self.step + 1) / (self.step + 10))
            for m, g in zip(self.mean.parameters(), self.generator.parameters()):
                m.lerp_(g, 1 - memory)
        self.step += 1

    def gradient(self, made, tiny, wanted, done, random):
        """Of the whole loss, with regard to the pictures; the discriminator's is scaled to a part of LPIPS's."""
        leaf = made.detach().requires_grad_()
        charbonnier = ((leaf - wanted) ** 2 + 1e-6).sqrt().mean()
        self.note("charbonnier", charbonnier)
        if done < PLAIN:
            return torch.autograd.grad(charbonnier, leaf)[0]
        with torch.autocast("cpu", torch.bfloat16):
            lpips = self.lpips(*shifted(leaf, wanted, random))
        grid, lively = grid_loss(leaf, wanted), texture_loss(leaf, wanted)
        self.note("lpips", lpips)
        self.note("grid", grid)
        self.note("texture", lively)
        perceptual, = torch.autograd.grad(lpips, leaf)
        rest, = torch.autograd.grad(charbonnier + WEIGHT_GRID * grid + WEIGHT_TEXTURE * lively, leaf)
        gradient = rest + WEIGHT_LPIPS * perceptual
        if self.adversarial == 0 or done < ADVERSARIAL + 0.01:
            return gradient
        with torch.autocast("cpu", torch.bfloat16):
            fooled = -self.critic(leaf, tiny).float().mean()
        adversarial, = torch.autograd.grad(fooled, leaf)
        balance = float(perceptual.norm() / (adversarial.norm() + 1e-12))
        self.balance = balance if self.balance is None else 0.98 * self.balance + 0.02 * balance
        return gradient + self.adversarial * self.balance * adversarial

    def teach_critic(self, made, tiny, wanted):
        with torch.autocast("cpu", torch.bfloat16):
            both = self.critic(torch.cat([wanted, made]), torch.cat([tiny, tiny])).float()
        real, false = both.chunk(2)
        loss = F.relu(1 - real).mean() + F.relu(1 + false).mean()
        self.note("critic", loss)
        self.critic_optimiser.zero_grad()
        loss.backward()
        self.critic_optimiser.step()

    @torch.no_grad()
    def check(self):
        """LPIPS, PSNR and worst grid ratio on whole photographs that are held out."""
        scores = []
        for row in self.pairs.held_out[::3]:
            photograph = self.pairs.photographs[row[0]]
            planes = lambda a: torch.from_numpy(a.transpose(2, 0, 1).copy()).float()[None] / 255
            wanted, tiny = planes(photograph), planes(row[1])
            h, w = photograph.shape[0] // 8, photograph.shape[1] // 8
            conditions = torch.tensor(row[2:], dtype=torch.float32)[None, :, None, None].expand(1, 2, h, w)
            made = self.mean(tiny, conditions, noise_like(conditions, torch.Generator().manual_seed(0))).clamp(0, 1)
            scores.append((float(self.lpips(made, wanted)), -10 * float(((made - wanted) ** 2).mean().log10()),
                           float(peaks(made).max().exp())))
        return "held out: LPIPS %.4f PSNR %.2f grid %.2f" % tuple(np.mean(scores, 0))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("pairs")
    arguments.add_argument("models")
    arguments.add_argument("out")
    arguments.add_argument("--steps", type=int, default=12200)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--adversarial", type=float, default=0.0)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    lpips = Lpips(options.models + "/squeeze.backbone.pth", options.models + "/squeeze.pth")
    training = Training(Pairs(options.pairs), lpips, options.steps, options.adversarial)
    os.makedirs(options.out, exist_ok=True)
    state = options.out + "/state.pt"
    if os.path.exists(state):
        training.load(state)
    print(sum(p.numel() for p in training.generator.parameters()), "weights,", len(training.pairs.rows), "pairs", flush=True)
    start, begun = time.time(), training.step
    while training.step < options.steps:
        training.advance()
        if training.step % 50 == 0:
            means = " ".join(f"{k} {v:.4f}" for k, v in training.seen.items())
            print(f"{training.step} {(time.time() - start) / (training.step - begun):.2f} s/step {means}", flush=True)
        if training.step % 100 == 0:
            training.save(state)
        if training.step % 500 == 0:
            print(training.check(), flush=True)
    training.save(state)
    torch.save(training.mean.state_dict(), options.out + "/generator.pt")


if __name__ == "__main__":
    main()
