"""Reads what ExportPieces wrote, and keeps the same texts apart as TrainCaptionPrior does."""
import numpy as np

IIW, DPG, VBENCH, IDT, COCO, SHORT, LVLM, GLOSS = range(8)


class Text:
    def __init__(self, set_, number, characters, pieces):
        self.set, self.number, self.characters, self.pieces = set_, number, characters, pieces

    @property
    def held_out(self):
        return self.set == DPG and self.number % 10 == 0 or self.set == IIW and self.number % 20 == 19


def read(path):
    """All texts, each with the end after its pieces."""
    data = np.fromfile(path, dtype=">i4").astype(np.int64)
    end = data[5]
    texts, at = [], 6
    while at < len(data):
        set_, number, characters, length = data[at : at + 4]
        pieces = np.append(data[at + 4 : at + 4 + length], end)
        texts.append(Text(int(set_), int(number), int(characters), pieces))
        at += 4 + length
    return texts
