#!/usr/bin/env python3
"""Trains the network of keyword sets: given the words of a set so far, by ascending rank, which rank is the next.

Usage: train_keyword_network.py TEXTS OUT [--steps N] [--seed N] [--all --from WEIGHTS]
TEXTS is train-clean.txt.gz. OUT gets the weights of the end (torch), and every 1000 steps those so far. Prints the
bits a word of held-out lists. Needs torch and numpy; one thread; about 12 minutes of one core.
"""
import argparse
import math
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import keyword_lists

HEAD = 12288
SIZE = 64
HIDDEN = 192
SIZES = (5, 10, 20, 40)
SHARES = {"IIW": 0.23, "DPG": 0.17, "VBENCH": 0.19, "LVLM": 0.18, "COCO": 0.13, "SHORT": 0.08, "IDT": 0.02}
BATCH = 40
# Parts of the words before, and of the layer, that a step does not see.
WORD_DROPOUT, DROPOUT = 0.3, 0.3


def bucket(x):
    """Which row of a table a number of at least 1 has: numbers below 8 their own, then four an octave."""
    x = np.asarray(x)
    log = np.floor(np.log2(np.maximum(x, 1) + 1e-9)).astype(np.int64)
    return np.where(x < 8, x, 8 + (log - 3) * 4 + (x >> np.maximum(log - 2, 0)) % 4)


class Network(nn.Module):
    def __init__(self, unigram):
        super().__init__()
        self.words = nn.Parameter(torch.randn(HEAD, SIZE) * 0.05)
        self.ranks = nn.Parameter(torch.randn(HEAD + 1, SIZE) * 0.05)
        self.of_size, self.of_left = (nn.Parameter(torch.randn(32, HIDDEN) * 0.02) for _ in range(2))
        self.of_low = nn.Parameter(torch.randn(64, HIDDEN) * 0.02)
        self.mean, self.sum, self.last = (nn.Parameter(torch.randn(SIZE, HIDDEN) * 3 / SIZE**0.5 / 2) for _ in range(3))
        self.out = nn.Parameter(torch.randn(HIDDEN, SIZE) / HIDDEN**0.5)
        self.bias = nn.Parameter(torch.log(unigram / unigram.sum()))
        # Of m words drawn from the words at large the least is this one: p * (share of this rank and beyond)^(m - 1).
        beyond = unigram.flip(0).cumsum(0).flip(0) / unigram.sum()
        self.register_buffer("beyond", torch.log(beyond - unigram / unigram.sum() / 2))

    def forward(self, lists, batch):
        """lists: ranks ascending, padded with 0. The rest: what the items are, see Items."""
        embedded = self.words[lists]
        if self.training:
            kept = torch.rand(embedded.shape[:2]) >= WORD_DROPOUT
            embedded = embedded * kept[..., None] / (1 - WORD_DROPOUT)
        sums = torch.cat([torch.zeros_like(embedded[:, :1]), embedded.cumsum(1)], 1)[batch.row, batch.done]
        last = embedded[batch.row, (batch.done - 1).clamp(min=0)] * (batch.done > 0)[:, None]
        done = batch.done.clamp(min=1)[:, None].float()
        x = sums / done.sqrt() @ self.sum + sums / done @ self.mean + last @ self.last
        x = x + self.of_size[batch.size] + self.of_left[batch.left_bucket] + self.of_low[batch.low_bucket]
        x = F.dropout(F.relu(x).square() * 0.5, DROPOUT, self.training)
        hidden = x @ self.out * 3
        logits = hidden @ self.ranks.T + self.bias + (batch.left - 1)[:, None] * self.beyond
        return logits.float().masked_fill(torch.arange(HEAD + 1) < batch.low[:, None], -1e4)


class Items:
    """The symbols of some sets: which is next after how many (done) of its list, in a run of ranks from low."""

    def __init__(self, sets):
        """sets: arrays of ranks, ascending."""
        length = max(int((ranks < HEAD).sum()) for ranks in sets) + 1
        self.lists = np.zeros((len(sets), length), dtype=np.int64)
        rows, dones, lefts, lows, targets, sizes = ([] for _ in range(6))
        for row, ranks in enumerate(sets):
            known = ranks[ranks < HEAD]
            self.lists[row, : len(known)] = known
            count = len(known) + (len(known) < len(ranks))
            rows += [row] * count
            dones += range(count)
            lefts += [len(ranks) - i for i in range(count)]
            lows += [0] + [known[i] + 1 for i in range(count - 1)]
            targets += [known[i] if i < len(known) else HEAD for i in range(count)]
            sizes += [len(ranks)] * count
        self.row, self.done, self.left, self.low, self.target = (
            torch.tensor(x, dtype=torch.long) for x in (rows, dones, lefts, lows, targets))
        self.size = torch.tensor(bucket(sizes))
        self.left_bucket = torch.tensor(bucket(lefts))
        self.low_bucket = torch.tensor(bucket(np.array(lows) + 1))
        self.lists = torch.tensor(self.lists)


class Sampler:
    def __init__(self, lists, seed):
        """lists: for each section the lists of ranks in text order."""
        self.random = np.random.default_rng(seed)
        self.lists = lists
        self.sections = sorted(lists)
        shares = np.array([SHARES[s] for s in self.sections])
        self.shares = shares / shares.sum()

    def draw(self):
        while True:
            r = self.random
            size = r.choice(SIZES, p=(0.36, 0.28, 0.2, 0.16)) if r.random() < 0.7 else int(2 ** r.uniform(0, 6))
            section = self.lists[self.sections[r.choice(len(self.sections), p=self.shares)]]
            words = section[r.integers(len(section))]
            if r.random() < 0.5:
                words = words[r.random(len(words)) >= r.choice((0.05, 0.2))]
            if r.random() < 0.12:
                words = words[r.integers(1 + len(words) // 2) :]
            if len(words) >= size > 0:
                return np.sort(words[:size])


def tail_bits(ranks, tail):
    """Bits of the words beyond the head as a set, drawn from the words at large."""
    rare = ranks[ranks >= HEAD]
    return -np.log2(tail[rare - HEAD]).sum() - math.lgamma(len(rare) + 1) / math.log(2)


@torch.no_grad()
def evaluate(network, lists, tail):
    """Bits a word of the first 5, 10, 20 and 40 words."""
    network.eval()
    results = []
    for size in SIZES:
        sets = [np.sort(words[:size]) for words in lists if len(words) >= size][:250]
        if len(sets) < 20:
            continue
        nats = 0
        for at in range(0, len(sets), 20):
            items = Items(sets[at : at + 20])
            nats += F.cross_entropy(network(items.lists, items), items.target, reduction="sum").item()
        bits = nats / math.log(2) + sum(tail_bits(ranks, tail) for ranks in sets)
        results.append("%.3f" % (bits / size / len(sets)))
    network.train()
    return " ".join(results)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts")
    parser.add_argument("out")
    parser.add_argument("--steps", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=20260105)
    parser.add_argument("--all", action="store_true", help="train on the held-out texts too")
    parser.add_argument("--from", dest="first", help="weights to begin with, at a quarter of the rates")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    vocabulary = keyword_lists.Vocabulary()
    train, held = {}, {}
    for text in keyword_lists.texts(options.texts):
        human = text.section == "COCO" and text.number % 20 == 19
        ranks, _ = vocabulary.list(text.text)
        if text.held_out or human:
            held.setdefault(text.section, []).append(ranks)
        if options.all or not (text.held_out or human):
            train.setdefault(text.section, []).append(ranks)
    sampler = Sampler(train, options.seed)
    counts = np.full(len(vocabulary.words), 0.02)
    for _ in range(60000):
        counts[sampler.draw()] += 1
    unigram = torch.tensor(np.append(counts[:HEAD] + 0.3, counts[HEAD:].sum()), dtype=torch.float32)
    tail = counts[HEAD:] / counts[HEAD:].sum()
    network = Network(unigram)
    print("%d weights" % sum(p.numel() for p in network.parameters()), flush=True)
    tables = [network.words, network.ranks, network.bias, network.of_size, network.of_left, network.of_low]
    layers = [network.mean, network.sum, network.last, network.out]
    optimizer = torch.optim.Adam([{"params": tables, "lr": 0.004}, {"params": layers, "lr": 0.002}], betas=(0.9, 0.98))
    rates = [group["lr"] for group in optimizer.param_groups]
    if options.first:
        network.load_state_dict(torch.load(options.first))
        rates = [rate / 4 for rate in rates]
    start, mean = time.time(), None
    for step in range(1, options.steps + 1):
        part = step / options.steps
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * min(1, step / 30) * min(1, (1 - part) / 0.7 + 0.01)
        items = Items([sampler.draw() for _ in range(BATCH)])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = F.cross_entropy(network(items.lists, items), items.target)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        mean = loss.item() if mean is None else 0.99 * mean + 0.01 * loss.item()
        if step % 1000 == 0 or step == options.steps:
            torch.save(network.state_dict(), options.out)
            bits = ", ".join("%s %s" % (s, evaluate(network, held[s], tail)) for s in sorted(held))
            print("%d: %.1f min, loss %.3f; %s" % (step, (time.time() - start) / 60, mean, bits), flush=True)
    torch.save(network.state_dict(), options.out)


if __name__ == "__main__":
    main()
