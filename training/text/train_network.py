"""Trains the caption prior's network: python train_network.py PIECES CHECKPOINT --minutes M [--threads N]

Stops after M minutes altogether, those of earlier runs with the same checkpoint included; a run that was broken off
goes on from its last checkpoint. Muon (Jordan 2024) for the matrices, Adam for the rest, bfloat16 products.
"""
import argparse
import math
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

import texts as corpus
from network import PIECES, SETS, WINDOW, Network

SEED = 20261120
TOKENS = 6144
MATRIX_RATE, OTHER_RATE = 0.02, 0.003
DROPOUT = 0.1
CONSTANT_PART = 0.45
# Share of each set in the pieces that are read: at first, and in the end.
FIRST = {corpus.IIW: 0.10, corpus.DPG: 0.03, corpus.VBENCH: 0.20, corpus.IDT: 0.02, corpus.COCO: 0.09,
         corpus.SHORT: 0.06, corpus.LVLM: 0.28, corpus.GLOSS: 0.22}
LAST = {corpus.IIW: 0.24, corpus.DPG: 0.07, corpus.VBENCH: 0.27, corpus.IDT: 0.05, corpus.COCO: 0.04,
        corpus.SHORT: 0.03, corpus.LVLM: 0.26, corpus.GLOSS: 0.04}


class Batches:
    """Texts of like length in random order, a start of their set before each; one in ten has the start of no set."""

    def __init__(self, all_texts, rng):
        self.rng = rng
        self.by_set = {s: [t.pieces for t in all_texts if t.set == s and not t.held_out] for s in range(SETS)}
        self.queues = {s: [] for s in range(SETS)}
        self.mean = {s: np.mean([min(len(p), WINDOW) for p in self.by_set[s]]) for s in range(SETS)}
        self.pools = []

    def text(self, progress):
        share = np.array([FIRST[s] + (LAST[s] - FIRST[s]) * progress for s in range(SETS)])
        share /= np.array([self.mean[s] for s in range(SETS)])
        s = int(self.rng.choice(SETS, p=share / share.sum()))
        if not self.queues[s]:
            self.queues[s] = list(self.rng.permutation(len(self.by_set[s])))
        return s, self.by_set[s][self.queues[s].pop()][:WINDOW]

    def next(self, progress):
        if not self.pools:
            pool = sorted((self.text(progress) for _ in range(4096)), key=lambda entry: len(entry[1]))
            while pool:
                longest = len(pool[-1][1])
                rows = max(1, TOKENS // longest)
                self.pools.append(pool[-rows:])
                del pool[-rows:]
            self.rng.shuffle(self.pools)
        rows = self.pools.pop()
        length = max(len(p) for _, p in rows)
        pieces = np.zeros((len(rows), length), np.int64)
        targets = np.full((len(rows), length), -100, np.int64)
        starts = np.empty(len(rows), np.int64)
        for i, (s, p) in enumerate(rows):
            pieces[i, : len(p)] = p
            targets[i, : len(p)] = p
            starts[i] = SETS if self.rng.random() < 0.1 else s
        return torch.from_numpy(starts), torch.from_numpy(pieces[:, :-1]), torch.from_numpy(targets)


def orthogonal(matrix, steps=5):
    x = matrix.bfloat16()
    tall = x.size(0) > x.size(1)
    x = x.T if tall else x
    x = x / (x.norm() + 1e-7)
    for _ in range(steps):
        a = x @ x.T
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    return (x.T if tall else x).float()


class Muon:
    def __init__(self, parameters):
        self.parameters = parameters
        self.momenta = [torch.zeros_like(p) for p in parameters]

    @torch.no_grad()
    def step(self, rate):
        for p, momentum in zip(self.parameters, self.momenta):
            momentum.mul_(0.95).add_(p.grad, alpha=0.05)
            update = p.grad * 0.05 + momentum * 0.95
            parts = update.chunk(3) if p.size(0) == 3 * p.size(1) else [update]
            update = torch.cat([orthogonal(u) * max(1, u.size(0) / u.size(1)) ** 0.5 for u in parts])
            p.mul_(1 - rate * 0.01).add_(update, alpha=-rate)
            p.grad = None


@torch.no_grad()
def bits_a_character(network, held_out, pieces=WINDOW):
    """Of the held-out texts, their ends left out, with the start of their closest set."""
    network.eval()
    bits, characters = 0.0, 0.0
    for text in held_out:
        p = torch.from_numpy(text.pieces[: min(pieces, len(text.pieces) - 1)])
        logits = network(torch.tensor([corpus.IIW]), p[None, :-1]).float()
        bits += F.cross_entropy(logits[0], p, reduction="sum").item() / math.log(2)
        characters += text.characters * len(p) / (len(text.pieces) - 1)
    network.train()
    return bits / characters


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pieces")
    parser.add_argument("checkpoint")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(SEED)
    rng = np.random.default_rng(SEED)
    all_texts = corpus.read(args.pieces)
    held_out = {name: [t for t in all_texts if t.set == s and t.held_out] for name, s in
                (("iiw", corpus.IIW), ("dpg", corpus.DPG))}
    batches = Batches(all_texts, rng)
    network = Network(DROPOUT)
    matrices = [p for n, p in network.named_parameters() if n.startswith("blocks")]
    others = [p for n, p in network.named_parameters() if not n.startswith("blocks")]
    muon = Muon(matrices)
    adam = torch.optim.Adam(others, lr=OTHER_RATE, betas=(0.9, 0.97), eps=1e-9)
    step, tokens, before, average = 0, 0, 0.0, None
    if os.path.exists(args.checkpoint):
        state = torch.load(args.checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        adam.load_state_dict(state["adam"])
        muon.momenta = state["momenta"]
        step, tokens, before = state["step"], state["tokens"], state["seconds"]
        batches.rng = np.random.default_rng(SEED + step)
    print(sum(p.numel() for p in network.parameters()), "parameters", flush=True)

    def loss_of(starts, pieces, targets):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(starts, pieces)
        return F.cross_entropy(logits.float().reshape(-1, PIECES), targets.reshape(-1), ignore_index=-100)

    begun, shown = time.time(), time.time()

    def save(seconds):
        torch.save({"network": network.state_dict(), "adam": adam.state_dict(), "momenta": muon.momenta,
                    "step": step, "tokens": tokens, "seconds": seconds}, args.checkpoint + ".part")
        os.replace(args.checkpoint + ".part", args.checkpoint)

    while True:
        seconds = before + time.time() - begun
        progress = seconds / (60 * args.minutes)
        if progress >= 1:
            break
        rate = min(1, (step + 1) / 80) * (1 if progress < CONSTANT_PART else
                                          max(0.02, (1 - progress) / (1 - CONSTANT_PART)))
        starts, pieces, targets = batches.next(progress)
        loss = loss_of(starts, pieces, targets)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(others, 1.0)
        for group in adam.param_groups:
            group["lr"] = OTHER_RATE * rate
        adam.step()
        adam.zero_grad(set_to_none=True)
        muon.step(MATRIX_RATE * rate)
        step += 1
        tokens += int((targets >= 0).sum())
        average = loss.item() if average is None else 0.98 * average + 0.02 * loss.item()
        if time.time() - shown > 600 or step == 100:
            shown = time.time()
            print(f"{seconds / 60:.1f} min, step {step}, {tokens / 1e6:.2f} M pieces, loss {average:.3f}, rate {rate:.2f}, "
                  + ", ".join(f"{name} {bits_a_character(network, t):.4f} / {bits_a_character(network, t, 45):.4f}"
                              for name, t in held_out.items()), flush=True)
            save(seconds)
    save(seconds)
    print("done:", step, "steps,", f"{tokens / 1e6:.2f} M pieces,",
          ", ".join(f"{name} {bits_a_character(network, t):.4f} / {bits_a_character(network, t, 45):.4f}"
                    for name, t in held_out.items()), flush=True)


if __name__ == "__main__":
    main()
