#!/usr/bin/env python3
"""Diffusion once more, in NumPy, to check the Java code against; needs numpy, and for pictures onnxruntime and pillow.

  check-diffusion.py samplers
      the latents that each sampler ends at when a stand-in for the U-Net is asked: the values that SamplerTest holds.

  check-diffusion.py picture MODEL SIZE SETTINGS OUT.png [--words TEXT] [--vector NUMBERS] [--start PNG --tiny WxH]
      a whole picture at the model's own size, with ONNX Runtime. SIZE is WxH, SETTINGS are JSON: steps, guidance, strength,
      colours, negative, seed, scheduler. NUMBERS is a text file of the vector's components. PNG is what a tiny picture of
      WxH was enlarged to.

  check-diffusion.py references
      such pictures from the models in testdata, as ReferencePictureTest holds them.

Samplers are written as their papers state them, step by step in 64-bit floats, and share nothing with the Java code,
which keeps a step as its coefficients.
"""
import math
import sys

import numpy as np

MASK = (1 << 64) - 1


class Noise:
    """The specified noise: see GaussianNoise."""

    GAMMA = 0x9E3779B97F4A7C15

    def __init__(self, seed):
        self.seed = seed & MASK
        self.draws = 0

    @staticmethod
    def mix(z):
        z &= MASK
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & MASK
        return z ^ z >> 31

    def draw(self, shape):
        self.draws += 1
        key = self.mix(self.seed + self.draws * self.GAMMA)
        values = []
        for i in range(0, math.prod(shape), 2):
            u = ((self.mix(key + (i + 1) * self.GAMMA) >> 11) + 1) / 2**53
            v = (self.mix(key + (i + 2) * self.GAMMA) >> 11) / 2**53
            r = math.sqrt(-2 * math.log(u))
            values += [r * math.cos(2 * math.pi * v), r * math.sin(2 * math.pi * v)]
        return np.array(values[: math.prod(shape)], np.float32).reshape(shape).astype(np.float64)


def alphas(config):
    """Products of 1 - beta for all timesteps."""
    n = config.get("num_train_timesteps", 1000)
    first, last = config.get("beta_start", 0.0001), config.get("beta_end", 0.02)
    kind = config.get("beta_schedule", "linear")
    if kind == "linear":
        betas = np.linspace(first, last, n)
    elif kind == "scaled_linear":
        betas = np.linspace(first**0.5, last**0.5, n) ** 2
    else:
        bar = lambda t: math.cos((t + 0.008) / 1.008 * math.pi / 2) ** 2
        betas = np.array([min(1 - bar((i + 1) / n) / bar(i / n), 0.999) for i in range(n)])
    return np.cumprod(1 - betas)


def spaced(config, count, default):
    n = config.get("num_train_timesteps", 1000)
    spacing = config.get("timestep_spacing", default)
    if spacing == "leading":
        return np.arange(count)[::-1] * float(n // count) + config.get("steps_offset", 0)
    if spacing == "trailing":
        return np.round(np.arange(n, 0, -n / count)) - 1
    return np.linspace(0, n - 1, count)[::-1] if count > 1 else np.array([n - 1.0])


def kept(count, strength):
    """Index of the first step that is taken."""
    return count - max(1, int(count * strength))


def ddim(config, count, strength, start, clean, noise, model, guide):
    a = alphas(config)
    stride = len(a) // count
    v = config.get("prediction_type") == "v_prediction"
    timesteps = np.round(spaced(config, count, "leading")).astype(int)[kept(count, strength):]
    x = start if clean is None else a[timesteps[0]] ** 0.5 * clean + (1 - a[timesteps[0]]) ** 0.5 * start
    for t in timesteps:
        out = model(x, t)
        before = a[t - stride] if t >= stride else 1.0 if config.get("set_alpha_to_one", True) else a[0]
        x0 = a[t] ** 0.5 * x - (1 - a[t]) ** 0.5 * out if v else (x - (1 - a[t]) ** 0.5 * out) / a[t] ** 0.5
        x0 = guide(x0)
        eps = (x - a[t] ** 0.5 * x0) / (1 - a[t]) ** 0.5
        x = before**0.5 * x0 + (1 - before) ** 0.5 * eps
    return x


def euler(config, count, strength, start, clean, noise, model, guide, ancestral=False):
    a = alphas(config)
    all_sigmas = ((1 - a) / a) ** 0.5
    timesteps = spaced(config, count, "linspace")
    sigmas = np.interp(timesteps, np.arange(len(a)), all_sigmas)
    if config.get("use_karras_sigmas") and count > 1:
        ramp = np.linspace(0, 1, count)
        sigmas = (sigmas[0] ** (1 / 7) + ramp * (sigmas[-1] ** (1 / 7) - sigmas[0] ** (1 / 7))) ** 7
        timesteps = np.interp(np.log(sigmas), np.log(all_sigmas), np.arange(len(a)))
    sigmas = np.append(sigmas, 0.0)
    v = config.get("prediction_type") == "v_prediction"
    begin = kept(count, strength)
    if clean is not None:
        x = clean + sigmas[begin] * start
    elif config.get("timestep_spacing", "linspace") == "leading":
        x = start * (sigmas[begin] ** 2 + 1) ** 0.5
    else:
        x = start * sigmas[begin]
    for i in range(begin, count):
        s, to = sigmas[i], sigmas[i + 1]
        out = model(x / (s**2 + 1) ** 0.5, timesteps[i])
        x0 = out * (-s / (s**2 + 1) ** 0.5) + x / (s**2 + 1) if v else x - s * out
        x0 = guide(x0)
        slope = (x - x0) / s
        if ancestral:
            up = (to**2 * (s**2 - to**2) / s**2) ** 0.5
            down = (to**2 - up**2) ** 0.5
            x = x + slope * (down - s)
            if up > 0:
                x = x + up * noise.draw(x.shape)
        else:
            x = x + slope * (to - s)
    return x


def lcm(config, count, strength, start, clean, noise, model, guide):
    a = alphas(config)
    original = config.get("original_inference_steps", 50)
    distilled = (np.arange(1, max(1, int(original * strength)) + 1) * (len(a) // original) - 1)[::-1]
    count = min(count, len(distilled))
    timesteps = distilled[np.floor(np.linspace(0, len(distilled), count, endpoint=False)).astype(int)]
    v = config.get("prediction_type") == "v_prediction"
    t = timesteps[0]
    x = start if clean is None else a[t] ** 0.5 * clean + (1 - a[t]) ** 0.5 * start
    for i, t in enumerate(timesteps):
        out = model(x, t)
        x0 = a[t] ** 0.5 * x - (1 - a[t]) ** 0.5 * out if v else (x - (1 - a[t]) ** 0.5 * out) / a[t] ** 0.5
        x0 = guide(x0)
        scaled = t * config.get("timestep_scaling", 10.0)
        skip, use = 0.25 / (scaled**2 + 0.25), scaled / (scaled**2 + 0.25) ** 0.5
        denoised = use * x0 + skip * x
        if i + 1 < count:
            after = a[timesteps[i + 1]]
            x = after**0.5 * denoised + (1 - after) ** 0.5 * noise.draw(x.shape)
        else:
            x = denoised
    return x


SAMPLERS = {
    "DDIMScheduler": ddim,
    "PNDMScheduler": ddim,
    "EulerDiscreteScheduler": euler,
    "EulerAncestralDiscreteScheduler": lambda *rest: euler(*rest, ancestral=True),
    "LCMScheduler": lcm,
}


def sample(config, count, strength, seed, shape, clean, model, guide=lambda x0: x0):
    noise = Noise(seed)
    start = noise.draw(shape)
    return SAMPLERS[config["_class_name"]](config, count, strength, start, clean, noise, model, guide)


STABLE = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}
CASES = [
    ({"_class_name": "PNDMScheduler", **STABLE, "steps_offset": 1, "set_alpha_to_one": False}, 20),
    ({"_class_name": "DDIMScheduler", **STABLE, "timestep_spacing": "trailing", "prediction_type": "v_prediction"}, 7),
    ({"_class_name": "DDIMScheduler", "timestep_spacing": "linspace"}, 5),
    ({"_class_name": "EulerDiscreteScheduler", **STABLE, "timestep_spacing": "leading", "steps_offset": 1}, 10),
    ({"_class_name": "EulerDiscreteScheduler", **STABLE, "prediction_type": "v_prediction"}, 6),
    ({"_class_name": "EulerDiscreteScheduler", **STABLE, "use_karras_sigmas": True}, 8),
    ({"_class_name": "EulerDiscreteScheduler", **STABLE, "timestep_spacing": "trailing"}, 1),
    ({"_class_name": "EulerAncestralDiscreteScheduler", **STABLE, "timestep_spacing": "trailing"}, 4),
    ({"_class_name": "LCMScheduler", **STABLE}, 4),
    ({"_class_name": "LCMScheduler", **STABLE, "prediction_type": "v_prediction"}, 3),
    ({"_class_name": "DDIMScheduler", "beta_schedule": "squaredcos_cap_v2"}, 9),
]


def stand_in(x, t):
    """Bends the latent a little; the U-Net of SamplerTest."""
    return 0.6 * x + 0.3 * np.sin(x + 0.01 * t)


def samplers():
    import json

    clean = np.array([0.5, -1.0, 0.25, 2.0])
    for config, count in CASES:
        words = sample(config, count, 1.0, 42, (4,), None, stand_in)
        picture = sample(config, count, 0.6, 42, (4,), clean, stand_in)
        print(json.dumps(config), count)
        print("   ", ", ".join(f"{v:.6f}" for v in words), " | ", ", ".join(f"{v:.6f}" for v in picture))


PATTERN = r"'s|'t|'re|'ve|'m|'ll|'d|[a-z]+|[0-9]|[^\sa-z0-9]+"


def tokens(model, text):
    """Byte pairs of plain English; the start, up to 75 tokens and the end for each part, padded with the end."""
    import json
    import re

    vocabulary = json.load(open(f"{model}/tokenizer/vocab.json"))
    merges = [tuple(line.split()) for line in open(f"{model}/tokenizer/merges.txt").read().split("\n")[1:] if line]
    start, end = vocabulary["<|startoftext|>"], vocabulary["<|endoftext|>"]
    ids = []
    for word in re.findall(PATTERN, text.lower()):
        symbols = list(word[:-1]) + [word[-1] + "</w>"]
        for left, right in merges:
            i = 0
            while i + 1 < len(symbols):
                if symbols[i] == left and symbols[i + 1] == right:
                    symbols[i : i + 2] = [left + right]
                i += 1
        ids += [vocabulary.get(symbol, end) for symbol in symbols]
    parts = [ids[i : i + 75] for i in range(0, max(1, len(ids)), 75)]
    return [[start] + part + [end] * (76 - len(part)) for part in parts]


def waves(number, count, shift):
    frequencies = np.exp(-math.log(10000) * np.arange(count // 2) / (count // 2 - shift))
    return np.sin(number * frequencies), np.cos(number * frequencies)


class Model:
    """A folder of networks, each opened when first asked."""

    def __init__(self, folder):
        self.folder = folder
        self.networks = {}

    def run(self, component, **inputs):
        import onnxruntime

        if component not in self.networks:
            self.networks[component] = onnxruntime.InferenceSession(f"{self.folder}/{component}/model.onnx")
        network = self.networks[component]
        types = {i.name: i.type for i in network.get_inputs()}
        kinds = {"tensor(float)": np.float32, "tensor(float16)": np.float16, "tensor(int64)": np.int64,
                 "tensor(int32)": np.int32}
        given = {name: np.asarray(value).astype(kinds[types[name]]) for name, value in inputs.items()}
        return network.run(None, given)[0].astype(np.float64)

    def takes(self, component, name):
        import onnxruntime

        network = onnxruntime.InferenceSession(f"{self.folder}/{component}/model.onnx")
        return next((i for i in network.get_inputs() if i.name == name), None)


def told(model, vector, seed):
    """What an unCLIP model's U-Net is told of a vector: noised at level 0, then waves of the level."""
    import json
    import struct

    raw = open(f"{model.folder}/image_normalizer/diffusion_pytorch_model.safetensors", "rb").read()
    (length,) = struct.unpack("<Q", raw[:8])
    heading = json.loads(raw[8 : 8 + length])
    body = raw[8 + length :]
    mean, std = (np.frombuffer(body[slice(*heading[n]["data_offsets"])], "<f4").astype(np.float64) for n in ("mean", "std"))
    share = alphas(json.load(open(f"{model.folder}/image_noising_scheduler/scheduler_config.json")))[0]
    scaled = (vector / np.linalg.norm(vector) * math.sqrt(np.sum(mean**2 + std**2)) - mean) / std
    noised = share**0.5 * scaled + (1 - share) ** 0.5 * Noise(~seed).draw(vector.shape)
    sines, cosines = waves(0, len(vector), 0)
    return np.concatenate([noised * std + mean, cosines, sines])[None]


def colour_guide(target, columns, rows, weight):
    """Adds a part of the difference of cell means, interpolated between cell middles."""
    _, channels, height, width = target.shape
    column_of, row_of = np.arange(width) * columns // width, np.arange(height) * rows // height

    def means(x):
        return np.array([[[x[0, c][np.ix_(row_of == r, column_of == k)].mean() for k in range(columns)]
                          for r in range(rows)] for c in range(channels)])

    def along(count, cells):
        return np.clip((np.arange(count) + 0.5) * cells / count - 0.5, 0, cells - 1)

    wanted = means(target)

    def guide(x0):
        change = weight * (wanted - means(x0))
        across = np.array([[np.interp(along(width, columns), np.arange(columns), row) for row in c] for c in change])
        down = np.array([[np.interp(along(height, rows), np.arange(rows), col) for col in c.T] for c in across])
        return x0 + down.transpose(0, 2, 1)[None]

    return guide


def picture(folder, size, settings, words="", vector=None, start=None, tiny=None):
    """Red, green and blue of a picture, not yet rounded; at the size that the model works at."""
    import json

    model = Model(folder)
    config = settings.get("scheduler") or json.load(open(f"{folder}/scheduler/scheduler_config.json"))
    scale = json.load(open(f"{folder}/vae_decoder/config.json"))["scaling_factor"]
    latent_side = json.load(open(f"{folder}/unet/config.json"))["sample_size"]
    ratio, side = math.sqrt(size[0] / size[1]), 8 * latent_side
    width, height = (max(64, min(side // 64 * side, round(s / 64) * 64)) for s in (side * ratio, side / ratio))
    shape = (1, 4, height // 8, width // 8)

    def states(text):
        return np.concatenate([model.run("text_encoder", input_ids=[part]) for part in tokens(folder, text)], 1)

    wanted, unwanted = {"encoder_hidden_states": states(words)}, {"encoder_hidden_states": states(settings.get("negative", ""))}
    distilled = config["_class_name"] == "LCMScheduler" or (
        config.get("timestep_spacing") == "trailing" and "Euler" in config["_class_name"])
    seed = settings.get("seed", 0)
    if vector is not None:
        wanted["class_labels"] = told(model, vector, seed)
        unwanted["class_labels"] = np.zeros_like(wanted["class_labels"])
    guidance = settings.get("guidance", 1 if distilled else 10 if vector is not None else 7.5)
    condition = model.takes("unet", "timestep_cond")
    if condition is not None:
        sines, cosines = waves(1000 * (settings.get("guidance", 8) - 1), condition.shape[1], 1)
        wanted["timestep_cond"] = np.concatenate([sines, cosines])[None]
        guidance = 1

    scalar = not model.takes("unet", "timestep").shape

    def unet(x, t):
        t = t if scalar else [t]
        if "int" in model.takes("unet", "timestep").type:
            t = np.floor(np.asarray(t) + 0.5)
        out = model.run("unet", sample=x, timestep=t, **wanted)
        if guidance <= 1:
            return out
        without = model.run("unet", sample=x, timestep=t, **unwanted)
        return without + guidance * (out - without)

    clean, guide = None, lambda x0: x0
    if start is not None:
        samples = np.asarray(start.convert("RGB"), np.float64).transpose(2, 0, 1)[None] / 127.5 - 1
        clean = model.run("vae_encoder", sample=samples)[:, :4] * scale
        weight = settings.get("colours", 0.5 if vector is not None else 0)
        cells = [min(16, a, b) for a, b in zip(tiny, (shape[3], shape[2]))]
        if weight:
            guide = colour_guide(clean, *cells, weight)
    strength = 1.0 if clean is None else settings.get("strength", 0.9 if vector is not None else 0.5)
    count = settings.get("steps", 4 if distilled else 25)
    latent = sample(config, count, strength, seed, shape, clean, unet, guide)
    return model.run("vae_decoder", latent_sample=latent / scale)[0].transpose(1, 2, 0) * 127.5 + 127.5


def main(arguments):
    import argparse
    import json

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("samplers")
    commands.add_parser("references")
    one = commands.add_parser("picture")
    one.add_argument("model")
    one.add_argument("size")
    one.add_argument("settings", type=json.loads)
    one.add_argument("out")
    one.add_argument("--words", default="")
    one.add_argument("--vector")
    one.add_argument("--start")
    one.add_argument("--tiny", default="16x16")
    options = parser.parse_args(arguments)
    if options.command == "samplers":
        samplers()
    elif options.command == "references":
        references()
    else:
        from PIL import Image

        sides = lambda text: tuple(int(side) for side in text.split("x"))
        made = picture(options.model, sides(options.size), options.settings, options.words,
                       np.loadtxt(options.vector) if options.vector else None,
                       Image.open(options.start) if options.start else None, sides(options.tiny))
        Image.fromarray(np.clip(np.floor(made + 0.5), 0, 255).astype(np.uint8)).save(options.out)


def references():
    """Samples at four places of pictures of the models in testdata."""
    from PIL import Image

    flat = Image.fromarray(np.tile(np.array([200, 120, 40], np.uint8), (64, 64, 1)))
    vector = np.sin(1.3 * np.arange(64))
    turbo = {"_class_name": "EulerDiscreteScheduler", **STABLE, "timestep_spacing": "trailing"}
    lcm_config = {"_class_name": "LCMScheduler", **STABLE}
    long = "a red barn, " * 20
    cases = [
        ("diffusion", {"steps": 20, "negative": "fog", "seed": 7}, {"words": "A red barn."}),
        ("diffusion", {"steps": 5, "guidance": 1}, {"words": long}),
        ("diffusion", {"scheduler": turbo, "seed": -3}, {"words": "a red barn"}),
        ("diffusion", {"scheduler": lcm_config, "seed": 5}, {"words": "a red barn"}),
        ("diffusion", {"steps": 10, "colours": 0.7}, {"words": "a red barn", "start": flat, "tiny": (4, 4)}),
        ("unclip", {"steps": 10, "seed": 11}, {"vector": vector}),
        ("unclip", {"steps": 10}, {"vector": vector, "words": "a red barn", "start": flat, "tiny": (4, 4)}),
    ]
    for name, settings, more in cases:
        made = picture(f"testdata/{name}", (64, 64), settings, **more)
        places = [made[y, x, c] for x, y, c in ((5, 9, 0), (40, 20, 1), (23, 50, 2), (60, 63, 0))]
        print(name, settings, " ".join(f"{value:.1f}" for value in places), f"mean {made.mean():.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
