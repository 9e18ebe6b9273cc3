#!/usr/bin/env python3
"""Compares training/decode.py with what the test files of Inkling are known to contain.

Usage: check-decoder.py [NAME ...]
Decodes NAME.inkl in the folder of golden files, or all files there and in golden-errors, and compares the result with
NAME.txt: of a valid file all lines but the one that counts bits, of a bad one the kind of refusal. Prints
each disagreement and how many files agreed, disagreed and were not covered, which are those of a form, text coder or
layer that decode.py does not know; there are none. Ends with exit status 1 when a file disagreed or none agreed.
Needs: Python 3.8 or later, nothing else. All files take about 10 seconds.
"""
import glob
import os
import sys

sys.dont_write_bytecode = True
import decode  # noqa: E402

TESTS = os.path.join(decode.ROOT, "inkling-core/src/test/resources")


def content(data):
    """The content in the words of NAME.txt."""
    with open(os.path.join(TESTS, "golden", "calibration.inkc"), "rb") as file:
        calibration = decode.Calibration(file.read())
    facts, _ = decode.decode(data, [calibration])
    size = "size %(width)dx%(height)d" % facts if facts["width"] else "size none"
    lines = ["bytes %d" % facts["bytes"], "form " + facts["form"], size]
    for kind in ("prose", "keywords", "set"):
        if kind in facts:
            lines.append(kind + " " + facts[kind].replace("\n", "\\n"))
    if "picture" in facts:
        lines.append("picture %(width)dx%(height)d step %(step)d sha256 %(sha256)s" % facts["picture"])
    if "vector" in facts:
        lines.append("vector %(dimension)d sha256 %(sha256)s" % facts["vector"])
        if facts["vector"]["calibration"]:
            lines[-1] += " calibration " + facts["vector"]["calibration"]
    if "sketch" in facts:
        lines.append("sketch %(width)dx%(height)d sha256 %(sha256)s" % facts["sketch"])
    return lines


def refusal(text):
    """The kind of refusal of section 8, from the text of one."""
    if text.startswith("MalformedBitstreamException"):
        return "malformed"
    if text.startswith("UnsupportedBitstreamException: calibration"):
        return "calibration"
    return "too old" if "(too old)" in text else "too new"


def check(path):
    """Returns what was expected and what was found, as lists of lines."""
    with open(path, "rb") as file:
        data = file.read()
    with open(path[: -len(".inkl")] + ".txt", encoding="utf-8") as file:
        text = file.read().rstrip("\n").split("\n")
    refused = os.path.basename(os.path.dirname(path)) == "golden-errors"
    expected = [refusal(text[0])] if refused else [line for line in text if not line.startswith("bits ")]
    try:
        return expected, content(data)
    except decode.Refused as found:
        return expected, [str(found).split(":")[0] if refused else "refused: %s" % found]


def main():
    if sys.argv[1:]:
        paths = [os.path.join(TESTS, "golden", name + ".inkl") for name in sys.argv[1:]]
    else:
        folders = [os.path.join(TESTS, folder) for folder in ("golden", "golden-errors")]
        paths = [path for folder in folders for path in sorted(glob.glob(os.path.join(folder, "*.inkl")))]
    counts = {"agreed": 0, "disagreed": 0, "not covered": 0}
    for path in paths:
        expected, found = check(path)
        if expected == found:
            counts["agreed"] += 1
        elif found[0].startswith("refused: too new"):
            counts["not covered"] += 1
        else:
            counts["disagreed"] += 1
            print("%s:\n  expected %s\n  found    %s" % (os.path.relpath(path, decode.ROOT), expected, found))
    print(", ".join("%d %s" % (count, what) for what, count in counts.items()))
    sys.exit(1 if counts["disagreed"] or not counts["agreed"] else 0)


if __name__ == "__main__":
    main()
