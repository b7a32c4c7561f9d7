# SPDX-License-Identifier: Apache-2.0
"""Many lines of Han drawn and treated as one sheet: a quarter of the time that drawing.py takes for
a character, with less variety from line to line. For the classes' means; the rest uses drawing.py."""
import math

import cv2
import numpy as np
from PIL import Image

import drawing
from drawing import EM

PITCH = EM * 9 // 5  # from line to line of a sheet


def _drawn(face, texts, gap):
    """Ink of the lines one below the other, and (character, middle, line) of each."""
    between = face.font.getlength(" ") if gap else 0
    width = EM + round(max(len(text) for text in texts) * (EM + between))
    ground = np.zeros((PITCH * len(texts), width), np.uint8)
    placed = []
    for line, text in enumerate(texts):
        # Not getmask2(): it loads every glyph twice, and only the first one's place is needed.
        left = face.font.getbbox(text[0], anchor="ls")[0]
        image = Image.core.fill("L", (width, PITCH), 0)
        face.font.font.render((" " if gap else "").join(text), image.id, "L", None, None, None, 0, 255, 0, EM // 4)
        x = max(0, EM // 2 + left)
        ground[line * PITCH:(line + 1) * PITCH, x:] = np.asarray(Image.Image()._new(image))[:, :width - x]
        columns = ground[line * PITCH:(line + 1) * PITCH].max(axis=0) > 60
        for i, character in enumerate(text):
            cell = EM // 2 + round(i * (EM + between))
            inked = np.flatnonzero(columns[cell:cell + EM])
            if inked.size:
                placed.append((character, cell + (inked[0] + inked[-1] + 1) / 2, line))
    return ground, placed


def lines_of(rng, face, texts, level):
    """(strip, [(character, x)]) for each text, as drawing.run_of_print gives them."""
    ground, placed = _drawn(face, texts, rng.random() < 0.25)
    if rng.random() < 0.4:
        ground = drawing._strokes(rng, ground)
    stretch, shear = rng.uniform(0.88, 1.1), rng.uniform(-0.06, 0.06)
    tilt = math.sin(math.radians(rng.uniform(-1.2, 1.2)))
    height, width = ground.shape
    matrix = np.float32([[stretch, shear, -shear * height / 2 + 0.06 * height / 2],
                         [tilt, 1, -tilt * width / 2]])
    turned = cv2.warpAffine(ground, matrix, (round(width * stretch + 0.06 * height) + 4, height))
    em = math.exp(rng.uniform(math.log(24 - 9 * level), math.log(40)))
    scale = em / EM
    ink = cv2.resize(turned, (round(turned.shape[1] * scale), round(height * scale)), interpolation=cv2.INTER_AREA)
    picture = drawing._camera(rng, drawing._paper(rng, ink, em, level), em, level)
    found = []
    for line in range(len(texts)):
        top, bottom = round(line * PITCH * scale), round((line + 1) * PITCH * scale)
        rows = np.flatnonzero(ink[top:bottom].max(axis=1) > 100)
        if rows.size == 0:
            continue
        size = rows[-1] + 1 - rows[0]
        first = round(rows[0] + rng.gauss(0, 0.06 * size))
        last = round(rows[-1] + 1 + rng.gauss(0, 0.06 * size))
        strip, ratio = drawing.fitted(picture[top:bottom], first, last)
        offset = matrix[0, 2] + shear * (line + 0.5) * PITCH
        found.append((drawing.stretched(strip),
                      [(c, (x * stretch + offset) * scale * ratio) for c, x, at in placed if at == line]))
    return found
