# SPDX-License-Identifier: Apache-2.0
"""Draws runs of print the way the reader meets them: packaged fonts, then paper, camera, JPEG."""
import functools
import math
import random
import subprocess

import cv2
import numpy as np
from PIL import Image, ImageFont

from characters import is_han

EM = 40        # pixels of an em as drawn
BASELINE = EM * 13 // 10
HEIGHT = 32    # pixels of a line as the network sees it
MARGIN = 0.08  # of the ink's height, above and below
STRIDE = 4     # pixels a column of the network covers

# file, part of the family's name, share. Never the faces of the frozen evaluation (WenQuanYi, Droid
# fallback, Arphic) nor what was made from them (BabelStone Han).
TRAINING = [
    ("opentype/noto/NotoSansCJK-{}.ttc", ["Light", "Regular", "Medium", "Bold"], "Noto Sans CJK SC", [5, 7, 5, 5]),
    ("opentype/noto/NotoSerifCJK-{}.ttc", ["ExtraLight", "Light", "Regular", "SemiBold", "Bold"],
     "Noto Serif CJK SC", [4, 6, 7, 5, 4]),
    ("truetype/lxgw-wenkai/LXGWWenKai-{}.ttf", ["Regular", "Bold"], "LXGW WenKai", [9, 3]),
    ("truetype/cns11643/TW-{}-98_1.ttf", ["Kai", "Sung"], "", [8, 9]),
    ("truetype/hanazono/HanaMinA.ttf", [""], "", [9]),
    ("truetype/cwtex/cw{}.ttf", ["ming", "kai", "fs"], "", [4, 4, 4]),
    ("opentype/ipaexfont-mincho/ipaexm.ttf", [""], "", [3]),
]
HELD_OUT = [
    ("truetype/lxgw-wenkai/LXGWWenKai-Light.ttf", [""], "LXGW WenKai", [1]),
    ("truetype/smiley-sans/SmileySans-Oblique.ttf", [""], "", [1]),
]
FOLDER = "/usr/share/fonts/"


class Face:
    """One face of type; knows which of the wanted characters it has."""

    def __init__(self, path, index, wanted, coverage):
        self.name = path.rsplit("/", 1)[1].rsplit(".", 1)[0]
        self.font = ImageFont.truetype(path, EM, index=index, layout_engine=ImageFont.Layout.BASIC)
        self.characters = frozenset(c for c in wanted if ord(c) in coverage)

    @functools.lru_cache(maxsize=None)
    def glyph(self, character):
        """Ink, its place from pen and baseline, advance; None for an empty glyph."""
        core, (left, top) = self.font.getmask2(character, "L", anchor="ls")
        if 0 in core.size:
            return None
        ink = np.asarray(Image.Image()._new(core)).copy()
        return ink, left, top, EM if is_han(character) else self.font.getlength(character)


def load_faces(table, wanted):
    """Faces and their shares."""
    faces, shares = [], []
    for pattern, names, family, weights in table:
        for name, weight in zip(names, weights):
            path = FOLDER + pattern.format(name)
            listing = subprocess.run(["fc-query", "--format", "%{index}|%{family}|%{charset}\n", path],
                                     capture_output=True, text=True, check=True).stdout
            for line in listing.splitlines():
                index, families, charset = line.split("|")
                if family not in families or "Mono" in families:
                    continue
                coverage = set()
                for part in charset.split():
                    first, _, last = part.partition("-")
                    coverage.update(range(int(first, 16), int(last or first, 16) + 1))
                faces.append(Face(path, int(index) & 0xFFFF, wanted, coverage))
                shares.append(weight)
                break
            else:
                raise SystemExit(f"{path}: no face {family}")
    return faces, shares


def compose(rng, face, text):
    """Ink of `text` on an empty ground with a margin, and each character's middle and half width."""
    spread = rng.choice((0, 0, 0, rng.uniform(0, 0.15), rng.uniform(0.1, 0.6))) * EM
    tight = rng.uniform(0, 0.06) * EM if rng.random() < 0.3 else 0
    pen = EM // 2
    placed = []
    for character in text:
        glyph = face.glyph(character)
        if glyph is None:
            continue
        ink, left, top, advance = glyph
        x = max(0, round(pen + left))
        placed.append((character, ink, x, BASELINE + top))
        pen += max(advance + spread - tight, 0.2 * EM)
    ground = np.zeros((EM * 9 // 5, round(pen) + EM // 2), np.uint8)
    characters = []
    for character, ink, x, y in placed:
        y = max(0, y)
        part = ground[y:y + ink.shape[0], x:x + ink.shape[1]]
        np.maximum(part, ink[:part.shape[0], :part.shape[1]], out=part)
        characters.append((character, x + ink.shape[1] / 2, ink.shape[1] / 2))
    return ground, characters


def _strokes(rng, ground):
    """Print bolder or thinner than the face."""
    soft = cv2.GaussianBlur(ground, (0, 0), rng.uniform(0.7, 1.4)).astype(np.float32)
    gain = rng.uniform(1.5, 3)
    return np.clip((soft - 127 + rng.uniform(-45, 60)) * gain + 127, 0, 255).astype(np.uint8)


def _turned(rng, ground, characters):
    """A line not quite level, its letters not quite upright."""
    tilt, shear = math.radians(rng.uniform(-1.2, 1.2)), rng.uniform(-0.05, 0.05)
    stretch = rng.uniform(0.88, 1.1)
    height, width = ground.shape
    middle = height / 2
    matrix = np.float32([[stretch, shear, -shear * middle],
                         [math.sin(tilt), 1, -math.sin(tilt) * width / 2]])
    turned = cv2.warpAffine(ground, matrix, (round(width * stretch) + 4, height))
    return turned, [(c, x * stretch, half * stretch) for c, x, half in characters]


def _paper(rng, ink, em, level):
    """Ink on paper: tones, pattern, remains of neighbouring lines. 0..255, dark on light."""
    height, width = ink.shape
    light, dark = rng.uniform(190, 255), rng.uniform(0, 110)
    paper = np.full((height, width), light, np.float32)
    if rng.random() < 0.45 * level:  # guilloche that the flattening has left
        x, y = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(height, dtype=np.float32))
        for _ in range(rng.randint(1, 2)):
            period, phase = em * rng.uniform(0.15, 0.8), rng.uniform(0, 6)
            wave = np.sin((x * rng.uniform(-1, 1) + y * rng.uniform(-1, 1) +
                           em * 0.3 * np.sin(x / (em * rng.uniform(0.5, 2)))) * (6.283 / period) + phase)
            paper -= rng.uniform(4, 28) * (wave > rng.uniform(0, 0.9) if rng.random() < 0.5 else 0.5 + 0.5 * wave)
    if rng.random() < 0.3 * level:  # light that falls off
        paper *= np.linspace(rng.uniform(0.8, 1), rng.uniform(0.8, 1), width, dtype=np.float32)
    alpha = ink.astype(np.float32) * (1 / 255)
    return paper + (dark - paper) * alpha


@functools.lru_cache(maxsize=None)
def _noise():
    """Sheets of noise to cut from, fine and coarse, deviation 1."""
    fine = np.random.default_rng(1).standard_normal((800, 3000), np.float32)
    return fine, cv2.GaussianBlur(fine, (0, 0), 0.8) * 2


def _camera(rng, picture, em, level):
    """Blur, noise, sharpening, JPEG."""
    kind = rng.random()
    if kind < 0.6:
        picture = cv2.GaussianBlur(picture, (0, 0), max(0.2, rng.uniform(0, 0.075) * em * level))
    elif kind < 0.75:
        length = max(1, round(rng.uniform(0.03, 0.12) * em * level))
        kernel = np.ones((1, length) if rng.random() < 0.6 else (length, 1), np.float32) / length
        picture = cv2.filter2D(picture, -1, kernel)
    if rng.random() < 0.3:
        picture += rng.uniform(0.3, 1.2) * (picture - cv2.GaussianBlur(picture, (0, 0), max(0.6, em * 0.04)))
    if rng.random() < 0.6:
        noise = rng.choice(_noise())
        y, x = rng.randrange(noise.shape[0] - picture.shape[0]), rng.randrange(noise.shape[1] - picture.shape[1])
        picture = picture + noise[y:y + picture.shape[0], x:x + picture.shape[1]] * (rng.uniform(0, 16) * level)
    picture = np.clip(picture, 0, 255).astype(np.uint8)
    if rng.random() < 0.5 * level:
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, rng.randint(35, 95)])
        picture = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    return picture


def damaged(rng, ground, characters, level):
    """A run of print as a picture of it shows it; `level` 0..1 how badly it is treated.
    Picture, characters, first and last row of the ink, size of an em."""
    if rng.random() < 0.4:
        ground = _strokes(rng, ground)
    if rng.random() < 0.6:
        ground, characters = _turned(rng, ground, characters)
    em = math.exp(rng.uniform(math.log(24 - 9 * level), math.log(40)))
    scale = em / EM
    size = (max(8, round(ground.shape[1] * scale)), round(ground.shape[0] * scale))
    ink = cv2.resize(ground, size, interpolation=cv2.INTER_AREA)
    rows = np.flatnonzero(ink.max(axis=1) > 100)
    if rows.size == 0:
        return None
    first, last = int(rows[0]), int(rows[-1]) + 1
    if rng.random() < 0.1 * level:  # feet and heads of the lines beside
        edge = max(0, first - max(2, round(em * rng.uniform(0.12, 0.25))))
        ink[max(0, edge - 4):edge, ::rng.randint(3, 9)] = 200
        edge = min(ink.shape[0], last + max(2, round(em * rng.uniform(0.12, 0.25))))
        ink[edge:edge + 4, ::rng.randint(3, 9)] = 200
    picture = _camera(rng, _paper(rng, ink, em, level), em, level)
    ratio = size[0] / ground.shape[1]
    return picture, [(c, x * ratio, half * ratio) for c, x, half in characters], first, last, em


def fitted(picture, first, last):
    """Rows `first` to `last` with their margin, HEIGHT pixels high, and the scale taken."""
    margin = MARGIN * (last - first)
    top, bottom = round(first - margin), round(last + margin)
    picture = cv2.copyMakeBorder(picture[max(0, top):bottom], max(0, -top), max(0, bottom - picture.shape[0]),
                                 0, 0, cv2.BORDER_REPLICATE)
    scale = HEIGHT / picture.shape[0]
    width = max(1, round(picture.shape[1] * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return cv2.resize(picture, (width, HEIGHT), interpolation=how), scale


def stretched(picture):
    """0 paper, 1 ink: between the 80th and the 3rd percentile, as HanRecogniser does it."""
    counts = np.cumsum(np.bincount(picture.ravel(), minlength=256))
    dark = int(np.searchsorted(counts, 0.03 * picture.size))
    light = int(np.searchsorted(counts, 0.80 * picture.size))
    return np.clip((light - picture.astype(np.float32)) / max(48, light - dark), 0, 1)


def run_of_print(rng, sampler, faces, shares, level):
    """One run as the network sees it, and its characters in it."""
    while True:
        face = rng.choices(faces, shares)[0]
        text = [c for c in sampler.text() if c in face.characters]
        if not text:
            continue
        ground, characters = compose(rng, face, text)
        if not characters:
            continue
        made = damaged(rng, ground, characters, level)
        if made is None:
            continue
        picture, characters, first, last, em = made
        wobble = 0.06 * (last - first)
        first = round(first + rng.gauss(0, wobble))
        last = round(last + rng.gauss(0, wobble))
        if last - first < 6:
            continue
        if last - first < 0.5 * em:  # 一 and - alone: as the reader does, half the line's height
            middle = (first + last) / 2
            first, last = round(middle - 0.42 * em), round(middle + 0.42 * em)
        picture, scale = fitted(picture, first, last)
        return stretched(picture), [(c, x * scale, half * scale) for c, x, half in characters]


def strip(rng, sampler, faces, shares, width, level):
    """Runs side by side on a strip `width` pixels wide, and what stands where."""
    image = np.zeros((HEIGHT, width), np.float32)
    at, standing, end = 0, [], width
    while at < width - 8:
        picture, characters = run_of_print(rng, sampler, faces, shares, level)
        left = rng.randint(0, 8)  # of the empty ground before the run
        picture = picture[:, left:width - at + left]
        image[:, at:at + picture.shape[1]] = picture
        for character, x, half in characters:
            x += at - left
            if x + half < width:
                standing.append((character, x))
            else:
                end = min(end, x - half)
        at += picture.shape[1]
    return image, standing, end
