"""Sketches as ExportSketches writes them, and what the line network is given of a pixel (LineNetwork.java)."""
import numpy as np

ROWS, COLUMNS = 8, 10
FIRST, SECOND = 64, 32
BOTTOM, DENSITIES, SIZES = 3, 8, 9
WINDOW = [(-row, column) for row in range(ROWS, 0, -1) for column in range(-COLUMNS, COLUMNS + 1)]
WINDOW += [(0, -column) for column in range(COLUMNS, 0, -1)]
ONE_HOT = (COLUMNS + 1, COLUMNS + 1, ROWS + 1, BOTTOM + 1, DENSITIES, SIZES)
INPUTS = len(WINDOW) + sum(ONE_HOT)


def read(path):
    """Pairs of size index and pixels (height x width, 0 or 1)."""
    raw = np.fromfile(path, dtype=np.uint8)
    sketches, at = [], 0
    while at < len(raw):
        index, width, height = (int(raw[at + 2 * k]) << 8 | int(raw[at + 2 * k + 1]) for k in range(3))
        at += 6
        sketches.append((index, raw[at:at + width * height].reshape(height, width)))
        at += width * height
    return sketches


def density(pixels):
    """Lines so far, as LineNetwork.density has it, for each pixel."""
    flat = pixels.reshape(-1).astype(np.int64)
    share = (np.cumsum(flat) - flat) * 512 // (np.arange(flat.size) + 256)
    return np.minimum(DENSITIES - 1, np.floor(np.log2(np.maximum(1, share))).astype(int))


def inputs(pixels, index, chosen=None):
    """The inputs for each pixel, or for the chosen ones (row by row): 0 and 1, pixels x INPUTS."""
    height, width = pixels.shape
    chosen = np.arange(pixels.size) if chosen is None else chosen
    padded = np.zeros((height + ROWS, width + 2 * COLUMNS), np.uint8)
    padded[ROWS:, COLUMNS:COLUMNS + width] = pixels
    y, x = np.divmod(chosen, width)
    window = np.stack([padded[y + ROWS + dy, x + COLUMNS + dx] for dy, dx in WINDOW], 1)
    values = (np.minimum(x, COLUMNS), np.minimum(width - 1 - x, COLUMNS), np.minimum(y, ROWS),
              np.minimum(height - 1 - y, BOTTOM), density(pixels)[chosen], np.full(len(chosen), index))
    hot = np.zeros((len(chosen), sum(ONE_HOT)), np.uint8)
    start = 0
    for value, count in zip(values, ONE_HOT):
        hot[np.arange(len(chosen)), start + value] = 1
        start += count
    return np.concatenate([window, hot], 1)
