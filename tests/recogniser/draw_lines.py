#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Draws lines with their truth for bench_lines: one folder a face, as the line reader crops them."""
import argparse
import pathlib
import random

import cv2

import characters
import drawing

parser = argparse.ArgumentParser()
parser.add_argument("folder", type=pathlib.Path)
parser.add_argument("--lines", type=int, default=150, help="of each face")
parser.add_argument("--level", type=float, default=0.6, help="how badly the pictures are treated, 0 to 1")
parser.add_argument("--used", action="store_true", help="Han as on papers, not all alike")
parser.add_argument("--seed", type=int, default=7)
options = parser.parse_args()
SEEN = {"NotoSansCJK-Regular", "NotoSerifCJK-Regular", "LXGWWenKai-Regular", "TW-Sung-98_1"}


def text_of(rng, sampler, kind):
    if kind == 0:
        return "".join(sampler.han() for _ in range(rng.randint(2, 4)))
    if kind == 1:
        return "".join(sampler.han() for _ in range(rng.randint(8, 18)))
    return "".join(sampler.text() for _ in range(3))[:18]


known = characters.all_characters()
faces = drawing.load_faces(drawing.TRAINING, known)[0] + drawing.load_faces(drawing.HELD_OUT, known)[0]
for face in faces:
    held_out = not any(face.name == name for name in SEEN)
    if held_out and face.name not in ("LXGWWenKai-Light", "SmileySans-Oblique"):
        continue
    rng = random.Random(f"{options.seed} {face.name}")
    sampler = characters.Sampler(rng, known)
    if options.used:
        sampler.han = lambda rng=rng: rng.choice(characters._words("used.txt"))
    folder = options.folder / (("unseen-" if held_out else "seen-") + face.name)
    folder.mkdir(parents=True, exist_ok=True)
    truth = []
    while len(truth) < options.lines:
        text = [c for c in text_of(rng, sampler, len(truth) % 3) if c in face.characters]
        ground, placed = drawing.compose(rng, face, text)
        made = drawing.damaged(rng, ground, placed, options.level) if placed else None
        if made is None:
            continue
        picture, placed, first, last, em = made
        margin = round(0.3 * em)
        full = max(last - first, round(0.85 * em))
        middle = (first + last) // 2
        top, bottom = middle - full // 2 - margin, middle + full // 2 + margin
        crop = picture[max(0, top):bottom]
        name = f"{len(truth):03d}.png"
        cv2.imwrite(str(folder / name), crop)
        truth.append(f"{name}\t{''.join(c for c, _, _ in placed)}\n")
    (folder / "truth.tsv").write_text("".join(truth), encoding="utf-8")
    print(folder, len(truth))
