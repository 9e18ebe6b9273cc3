"""The caption prior's network: a small causal transformer over pieces, made so that it can be run with integers.

Pre-norm blocks with root-mean-square norms that have no gain (a gain before a matrix is part of the matrix), queries and
keys normed by head, rotary positions (Su et al. 2021), squared rectifiers (So et al. 2021), output tied to the embedding.
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

PIECES, WIDTH, LAYERS, HEADS, HIDDEN, SETS = 4096, 256, 3, 4, 1024, 8
HEAD = WIDTH // HEADS
WINDOW = 384


def norm(x):
    return F.rms_norm(x, (x.size(-1),))


def rotate(x, cos, sin):
    a, b = x[..., : HEAD // 2], x[..., HEAD // 2 :]
    return torch.cat([a * cos - b * sin, a * sin + b * cos], -1)


class Block(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.dropout = dropout
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH, bias=False)
        self.o = nn.Linear(WIDTH, WIDTH, bias=False)
        self.up = nn.Linear(WIDTH, HIDDEN, bias=False)
        self.down = nn.Linear(HIDDEN, WIDTH, bias=False)
        nn.init.zeros_(self.o.weight)
        nn.init.zeros_(self.down.weight)

    def forward(self, x, cos, sin):
        batch, length, _ = x.shape
        q, k, v = self.qkv(norm(x)).view(batch, length, 3, HEADS, HEAD).permute(2, 0, 3, 1, 4)
        q, k = rotate(norm(q), cos, sin), rotate(norm(k), cos, sin)
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        y = self.o(y.transpose(1, 2).reshape(batch, length, WIDTH))
        x = x + F.dropout(y, self.dropout, self.training)
        y = F.relu(self.up(norm(x))).square()
        return x + F.dropout(self.down(y), self.dropout, self.training)


class Network(nn.Module):
    def __init__(self, dropout=0.0):
        super().__init__()
        self.dropout = dropout
        self.embedding = nn.Embedding(PIECES, WIDTH)
        nn.init.normal_(self.embedding.weight, std=0.02)
        self.start = nn.Embedding(SETS + 1, WIDTH)
        nn.init.normal_(self.start.weight, std=0.02)
        self.blocks = nn.ModuleList(Block(dropout) for _ in range(LAYERS))
        self.gain = nn.Parameter(torch.ones(WIDTH))
        self.bias = nn.Parameter(torch.zeros(PIECES))
        speeds = 1.0 / (10000 ** (torch.arange(0, HEAD, 2).float() / HEAD))
        angles = torch.outer(torch.arange(WINDOW).float(), speeds)
        self.register_buffer("cos", angles.cos(), persistent=False)
        self.register_buffer("sin", angles.sin(), persistent=False)

    def forward(self, starts, pieces):
        """Logits for the first piece and for the one after each of `pieces`; the text begins with a start of its set."""
        x = torch.cat([self.start(starts)[:, None], self.embedding(pieces)], 1)
        x = F.dropout(norm(x), self.dropout, self.training)
        length = x.size(1)
        cos, sin = self.cos[:length].to(x.dtype), self.sin[:length].to(x.dtype)
        for block in self.blocks:
            x = block(x, cos, sin)
        return F.linear(norm(x) * self.gain.to(x.dtype), self.embedding.weight, self.bias)
