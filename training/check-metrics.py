#!/usr/bin/env python3
"""Compares the metrics of inkling-eval with computations of our own in Python, on pairs made of photographs.

Usage: check-metrics.py PICTURES [--models FOLDER] [--pairs 10]
PICTURES  a folder of PNG files at least 176 pixels high and wide, such as testdata/images
--models  a folder with lpips_squeeze.onnx, brisque_model_live.yml and brisque_range_live.yml: LPIPS is then run with
          the real network, and BRISQUE compared too
Needs: Python with numpy, scipy, Pillow, torch and onnxruntime; Maven. Exits with 1 when a value differs by more than
0.001. Networks that are not given are replaced by random ones with the same inputs and outputs; what is compared is
then the preparation of pictures and words.
"""
import argparse
import glob
import io
import os
import re
import subprocess
import sys
import tempfile

import numpy as np
import onnxruntime
import torch
from PIL import Image
from scipy.ndimage import correlate1d
from scipy.special import gamma

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TEXT = "A cat, the photo's cat & 2 cats – naïve"
TOLERANCE = 1e-3
CLIP_MEAN = np.array([0.48145466, 0.4578275, 0.40821073])
CLIP_DEVIATION = np.array([0.26862954, 0.26130258, 0.27577711])


def damaged(picture, number):
    """Four kinds of damage in turn: JPEG, a thumbnail enlarged, noise, few levels."""
    kind, strength = number % 4, 1 + number // 4
    if kind == 0:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=30 // strength)
        return Image.open(file).convert("RGB")
    if kind == 1:
        small = picture.resize([side // (4 * strength) for side in picture.size], Image.LANCZOS)
        return small.resize(picture.size, Image.BICUBIC)
    values = np.asarray(picture).astype(int)
    if kind == 2:
        noise = np.random.default_rng(number).normal(0, 12 * strength, values.shape)
        return Image.fromarray(np.clip(values + noise, 0, 255).astype(np.uint8))
    return Image.fromarray((values // (32 * strength) * (32 * strength) + 16).clip(0, 255).astype(np.uint8))


def rgb(picture):
    return np.asarray(picture).astype(float)


def luma(picture):
    return rgb(picture) @ [0.299, 0.587, 0.114]


def psnr(a, b, _):
    return 10 * np.log10(255**2 / ((rgb(a) - rgb(b)) ** 2).mean())


def gauss(size, deviation):
    weights = np.exp(-((np.arange(size) - size // 2) ** 2) / (2 * deviation**2))
    return weights / weights.sum()


def similarity(a, b):
    def blur(x):
        window = gauss(11, 1.5)
        return correlate1d(correlate1d(x, window, 0), window, 1)[5:-5, 5:-5]

    c1, c2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    ma, mb = blur(a), blur(b)
    va, vb, cov = blur(a * a) - ma**2, blur(b * b) - mb**2, blur(a * b) - ma * mb
    structure = (2 * cov + c2) / (va + vb + c2)
    return (structure * (2 * ma * mb + c1) / (ma**2 + mb**2 + c1)).mean(), structure.mean()


def ssim(a, b, _):
    return similarity(luma(a), luma(b))[0]


def ms_ssim(a, b, _):
    def half(x):
        x = x[: x.shape[0] // 2 * 2, : x.shape[1] // 2 * 2]
        return (x[::2, ::2] + x[1::2, ::2] + x[::2, 1::2] + x[1::2, 1::2]) / 4

    x, y, product = luma(a), luma(b), 1
    for weight in (0.0448, 0.2856, 0.3001, 0.2363):
        product *= max(0, similarity(x, y)[1]) ** weight
        x, y = half(x), half(y)
    return product * max(0, similarity(x, y)[0]) ** 0.1333


def lab(picture):
    """With the white point and the matrix of scikit-image, which have more digits than those of the standard."""
    v = rgb(picture) / 255
    linear = np.where(v > 0.04045, ((v + 0.055) / 1.055) ** 2.4, v / 12.92)
    matrix = np.array([[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]])
    t = linear @ matrix.T / [0.95047, 1.0, 1.08883]
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    return 116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])


def ciede2000(a, b, _):
    """From the vector form of the rotation of hues, so that no angle is compared with another."""
    (l1, a1, b1), (l2, a2, b2) = lab(a), lab(b)
    mean7 = ((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2) ** 7
    g = (1 - np.sqrt(mean7 / (mean7 + 25.0**7))) / 2
    z1, z2 = (1 + g) * a1 + 1j * b1, (1 + g) * a2 + 1j * b2
    c1, c2 = abs(z1), abs(z2)
    half_turn = np.angle(z2 * z1.conj()) / 2
    dh = 2 * np.sqrt(c1 * c2) * np.sin(half_turn)
    h = np.where(c1 * c2 > 0, np.angle(z1) + half_turn, np.angle(z1 + z2)) % (2 * np.pi)
    c, l50, rad = (c1 + c2) / 2, ((l1 + l2) / 2 - 50) ** 2, np.radians
    t = 1 - 0.17 * np.cos(h - rad(30)) + 0.24 * np.cos(2 * h) + 0.32 * np.cos(3 * h + rad(6))
    t -= 0.2 * np.cos(4 * h - rad(63))
    rt = -2 * np.sqrt(c**7 / (c**7 + 25.0**7)) * np.sin(rad(60) * np.exp(-(((np.degrees(h) - 275) / 25) ** 2)))
    dl = (l2 - l1) / (1 + 0.015 * l50 / np.sqrt(20 + l50))
    dc, dh = (c2 - c1) / (1 + 0.045 * c), dh / (1 + 0.015 * c * t)
    return np.sqrt(dl**2 + dc**2 + dh**2 + rt * dc * dh).mean()


def brisque_features(picture):
    shapes = np.arange(0.2, 10, 0.001)
    ratios = gamma(2 / shapes) ** 2 / (gamma(1 / shapes) * gamma(3 / shapes))

    def fit(x):
        x = x.astype(float)
        left, right = np.sqrt((x[x < 0] ** 2).mean()), np.sqrt((x[x > 0] ** 2).mean())
        skew = left / right
        ratio = abs(x).mean() ** 2 / (x**2).mean() * (skew**3 + 1) * (skew + 1) / (skew**2 + 1) ** 2
        return shapes[abs(ratios - ratio).argmin()], left, right

    def fused(weight, x, total):
        return (float(weight) * x.astype(float) + total).astype(np.float32)

    def blur(x):
        """In the order of OpenCV, whose rounding decides what flat areas contribute."""
        window = gauss(7, 7 / 6).astype(np.float32)
        height, width = x.shape
        padded, rows = np.pad(x, 3, mode="edge"), np.float32(0)
        for k in range(7):
            rows = fused(window[k], padded[:, k : k + width], rows)
        columns = window[3] * rows[3 : 3 + height]
        for k in (1, 2, 3):
            columns = fused(window[3 + k], rows[3 + k :][:height] + rows[3 - k :][:height], columns)
        return columns

    def shrunk(x, size):
        values = torch.from_numpy(x.astype(float))[None, None]
        return torch.nn.functional.interpolate(values, size, mode="bicubic")[0, 0].numpy().astype(np.float32)

    level = np.float32(1 / 255)
    grey = np.floor(rgb(picture) @ [9798, 19235, 3735] / 32768 + 0.5).astype(np.float32) * level
    height, width = grey.shape
    small = shrunk(shrunk(grey, (height, width // 2)), (height // 2, width // 2))
    features = []
    for x in (grey, small):
        mean = blur(x)
        variance = blur(x * x) - mean * mean
        normal = np.where(variance < 0, 0, (x - mean) / (np.sqrt(np.maximum(0, variance)) + level))
        shape, left, right = fit(normal)
        features += [shape, (left**2 + right**2) / 2]
        padded = np.pad(normal, 1)
        height, width = normal.shape
        for down, across in ((0, 1), (1, 0), (1, 1), (-1, 1)):
            shape, left, right = fit(normal * padded[1 + down : 1 + down + height, 1 + across : 1 + across + width])
            mean = (right - left) * gamma(2 / shape) / np.sqrt(gamma(1 / shape) * gamma(3 / shape))
            features += [shape, mean, left**2, right**2]
    return np.array(features)


def brisque(folder):
    def numbers(text):
        return np.array([float(word) for word in re.findall(r"[-+0-9.e]+", text)])

    text = open(os.path.join(folder, "brisque_model_live.yml")).read()
    vectors = numbers(text[text.index("support_vectors:") + 16 : text.index("decision_functions:")].replace("- [", " "))
    weights = numbers(re.search(r"alpha:\s*\[([^]]*)]", text).group(1))
    rho = float(re.search(r"rho:\s*(\S+)", text).group(1))
    width = float(re.search(r"gamma:\s*(\S+)", text).group(1))
    low, high = numbers(
        re.search(r"data:\s*\[([^]]*)]", open(os.path.join(folder, "brisque_range_live.yml")).read()).group(1)
    ).reshape(2, 36)

    def score(_, b, __):
        scaled = 2 * (brisque_features(b) - low) / (high - low) - 1
        kernel = np.exp(-width * ((vectors.reshape(-1, 36) - scaled) ** 2).sum(1))
        return float(np.clip(weights @ kernel - rho, 0, 100))

    return score


class Network:
    def __init__(self, path):
        self.session = onnxruntime.InferenceSession(path)
        self.names = [i.name for i in self.session.get_inputs()]

    def __call__(self, *values):
        return self.session.run(None, dict(zip(self.names, values)))[0].ravel()


def planes(picture, mean=0, deviation=1):
    return ((rgb(picture) / 255 - mean) / deviation).astype(np.float32).transpose(2, 0, 1)[None]


def shorter(picture, side, kernel):
    w, h = picture.size
    return picture.resize((side, int(side * h / w)) if w < h else (int(side * w / h), side), kernel)


def musiq_patches(picture):
    """Cut by PyTorch's own interpolation and unfolding."""
    image = torch.from_numpy(planes(picture, 0.5, 0.5))
    h, w = image.shape[2:]
    parts = []
    for scale, longer in enumerate((224, 384, None)):
        ratio = longer / max(h, w) if longer else 1
        size = (round(h * ratio), round(w * ratio))
        x = torch.nn.functional.interpolate(image, size, mode="bicubic") if longer else image
        rows, columns = -(-size[0] // 32), -(-size[1] // 32)
        down, across = rows * 32 - size[0], columns * 32 - size[1]
        x = torch.nn.functional.pad(x, (across // 2, across - across // 2, down // 2, down - down // 2))
        patches = torch.nn.functional.unfold(x, 32, stride=32)[0].T
        grid = torch.arange(10.0).reshape(1, 1, 10)
        row = torch.nn.functional.interpolate(grid, rows, mode="nearest").flatten()
        column = torch.nn.functional.interpolate(grid, columns, mode="nearest").flatten()
        place = (row[:, None] * 10 + column[None]).reshape(-1, 1)
        part = torch.cat([patches, place, torch.full_like(place, scale), torch.ones_like(place)], 1)
        missing = max(0, (longer // 32) ** 2 - len(part)) if longer else 0
        parts.append(torch.nn.functional.pad(part, (0, 0, 0, missing)))
    return torch.cat(parts)[None].numpy()


def clip_input(picture):
    small = shorter(picture, 224, Image.BICUBIC)
    w, h = small.size
    left, top = round((w - 224) / 2), round((h - 224) / 2)
    return planes(small.crop((left, top, left + 224, top + 224)), CLIP_MEAN, CLIP_DEVIATION)


def clip_tokens(text, vocabulary):
    printed = [*range(33, 127), *range(161, 173), *range(174, 256)]
    order = printed + [b for b in range(256) if b not in printed]
    symbol = {b: chr(b if i < len(printed) else 256 + i - len(printed)) for i, b in enumerate(order)}
    merges = [tuple(line.split()) for line in open(vocabulary, encoding="utf-8").read().splitlines()[1:]]
    names = [symbol[b] for b in order]
    names += [name + "</w>" for name in names] + ["".join(merge) for merge in merges]
    tokens = [len(names)]
    for word in re.findall(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|[^\s\w]+", text.lower()):
        parts = [symbol[b] for b in word.encode()]
        parts[-1] += "</w>"
        for first, second in merges:
            i = 0
            while i + 1 < len(parts):
                if (parts[i], parts[i + 1]) == (first, second):
                    parts[i : i + 2] = [first + second]
                i += 1
        tokens += [names.index(part) for part in parts]
    tokens.append(len(names) + 1)
    return np.array([tokens + [0] * (77 - len(tokens))], np.int64)


def unit(vector):
    return vector.astype(float) / np.linalg.norm(vector.astype(float))


def references(random_models, models):
    network = {name: Network(os.path.join(random_models, name + ".onnx"))
               for name in ("lpips", "dists", "musiq", "clip-iqa", "clip-image", "clip-text")}
    if models:
        network["lpips"] = Network(os.path.join(models, "lpips_squeeze.onnx"))
    vocabulary = os.path.join(random_models, "vocabulary.txt")

    def reduced(picture):
        return planes(shorter(picture, 256, Image.BILINEAR) if min(picture.size) > 256 else picture)

    def embedded(picture):
        return unit(network["clip-image"](clip_input(picture)))

    return {
        "psnr": psnr, "ssim": ssim, "ms-ssim": ms_ssim, "ciede2000": ciede2000,
        "lpips": lambda a, b, _: network["lpips"](planes(a, 0.5, 0.5), planes(b, 0.5, 0.5))[0],
        "dists": lambda a, b, _: network["dists"](reduced(a), reduced(b))[0],
        "musiq": lambda _, b, __: network["musiq"](musiq_patches(b))[0],
        "clip-iqa": lambda _, b, __: network["clip-iqa"](planes(b, CLIP_MEAN, CLIP_DEVIATION))[0],
        "clip-sim": lambda a, b, _: embedded(a) @ embedded(b),
        "clip-score": lambda _, b, text: max(
            0, 100 * embedded(b) @ unit(network["clip-text"](clip_tokens(text, vocabulary)))),
        **({"brisque": brisque(models)} if models else {}),
    }


def measured(scratch, models, pairs):
    subprocess.run(["mvn", "-B", "-o", "-q", "-pl", "inkling-eval", "-am", "test-compile", "dependency:build-classpath",
                    "-Dmdep.outputFile=target/class-path.txt"], cwd=ROOT, check=True)
    module = os.path.join(ROOT, "inkling-eval", "target")
    class_path = [os.path.join(module, "test-classes"), os.path.join(module, "classes"),
                  open(os.path.join(module, "class-path.txt")).read().strip()]
    lines = subprocess.run(
        ["java", "-cp", ":".join(class_path), "dev.inkling.eval.metrics.MeasurePairs", scratch, TEXT, models or "-",
         *(file for pair in pairs for file in pair)], check=True, text=True, stdout=subprocess.PIPE).stdout
    return [line.split("\t") for line in lines.splitlines()]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures")
    parser.add_argument("--models")
    parser.add_argument("--pairs", type=int, default=10, help="how many, 1 or more (default 10)")
    arguments = parser.parse_args()
    sources = sorted(glob.glob(os.path.join(arguments.pictures, "*.png")))
    if not sources:
        sys.exit(f"no PNG files in {arguments.pictures}")
    with tempfile.TemporaryDirectory() as scratch:
        pairs = []
        for i in range(arguments.pairs):
            pairs.append((os.path.join(scratch, f"{i}.png"), os.path.join(scratch, f"{i}-damaged.png")))
            picture = Image.open(sources[i % len(sources)]).convert("RGB")
            picture.save(pairs[-1][0])
            damaged(picture, i).save(pairs[-1][1])
        ours = measured(scratch, arguments.models and os.path.abspath(arguments.models), pairs)
        compute = references(scratch, arguments.models)
        largest = {}
        for source, reconstruction, name, value, _ in ours:
            reference = compute[name](Image.open(source), Image.open(reconstruction), TEXT)
            worst = largest.setdefault(name, [0, 0, 0])
            if abs(float(value) - reference) >= worst[0]:
                largest[name] = [abs(float(value) - reference), float(value), reference]
    for name, (difference, value, reference) in largest.items():
        print(f"{name:<11} largest difference {difference:.2e}, ours {value:.6f}, the reference {reference:.6f}")
    sys.exit(any(worst[0] > TOLERANCE for worst in largest.values()))


if __name__ == "__main__":
    main()
