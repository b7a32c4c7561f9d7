#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cuts the windows around the middles of the characters out of the strips of collect.py, as features.
The same as network.Features, by OpenCV, four times faster."""
import argparse
import math
import pathlib
import time

import cv2
import numpy as np

DIRECTIONS, ROWS, WINDOW, STRIDE = 8, 8, 7, 4
ACROSS = np.float32([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
BELL = np.exp(-((np.arange(10) - 4.5) ** 2) / (2 * 2.4 ** 2)).astype(np.float32)
BELL /= BELL.sum()


def features(strip):
    """Columns×ROWS×9 of a strip of floats, 32 pixels high."""
    across = cv2.filter2D(strip, -1, ACROSS, borderType=cv2.BORDER_CONSTANT)
    down = cv2.filter2D(strip, -1, ACROSS.T.copy(), borderType=cv2.BORDER_CONSTANT)
    half = DIRECTIONS // 2
    edges = [math.cos(a) * across + math.sin(a) * down for a in (2 * math.pi * k / DIRECTIONS for k in range(half))]
    planes = [np.maximum(e, 0) for e in edges] + [np.maximum(-e, 0) for e in edges] + [strip]
    # The kernel covers 4j-3 to 4j+6: anchored at its fourth element and taken at 4j.
    cells = [cv2.sepFilter2D(p, -1, BELL, BELL, anchor=(3, 3), borderType=cv2.BORDER_CONSTANT)[::STRIDE, ::STRIDE]
             for p in planes]
    return np.sqrt(np.stack(cells, axis=2) + 1e-3).transpose(1, 0, 2)


def windows_of(strips, truth, rng):
    """M×SIZE and the classes. A middle between two columns may be found in either."""
    place = truth[:, 1] / STRIDE - 0.5
    columns = np.clip(np.floor(place + rng.random(len(place))).astype(int), 0, strips.shape[2] // STRIDE - 1)
    lines = truth[:, 0].astype(int)
    found = np.empty((len(truth), WINDOW * ROWS * (DIRECTIONS + 1)), np.float16)
    at = 0
    for line, strip in enumerate(strips):
        reach = WINDOW // 2
        columned = np.pad(features(strip.astype(np.float32) / 255), ((reach, reach), (0, 0), (0, 0)))
        while at < len(lines) and lines[at] == line:
            found[at] = columned[columns[at]:columns[at] + WINDOW].ravel()
            at += 1
    return found, truth[:, 2].astype(np.int32)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("strips", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--kind", default="*", help="part, sheet, or a pattern of names")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    options.out.mkdir(parents=True, exist_ok=True)
    for path in sorted(options.strips.glob(f"{options.kind}[0-9].npz")):
        begun = time.process_time()
        with np.load(path) as part:
            x, y = windows_of(part["strips"], part["truth"], np.random.default_rng(int(path.stem[-3:])))
        np.savez(options.out / f"windows-{path.name}", x=x, y=y)
        print(path.stem, len(y), f"{time.process_time() - begun:.1f} s", flush=True)


if __name__ == "__main__":
    main()
