#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes what training left as the files of data/models/han: two networks in ONNX, the
characters, and the description with their digests. The second network's weights are bytes with a
scale for each output: OpenCV 4.6 reads no half precision, but folds the cast of a constant."""
import argparse
import hashlib
import json
import pathlib

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import drawing
import network

parser = argparse.ArgumentParser()
parser.add_argument("middle", type=pathlib.Path, help="of middle.py")
parser.add_argument("fitted", type=pathlib.Path, help="fitted.npz of fit.py")
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--version", type=int, required=True)
parser.add_argument("--date", required=True)
options = parser.parse_args()


def layer(name, source, target, weights, bias, **attributes):
    """A convolution with weights in bytes: cast, convolve, scale and shift."""
    count = len(weights)
    scale = np.maximum(np.abs(weights).reshape(count, -1).max(axis=1), 1e-9) / 127
    whole = np.round(weights / scale.reshape(-1, 1, 1, 1)).astype(np.int8)
    tensors = {"bytes": whole, "scale": scale.astype(np.float32), "bias": bias.astype(np.float32),
               "none": np.zeros(count, np.float32), "one": np.ones(count, np.float32)}
    nodes = [helper.make_node("Cast", [name + "-bytes"], [name + "-weights"], name=name + "-cast", to=TensorProto.FLOAT),
             helper.make_node("Conv", [source, name + "-weights"], [name + "-sums"], name=name + "-conv",
                              kernel_shape=list(weights.shape[2:]), **attributes),
             helper.make_node("BatchNormalization", [f"{name}-{part}" for part in ("sums", "scale", "bias", "none", "one")],
                              [target], name=name + "-scaling", epsilon=0.0)]
    return nodes, [numpy_helper.from_array(values, f"{name}-{part}") for part, values in tensors.items()]


def write_character(fitted, path):
    """Windows side by side, 1×CHANNELS×ROWS×(WINDOW·M), to scores 1×classes×1×M."""
    inner = fitted["inner"].reshape(-1, network.WINDOW, network.ROWS, network.CHANNELS).transpose(0, 3, 2, 1)
    first = layer("inner", "windows", "inside", inner, fitted["inner_bias"], strides=[1, network.WINDOW])
    last = layer("classes", "inside", "scores", fitted["classes"][:, :, None, None], fitted["bias"])
    graph = helper.make_graph(
        first[0] + last[0], "character",
        [helper.make_tensor_value_info("windows", TensorProto.FLOAT, [1, network.CHANNELS, network.ROWS, network.WINDOW * 4])],
        [helper.make_tensor_value_info("scores", TensorProto.FLOAT, [1, len(fitted["bias"]), 1, 4])],
        first[1] + last[1])
    model = helper.make_model(graph, producer_name="handshake-desk", opset_imports=[helper.make_opsetid("", 11)])
    model.ir_version = 6
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


torch.set_num_threads(1)
fitted = dict(np.load(options.fitted))
line = network.Line()
line.middle.load_state_dict(torch.load(options.middle, map_location="cpu"))
line.eval()
options.folder.mkdir(parents=True, exist_ok=True)
torch.onnx.export(line, torch.zeros(1, 1, drawing.HEIGHT, 256), str(options.folder / "line.onnx"), opset_version=11,
                  input_names=["picture"], output_names=["features", "middle"])
write_character(fitted, options.folder / "character.onnx")
(options.folder / "characters.txt").write_text(str(fitted["characters"]) + "\n", encoding="utf-8")
names = ["character.onnx", "characters.txt", "line.onnx"]
description = {
    "format": "handshake-recogniser/1",
    "version": options.version,
    "date": options.date,
    "source": "trained by the project on lines drawn from packaged fonts: tests/recogniser/README.md",
    "licence": "Apache-2.0",
    "height": drawing.HEIGHT,
    "margin": drawing.MARGIN,
    "stride": drawing.STRIDE,
    "window": network.WINDOW,
    "unit": 64,
    "maxWidth": 64 * 40,
    "middle": 0.4,
    "sha256": {name: hashlib.sha256((options.folder / name).read_bytes()).hexdigest() for name in names},
}
(options.folder / "recogniser.json").write_text(
    json.dumps(description, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
for name in names:
    print(name, (options.folder / name).stat().st_size)
