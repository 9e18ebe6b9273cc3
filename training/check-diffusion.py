#!/usr/bin/env python3
"""Diffusion once more, in NumPy, to check the Java code against; needs numpy, and for pictures onnxruntime and pillow.

  check-diffusion.py samplers
      the latents that each sampler passes through when a stand-in for the U-Net is asked: the values that
      SamplerTest holds.

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


if __name__ == "__main__":
    if sys.argv[1:] == ["samplers"]:
        samplers()
    else:
        sys.exit(__doc__)
