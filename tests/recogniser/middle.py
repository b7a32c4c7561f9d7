#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the small network that says where a character has its middle, on the strips of collect.py."""
import argparse
import pathlib
import time

import numpy as np
import torch
from torch.nn import functional

import drawing
import network

parser = argparse.ArgumentParser()
parser.add_argument("strips", type=pathlib.Path)
parser.add_argument("out", type=pathlib.Path)
parser.add_argument("--steps", type=int, default=600)
parser.add_argument("--batch", type=int, default=16)
parser.add_argument("--rate", type=float, default=6e-3)
options = parser.parse_args()

torch.set_num_threads(1)
torch.manual_seed(20261126)
options.out.mkdir(parents=True, exist_ok=True)
strips, targets, weights = [], [], []
for path in sorted(options.strips.glob("part???.npz")):
    with np.load(path) as part:
        images, truth, ends = part["strips"], part["truth"], part["ends"]
    columns = images.shape[2] // drawing.STRIDE
    positions = np.arange(columns, dtype=np.float32)
    target = np.zeros((len(images), columns), np.float32)
    for line, x, _ in truth:
        bell = np.exp(-((positions - (x / drawing.STRIDE - 0.5)) ** 2) / (2 * 0.7 ** 2))
        np.maximum(target[int(line)], bell, out=target[int(line)])
    strips.append(torch.from_numpy(images))
    targets.append(torch.from_numpy(target))
    # Behind the last whole character of a strip a piece of another may stand.
    weights.append(torch.from_numpy((positions[None] < ends[:, None] / drawing.STRIDE - 1).astype(np.float32)))
strips, targets, weights = torch.cat(strips), torch.cat(targets), torch.cat(weights)

middle = network.Middle().to(memory_format=torch.channels_last)
optimiser = torch.optim.AdamW(middle.parameters(), lr=options.rate, weight_decay=0.01)
schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, options.rate, options.steps, pct_start=0.1)
begun, told = time.process_time(), 0.0
for step in range(1, options.steps + 1):
    chosen = torch.randint(len(strips), (options.batch,))
    image = (strips[chosen, None].float() / 255).contiguous(memory_format=torch.channels_last)
    loss = functional.binary_cross_entropy_with_logits(middle(image)[:, 0, 0], targets[chosen], weights[chosen])
    optimiser.zero_grad(set_to_none=True)
    loss.backward()
    optimiser.step()
    schedule.step()
    told = loss.item() if step == 1 else 0.95 * told + 0.05 * loss.item()
    if step % 50 == 0:
        print(f"step {step} loss {told:.4f} {time.process_time() - begun:.0f} s", flush=True)
        torch.save(middle.state_dict(), options.out / "middle.pt")
torch.save(middle.state_dict(), options.out / "middle.pt")
