#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The discriminant in closed form, from the windows that windows.py kept: their means for each class
and their scatter within the classes; Fisher's directions; and for each class the score of equal
normal distributions."""
import argparse
import pathlib
import time

import numpy as np

import characters

INNER = 192
parser = argparse.ArgumentParser()
parser.add_argument("out", type=pathlib.Path, help="folder of windows.py")
parser.add_argument("--test", default="sheet000", help="the part that is only tested on")
options = parser.parse_args()

begun = time.process_time()
known = characters.all_characters()
count = len(known)
scatter, sums, numbers = 0, 0, np.zeros(count)
paths = sorted(options.out.glob("windows-*.npz"))
for path in paths:
    with np.load(path) as part:
        x, y = part["x"].astype(np.float32), part["y"]
    if path.stem.endswith(options.test):
        test_x, test_y = x, y
        continue
    scatter = scatter + x.T @ x
    if np.isscalar(sums):
        sums = np.zeros((count, x.shape[1]))
    order = np.argsort(y, kind="stable")
    classes, first = np.unique(y[order], return_index=True)
    sums[classes] += np.add.reduceat(x[order], first, axis=0)
    numbers += np.bincount(y, minlength=count)
print(len(paths), "parts,", int(numbers.sum()), "windows, least of a class", int(numbers.min()),
      f"{time.process_time() - begun:.0f} s", flush=True)

size = sums.shape[1]
mean = sums.sum(0) / numbers.sum()
means = np.where(numbers[:, None] > 0, sums / np.maximum(numbers, 1)[:, None], mean)
within = (scatter - (means.T * numbers) @ means) / (numbers.sum() - np.count_nonzero(numbers))
within += np.eye(size) * 0.02 * np.trace(within) / size
values, vectors = np.linalg.eigh(within)
white = vectors / np.sqrt(values)
centred = (means - mean) @ white
spread, directions = np.linalg.eigh(centred.T @ centred / count)
spread, directions = spread[::-1][:INNER], directions[:, ::-1][:, :INNER]
inner = white @ directions
projected = (means - mean) @ inner
# Within a class every direction now has variance 1, so a mean of n windows is off by 1/n: drawn
# towards the middle as far as that is likelier than a real difference.
noise = 1 / np.maximum(numbers, 1)
real = np.maximum(spread - noise.mean(), 1e-3)
projected *= real[None] / (real[None] + noise[:, None])
bias = -(projected ** 2).sum(1) / 2 - np.where(numbers > 0, 0, 1000)

test_x, test_y = test_x[:2000], test_y[:2000]
scores = ((test_x - mean) @ inner) @ projected.T + bias
rank = (scores > scores[np.arange(len(test_y)), test_y][:, None]).sum(1)
scores, test_y = scores[:500].astype(np.float32), test_y[:500]


def loss(sharpness):
    sharp = scores * np.float32(sharpness)
    top = sharp.max(1)
    return (top + np.log(np.exp(sharp - top[:, None]).sum(1)) - sharp[np.arange(len(test_y)), test_y]).mean()


sharpness = min((0.1, 0.15, 0.2, 0.3, 0.4, 0.55, 0.75, 1.0), key=loss)  # so that scores become probabilities
print(f"test right {(rank == 0).mean():.4f} among five {(rank < 5).mean():.4f} of {len(rank)}, "
      f"sharpness {sharpness}, loss {loss(sharpness):.3f}, {time.process_time() - begun:.0f} s")
prior = np.array([characters.likelihood(c) for c in known])
np.savez(options.out / "fitted.npz", inner=inner.T.astype(np.float32), inner_bias=-(mean @ inner).astype(np.float32),
         classes=(projected * sharpness).astype(np.float32), bias=(bias * sharpness + prior).astype(np.float32),
         characters=known)
