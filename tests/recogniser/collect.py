#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws the strips that fit.py and middle.py learn from and keeps them, in parts that can be added
to: part000.npz of lines drawn one by one, sheet000.npz of Han drawn in sheets."""
import argparse
import pathlib
import random
import time

import cv2
import numpy as np

import characters
import drawing
import sheets

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--kind", choices=["part", "sheet"], default="part")
parser.add_argument("--first", type=int, default=0, help="number of the first part")
parser.add_argument("--parts", type=int, default=2)
parser.add_argument("--level", type=float, default=0.8, help="how badly pictures are treated, at most")
parser.add_argument("--seed", type=int, default=20261126)
options = parser.parse_args()
STRIPS, WIDTH = 1000, 384           # of a part
SHEETS, LINES, LETTERS = 50, 8, 13  # of a sheet part
SHEET_WIDTH = 512

cv2.setNumThreads(1)
options.folder.mkdir(parents=True, exist_ok=True)
known = characters.all_characters()
number = {c: i for i, c in enumerate(known)}
faces, shares = drawing.load_faces(drawing.TRAINING, known)


def strips(rng):
    sampler = characters.Sampler(rng, known)
    for _ in range(STRIPS):
        yield drawing.strip(rng, sampler, faces, shares, WIDTH, options.level * rng.uniform(0.25, 1))


def sheet_lines(rng):
    sampler = characters.Sampler(rng, known)
    waiting = []  # what a face before had not
    for _ in range(SHEETS):
        face = rng.choices(faces, shares)[0]
        chosen = [c for c in waiting if c in face.characters][:LINES * LETTERS]
        waiting = [c for c in waiting if c not in face.characters]
        while len(chosen) < LINES * LETTERS:
            character = sampler.han()
            (chosen if character in face.characters else waiting).append(character)
        texts = [chosen[i:i + LETTERS] for i in range(0, len(chosen), LETTERS)]
        for picture, standing in sheets.lines_of(rng, face, texts, options.level * rng.uniform(0.25, 1)):
            image = np.zeros((drawing.HEIGHT, SHEET_WIDTH), np.float32)
            image[:, :picture.shape[1]] = picture[:, :SHEET_WIDTH]
            yield image, [(c, x) for c, x in standing if x < SHEET_WIDTH - 12], SHEET_WIDTH


for part in range(options.first, options.first + options.parts):
    begun = time.process_time()
    rng = random.Random(f"{options.seed} {options.kind} {part}")
    images, ends, truth = [], [], []
    for image, standing, end in strips(rng) if options.kind == "part" else sheet_lines(rng):
        truth += [(len(images), x, number[c]) for c, x in standing]
        images.append(np.round(image * 255).astype(np.uint8))
        ends.append(end)
    name = options.folder / f"{options.kind}{part:03d}.npz"
    np.savez(options.folder / f"new-{name.name}", strips=np.stack(images), ends=np.array(ends, np.float32),
             truth=np.array(truth, np.float32))
    (options.folder / f"new-{name.name}").rename(name)
    print(name, len(truth), f"{time.process_time() - begun:.1f} s", flush=True)
