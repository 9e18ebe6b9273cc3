#!/usr/bin/env python3
"""Writes a trained generator as ONNX with 16-bit weights: export.py STATE.pt GENERATOR.onnx

STATE.pt is generator.pt, or state.pt of a training that has not ended. The weights are rounded to half precision and
stored so; ONNX Runtime widens them when it loads the network and computes with 32 bits. Fails when the file does not
compute what PyTorch does.
"""
import sys

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper

from network import NOISE, Generator

OPSET = 17
INPUTS = ("tiny", "conditions", "noise")


def load(path):
    state = torch.load(path, weights_only=True, map_location="cpu")
    generator = Generator()
    generator.load_state_dict(state.get("mean", state))
    return generator.eval()


def export(generator, path):
    shapes = ((1, 3, 32, 48), (1, 2, 16, 24), (1, NOISE, 32, 48))
    sides = {name: {2: "rows of " + name, 3: "columns of " + name} for name in INPUTS}
    torch.onnx.export(generator, tuple(torch.zeros(s) for s in shapes), path, dynamo=False, opset_version=OPSET,
                      input_names=list(INPUTS), output_names=["picture"],
                      dynamic_axes=sides | {"picture": {2: "height", 3: "width"}})


def halve(path):
    """Stores all weights in half precision, each behind a cast."""
    model = onnx.load(path)
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size > 4:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + ".half"))
            casts.append(helper.make_node("Cast", [name + ".half"], [name], to=onnx.TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    for node in graph.node:
        node.doc_string = ""
    model.producer_name, model.producer_version = "inkling", ""
    onnx.checker.check_model(model)
    onnx.save(model, path)


def check(generator, path):
    """Compares the file with PyTorch at a size that it was not exported at."""
    random = torch.Generator().manual_seed(3)
    inputs = [torch.rand(1, planes, *sides, generator=random)
              for planes, sides in ((3, (36, 44)), (2, (18, 22)), (NOISE, (36, 44)))]
    with torch.no_grad():
        expected = generator(*inputs).numpy()
    session = onnxruntime.InferenceSession(path)
    found = session.run(None, {name: x.numpy() for name, x in zip(INPUTS, inputs)})[0]
    apart = np.abs(expected - found).max()
    print("largest difference from PyTorch: %.1e" % apart)
    if expected.shape != found.shape or apart > 1e-4:
        sys.exit("the file computes something else")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    generator = load(sys.argv[1])
    with torch.no_grad():
        for p in generator.parameters():
            p.copy_(p.half().float())
    export(generator, sys.argv[2])
    halve(sys.argv[2])
    check(generator, sys.argv[2])


if __name__ == "__main__":
    main()
