#!/usr/bin/env python3
"""PSNR and LPIPS of whole Inkling files at several budgets: real files, read back by a fresh decoder.

Usage: measure-files.py PICTURES OUTPUT_JSON [--profile hybrid] [--max-bytes 150,250,400,700] [--lpips-model lpips.onnx]
Needs: Python with numpy and Pillow, and onnxruntime for LPIPS (a model with two inputs N x 3 x H x W, RGB in [-1, 1]).
"""
import argparse
import glob
import hashlib
import json
import os
import platform
import subprocess
import tempfile

import numpy as np
from PIL import Image

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def batch(*arguments):
    subprocess.run([os.path.join(ROOT, "inkling"), "batch", *arguments], check=True, stdout=subprocess.DEVNULL)


def psnr(a, b):
    return float(10 * np.log10(255**2 / ((np.asarray(a, float) - np.asarray(b, float)) ** 2).mean()))


def lpips(model):
    import onnxruntime

    session = onnxruntime.InferenceSession(model)
    first, second = (i.name for i in session.get_inputs())

    def tensor(image):
        return (np.asarray(image, np.float32) / 127.5 - 1).transpose(2, 0, 1)[None]

    return lambda a, b: float(session.run(None, {first: tensor(a), second: tensor(b)})[0].ravel()[0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pictures")
    parser.add_argument("output")
    parser.add_argument("--profile", default="hybrid")
    parser.add_argument("--max-bytes", default="150,250,400,700")
    parser.add_argument("--lpips-model")
    options = parser.parse_args()
    distance = lpips(options.lpips_model) if options.lpips_model else None
    rows = []
    for budget in map(int, options.max_bytes.split(",")):
        with tempfile.TemporaryDirectory() as files, tempfile.TemporaryDirectory() as decoded:
            batch(options.pictures, files, "--profile", options.profile, "--max-bytes", str(budget))
            batch(files, decoded, "--decode")
            for path in sorted(glob.glob(os.path.join(options.pictures, "*"))):
                name = os.path.splitext(os.path.basename(path))[0]
                file = glob.glob(os.path.join(files, glob.escape(name) + "*.inkl"))
                back = glob.glob(os.path.join(decoded, glob.escape(name) + "*.png"))
                if not file or not back:
                    continue
                source, result = Image.open(path).convert("RGB"), Image.open(back[0]).convert("RGB")
                row = {"picture": name, "max_bytes": budget, "bytes": os.path.getsize(file[0])}
                row["bpp"] = 8 * row["bytes"] / (source.width * source.height)
                row["psnr"] = psnr(source, result)
                if distance:
                    row["lpips"] = distance(source, result)
                rows.append(row)
    means = []
    for budget in sorted({row["max_bytes"] for row in rows}):
        chosen = [row for row in rows if row["max_bytes"] == budget]
        mean = {"max_bytes": budget, "pictures": len(chosen)}
        for key in ("bytes", "bpp", "psnr", "lpips"):
            if key in chosen[0]:
                mean[key] = round(float(np.mean([row[key] for row in chosen])), 5)
        means.append(mean)
        print(mean)
    commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    result = {
        "command": f"training/measure-files.py PICTURES OUTPUT_JSON --profile {options.profile} --max-bytes {options.max_bytes}"
        + (" --lpips-model lpips.onnx" if distance else ""),
        "commit": commit.stdout.strip(),
        "hardware": f"{platform.machine()}, {os.cpu_count()} cores",
        "means": means,
        "rows": rows,
    }
    if distance:
        result["lpips_sha256"] = hashlib.sha256(open(options.lpips_model, "rb").read()).hexdigest()
    with open(options.output, "w") as out:
        json.dump(result, out, indent=1)


if __name__ == "__main__":
    main()
