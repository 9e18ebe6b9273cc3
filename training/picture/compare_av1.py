#!/usr/bin/env python3
"""Rate of the picture layer against AV1 at equal PSNR of the tiny picture.

Pictures of a folder are shrunk to 1/8 (Lanczos), coded by `avifenc -s 0` at many quantisers (4:4:4 and 4:2:0; only the
`mdat` payload counts) and by the picture layer (the range-coded payload, read back by a fresh decoder). For each rate the
figure is the bytes that the picture layer needs for the PSNR that AV1 reaches there, interpolated on log bytes, divided
by AV1's: geometric mean over pictures. AV1 has the better of its two chroma formats at every point.

Usage: compare_av1.py PICTURES OUTPUT_JSON [OUTPUT_SVG]
Needs: Debian's libavif-bin; Python with numpy and Pillow; the project built (mvn -B -pl inkling-core test-compile).
"""
import glob
import json
import os
import platform
import struct
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from PIL import Image

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RATES = (100, 150, 200, 250, 300, 400, 500, 600, 700)


def psnr(a, b):
    a, b = (np.asarray(x.convert("RGB"), float) for x in (a, b))
    return float(10 * np.log10(255**2 / ((a - b) ** 2).mean()))


def mdat_length(path):
    data = open(path, "rb").read()
    offset = 0
    while offset < len(data):
        length, kind = struct.unpack(">I4s", data[offset : offset + 8])
        if kind == b"mdat":
            return length - 8
        offset += length
    raise ValueError("no mdat in " + path)


def av1_points(png):
    """For each chroma format, (bytes, PSNR) at several quantisers."""
    points = {"444": [], "420": []}
    source = Image.open(png)
    for chroma in points:
        for q in (20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 63):
            avif, decoded = f"{png}.{chroma}.{q}.avif", f"{png}.{chroma}.{q}.png"
            quantiser = ["--min", str(q), "--max", str(q)]
            command = ["avifenc", "-s", "0", "-j", "1", "-y", chroma, *quantiser, png, avif]
            subprocess.run(command, check=True, capture_output=True)
            subprocess.run(["avifdec", avif, decoded], check=True, capture_output=True)
            points[chroma].append((mdat_length(avif), psnr(source, Image.open(decoded))))
            os.remove(avif)
            os.remove(decoded)
    return points


def our_points(folder):
    classes = ":".join(os.path.join(ROOT, "inkling-core/target", c) for c in ("classes", "test-classes"))
    command = ["java", "-cp", classes, "dev.inkling.picture.PictureCurve", folder]
    points = {}
    for line in subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines():
        name, _, length, value = line.rsplit(" ", 3)
        points.setdefault(name, []).append((int(length), float(value)))
    return points


def hull(points):
    """Bytes and the best PSNR reached within them."""
    points = sorted(points)
    return np.log([p[0] for p in points]), np.maximum.accumulate([p[1] for p in points])


def psnr_at(points, rate):
    return np.interp(np.log(rate), *hull(points))


def best_psnr(theirs, rate):
    return max(psnr_at(points, rate) for points in theirs.values())


def ratio(ours, theirs, rate):
    x, y = hull(ours)
    target = best_psnr(theirs, rate)
    return float(np.exp(np.interp(target, y, x)) / rate)


def chart(rows, path):
    """PSNR over bytes (logarithmic), mean over the pictures."""
    left, top, width, height = 60, 20, 560, 320
    values = [r[k] for r in rows for k in ("psnr", "psnr_av1")]
    low, high = int(min(values)), int(max(values)) + 1

    def place(rate, value):
        x = left + width * (np.log(rate) - np.log(RATES[0])) / (np.log(RATES[-1]) - np.log(RATES[0]))
        return f"{x:.1f},{top + height * (high - value) / (high - low):.1f}"

    def line(key, colour):
        points = " ".join(place(r["bytes"], r[key]) for r in rows)
        return f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>'

    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 400" font-family="sans-serif" font-size="13">',
        '<rect width="660" height="400" fill="#fff"/>',
    ]
    for value in range(low, high + 1):
        y = place(RATES[0], value).split(",")[1]
        parts.append(f'<path d="M{left} {y}h{width}" stroke="#ddd"/><text x="{left - 28}" y="{y}">{value}</text>')
    for rate in (100, 200, 300, 400, 500, 700):
        x = place(rate, low).split(",")[0]
        parts.append(f'<text x="{x}" y="{top + height + 20}" text-anchor="middle">{rate}</text>')
    parts += [
        line("psnr_av1", "#c60"),
        line("psnr", "#06c"),
        f'<text x="{left + width / 2}" y="{top + height + 42}" text-anchor="middle">bytes of the tiny picture</text>',
        f'<text x="{left + 10}" y="{top + 16}">PSNR in dB: <tspan fill="#06c">Inkling picture layer</tspan>, '
        '<tspan fill="#c60">AV1 (libaom, speed 0, payload only)</tspan></text></svg>',
    ]
    open(path, "w").write("\n".join(parts) + "\n")


def main(pictures, output, svg=None):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for path in sorted(glob.glob(os.path.join(pictures, "*"))):
            if not path.lower().endswith((".png", ".jpg", ".webp")):
                continue
            image = Image.open(path).convert("RGB")
            name = os.path.splitext(os.path.basename(path))[0] + ".png"
            image.resize((image.width // 8, image.height // 8), Image.LANCZOS).save(os.path.join(folder, name))
            names.append(name)
        ours = our_points(folder)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            theirs = dict(zip(names, pool.map(av1_points, [os.path.join(folder, n) for n in names])))
    rows = []
    for rate in RATES:
        ratios = [ratio(ours[n], theirs[n], rate) for n in names]
        rows.append({
            "bytes": rate,
            "ratio": round(float(np.exp(np.mean(np.log(ratios)))), 4),
            "worst": round(max(ratios), 4),
            "pictures_below_1": sum(r < 1 for r in ratios),
            "psnr": round(float(np.mean([psnr_at(ours[n], rate) for n in names])), 3),
            "psnr_av1": round(float(np.mean([best_psnr(theirs[n], rate) for n in names])), 3),
        })
    grid = np.exp(np.linspace(np.log(RATES[0]), np.log(RATES[-1]), 40))
    all_ratios = [np.log(ratio(ours[n], theirs[n], rate)) for n in names for rate in grid]
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    encoder = subprocess.run(["avifenc", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    result = {
        "command": "training/picture/compare_av1.py PICTURES OUTPUT_JSON",
        "pictures": len(names),
        "scale": "1/8",
        "commit": commit.stdout.strip(),
        "peer": "libavif " + encoder,
        "hardware": f"{platform.machine()}, {os.cpu_count()} cores",
        "mean_ratio": round(float(np.exp(np.mean(all_ratios))), 4),
        "rates": rows,
    }
    json.dump(result, open(output, "w"), indent=1)
    if svg:
        chart(rows, svg)
    for row in rows:
        print("{bytes:4d} bytes: ratio {ratio:.3f}, PSNR {psnr:.2f} against {psnr_av1:.2f} dB".format(**row))
    print("mean ratio", result["mean_ratio"])


if __name__ == "__main__":
    main(*sys.argv[1:])
