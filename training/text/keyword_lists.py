"""The training texts as lists of ranks: the distinct words that say something, in the order of the text.

Held out, as for the caption prior: texts of DPG whose number is divisible by 10, of IIW by 20 with remainder 19.
"""
import gzip
import os
import re
import sys

import numpy as np

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import decode  # noqa: E402

SECTIONS = (("IIW", 1987), ("DPG", 1065), ("VBENCH", 8193), ("IDT", 258), ("COCO", 24789), ("SHORT", 14436), ("LVLM", 7841))
CORPUS = os.path.join(decode.ROOT, "inkling-core/src/test/java/dev/inkling/text/WordListCorpus.java")
WORD = re.compile("[a-z]+")


def helpers():
    """The words that say nothing, from the Java source, so that there is one list of them."""
    with open(CORPUS) as file:
        source = file.read()
    literal = source[source.index("HELPERS = Set.of((") : source.index('.split(" "));')]
    return set("".join(re.findall('"([^"]*)"', literal)).split())


HELPERS = helpers()


def words(text):
    """The distinct words of a text that say something, as WordListCorpus.words gives them."""
    found = WORD.findall(text.strip().lower().replace("'s", ""))
    return list(dict.fromkeys(word for word in found if len(word) > 1 and word not in HELPERS))


class Vocabulary:
    """The words of the shipped keyword-sets.bin, frequent ones first."""

    def __init__(self):
        self.words = decode.keyword_prior().words
        self.ranks = {word: rank for rank, word in enumerate(self.words)}

    def list(self, text):
        """Ranks of the words of a text, and how many words of it have none."""
        found = words(text)
        ranks = [self.ranks[word] for word in found if word in self.ranks]
        return np.array(ranks, dtype=np.int64), len(found) - len(ranks)


class Text:
    """A text of the training file: its set, its number in it, and the text."""

    def __init__(self, section, number, text):
        self.section, self.number, self.text = section, number, text

    @property
    def held_out(self):
        return self.section == "DPG" and self.number % 10 == 0 or self.section == "IIW" and self.number % 20 == 19


def texts(path):
    """All texts but the definitions."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        lines = file.read().split("\n")
    found, at = [], 0
    for section, count in SECTIONS:
        found += [Text(section, number, lines[at + number]) for number in range(count)]
        at += count
    return found
