"""The generator network, the discriminator that trains it, and LPIPS as a loss."""
import torch
import torch.nn.functional as F
from torch import nn

NOISE = 4  # planes of noise, at a quarter of the sides of the picture


def icnr(conv, factor):
    """Starts a convolution before a pixel shuffle so that it enlarges by repetition, without a grid."""
    with torch.no_grad():
        few = conv.weight[::factor ** 2].clone()
        conv.weight.copy_(few.repeat_interleave(factor ** 2, 0))
        conv.bias.zero_()
    return conv


def rectifier():
    """Runtimes join it with the convolution before it, which they do not do with a slope for each channel."""
    return nn.LeakyReLU(0.02)


def conv(inputs, outputs, side=3, stride=1):
    return nn.Conv2d(inputs, outputs, side, stride, side // 2)


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first, self.act, self.second = conv(width, width), rectifier(), conv(width, width)
        with torch.no_grad():
            self.second.weight.mul_(0.2)

    def forward(self, x):
        return x + self.second(self.act(self.first(x)))


class Generator(nn.Module):
    """
    From the decoded tiny picture, enlarged to a quarter of the sides wanted, to the picture.

    Inputs: tiny (N x 3 x H/4 x W/4, RGB 0 to 1), conditions (N x 2 x H/8 x W/8: quantiser step / 63, log2 of how many
    times the sides are enlarged / 4), noise (N x 4 x H/4 x W/4, -1 to 1). Output: N x 3 x H x W, RGB about 0 to 1.
    Noise comes in late: where it came in at an eighth, its textures repeated every 8 pixels.
    """

    def __init__(self, width=64, deep=128, half=48, last=24, blocks=4, deep_blocks=4):
        super().__init__()
        self.head = conv(12 + 2, width)
        self.down, self.act = conv(width, deep, 3, 2), rectifier()
        self.deep = nn.Sequential(*[Residual(deep) for _ in range(deep_blocks)])
        self.rise = icnr(conv(deep, 4 * width, 1), 2)
        self.body = nn.Sequential(*[Residual(width) for _ in range(blocks)])
        self.up1 = icnr(conv(width + 4 * NOISE, 4 * half), 2)
        self.mid = Residual(half)
        self.up2 = icnr(conv(half + NOISE, 4 * last), 2)
        self.fine = conv(last, last)
        self.up3 = icnr(conv(last, 12), 2)
        with torch.no_grad():
            self.up3.weight.mul_(0.1)

    def forward(self, tiny, conditions, noise):
        x = self.head(torch.cat([F.pixel_unshuffle(tiny, 2) - 0.5, conditions], 1))
        x = x + F.pixel_shuffle(self.rise(self.deep(self.act(self.down(x)))), 2)
        x = torch.cat([self.body(x), F.pixel_unshuffle(noise, 2)], 1)
        x = torch.cat([self.mid(F.pixel_shuffle(self.act(self.up1(x)), 2)), noise], 1)
        x = F.pixel_shuffle(self.act(self.up2(x)), 2)
        x = F.pixel_shuffle(self.up3(self.act(self.fine(x))), 2)
        return x + F.interpolate(tiny, scale_factor=4, mode="bilinear", align_corners=False)


class Discriminator(nn.Module):
    """Says patch by patch whether a picture is a photograph; it sees the enlarged tiny picture beside it."""

    def __init__(self, width=24):
        super().__init__()
        norm = nn.utils.parametrizations.spectral_norm
        sizes = (6, width, 2 * width, 4 * width)
        self.layers = nn.Sequential(*[
            layer for a, b in zip(sizes, sizes[1:])
            for layer in (norm(nn.Conv2d(a, b, 4, 2, 1)), nn.LeakyReLU(0.2))],
            norm(conv(4 * width, 4 * width)), nn.LeakyReLU(0.2), conv(4 * width, 1))

    def forward(self, picture, tiny):
        base = F.interpolate(tiny, size=picture.shape[2:], mode="bilinear", align_corners=False)
        return self.layers(torch.cat([picture, picture - base], 1) * 2)


class Fire(nn.Module):
    def __init__(self, inputs, squeezed, expanded):
        super().__init__()
        self.squeeze = nn.Conv2d(inputs, squeezed, 1)
        self.expand1x1, self.expand3x3 = nn.Conv2d(squeezed, expanded, 1), conv(squeezed, expanded)

    def forward(self, x):
        x = F.relu(self.squeeze(x))
        return torch.cat([F.relu(self.expand1x1(x)), F.relu(self.expand3x3(x))], 1)


class Distance(torch.autograd.Function):
    """Weighted squared distance of the directions of feature vectors, mean over places; by hand since autograd is slow."""

    @staticmethod
    def forward(context, features, wanted, weights):
        norm = torch.linalg.vector_norm(features, dim=1, keepdim=True) + 1e-10
        unit = features / norm
        apart = unit - wanted
        weighted = weights * apart
        context.save_for_backward(unit, norm, weighted)
        context.places = features.numel() // features.shape[1]
        flat = [planes.permute(0, 2, 3, 1).flatten() for planes in (weighted, apart)]  # no copy: channels come last
        return torch.dot(*flat) / context.places

    @staticmethod
    def backward(context, gradient):
        unit, norm, weighted = context.saved_tensors
        along = torch.linalg.vecdot(unit, weighted, dim=1).unsqueeze(1)
        return torch.addcmul(weighted, unit, along, value=-1).mul_(2 * gradient / context.places / norm), None, None


class Lpips(nn.Module):
    """LPIPS on SqueezeNet 1.1 (Zhang et al. 2018); pictures are RGB 0 to 1."""

    CUTS = (1, 4, 7, 9, 10, 11, 12)

    def __init__(self, backbone, heads):
        super().__init__()
        pool = lambda: nn.MaxPool2d(3, 2, ceil_mode=True)
        self.features = nn.Sequential(
            nn.Conv2d(3, 64, 3, 2), nn.ReLU(), pool(), Fire(64, 16, 64), Fire(128, 16, 64), pool(),
            Fire(128, 32, 128), Fire(256, 32, 128), pool(), Fire(256, 48, 192), Fire(384, 48, 192),
            Fire(384, 64, 256), Fire(512, 64, 256))
        self.features.load_state_dict(torch.load(backbone, weights_only=True, map_location="cpu"))
        weights = torch.load(heads, weights_only=True, map_location="cpu")
        self.heads = [weights[k].clone() for k in sorted(weights)]
        self.register_buffer("shift", torch.tensor([-.030, -.088, -.188])[None, :, None, None])
        self.register_buffer("scale", torch.tensor([.458, .448, .450])[None, :, None, None])
        for p in self.parameters():
            p.requires_grad_(False)
        self.to(memory_format=torch.channels_last)

    def layers(self, x):
        x = ((x * 2 - 1 - self.shift) / self.scale).contiguous(memory_format=torch.channels_last)
        for i, layer in enumerate(self.features):
            x = layer(x)
            if i in self.CUTS:
                yield x.float()

    def forward(self, x, y):
        with torch.no_grad():
            wanted = [w / (torch.linalg.vector_norm(w, dim=1, keepdim=True) + 1e-10) for w in self.layers(y)]
        return sum(Distance.apply(a, b, w.view(1, -1, 1, 1)) for a, b, w in zip(self.layers(x), wanted, self.heads))
