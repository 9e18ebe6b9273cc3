#!/usr/bin/env python3
"""A second decoder of Inkling files, written from docs/format.md to check that page and the decoder in Java.

Usage: decode.py FILE.inkl [--ppm OUT.ppm] [--calibration FILE.inkc]
Prints JSON: the form, the size, the layers, the text, the tiny picture's size, step and SHA-256 of its RGB bytes, the
vector's dimension, calibration and SHA-256 of its components (in units of 2^-24, 32 bits each).
With --ppm, writes the tiny picture as binary PPM. A file that must be refused ends with exit status 1 and the reason.

It covers everything that version 1 of the format defines. It is made to be read next to docs/format.md, whose section
numbers stand in the comments; it is slow: a text takes some 6 seconds to load the caption prior, and a third of a second a word (with
numpy a tenth).
Needs: Python 3.8 or later, nothing else; uses numpy where it is there.
"""
import argparse
import array
import bisect
import hashlib
import json
import math
import operator
import os
import re
import struct
import sys
import zlib

try:
    import numpy  # only to be faster
except ImportError:
    numpy = None

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCUMENT = os.path.join(ROOT, "docs/format.md")
RESOURCES = os.path.join(ROOT, "inkling-core/src/main/resources/dev/inkling")


class Refused(Exception):
    """A file that a decoder must refuse; the text begins with the kind of refusal of section 8."""


def clamp(x, low, high):
    return low if x < low else high if x > high else x


def divide(a, b):
    """Rounds towards zero; b is above 0."""
    return a // b if a >= 0 else -(-a // b)


def log2(x):
    return x.bit_length() - 1


def nlz64(x):
    return 64 - x.bit_length()


def document_part(name):
    """The lines of a generated part of the document: the tables of sizes are only there."""
    with open(DOCUMENT, encoding="utf-8") as file:
        text = file.read()
    return text.split("<!-- generated: %s -->" % name)[1].split("<!-- end of generated part -->")[0]


def sizes(name):
    return [(int(w), int(h)) for w, h in re.findall(r"(\d+)x(\d+)", document_part(name))]


def resource(path):
    """The bytes of a trained resource, which must be the ones that section 9 names."""
    with open(os.path.join(RESOURCES, path), "rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() not in document_part("resources"):
        raise SystemExit("%s is not the resource that docs/format.md names" % path)
    return data


# --- 2. and 3. Forms, checks, header ---------------------------------------------------------------------------------


def crc8(data):
    crc = 0xFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc << 1 ^ 0x2F) & 0xFF if crc & 0x80 else crc << 1
    return crc


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0x82F63B78 if crc & 1 else crc >> 1  # 1edc6f41 reflected
    return crc ^ 0xFFFFFFFF


def take_header(data):
    """Returns form, layer ids, (width, height) and the payload."""
    if not 2 <= len(data) <= 1048576:
        raise Refused("malformed: length of file")
    archive = len(data) >= 8 and data[:4] == b".INK"
    if archive:
        good, body = crc32c(data[:-4]) == int.from_bytes(data[-4:], "big"), data[4:-4]
    else:
        good, body = crc8(data[:-1]) == data[-1], data[:-1]
    if not good:
        raise Refused("malformed: check")
    if not body:
        raise Refused("malformed: header ends early")
    first, at = body[0], 1

    def number(length):
        nonlocal at
        if at + length > len(body):
            raise Refused("malformed: header ends early")
        at += length
        return int.from_bytes(body[at - length:at], "big")

    if first >> 6 != 1:
        raise Refused("too %s: version %d" % ("new" if first >> 6 > 1 else "old", first >> 6))
    if first >> 3 & 7 == 7:
        if first & 7:
            raise Refused("malformed: header")
        return "archive" if archive else "short", [2], (None, None), body[at:]
    codes = {1: 0b0001, 2: 0b0010, 3: 0b0011, 4: 0b0100, 5: 0b0110, 6: 0b1001}
    code = first >> 3 & 7
    layers = codes.get(code) or number(1)
    table = sizes("sizes-first")
    common = sizes("sizes-table")
    if first & 7 < 6:
        size = table[first & 7]
    elif first & 7 == 6:
        index = number(1)
        if index >= len(common):
            raise Refused("malformed: size index")
        size = common[index]
    else:
        size = (number(2), number(2))
        if 0 in size:
            raise Refused("malformed: size")
    if layers > 15:
        raise Refused("too new: layer set %02x" % layers)
    longer_size = first & 7 == 7 and (size in table or size in common)
    if layers == 0 or code == 0 and layers in codes.values() or longer_size:
        raise Refused("malformed: header")
    return "archive" if archive else "short", [i for i in (0, 1, 2, 3) if layers >> i & 1], size, body[at:]


# --- 5. The range coder ----------------------------------------------------------------------------------------------


class RangeDecoder:
    def __init__(self, payload):
        self.data = bytes(payload) + bytes(4)
        self.length = len(payload)
        self.at = 4
        self.low = 0
        self.range = 0xFFFFFFFF
        self.code = int.from_bytes(self.data[:4], "big")

    def place(self, total):
        unit = self.range // total
        return min((self.code - self.low) // unit, total - 1)

    def take(self, start, frequency, total):
        unit = self.range // total
        low = self.low + unit * start
        size = self.range - unit * start if start + frequency == total else unit * frequency
        while True:
            if (low ^ (low + size - 1)) >> 24:
                if size >= 0x10000:
                    break
                size = 0x10000 - (low & 0xFFFF)
            if self.at >= len(self.data):
                raise Refused("malformed: the payload ends early")
            self.code = (self.code << 8 & 0xFFFFFFFF) | self.data[self.at]
            self.at += 1
            low = low << 8 & 0xFFFFFFFF
            size <<= 8
        self.low = low
        self.range = size

    def symbol(self, starts):
        """A symbol of a table given by the starts of its symbols and, last, the total."""
        symbol = bisect.bisect_right(starts, self.place(starts[-1])) - 1
        self.take(starts[symbol], starts[symbol + 1] - starts[symbol], starts[-1])
        return symbol

    def bit(self, p):
        bit = 1 if self.place(65536) < p else 0
        if bit:
            self.take(0, p, 65536)
        else:
            self.take(p, 65536 - p, 65536)
        return bit

    def uniform(self, n):
        value = self.place(n)
        self.take(value, 1, n)
        return value

    def bits(self):
        return 8 * (self.at - 4) + nlz64(self.range) - 31

    def end(self, padded=False):
        """padded: whether zeros may follow, since the length of the payload says something."""
        for k in range(5):
            unit = 1 << 32 - 8 * k
            v = (self.low + unit - 1) // unit * unit
            if v <= self.low + self.range - 1:
                break
        needed = self.at - 4 + k
        spare = self.data[needed:self.length] if padded else b"" if needed == self.length else b"?"
        if needed > self.length or any(spare) or self.code != v:
            raise Refused("malformed: the payload does not end where it must")


def starts_of(frequencies):
    starts = [0]
    for frequency in frequencies:
        starts.append(starts[-1] + frequency)
    return starts


# --- 6. The text layer -----------------------------------------------------------------------------------------------


ALONE = starts_of([130, 12, 2, 2, 76, 24, 2, 5, 1, 1, 1])
FOLLOWED = starts_of([64, 4, 2, 2, 8, 168, 2, 3, 1, 1, 1])
WHITE = re.compile("[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]")


def decode_text(decoder, length=None):
    """Returns what it is, prose, keywords or set, and the text. length: of the message when nothing follows."""
    kind = decoder.symbol(FOLLOWED if length is None else ALONE)
    if kind > 7:
        raise Refused("too new: text coder %d" % kind)
    if kind == 4:
        return "set", " ".join(sorted(set_of_words(decoder, length), key=by_units))
    return ("keywords" if kind in (1, 3) else "prose"), text_of(kind, decoder, length)


def text_of(kind, decoder, length=None):
    if kind == 7:
        return " ".join(expanded(consonants(decoder)))
    words = kind in (1, 3)
    if kind == 6:
        data = inflated(decoder)
    elif kind in (2, 3):
        data = raw_bytes(decoder)
    else:
        reader = PieceReader(prior(), int(words), caption_network() if kind == 0 else None, decoder, length)
        data = restore_capitals(reader.read(), prose=not words)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise Refused("malformed: UTF-8")
    if len(text.encode("utf-16-le")) // 2 > 65536:
        raise Refused("malformed: text too long")
    if words:
        row = text.split(" ")
        if row[0] or not 2 <= len(row) <= 256 or any(not w or WHITE.search(w) for w in row[1:]):
            raise Refused("malformed: list of words")
        text = text[1:]
    return text


def inflated(decoder):  # 6.8
    inflater, out = zlib.decompressobj(), b""
    while not inflater.eof:
        try:
            out += inflater.decompress(bytes([decoder.uniform(256)]))
        except zlib.error:
            raise Refused("malformed: zlib")
        if len(out) > 3 * 65536:
            raise Refused("malformed: text too long")
    return out


LETTERS = "ntsrhldcmfgpbkv"


def consonants(decoder):  # 6.9
    words, word = [], ""
    while True:
        symbol = decoder.uniform(16)
        if symbol < 15:
            word += LETTERS[symbol]
        elif word:
            words.append(word)
            word = ""
        else:
            return words


def skeleton(word):
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss")
    return "".join(letter for letter in (word[:-1] if plural else word) if letter in LETTERS)


def expanded(skeletons):
    known = {}
    helpers = document_part("helpers").split()
    for word in helpers + keyword_prior().words:
        same = known.setdefault(skeleton(word), [])
        if len(same) < 24 and word not in same:
            same.append(word)
    tables = []
    for mixture in prior().mixtures:
        tables += [table for table in mixture[0] if table not in tables]
    beam = [(0, [], [prior().start])]
    for kept in skeletons:
        longer = []
        for word in known.get(kept, [kept]):
            pieces = prior().cut(b" " + word.encode("ascii"))
            for cost, words, last in beam:
                history = list(last)
                for piece in pieces:
                    total = 1 + sum(PieceReader.probability(t, t.contexts(history), piece) for t in tables)
                    cost += (30 << 12) - fine_log(total)
                    history.append(piece)
                longer.append((cost, words + [word], history[-4:]))
        beam = sorted(longer, key=lambda row: row[0])[:8]
    return beam[0][1]


MANTISSAS = []


def fine_log(x):
    """log2 in units of 1/4096, of the 13 highest bits."""
    if not MANTISSAS:
        for k in range(4096):
            mantissa, fraction = (1 << 30) + (k << 18), 0
            for bit in range(11, -1, -1):
                mantissa = mantissa * mantissa >> 30
                if mantissa >= 1 << 31:
                    mantissa >>= 1
                    fraction |= 1 << bit
            MANTISSAS.append(fraction)
    whole = x.bit_length() - 1
    mantissa = x << 12 - whole if whole < 12 else x >> whole - 12
    return (whole << 12) + MANTISSAS[mantissa & 4095]


def by_units(word):
    return word.encode("utf-16-be")


def set_of_words(decoder, length=None):  # 6.5
    """length: that of the message in bytes when nothing follows the set."""
    prior = keyword_prior()
    network = keyword_network()

    def room():
        return None if length is None else max(0, 8 * length - decoder.bits())

    k = decoder.symbol(set_sizes(room())) + 1
    s = min(140, 4 + 4 * k)
    spelling = decoder.symbol(starts_of([254 - s, s - s // 4, s // 4, 2]))
    if spelling == 1:
        words = letter_words(prior, min(50, k) * 384, k, decoder)
    else:
        words = text_of((None, None, 1, 3)[spelling], decoder).split(" ") if spelling else []
    if len(words) > k or any(w in prior.known for w in words):
        raise Refused("malformed: spelled words")
    if any(by_units(a) >= by_units(b) for a, b in zip(words, words[1:])):
        raise Refused("malformed: order of spelled words")
    weights = list(prior.weights[(k > 7) + (k > 14) + (k > 29)])
    n = len(prior.words)

    def share(a, b):
        return sum(w * (sums[b] - sums[a]) for w, sums in zip(weights, prior.sums))

    def below(rank):
        return set_hit(share(first, rank), share(first, n), m)

    count = k - len(words)
    first, ranks = 0, []
    for done in range(count):
        m = count - done
        shares = network.shares(ranks, count, first, m, room()) if first < HEAD else None

        def mixed(a, b):
            network_share = (shares[b] - shares[a] << 18) // ((shares[-1] >> 12) + 1)
            return 3 * network_share + (below(b) if b <= HEAD else 1 << 30) - below(a)

        low, high = first, n - m + 1
        while high - low > 1:
            if low < HEAD < high:
                middle, part = HEAD, mixed(low, HEAD)
                run = part + mixed(HEAD, HEAD + 1)
                p = (part << 16) // max(1, run)
            else:
                middle = (low + high) // 2
                if low < HEAD:
                    p = (mixed(low, middle) << 16) // max(1, mixed(low, high))
                else:
                    p = set_probability(share(low, n), share(low, middle), share(low, high), m)
            low, high = (low, middle) if decoder.bit(clamp(p, 1, 65535)) else (middle, high)
        ranks.append(low)
        words.append(prior.words[low])
        first = low + 1
        d = share(low, low + 1) + 1
        for t, sums in enumerate(prior.sums):
            q = sums[low + 1] - sums[low]
            weights[t] = (weights[t] * (done + 3) + ((weights[t] * q << 14) // d << 2)) // (done + 4)
    return words


def set_sizes(room):
    frequencies = [640 if k in (5, 10, 20, 40) else 120 if k in (8, 12, 15, 30) else 14 if k <= 60 else 1
                   for k in range(1, 256)]
    if room is not None:
        for i, f in enumerate(frequencies):
            lost = penalty(4096 * room - rest_rate(i + 1, 0) - 4 * 4096, i + 1)
            frequencies[i] = 1 + (16 * f * power(-lost) >> 30)
    return starts_of(frequencies)


def rest_rate(words, rank):
    few = min(words, 9)
    bits = (1, 3, 5, 16, 26, 36, 46, 56, 65, 74)[few] * 4096 + (words - few) * 15 * 4096 // 2
    return bits + min(words, 2) * straight_log(rank + 1)


def straight_log(x):
    log = log2(x)
    part = x - (1 << log)
    return log * 4096 + (part >> log - 12 if log > 12 else part << 12 - log)


def penalty(difference, words):
    sixteenths = min(1 << 20, abs(difference) >> 8)
    return min(7 * 4096, sixteenths * sixteenths * (47268 // (26 * words + 6)) >> 12)


ROOTS = (1518500250, 1276901417, 1170923762, 1121280436, 1097253708, 1085434106,
         1079572136, 1076653033, 1075196443, 1074468888, 1074105294, 1073923544)


def power(x):
    """2^(x / 4096) in units of 2^-30; x is at most 0."""
    return 0 if x <= -31 * 4096 else mantissa_power(x) >> -(x >> 12)


def mantissa_power(x):
    """2^(x mod 4096 / 4096) in units of 2^-30."""
    result = 1 << 30
    for i, root in enumerate(ROOTS):
        if x >> 11 - i & 1:
            result = result * root + (1 << 29) >> 30
    return result


def letter_words(prior, another, most, decoder):
    words = []
    while not words or len(words) <= most and decoder.bit(another):
        word = ""
        while len(word) <= 60:
            symbol = decoder.symbol(prior.letters(word))
            if symbol == 0:
                break
            word += chr(96 + symbol)
        if not 0 < len(word) <= 60:
            raise Refused("malformed: spelled word")
        words.append(word)
    return words


def set_hit(x, whole, m):
    t = max(0, 31 - nlz64(whole))
    b = (1 << 30) - min(1 << 30, (x >> t << 30) // max(1, whole >> t))
    p = 1 << 30
    while m:
        p = p * b >> 30 if m & 1 else p
        b = b * b >> 30
        m >>= 1
    return (1 << 30) - p


def set_probability(whole, part, run, m):
    hit = set_hit(run, whole, m)
    if hit < 1 << 20:
        t = max(0, 17 - nlz64(run))
        return (part >> t << 16) // max(1, run >> t)
    return (set_hit(part, whole, m) << 16) // hit


def raw_bytes(decoder):  # 6.1
    p = [32768] * (8 * 256)
    counts = [0] * (8 * 256)
    out = bytearray()
    while True:
        before = out[-1] >> 5 if out else 0
        node = 1
        while node < 256:
            i = before * 256 + node
            bit = decoder.bit(clamp(p[i], 64, 65472))
            counts[i] = min(counts[i] + 1, 32)
            p[i] += (65536 * bit - p[i]) >> counts[i].bit_length()
            node = node * 2 + bit
        if node == 256 + 0xFF:
            return bytes(out)
        out.append(node - 256)
        if len(out) > 3 * 65536:
            raise Refused("malformed: text too long")


def restore_capitals(folded, prose):  # 6.4
    out = bytearray()
    mark, in_word, expected, ended = None, False, prose, False
    for byte in folded:
        if byte >= 0xFD:
            mark, in_word = byte, False
            continue
        letter = 65 <= byte & ~32 <= 90 and byte < 128
        if letter:
            first, in_word = not in_word, True
            if mark == 0xFE or first and (mark == 0xFD or mark is None and expected):
                byte &= ~32
        else:
            if in_word:
                mark = None
            in_word = False
        out.append(byte)
        if byte in b".!?":
            expected, ended = False, True
        elif byte == 10 or byte == 32 and ended:
            expected, ended = prose, False
        else:
            ended = ended and byte in b"\"')]"
            expected = expected and byte in b" \"'(["
    return bytes(out)


class Table:
    """A trie of runs of pieces (6.3). The children of a node are neighbours, in the order of their pieces."""

    def __init__(self, decoder, shares):
        uniform = decoder.uniform
        self.base = [uniform(32768) << 15 | uniform(32768) for _ in range(4096)]
        nodes, parents = (uniform(4096) << 12 | uniform(4096) for _ in range(2))
        counts, gaps, codes = ([self.small_table(decoder) for _ in range(n)] for n in (52, 104, 448))
        self.shares = shares
        self.piece = piece = array.array("i", [-1]) + array.array("i", range(4096))
        self.code = code = array.array("B", [0] + [min(63, 4 * (nlz64(b) - 33)) for b in self.base])
        suffix = array.array("i", [0] * 4097)
        self.first = first = array.array("i", [1])
        parent, end, depth = 1, 4097, 2
        read = self.read
        while depth <= 5:
            while parent < end:
                first.append(len(piece))
                entry = first[suffix[parent]]
                c = first[suffix[parent] + 1] - entry
                last = entry + c
                n = read(decoder, counts[(depth - 2) * 13 + log2(c)]) if c else 0
                for left in range(n, 0, -1):
                    m = 4 * (last - entry) // left
                    width = log2(m) if m else 0
                    if width < 2:
                        raise Refused("malformed: prior")
                    entry += read(decoder, gaps[(depth - 2) * 26 + 2 * (width - 2) + (m >> width - 1) % 2])
                    if entry >= last:
                        raise Refused("malformed: prior")
                    piece.append(piece[entry])
                    suffix.append(entry)
                    code.append(read(decoder, codes[((depth - 2) * 7 + min(6, log2(2 * n - 1))) * 16
                                                    + (code[entry] >> 2)]))
                    entry += 1
                parent += 1
            depth, end = depth + 1, len(piece)
        if len(piece) != nodes or len(first) != parents:
            raise Refused("malformed: prior")
        first.extend([nodes] * (nodes - parents + 1))

    @staticmethod
    def small_table(decoder):
        if not decoder.uniform(2):
            return [0, 4096]
        starts = [0]
        while starts[-1] < 4096:
            b = decoder.uniform(14)
            starts.append(starts[-1] + (b and (1 << b - 1) + decoder.uniform(1 << b - 1)))
        if starts[-1] > 4096 or len(starts) > 65:
            raise Refused("malformed: prior")
        return starts

    @staticmethod
    def read(decoder, starts):
        symbol = decoder.symbol(starts) if len(starts) > 2 else 0
        if symbol < 16:
            return symbol
        i, j = divmod(symbol - 16, 2)
        return (2 + j << 3 + i) + decoder.uniform(1 << 3 + i)

    def child(self, node, piece):
        low, high = self.first[node], self.first[node + 1]
        at = bisect.bisect_left(self.piece, piece, low, high)
        return at if at < high and self.piece[at] == piece else None

    def children(self, node):
        """Pairs of piece and share."""
        return [(self.piece[i], self.shares[self.code[i]]) for i in range(self.first[node], self.first[node + 1])]

    def contexts(self, history):
        """For k = 1 to matched: the children of the context of length k, and left(k)."""
        found = []
        for k in range(1, min(4, len(history)) + 1):
            node = 0
            for piece in history[len(history) - k:]:
                node = self.child(node, piece)
                if node is None:
                    return found
            children = self.children(node)
            if not children:
                return found
            found.append((dict(children), max(1 << 22, (1 << 30) - sum(share for _, share in children))))
        return found


class Prior:
    def __init__(self, data):
        decoder = RangeDecoder(data)
        uniform = decoder.uniform
        singles = [uniform(4096) for _ in range(256)]
        left, right, result = ([uniform(4096) for _ in range(3840)] for _ in range(3))
        self.strings = [b""] * 4096
        for byte, piece in enumerate(singles):
            self.strings[piece] = bytes([byte])
        for a, b, c in zip(left, right, result):
            self.strings[c] = self.strings[a] + self.strings[b]
        self.singles = singles
        self.merges = {(a, b): (i, c) for i, (a, b, c) in enumerate(zip(left, right, result))}
        self.start, self.stop = singles[0xFB], singles[0xFC]
        shares = [(uniform(65536) << 15) + uniform(32768) for _ in range(64)]
        tables = [Table(decoder, shares) for _ in range(uniform(16))]
        self.mixtures = []
        for _ in range(uniform(16)):
            n = uniform(16)
            indices = [uniform(16) for _ in range(n)]
            style = tables[uniform(16)]
            rows = [[uniform(65536) * 4096 for _ in range(n + 2)] for _ in range(90)]
            self.mixtures.append(([tables[i] for i in indices], style, rows))
        decoder.end()

    def cut(self, data):
        pieces = [self.singles[byte] for byte in data]
        while True:
            found = [self.merges[pair] + (at,) for at, pair in enumerate(zip(pieces, pieces[1:])) if pair in self.merges]
            if not found:
                return pieces
            _, piece, at = min(found)
            pieces[at:at + 2] = [piece]


PRIOR = []
KEYWORD_PRIOR = []


def prior():
    if not PRIOR:
        PRIOR.append(Prior(resource("text/caption-prior.bin")))
    return PRIOR[0]


class KeywordPrior:  # 6.6
    FACTORS = (1, 2, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256, 512, 1024)

    def __init__(self, data):
        decoder = RangeDecoder(data)
        alphabetical = []
        for _ in range(decoder.uniform(4096)):
            last = ""
            for entry in raw_bytes(decoder).decode("ascii").split(" "):
                last = last[:ord(entry[0]) - 65] + entry[1:]
                alphabetical.append(last)
        table = Table.small_table(decoder)
        coded = sorted(((-Table.read(decoder, table), word) for word in alphabetical), key=lambda pair: pair[0])
        self.words = [word for _, word in coded]
        self.known = set(self.words)
        self.counts = {}
        frequencies = [(4 + -c % 4) << (-c // 4) for c, _ in coded]
        topics = decoder.uniform(4096)
        detailed = decoder.uniform(4096) << 12
        detailed += decoder.uniform(4096)
        self.sums = [self.topic(decoder, frequencies, detailed) for _ in range(topics)]
        self.weights = [[decoder.uniform(65536) for _ in range(topics)] for _ in range(4)]
        decoder.end()

    def topic(self, decoder, frequencies, detailed):
        tables = [Table.small_table(decoder) for _ in range(3)]
        before, scaled = 4, []
        for rank, frequency in enumerate(frequencies):
            code = 4
            if rank < detailed:
                code = before = Table.read(decoder, tables[0 if before < 4 else 1 if before == 4 else 2])
            scaled.append(frequency * self.FACTORS[code])
        total, n = sum(scaled), len(scaled)
        return starts_of(1 + frequency * ((1 << 30) - n) // total for frequency in scaled)


    def letters(self, word):  # 6.5
        """The table of the next letter of a word; symbol 0 is its end."""
        if not self.counts:
            for known in self.words:
                for at in range(len(known) + 1):
                    for context in contexts_of(known[:at]):
                        row = self.counts.setdefault(context, [0] * 27)
                        row[ord(known[at]) - 96 if at < len(known) else 0] += 1
        shares = [(1 << 30) // 27] * 27
        for context in contexts_of(word):
            row = self.counts.get(context, [0] * 27)
            given = 4 + 3 * sum(c > 0 for c in row)
            shares = [((max(0, 4 * c - 3) << 30) + given * s) // (4 * sum(row) + 4) for c, s in zip(row, shares)]
        return starts_of(1 + (s * (65536 - 27) >> 30) for s in shares)


def contexts_of(word):
    """The last 0 to 4 letters of a word; the start counts as one."""
    begun = "^" + word
    return [begun[len(begun) - n:] for n in range(min(4, len(begun)) + 1)]


HEAD = 12288


class KeywordNetwork:  # 6.7
    def __init__(self, packed):
        self.data, self.at = zlib.decompress(packed), 0
        self.words = self.matrix(HEAD, 64)
        self.places = self.matrix(128, 192)
        self.layer = self.matrix(192, 192)
        self.summary = self.matrix(64, 192)
        self.ranks = self.matrix(HEAD + 1, 64)
        self.biases, self.beyond = (struct.unpack(">%dh" % (HEAD + 1), self.take(2 * HEAD + 2)) for _ in range(2))

    def take(self, count):
        self.at += count
        return self.data[self.at - count:self.at]

    def matrix(self, rows, columns):
        weights = array.array("b", self.take(rows * columns))
        scales = struct.unpack(">%dH" % rows, self.take(2 * rows))
        return [weights[i:i + columns] for i in range(0, len(weights), columns)], scales, self.take(1)[0]

    def shares(self, ranks, size, first, left, room):
        """Sums of the shares of the ranks before each, from the first possible one on; HEAD is for all from there."""
        outputs = product(self.ranks, self.summarise(ranks, size, first, left), 0, first)
        outputs = [o + 4 * b + 2 * (left - 1) * s
                   for o, b, s in zip(outputs, self.biases[first:], self.beyond[first:])]
        most = max(outputs)
        terms = [power(o - most) + 1 for o in outputs]
        if room is not None:
            whole = most + straight_log(sum(terms)) - 30 * 4096
            fitting = []
            for rank, o in enumerate(outputs, first):
                others = left - 1 if rank < HEAD else left
                rest = rest_rate(others, rank) if rank < HEAD else left * 13 * 4096
                fitting.append(o - penalty(4096 * room - (whole - o) - rest, others))
            terms = [power(o - most) + 1 for o in fitting]
        return [0] * first + starts_of(terms)

    def summarise(self, ranks, size, first, left):
        n = max(1, len(ranks))
        rows = [scaled_row(self.words, rank) for rank in ranks]
        total = [sum(column) for column in zip(*rows)] if rows else [0] * 64
        root = math.isqrt((1 << 32) // n)
        seen = [t * root >> 16 for t in total] + [divide(t, n) for t in total] + (rows[-1] if rows else [0] * 64)
        layer = product(self.layer, [bounded(x) for x in seen], 0)
        for row in (place_row(size), 32 + place_row(left), 64 + place_row(first + 1)):
            layer = [a + b for a, b in zip(layer, scaled_row(self.places, row))]
        layer = [bounded(max(0, x) ** 2 >> 15) for x in layer]
        return [bounded(x) for x in product(self.summary, layer, 2)]


def place_row(x):
    return x if x < 8 else 4 * (log2(x) - 1) + (x >> log2(x) - 2) % 4


def bounded(x):
    return clamp(x, -131071, 131071)


def scaled_row(matrix, row):
    weights, scales, shift = matrix
    return [w * scales[row] + (1 << shift - 13) >> shift - 12 for w in weights[row]]


def product(matrix, vector, exponent, first=0):
    weights, scales, shift = matrix
    down = shift - exponent
    half = 1 << down - 1
    return [sum(map(operator.mul, row, vector)) * scale + half >> down
            for row, scale in zip(weights[first:], scales[first:])]


KEYWORD_NETWORK = []


def keyword_network():
    if not KEYWORD_NETWORK:
        KEYWORD_NETWORK.append(KeywordNetwork(resource("text/keyword-network.bin")))
    return KEYWORD_NETWORK[0]


def keyword_prior():
    if not KEYWORD_PRIOR:
        KEYWORD_PRIOR.append(KeywordPrior(resource("text/keyword-sets.bin")))
    return KEYWORD_PRIOR[0]


class CaptionNetwork:  # 6.10
    def __init__(self, packed):
        data = zlib.decompress(packed)
        at = 0

        def take(count, form, size):
            nonlocal at
            at += count * size
            return list(struct.unpack(">%d%s" % (count, form), data[at - count * size:at]))

        def matrix(rows, columns):
            weights = [take(columns, "b", 1) for _ in range(rows)]
            return Product(weights, take(rows, "H", 2), take(1, "B", 1)[0])

        self.start = take(256, "b", 1)
        self.embedding = matrix(4096, 256)
        self.blocks = [(matrix(768, 256), matrix(256, 256), matrix(1024, 256), matrix(256, 1024)) for _ in range(3)]
        self.gains = take(256, "h", 2)
        self.biases = take(4096, "i", 4)
        cosines, sines = take(32, "i", 4), take(32, "i", 4)
        self.turns = []
        x, y = [1 << 30] * 32, [0] * 32
        for _ in range(384):
            self.turns.append(([v + (1 << 15) >> 16 for v in x], [v + (1 << 15) >> 16 for v in y]))
            x, y = ([a * c - b * d + (1 << 29) >> 30 for a, b, c, d in zip(x, y, cosines, sines)],
                    [a * d + b * c + (1 << 29) >> 30 for a, b, c, d in zip(x, y, cosines, sines)])


class Product:
    """A matrix of small integers with a scale for each row."""

    def __init__(self, weights, scales, shift):
        self.weights, self.scales, self.shift = weights, scales, shift
        self.floats = numpy.array(weights, dtype=float) if numpy else None

    def times(self, vector, exponent=0):
        down = self.shift - exponent
        if numpy:
            sums = [int(v) for v in self.floats @ numpy.array(vector, dtype=float)]  # exact: below 2^53
        else:
            sums = [sum(map(operator.mul, row, vector)) for row in self.weights]
        return [v * scale + (1 << down - 1) >> down for v, scale in zip(sums, self.scales)]


def normed(vector, fraction):
    root = max(1, math.isqrt(sum(v * v for v in vector) * 256 // len(vector)))
    return [clamp((v << fraction + 4) // root, -32767, 32767) for v in vector]


class NetworkState:  # 6.10
    def __init__(self, network):
        self.network = network
        self.begin()

    def begin(self):
        self.pieces = []
        self.keys = [[[] for _ in range(4)] for _ in range(3)]
        self.values = [[[] for _ in range(4)] for _ in range(3)]
        self.position = 0
        self.advance(self.network.start)

    def accept(self, piece):
        if self.position == 384:
            kept = self.pieces[-128:]
            self.begin()
            for old in kept:
                self.step(old)
        self.step(piece)

    def step(self, piece):
        self.pieces.append(piece)
        self.advance(self.network.embedding.weights[piece])

    def advance(self, vector):
        stream = normed([v << 12 for v in vector], 12)
        for layer, (attend, output, up, down) in enumerate(self.network.blocks):
            stream = [a + b for a, b in zip(stream, output.times(self.attend(layer, attend.times(normed(stream, 11)))))]
            hidden = [clamp(v, 0, 32767) ** 2 for v in up.times(normed(stream, 11))]
            shift = max(0, max(hidden).bit_length() - 15)
            stream = [a + b for a, b in zip(stream, down.times([v >> shift for v in hidden], shift))]
        self.stream = stream
        self.position += 1

    def attend(self, layer, vector):
        out = []
        for head in range(4):
            query, key = (self.turned(normed(vector[at:at + 64], 11)) for at in (64 * head, 256 + 64 * head))
            keys, values = self.keys[layer][head], self.values[layer][head]
            keys.append(key)
            values.append([clamp(v, -32767, 32767) for v in vector[512 + 64 * head:576 + 64 * head]])
            scores = [sum(map(operator.mul, query, k)) * 11819 >> 26 for k in keys]
            weights = [power(score - max(scores)) >> 10 for score in scores]
            total = sum(weights)
            out += [sum(map(operator.mul, weights, column)) // total for column in zip(*values)]
        return out

    def turned(self, head):
        cosines, sines = self.network.turns[self.position]
        pairs = list(zip(head[:32], head[32:], cosines, sines))
        return ([a * c - b * d + (1 << 13) >> 14 for a, b, c, d in pairs]
                + [a * d + b * c + (1 << 13) >> 14 for a, b, c, d in pairs])

    def logits(self):
        last = [clamp(v * g >> 12, -32767, 32767) for v, g in zip(normed(self.stream, 11), self.network.gains)]
        return [v + b for v, b in zip(self.network.embedding.times(last), self.network.biases)]


CAPTION_NETWORK = []


def caption_network():
    if not CAPTION_NETWORK:
        CAPTION_NETWORK.append(CaptionNetwork(resource("text/caption-network.bin")))
    return CAPTION_NETWORK[0]


def quickly_pooled(weights, logits):
    """PieceReader.pooled with numpy: the same numbers."""
    fine_log(1)
    w = numpy.array(weights, dtype=numpy.int64) + 1
    whole = numpy.searchsorted(1 << numpy.arange(63, dtype=numpy.int64), w, side="right") - 1
    mantissa = numpy.where(whole < 12, w << numpy.maximum(12 - whole, 0), w >> numpy.maximum(whole - 12, 0))
    logs = (whole << 12) + numpy.array(MANTISSAS, dtype=numpy.int64)[mantissa & 4095]
    z = numpy.array(logits, dtype=numpy.int64)
    joined = 90 * logs + 150 * (z - z.max()) >> 8
    joined -= joined.max()
    if not POWERS:
        POWERS.extend(mantissa_power(k) for k in range(4096))
    fraction = numpy.array(POWERS, dtype=numpy.int64)[joined & 4095]
    powers = numpy.where(joined > -31 * 4096, fraction >> numpy.clip(-(joined >> 12), 0, 62), 0)
    inverse = (1 << 60) // int(powers.sum())
    return [p * inverse >> 30 for p in powers.tolist()]


POWERS = []


class PieceReader:  # 6.2
    def __init__(self, prior, mixture, network, decoder, length):
        self.prior = prior
        self.decoder = decoder
        self.length = length
        self.network = network and NetworkState(network)
        self.read_by_network = 0
        self.tables, self.style, self.rows = prior.mixtures[mixture]
        self.parts = len(self.tables) + 2  # with recent pieces and followers
        self.priors = [32 * (sum(row[i] for row in self.rows) // 90) + (1 << 14) for i in range(self.parts)]
        self.earned = [0] * self.parts
        self.promised = [0] * self.parts
        self.s = 1024

    def read(self):
        history = [self.prior.start]
        out = bytearray()
        while not self.decoder.bit(self.end_probability(history, out)):
            piece = self.next_piece(history)
            out += self.prior.strings[piece]
            if len(out) > 4 * 65536:
                raise Refused("malformed: text too long")
            history.append(piece)
        return bytes(out)

    def end_probability(self, history, out):
        in_style = self.probability(self.style, self.style.contexts(history), self.prior.stop)
        otherwise = 65536 // (48 if out[-1:] in (b".", b"!", b"?") else 128)
        e = clamp((self.s * in_style >> 30) + ((65536 - self.s) * otherwise >> 16), 1, 65535)
        if self.length is None:
            return e
        room = 8 * self.length - self.decoder.bits()
        if room > 12:
            return 1
        odds = e * {10: 24, 11: 8, 12: 4}.get(room, 48)
        return clamp((odds << 16) // (odds + 65536 - e), 1, 65535)

    def next_piece(self, history):
        so_far = len(history) - 1
        contexts = [table.contexts(history) for table in self.tables]
        style = self.style.contexts(history)
        matched = len(contexts[-1])
        left = contexts[-1][-1][1] if matched else 0
        doubt = 0 if left < 1 << 28 else 1 if left < (1 << 30) * 6 // 10 else 2
        far = 1 if len(contexts[0]) > 2 else 0
        position = 0 if so_far < 12 else 1 if so_far < 60 else 2
        mixing = self.rows[((matched * 3 + doubt) * 2 + far) * 3 + position]
        trusted = [mixing[i] * min(1 << 15, (self.priors[i] + self.earned[i])
                                   // ((self.priors[i] + self.promised[i]) >> 12)) >> 12 for i in range(self.parts)]
        places = [at for at in range(1, len(history) - 1) if history[at] == history[-1]][-32:]
        rows = [history[1:][-400:], [history[at + 1] for at in places]]
        joint = self.network is not None and self.s < 57344
        share = 65536 if joint else 65536 - self.s
        weights = [0] * 4096
        stop = 0
        for i, table in enumerate(self.tables):
            stop += self.spread(weights, trusted[i] * share >> 16, table, contexts[i])
        for i, row in enumerate(rows, len(self.tables)):
            for piece in row:
                weights[piece] += (trusted[i] * share >> 16) * ((1 << 30) // len(row))
        if joint:
            pooled = self.pooled(history, weights)
            weights, stop = [(65536 - self.s << 12) * p for p in pooled], 0
        weights[self.prior.stop] = stop + self.spread(weights, 4096 * self.s, self.style, style)

        group = self.symbol([sum(weights[i:i + 64]) for i in range(0, 4096, 64)])
        piece = group * 64 + self.symbol(weights[group * 64:group * 64 + 64])

        p = [self.probability(table, found, piece) for table, found in zip(self.tables, contexts)]
        p += [row.count(piece) * ((1 << 30) // len(row)) if row else 0 for row in rows]
        a = self.s * self.probability(self.style, style, piece)
        b = pooled[piece] if joint else sum(t * q >> 28 for t, q in zip(trusted, p))
        shares = [t * (q >> 2) >> 16 for t, q in zip(trusted, p)]
        for i in range(self.parts):
            self.earned[i] += ((shares[i] << 16) // (sum(shares) + 1)) << 12
            self.promised[i] += mixing[i]
        self.s = clamp(a // (((a + (65536 - self.s) * b + 1) >> 16) + 1), 128, 63488)
        return piece

    def pooled(self, history, weights):
        for piece in history[1 + self.read_by_network:]:
            self.network.accept(piece)
        self.read_by_network = len(history) - 1
        logits = self.network.logits()
        most = max(logits)
        if numpy:
            return quickly_pooled(weights, logits)
        joined = [90 * fine_log(w + 1) + 150 * (z - most) >> 8 for w, z in zip(weights, logits)]
        most = max(joined)
        powers = [power(z - most) for z in joined]
        inverse = (1 << 60) // sum(powers)
        return [p * inverse >> 30 for p in powers]

    @staticmethod
    def spread(weights, w, table, contexts):
        """Adds to the weights; returns what the end gets by its base."""
        for children, left in reversed(contexts):
            for piece, share in children.items():
                weights[piece] += w * share
            w = w * left >> 30
        for piece, share in enumerate(table.base):
            weights[piece] += w * share
        return w * table.base[prior().stop]

    @staticmethod
    def probability(table, contexts, piece):
        p = table.base[piece]
        for children, left in contexts:
            p = (p * left >> 30) + children.get(piece, 0)
        return p

    def symbol(self, weights):
        total = 1 + sum(weights)
        s = max(0, 17 - nlz64(total))
        return self.decoder.symbol(starts_of([1 + (w >> s) * 65472 // ((total >> s) + 1) for w in weights]))


# --- 7.1 Adaptive decisions ------------------------------------------------------------------------------------------


def logistic_tables():
    squash = [0] * 4095
    e = 1 << 20
    for x in range(2048):
        squash[2047 + x] = (e << 16) // (e + (1 << 20))
        squash[2047 - x] = 65536 - squash[2047 + x]
        e = e * 1077944331 >> 30
    stretch = [min(bisect.bisect_left(squash, 16 * i + 8) - 2047, 2047) for i in range(4096)]
    for table, form in ((squash, ">4095i"), (stretch, ">4096h")):
        if hashlib.sha256(struct.pack(form, *table)).hexdigest() not in document_part("logistic"):
            raise SystemExit("a logistic table is not as docs/format.md says")
    return squash, stretch


SQUASH, STRETCH = logistic_tables()


class Model:
    """Adaptive decisions of one kind; made from the numbers of picture-models.bin, from which it takes its own."""

    def __init__(self, first_sets, second_sets, values, take):
        n = sum(values)
        self.offsets = starts_of(values)[:-1]
        self.slow = [16 * p for p in take("H", n)]
        self.fast = self.slow[:]
        self.counts = list(take("B", n))
        inputs = 2 * len(values) + 1
        self.first, self.second = ([[16 * w for w in take("h", inputs)] for _ in range(sets)]
                                   for sets in (first_sets, second_sets))
        self.maps = [[16 * p for p in take("H", 33)] for _ in range(first_sets)]

    def decide(self, decoder, first, second, *contexts):
        assert len(contexts) == len(self.offsets)
        at = [offset + context for offset, context in zip(self.offsets, contexts)]
        inputs = []
        for i in at:
            inputs += STRETCH[self.slow[i] >> 4], STRETCH[self.fast[i] >> 4]
        inputs.append(256)
        one, two, refine = self.first[first], self.second[second], self.maps[first]
        a = clamp(sum(w * v for w, v in zip(one, inputs)) >> 16, -2047, 2047)
        b = clamp(sum(w * v for w, v in zip(two, inputs)) >> 16, -2047, 2047)
        x = (a + b) >> 1
        i, part = divmod(x + 2048, 128)
        refined = (refine[i] * (128 - part) + refine[i + 1] * part) >> 7
        bit = decoder.bit(clamp((SQUASH[x + 2047] + refined) >> 1, 32, 65504))
        target = 65535 * bit
        for weights, y in ((one, a), (two, b)):
            error = 2 * (65536 * bit - SQUASH[y + 2047])
            for j, value in enumerate(inputs):
                weights[j] += (value * error + (1 << 19)) >> 20
        for j in at:
            c = min(self.counts[j], 250)
            self.slow[j] += ((target - self.slow[j]) * (131072 // (2 * c + 3))) >> 16
            self.counts[j] = min(c + 1, 250)
            self.fast[j] += (target - self.fast[j]) >> 5
        near = i if part < 64 else i + 1
        refine[near] += (target - refine[near]) >> 6
        return bit

    def number(self, decoder, bits, decide):
        """A number of some bits, most significant first; decide(bit number, 1 and the bits so far) takes one."""
        node = 1
        for i in reversed(range(bits)):
            node = node * 2 + decide(i, node)
        return node - (1 << bits)


def unpacker(path):
    data, at = zlib.decompress(resource(path)), 0

    def take(form, count):
        nonlocal at
        numbers = struct.unpack_from(">%d%s" % (count, form), data, at)
        at += struct.calcsize(">%d%s" % (count, form))
        return numbers

    return take, lambda: at == len(data)


def load_models():
    take, done = unpacker("picture/picture-models.bin")
    models = {}
    for line in document_part("models").strip().splitlines()[2:]:
        name, first, second, values = (cell.strip() for cell in line.strip("|").split("|"))
        models[name] = Model(int(first), int(second), [int(v) for v in values.split(",")], take)
    assert done()
    return models


def load_transforms():
    """Rows of the matrix by kind and side; the DCT-II of side 32 stands for all kinds."""
    take, done = unpacker("picture/picture-transforms.bin")
    matrices = {(kind, n): [take("h", n) for _ in range(n)] for kind in range(7) for n in (4, 8, 16)}
    assert done()
    cosine = [[math.floor(math.cos((2 * n + 1) * k * math.pi / 64) * 16384 + 0.5) for n in range(32)]
              for k in range(32)]
    cosine[0] = [(c * 11585 + 8192) >> 14 for c in cosine[0]]
    dct = [[(c + 4) >> 3 for c in row] for row in cosine]
    matrices.update({(kind, 32): dct for kind in range(7)})
    return matrices


def load_restoration():
    take, done = unpacker("picture/picture-restoration.bin")
    weights = [[take("h", 23) for _ in range(40)] for _ in range(3)]
    assert done()
    return weights


# --- 7. The picture layer --------------------------------------------------------------------------------------------


STEPS = [1024, 1085, 1149, 1218, 1290, 1367, 1448, 1534, 1625, 1722, 1825, 1933]
CLASSES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 21, 28, 36, 48, 64, 96, 144]
COARSE = [0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7, 7, 7, 7]
TOP = [-32, -21, -13, -5, 0, 5, 13, 21, 32]
LEFT = [-21, -13, -5, 0, 5, 13, 21, 32]
GROUPS = [
    [(-1, 0), (1, 0)], [(0, -1), (0, 1)], [(x, y) for x in (-1, 1) for y in (-1, 1)],
    [(-2, 0), (2, 0)], [(0, -2), (0, 2)], [(x, y) for x in (-2, 2) for y in (-1, 1)],
    [(x, y) for x in (-1, 1) for y in (-2, 2)], [(x, y) for x in (-2, 2) for y in (-2, 2)],
    [(-3, 0), (3, 0), (0, -3), (0, 3)],
]


def zigzag(n):
    """Pairs (u, v) of column and row."""
    order = []
    for d in range(2 * n - 1):
        line = [(u, d - u) for u in range(n) if 0 <= d - u < n]
        order += line if d % 2 == 0 else line[::-1]
    return order


SCANS = {n: zigzag(n) for n in (4, 8, 16)}


def displacement(mode):
    return TOP[mode - 2] if mode <= 10 else LEFT[mode - 11]


class PictureDecoder:
    def __init__(self, decoder, width, height):
        self.decoder = decoder
        self.models = load_models()
        self.transforms = load_transforms()
        longer, shorter = max(width, height), min(width, height)
        long_side = 8 * (decoder.uniform(23) + 2)
        short_side = max(8, (2 * long_side * shorter + 8 * longer) // (16 * longer) * 8)
        self.width, self.height = (long_side, short_side) if width >= height else (short_side, long_side)
        step = self.models["step"]
        self.q = step.number(decoder, 6, lambda i, node: step.decide(decoder, 0, i, node))
        self.step = 144 * STEPS[self.q % 12] >> (10 - self.q // 12)
        self.sc = self.q >> 3
        # Both sides are multiples of 8, so nothing is padded.
        self.planes = [[[0] * self.width for _ in range(self.height)] for _ in range(3)]
        cells = (self.width // 4, self.height // 4)
        self.known = [[[False] * cells[0] for _ in range(cells[1])] for _ in range(3)]
        self.activity = [[[0] * cells[0] for _ in range(cells[1])] for _ in range(3)]
        self.mode = [[0] * cells[0] for _ in range(cells[1])]
        self.log = [[0] * cells[0] for _ in range(cells[1])]

    def decide(self, name, first, second, *contexts):
        return self.models[name].decide(self.decoder, first, second, *contexts)

    def is_known(self, c, x, y):
        return 0 <= x < self.width and 0 <= y < self.height and self.known[c][y >> 2][x >> 2]

    def neighbours(self, c, x, y):
        """The cells (x, y) of left and top, None where they are missing."""
        return [(i >> 2, j >> 2) if self.is_known(c, i, j) else None for i, j in ((x - 1, y), (x, y - 1))]

    def decode(self):
        for y in range(0, self.height, 32):
            for x in range(0, self.width, 32):
                self.block(x, y, 5)

    def block(self, x, y, log):  # 7.2
        n = 1 << log
        if x >= self.width or y >= self.height:
            return
        if x + n > self.width or y + n > self.height or log > 2 and self.split(x, y, log):
            for j in (y, y + n // 2):
                for i in (x, x + n // 2):
                    self.block(i, j, log - 1)
            if log == 3:
                self.chroma(x, y, 3, None)
            return
        around = self.neighbours(0, x, y)
        mode = 0
        if any(around):
            left, top = (self.mode[cell[1]][cell[0]] if cell else 19 for cell in around)
            mode = self.models["mode"].number(self.decoder, 5, lambda i, node: self.decide(
                "mode", log - 2, i, 20 * node + left, 20 * node + top, (4 * node + log - 2) * 8 + self.sc, node))
            if mode > 18:
                raise Refused("malformed: prediction mode")
        for j in range(y >> 2, y + n >> 2):
            for i in range(x >> 2, x + n >> 2):
                self.mode[j][i], self.log[j][i] = mode, log
        levels = self.component(0, x, y, log, mode, False, {}, {})
        if log > 2:
            self.chroma(x, y, log, levels)

    def split(self, x, y, log):
        z = log - 3
        s, a = [], []
        for cell in self.neighbours(0, x, y):
            if cell is None:
                s.append(0)
                a.append(0)
            else:
                side = self.log[cell[1]][cell[0]]
                s.append(2 if side < log else 1)
                a.append(1 + (3 if side <= 3 else 0) + min(2, self.activity[0][cell[1]][cell[0]]))
        return self.decide("split", z, self.sc, 9 * z + 3 * s[0] + s[1], 8 * z + self.sc, 49 * z + 7 * a[0] + a[1])

    def chroma(self, x, y, log, luma):
        mode = self.mode[y >> 2][x >> 2]
        a = self.activity[0][y >> 2][x >> 2]
        b, second = 0, {}
        for c in (0, 1):
            linear = self.decide(
                "linear", c, log - 2, 4 * c + log - 2, 13 * c + a, 4 * c + 2 * b + (1 if x > 0 else 0),
                (4 * c + log - 2) * 4 + 2 * b + (1 if a > 2 else 0))
            second = self.component(c + 1, x, y, log, mode, linear, luma or {}, second)
            b = linear

    def component(self, c, x, y, log, mode, linear, first, second):
        """Decodes a block of a component; returns its levels, by column and row."""
        n = 1 << log
        references = self.references(c, x, y, n)
        d = sum(abs(references[i + 1] - references[i]) for i in range(n, 3 * n))
        roughness = min(7, (8 * d // (n * self.step)).bit_length())
        levels = self.levels(c, x, y, log, mode, roughness, first, second)
        if linear:
            prediction = self.predict_linear(c, x, y, n)
        else:
            prediction = self.predict(references, n, log, mode)
        residual = self.residual(c, n, mode, levels)
        for j in range(n):
            row = self.planes[c][y + j]
            for i in range(n):
                row[x + i] = clamp(prediction[j][i] + residual[j][i], -4096, 8191)
        activity = min(6, sum(map(abs, levels.values())).bit_length())
        for j in range(y >> 2, y + n >> 2):
            for i in range(x >> 2, x + n >> 2):
                self.known[c][j][i], self.activity[c][j][i] = True, activity
        return levels

    def levels(self, c, x, y, log, mode, roughness, first, second):  # 7.3 and 7.7
        decide, sc = self.decide, self.sc
        chroma = 1 if c else 0
        kind, ck = 4 * c + log - 2, 4 * chroma + log - 2
        surroundings = sum(self.activity[c][cell[1]][cell[0]] if cell else 1 for cell in self.neighbours(c, x, y))
        orientation = 0 if mode < 2 else 3 if abs(displacement(mode)) > 13 else 1 if mode <= 10 else 2
        before = 0
        if c:
            before = min(3, self.activity[0][y >> 2][x >> 2])
        if c == 2:
            before += 4 * (1 + min(1, self.activity[1][y >> 2][x >> 2]))
        levels = {}
        if not decide("coded", kind, roughness, 13 * kind + surroundings, 8 * kind + sc, 16 * kind + before,
                      4 * kind + orientation, 8 * kind + roughness):
            return levels
        scan = SCANS[min(16, 1 << log)]
        last = len(scan) - 1
        nonzero = largest = latest = 0
        for i, (u, v) in enumerate(scan):
            k = bisect.bisect_right(CLASSES, i) - 1
            coarse = COARSE[k]
            corner = 8 * min(7, v) + min(7, u)

            def size(du, dv):
                return abs(levels.get((u + du, v + dv), 0))

            around = (2 * (size(-1, 0) + size(0, -1)) + size(-1, -1) + size(-2, 0) + size(0, -2) + size(1, -1)
                      + size(-1, 1))
            near = min(7, (around + 1) >> 1)
            f, s = first.get((u, v), 0), second.get((u, v), 0)
            other = 3 * min(2, abs(f)) + min(2, abs(s))
            if i < last and not decide(
                    "significant", 4 * ck + min(3, i), 6 * near + min(5, nonzero), 20 * ck + k,
                    (8 * chroma + near) * 20 + k, 64 * ck + corner, (2 * sc + chroma) * 20 + k,
                    ((6 * surroundings + min(5, nonzero)) * 8 + coarse) * 2 + chroma,
                    (2 * orientation + chroma) * 64 + corner, (9 * c + other) * 8 + coarse,
                    (8 * ck + near) * 8 + min(7, i - latest), (8 * ck + roughness) * 20 + k):
                continue
            magnitude = 1
            while magnitude < 15:
                rung = min(5, magnitude - 1)
                if not decide(
                        "larger", 6 * chroma + rung, min(11, around), (6 * ck + rung) * 20 + k,
                        (6 * chroma + rung) * 12 + min(11, around), (6 * sc + rung) * 8 + coarse,
                        ((6 * surroundings + rung) * 2 + chroma) * 5 + min(4, largest), (6 * c + rung) * 9 + other,
                        ((6 * roughness + rung) * 8 + coarse) * 2 + chroma):
                    break
                magnitude += 1
            if magnitude == 15:
                n = 0
                while n < 11 and self.decoder.uniform(2):
                    n += 1
                magnitude = min(4095, 15 + (1 << n) - 1 + self.decoder.uniform(1 << n))
            sign = (f > 0) - (f < 0), (s > 0) - (s < 0)
            negative = decide("negative", c, min(7, i), (8 * c + min(7, i)) * 9 + 3 * (sign[0] + 1) + sign[1] + 1,
                              (4 * c + orientation) * 8 + min(7, i))
            levels[u, v] = -magnitude if negative else magnitude
            nonzero, largest, latest = nonzero + 1, max(largest, magnitude), i
            if i == last:
                break
            tails = sum(min(3, sum(1 for place in scan[i + 1:i + 8] if other_levels.get(place)))
                        for other_levels in (first, second))
            if not decide(
                    "more", 2 * kind + (1 if nonzero > 1 else 0), coarse, 20 * kind + k,
                    (8 * chroma + min(7, nonzero)) * 8 + coarse, (2 * sc + chroma) * 20 + k,
                    (2 * surroundings + chroma) * 8 + coarse, (4 * chroma + min(4, largest) - 1) * 20 + k,
                    (4 * chroma + min(3, tails)) * 20 + k, (8 * chroma + roughness) * 20 + k):
                break
        return levels

    def residual(self, c, n, mode, levels):  # 7.3 and 7.4
        if not levels:
            return [[0] * n for _ in range(n)]
        if c:
            kinds = 6, 6
        elif mode < 2:
            kinds = (4, 4) if mode else (5, 5)
        else:
            kinds = (2, 3) if abs(displacement(mode)) > 13 else (0, 1)
            if mode <= 10:
                kinds = kinds[::-1]
        rows, columns = (self.transforms[kind, n] for kind in kinds)
        lines = {}
        for (u, v), level in levels.items():
            size = abs(level)
            value = ((64 * size - (2 if size == 1 else 3)) * self.step + 32) >> 6
            line = lines.setdefault(v, [0] * n)
            for x in range(n):
                line[x] += (value if level > 0 else -value) * rows[u][x]
        return [[(sum(line[x] * columns[v][y] for v, line in lines.items()) + (1 << 25)) >> 26 for x in range(n)]
                for y in range(n)]

    def references(self, c, x, y, n):  # 7.5
        """2n samples to the left from the bottom up, the corner, 2n above from the left."""
        places = [(x - 1, y + 2 * n - 1 - i) for i in range(2 * n + 1)] + [(x + i, y - 1) for i in range(2 * n)]
        values = [self.planes[c][j][i] if self.is_known(c, i, j) else None for i, j in places]
        value = next((v for v in values if v is not None), 0 if c else 3547)
        for i, v in enumerate(values):
            value = values[i] = value if v is None else v
        return values

    def predict(self, references, n, log, mode):
        r = references
        if n >= 8 and mode != 0 and (mode == 1 or displacement(mode) != 0):
            r = r[:1] + [(r[i - 1] + 2 * r[i] + r[i + 1] + 2) >> 2 for i in range(1, 4 * n)] + r[-1:]
        left, above = r[2 * n - 1::-1], r[2 * n + 1:]
        if mode == 0:
            mean = (sum(left[:n]) + sum(above[:n]) + n) >> (log + 1)
            return [[mean] * n for _ in range(n)]
        if mode == 1:
            return [[((n - 1 - x) * left[y] + (x + 1) * above[n] + (n - 1 - y) * above[x] + (y + 1) * left[n] + n)
                     >> (log + 1) for x in range(n)] for y in range(n)]
        main, other = (above, left) if mode <= 10 else (left, above)
        a = displacement(mode)
        line = {0: r[2 * n]}
        line.update({i + 1: v for i, v in enumerate(main)})
        if a < 0:
            for i in range(1, n + 1):
                line[-i] = other[min(2 * n, (32 * i - divide(a, 2)) // -a) - 1]
        out = []
        for row in range(1, n + 1):
            f, shift = row * a % 32, row * a >> 5
            out.append([((32 - f) * line[b + shift] + f * line[b + shift + 1] + 16) >> 5 if f else line[b + shift]
                        for b in range(1, n + 1)])
        return out if mode <= 10 else [list(column) for column in zip(*out)]

    def predict_linear(self, c, x, y, n):
        places = [(x + i, y - 1) for i in range(n)] + [(x - 1, y + i) for i in range(n)]
        known = [(self.planes[0][j][i], self.planes[c][j][i]) for i, j in places if self.is_known(c, i, j)]
        m = len(known)
        if m == 0:
            return [[0] * n for _ in range(n)]
        luma, chroma = sum(a for a, _ in known), sum(b for _, b in known)
        squares, products = sum(a * a for a, _ in known), sum(a * b for a, b in known)
        noise = m * m * self.step * self.step // 24
        slope = clamp(divide(256 * (m * products - luma * chroma), max(1, m * squares - luma * luma + noise)),
                      -512, 512)
        return [[chroma // m + (slope * (self.planes[0][y + j][x + i] - luma // m) >> 8) for i in range(n)]
                for j in range(n)]

    def restore(self):  # 7.6
        """Corrects all samples from the unfiltered ones."""
        weights = load_restoration()
        clip = self.step >> 2
        width, height = self.width, self.height
        edge = 3
        padded = [[plane[clamp(y, 0, height - 1)] for y in range(-edge, height + edge)] for plane in self.planes]
        padded = [[row[:1] * edge + row + row[-1:] * edge for row in plane] for plane in padded]
        result = []
        for c, plane in enumerate(padded):
            rows = []
            for y in range(height):
                row = []
                for x in range(width):
                    sample = plane[y + edge][x + edge]
                    n = 1 << max(3 if c else 2, self.log[y >> 2][x >> 2])
                    border = (1 if x % n in (0, n - 1) else 0) + (2 if y % n in (0, n - 1) else 0)
                    beside = plane[y + edge][x + edge - 1] + plane[y + edge][x + edge + 1]
                    upright = plane[y + edge - 1][x + edge] + plane[y + edge + 1][x + edge]
                    bend = abs(beside - 2 * sample) + abs(upright - 2 * sample)
                    activity = min(4, (8 * bend // self.step).bit_length())
                    w = weights[c][((1 if n > 8 else 0) * 4 + border) * 5 + activity]
                    total = 1 << 11
                    for g, group in enumerate(GROUPS):
                        for dx, dy in group:
                            d = plane[y + edge + dy][x + edge + dx] - sample
                            total += w[2 * g] * d + w[2 * g + 1] * clamp(d, -clip, clip)
                    if c:
                        luma = padded[0]
                        for g, group in enumerate(GROUPS[:5]):
                            for dx, dy in group:
                                total += w[18 + g] * (luma[y + edge + dy][x + edge + dx] - luma[y + edge][x + edge])
                    row.append(sample + (total >> 12))
                rows.append(row)
            result.append(rows)
        self.planes = result

    def rgb(self):
        out = bytearray()
        for rows in zip(*self.planes):
            for luma, p, q in zip(*rows):
                luma, p, q = 37837 * luma, 46341 * p, 26755 * q
                for value in (luma + p + q, luma - 2 * q, luma - p + q):
                    out.append(clamp((value + (1 << 19)) >> 20, 0, 255))
        return bytes(out)


# --- The whole -------------------------------------------------------------------------------------------------------


# --- 13. and 14. The vector layer ------------------------------------------------------------------------------------


class Calibration:  # 14
    def __init__(self, data):
        if data[:4] != b".INC" or data[4] != 1:
            raise SystemExit("not a calibration of version 1")
        self.id = hashlib.sha256(data).hexdigest()[:6]
        self.dimension, axes = struct.unpack_from(">HH", data, 5)
        n = self.dimension
        self.mean = struct.unpack_from(">%dh" % n, data, 9)
        at = 9 + 2 * n
        self.spreads = list(data[at:at + axes]) + [data[at + axes]] * (n - axes)
        at += axes + 1
        self.reflections = []
        for k in range(axes):
            self.reflections.append(struct.unpack_from(">%dh" % (n - k), data, at))
            at += 2 * (n - k)
        if at != len(data):
            raise SystemExit("a calibration of another length")

    def vector(self, x):
        axes = len(self.reflections)
        x[axes:] = rotated(x[axes:])
        for k in range(axes - 1, -1, -1):
            u = self.reflections[k]
            t = 512 * sum(map(operator.mul, u, x[k:])) // sum(map(operator.mul, u, u))
            x[k:] = [b - (t * a + 128 >> 8) for a, b in zip(u, x[k:])]
        return [a + 512 * b for a, b in zip(x, self.mean)]


def numbers(name):
    return [int(number) for number in re.findall(r"\d+", document_part(name))]


def decode_vector(decoder, calibrations):
    """Returns the components in units of 2^-24, and the id of the calibration or None."""
    kind = decoder.symbol(starts_of([6, 1, 1, 16, 16, 9, 6, 2, 2, 1, 1, 1, 1, 1]))  # 13.1
    usual = (512, 768, 1024, 1152, 640, 1280, 384, 1536, 256, 128, 64)
    calibration = None
    if kind == 2:
        raise Refused("too new: vector coder %d" % kind)
    if kind == 0:
        name = "".join("%02x" % decoder.uniform(256) for _ in range(3))
        calibration = next((known for known in calibrations if known.id == name), None)
        if calibration is None:
            raise Refused("calibration: %s is not here" % name)
        n = calibration.dimension
    elif kind == 1:
        n = 64 + decoder.uniform(1985)
        if n in usual:
            raise Refused("malformed: dimension")
    else:
        n = usual[kind - 3]
    widest = decoder.uniform(256) + 1  # 13.2
    spreads = calibration.spreads if calibration else [0] * n
    d = 4 * min(spreads) + widest
    power = numbers("vector-powers")[d % 32]
    tables = {}
    state = 0
    x = [0] * n
    for i, spread in enumerate(spreads):
        rate = d - 4 * spread
        if rate < min(8, widest):
            continue
        t = max(1, (rate + 2) // 4)
        if t not in tables:
            tables[t] = level_table(t)
        m = decoder.symbol(tables[t])
        v = 2 * m + 1 if (state + m) % 2 == 0 else -2 * m - 1  # 13.3
        state = state >> 1 ^ (223 if state % 2 else 0) ^ (121 if m % 4 in (1, 2) else 0)
        x[i] = v * power >> 16 + d // 32
    return direction(calibration.vector(x) if calibration else rotated(x)), calibration and calibration.id


def level_table(t):
    b = numbers("vector-bases")[t - 1]
    w, p = [1 << 30], b
    while len(w) < 3 or w[-1] >= 1 << 10:
        w.append(w[-1] * p >> 30)
        p = p * b >> 30
    frequencies = [1 + weight * (65536 - len(w)) // sum(w) for weight in w]
    frequencies[0] += 65536 - sum(frequencies)
    return starts_of(frequencies)


def rotated(x):  # 13.4
    n, mask = len(x), (1 << 64) - 1
    block = 1 << log2(n)
    state = n

    def below(m):
        nonlocal state
        state = state + 0x9E3779B97F4A7C15 & mask
        drawn = (state ^ state >> 30) * 0xBF58476D1CE4E5B9 & mask
        drawn = (drawn ^ drawn >> 27) * 0x94D049BB133111EB & mask
        drawn ^= drawn >> 31
        return (drawn >> 33) * m >> 31

    for _ in range(6):
        signs = [1 - 2 * below(2) for _ in range(n)]
        places = list(range(n))
        for i in range(n - 1, 0, -1):
            j = below(i + 1)
            places[i], places[j] = places[j], places[i]
        x[:block] = hadamard(x[:block])
        moved = [0] * n
        for place, sign, value in zip(places, signs, x):
            moved[place] = sign * value
        x = moved
    return x


def hadamard(x):
    h = 1
    while h < len(x):
        for i in range(len(x)):
            if i // h % 2 == 0:
                x[i], x[i + h] = x[i] + x[i + h], x[i] - x[i + h]
        h *= 2
    k = log2(len(x))
    f = 1 << 24 - k // 2 if k % 2 == 0 else 11863283 >> k // 2
    return [value * f + (1 << 23) >> 24 for value in x]


def direction(x):  # 13.5
    largest = max(map(abs, x))
    if largest == 0:
        x[0] = largest = 1
    s = 25 - largest.bit_length()
    x = [value << s if s >= 0 else value + (1 << -s - 1) >> -s for value in x]
    length = math.isqrt(sum(value * value for value in x))
    return [((value << 25) + length) // (2 * length) for value in x]


# --- 15. The sketch layer -------------------------------------------------------------------------------------------


class LineNetwork:  # 15.1
    def __init__(self):
        take, done = unpacker("sketch/line-network.bin")
        self.first = [take("h", 64) for _ in range(230)]
        self.first_bias = take("h", 64)
        self.second = [take("h", 64) for _ in range(32)]
        self.second_bias = take("h", 32)
        self.last = take("h", 32)
        self.last_bias, = take("h", 1)
        assert done()

    def level(self, ones):
        hidden = [clamp(sum(numbers), 0, 16384)
                  for numbers in zip(self.first_bias, *(self.first[i] for i in ones))]
        next_hidden = [clamp((256 * bias + sum(w * h for w, h in zip(weights, hidden))) >> 8, 0, 16384)
                       for weights, bias in zip(self.second, self.second_bias)]
        out = 256 * self.last_bias + sum(w * h for w, h in zip(self.last, next_hidden))
        return clamp((out >> 14) + 32, 0, 63)


def decode_sketch(decoder, width, height):
    """Returns (width, height) of the sketch and its pixels, a byte each."""
    index = decoder.uniform(9)
    long = (64, 80, 96, 112, 128, 160, 192, 224, 256)[index]
    longer, shorter = max(width, height), min(width, height)
    short = max(1, (2 * long * shorter + longer) // (2 * longer))
    w, h = (long, short) if width >= height else (short, long)
    take, done = unpacker("sketch/sketch-models.bin")
    line = Model(16, 16, [64, 512, 4096, 288], take)
    assert done()
    network = LineNetwork()
    pixels = [[0] * (w + 20) for _ in range(h + 8)]  # 10 columns on each side and 8 rows above
    lines = 0
    for y in range(h):
        for x in range(w):
            def at(dx, dy):
                return pixels[y + 8 + dy][x + 10 + dx]

            ones = [21 * (dy + 8) + dx + 10 for dy in range(-8, 0) for dx in range(-10, 11) if at(dx, dy)]
            ones += [168 + dx + 10 for dx in range(-10, 0) if at(dx, 0)]
            density = min(7, log2(max(1, lines * 512 // (y * w + x + 256))))
            start = 178
            for value, count in ((min(x, 10), 11), (min(w - 1 - x, 10), 11), (min(y, 8), 9),
                                 (min(h - 1 - y, 3), 4), (density, 8), (index, 9)):
                ones.append(start + value)
                start += count
            v = network.level(ones)
            nearest = 2 * (at(-1, -1) + 2 * at(0, -1) + 4 * at(1, -1)) + at(-1, 0)
            twelve = sum(at(dx, dy) << i for i, (dx, dy) in enumerate((
                (-3, 0), (-2, 0), (-1, 0), (-2, -1), (-1, -1), (0, -1), (1, -1), (2, -1),
                (-1, -2), (0, -2), (1, -2), (2, -2))))
            bit = line.decide(decoder, nearest, v // 4, v, v // 2 * 16 + nearest, twelve, v // 2 * 9 + index)
            pixels[y + 8][x + 10] = bit
            lines += bit
    return (w, h), bytes(pixels[y + 8][x + 10] for y in range(h) for x in range(w))


def decode(data, calibrations=()):
    """Returns what decode.py prints, and the RGB bytes of the tiny picture or None."""
    form, layers, (width, height), payload = take_header(data)
    decoder = RangeDecoder(payload)
    facts = {"bytes": len(data), "form": form, "width": width, "height": height,
             "layers": [("text", "picture", "vector", "sketch")[i] for i in layers]}
    picture = rgb = vector = None
    if 0 in layers:
        kind, text = decode_text(decoder, len(payload) if layers == [0] else None)
        facts[kind] = text
    if 1 in layers:
        picture = PictureDecoder(decoder, width, height)
        picture.decode()
    if 2 in layers:
        vector, name = decode_vector(decoder, calibrations)
    if 3 in layers:
        size, lines = decode_sketch(decoder, width, height)
        facts["sketch"] = {"width": size[0], "height": size[1], "sha256": hashlib.sha256(lines).hexdigest()}
    decoder.end(padded=layers == [0])
    if picture:
        picture.restore()
        rgb = picture.rgb()
        facts["picture"] = {"width": picture.width, "height": picture.height, "step": picture.q,
                            "sha256": hashlib.sha256(rgb).hexdigest()}
    if vector:
        units = struct.pack(">%di" % len(vector), *vector)
        facts["vector"] = {"dimension": len(vector), "sha256": hashlib.sha256(units).hexdigest(), "calibration": name}
    return facts, rgb


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("file")
    arguments.add_argument("--ppm", metavar="OUT.ppm", help="write the tiny picture here")
    arguments.add_argument("--calibration", metavar="FILE.inkc", help="the calibration that a vector may need")
    given = arguments.parse_args()
    calibrations = []
    if given.calibration:
        with open(given.calibration, "rb") as file:
            calibrations.append(Calibration(file.read()))
    with open(given.file, "rb") as file:
        data = file.read()
    try:
        facts, rgb = decode(data, calibrations)
    except Refused as refusal:
        sys.exit("%s: %s" % (given.file, refusal))
    print(json.dumps(facts, ensure_ascii=False, indent=2))
    if given.ppm:
        if rgb is None:
            sys.exit("%s has no tiny picture" % given.file)
        with open(given.ppm, "wb") as file:
            file.write(b"P6\n%d %d\n255\n" % (facts["picture"]["width"], facts["picture"]["height"]) + rgb)


if __name__ == "__main__":
    main()
