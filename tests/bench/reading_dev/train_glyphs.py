#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Trains the glyph network of app/reading/glyph_reader and writes glyphs.onnx and glyphs.json.

Run by hand, with Debian 12's python3-torch and python3-pil and the fonts of FACES:
    train_glyphs.py OUTPUT-FOLDER [STEPS]
The seed is fixed; the result still follows the fonts' versions and the library's arithmetic, so the
model is kept in the repository. Two faces of digits (OCR-B of fonts-ocr-b, FreeMono) and two of Han
(LXGW WenKai, TW-Sung) are never trained on: reading_dev measures on them. Nor are WenQuanYi and
Arphic, in which the frozen evaluation is drawn, and what was made out of them (BabelStone Han out of
Arphic's Song; Droid Sans Fallback, of which WenQuanYi Micro Hei was made).
"""
import json
import math
import random
import subprocess
import sys

import numpy
import torch
import torch.nn.functional as functional
from PIL import Image, ImageDraw, ImageFont

SEED = 20261126
SIDE = 28       # of a cell; the line's ink is 22 pixels of it high
BASE = 96       # of a drawn glyph
BASE_INK = 60   # height of the line's ink in it
NOTHING = "※"   # class 0: part of a glyph, several glyphs, dirt
DIGITS = "0123456789"
LETTERS = "ABCDEFGHJKLMNPQRTUWXY"
POINTS = ".-"
HAN = "".join(dict.fromkeys(
    "姓名性别民族出生年月日住址公民身份号码签发机关有效期限中华人共和国居证长至自男女"
    "统一社会信用代称类型法定表经营范围注册资本成立出额者负责投执行事务合伙组形式场所主要登记"
    "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元整币"
    "汉壮满回苗维吾尔土家彝蒙古藏布依侗瑶朝鲜白哈尼萨克黎傣畲傈僳仡佬东乡高山拉祜水佤纳西羌"
    "仫锡伯柯孜达斡景颇毛南撒朗塔吉阿昌普米鄂温怒京基诺德昂保安俄罗斯裕固乌别门巴伦春独龙赫哲珞"))
CLASSES = NOTHING + DIGITS + LETTERS + POINTS + HAN

LATIN_FACES = [
    "DejaVu Sans:Book", "DejaVu Sans:Bold", "DejaVu Sans Mono:Book", "DejaVu Sans Mono:Bold",
    "DejaVu Serif:Book", "DejaVu Sans:Condensed", "Liberation Sans:Regular",
    "Liberation Sans:Bold", "Liberation Mono:Regular", "Liberation Mono:Bold",
    "Liberation Serif:Regular", "Liberation Sans Narrow:Regular", "Nimbus Mono PS:Regular",
    "Nimbus Mono PS:Bold", "Nimbus Sans:Regular", "Nimbus Sans:Bold", "Nimbus Roman:Regular",
    "C059:Roman", "P052:Roman", "URW Gothic:Book", "URW Bookman:Light", "FreeSans:Regular",
    "FreeSerif:Regular", "Inconsolata:Medium", "Hack:Regular", "JetBrains Mono:Regular",
    "Roboto:Regular", "Lato:Regular", "Open Sans:Regular",
    "Noto Sans Mono CJK SC:Regular", "Noto Sans CJK SC:Regular", "Noto Sans CJK SC:Light",
    "Noto Sans CJK SC:Bold", "Noto Serif CJK SC:Regular", "Noto Serif CJK SC:Bold",
    "OCR A:Regular", "TW\\-Kai:Regular", "League Mono:Regular",
]
HAN_FACES = [
    "Noto Sans CJK SC:Thin", "Noto Sans CJK SC:Light", "Noto Sans CJK SC:Regular",
    "Noto Sans CJK SC:Medium", "Noto Sans CJK SC:Bold", "Noto Sans CJK SC:Black",
    "Noto Serif CJK SC:ExtraLight", "Noto Serif CJK SC:Light", "Noto Serif CJK SC:Regular",
    "Noto Serif CJK SC:Medium", "Noto Serif CJK SC:Bold", "TW\\-Kai:Regular",
    "HanaMinA:Regular", "cwTeXMing:Medium", "cwTeXKai:Medium", "cwTeXFangSong:Medium",
    "cwTeXYen:Medium", "cwTeXHeiBold:Medium", "Smiley Sans:Oblique",
]


def faces(wanted):
    found = []
    for entry in wanted:
        family, style = entry.split(":")
        lines = subprocess.run(["fc-list", "-f", "%{file}|%{index}|%{family}|%{style}\n",
                                family], capture_output=True, text=True, check=True).stdout
        for line in sorted(lines.splitlines()):
            file, index, families, styles = line.split("|")
            index = int(index) & 0xffff
            if family.replace("\\", "") in families.split(",") and style in styles.split(","):
                found.append((entry, file, index))
                break
        else:
            print("not installed:", entry)
    return found


def drawn(font, text, reference):
    """The glyph as ink 0..1, the reference's height BASE_INK, the ink in the middle across."""
    image = Image.new("L", (3 * font.size, 3 * font.size), 0)
    ImageDraw.Draw(image).text((font.size, font.size), text, 255, font=font)
    ink = image.getbbox()
    if ink is None:
        return None
    top, bottom = reference
    scale = BASE_INK / (bottom - top)
    middle = ((ink[0] + ink[2]) / 2, (top + bottom) / 2)
    side = BASE / scale
    part = image.transform((BASE, BASE), Image.AFFINE,
                           (1 / scale, 0, middle[0] - side / 2, 0, 1 / scale,
                            middle[1] - side / 2), Image.BICUBIC)
    return numpy.asarray(part, numpy.float32) / 255


def reference(font, text):
    image = Image.new("L", (3 * font.size, 3 * font.size), 0)
    ImageDraw.Draw(image).text((font.size, font.size), text, 255, font=font)
    box = image.getbbox()
    return (box[1], box[3]) if box else None


def strokes():
    """Digits as one pen draws them, round ends and one width, in the spirit of machine-readable
    print: centre lines in a box 4 wide and 6 high."""
    def arc(x, y, rx, ry, start, end):
        steps = 14
        return [(x + rx * math.cos(math.radians(start + (end - start) * i / steps)),
                 y - ry * math.sin(math.radians(start + (end - start) * i / steps)))
                for i in range(steps + 1)]
    return {
        "0": [arc(2, 3, 1.9, 3, 90, 450)],
        "1": [[(0.7, 1.2), (2.1, 0), (2.1, 6)], [(0.6, 6), (3.6, 6)]],
        "2": [arc(2, 1.6, 1.7, 1.6, 170, -20) + [(3.2, 2.8), (0.4, 6), (3.8, 6)]],
        "3": [[(0.4, 0), (3.6, 0), (1.8, 2.3)] + arc(1.8, 4.1, 1.9, 1.9, 85, -150)],
        "4": [[(2.2, 0), (0.2, 4.3), (3.9, 4.3)], [(2.9, 2.6), (2.9, 6)]],
        "5": [[(3.5, 0), (0.8, 0), (0.7, 2.6)] + arc(1.9, 4.1, 1.8, 1.9, 125, -150)],
        "6": [[(2.7, 0), (1.2, 1.9), (0.3, 3.9)], arc(2, 4.2, 1.75, 1.8, 0, 360)],
        "7": [[(0.3, 0.9), (0.3, 0), (3.7, 0), (2.2, 2.9), (1.7, 6)]],
        "8": [arc(2, 1.5, 1.5, 1.5, 0, 360), arc(2, 4.4, 1.9, 1.6, 0, 360)],
        "9": [arc(2, 1.8, 1.75, 1.8, 0, 360), [(3.7, 2.1), (2.8, 4.1), (1.3, 6)]],
        "X": [[(0.2, 0), (3.8, 6)], [(3.8, 0), (0.2, 6)]],
    }


def stroked(lines, width):
    unit = BASE_INK / (6 + width)
    image = Image.new("L", (BASE * 4, BASE * 4), 0)
    pen = ImageDraw.Draw(image)
    left = BASE / 2 - 2 * unit
    top = BASE / 2 - 3 * unit
    radius = width * unit / 2 * 4
    for line in lines:
        points = [((left + x * unit) * 4, (top + y * unit) * 4) for x, y in line]
        pen.line(points, 255, int(2 * radius), joint="curve")
        for x, y in points:
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), 255)
    part = image.resize((BASE, BASE), Image.LANCZOS)
    return numpy.asarray(part, numpy.float32) / 255


def glyphs():
    """Every class as a list of drawn glyphs."""
    result = {c: [] for c in CLASSES[1:]}
    used = []
    size = 120
    for entry, file, index in faces(LATIN_FACES):
        font = ImageFont.truetype(file, size, index)
        height = reference(font, "0")
        for c in DIGITS + LETTERS + POINTS:
            glyph = drawn(font, c, height)
            if glyph is not None:
                result[c].append(glyph)
        used.append(entry)
    for width in (0.5, 0.7, 0.9):
        for c, lines in strokes().items():
            result[c] += [stroked(lines, width)] * 2
    for entry, file, index in faces(HAN_FACES):
        font = ImageFont.truetype(file, size, index)
        covered = set(subprocess.run(
            ["fc-query", "-f", "%{charset}", "-i", str(index), file], capture_output=True,
            text=True, check=True).stdout.split())
        ranges = [tuple(int(x, 16) for x in (r.split("-") * 2)[:2]) for r in covered]
        height = reference(font, "国") if any(a <= ord("国") <= b for a, b in ranges) \
            else reference(font, "田")
        for c in HAN:
            if any(a <= ord(c) <= b for a, b in ranges):
                glyph = drawn(font, c, height)
                if glyph is not None:
                    result[c].append(glyph)
        used.append(entry)
    for c, found in result.items():
        if len(found) < 3:
            print("few faces for", c, len(found))
    return result, used


class Network(torch.nn.Module):
    def __init__(self, classes):
        super().__init__()
        def layer(inputs, outputs):
            return [torch.nn.Conv2d(inputs, outputs, 3, padding=1),
                    torch.nn.BatchNorm2d(outputs), torch.nn.ReLU()]
        self.body = torch.nn.Sequential(
            *layer(1, 12), torch.nn.MaxPool2d(2), *layer(12, 24), torch.nn.MaxPool2d(2),
            *layer(24, 48), *layer(48, 48), torch.nn.MaxPool2d(2))
        self.head = torch.nn.Sequential(
            torch.nn.Dropout(0.15), torch.nn.Linear(48 * 9, 128), torch.nn.ReLU(),
            torch.nn.Linear(128, classes))

    def forward(self, x):
        return self.head(torch.flatten(self.body(x), 1))


class Samples:
    """Draws batches: distorted, thickened, blurred, faded, dirty glyphs."""

    def __init__(self, drawn_glyphs, seed):
        self.dice = torch.Generator().manual_seed(seed)
        self.random = random.Random(seed)
        self.base = []
        self.of_class = {}
        for index, c in enumerate(CLASSES):
            if index == 0:
                continue
            self.of_class[index] = list(range(len(self.base),
                                              len(self.base) + len(drawn_glyphs[c])))
            self.base += drawn_glyphs[c]
        self.base = torch.from_numpy(numpy.stack(self.base)).unsqueeze(1)
        self.latin = [CLASSES.index(c) for c in DIGITS + LETTERS + POINTS]
        self.digits = [CLASSES.index(c) for c in DIGITS + "X"]
        self.han = [CLASSES.index(c) for c in HAN if self.of_class[CLASSES.index(c)]]

    def uniform(self, low, high, count):
        return low + (high - low) * torch.rand(count, generator=self.dice)

    def pick(self):
        share = self.random.random()
        if share < 0.30:
            index = self.random.choice(self.digits)
        elif share < 0.52:
            index = self.random.choice(self.latin)
        else:
            index = self.random.choice(self.han)
        return index, self.random.choice(self.of_class[index])

    def batch(self, size):
        labels, pictures, small = [], [], []
        for _ in range(size):
            index, glyph = self.pick()
            picture = self.base[glyph]
            is_small = index in self.latin and self.random.random() < 0.3
            if self.random.random() < 0.13:
                picture = self.nothing(picture)
                index = 0
            labels.append(index)
            pictures.append(picture)
            small.append(is_small)
        x = torch.stack(pictures)
        n = size
        # Ink spread and worn ink.
        thick = functional.max_pool2d(x, 3, 1, 1)
        thin = -functional.max_pool2d(-x, 3, 1, 1)
        share = self.uniform(-1.2, 1.2, n).view(n, 1, 1, 1).clamp(-1, 1)
        x = torch.where(share > 0, x + share * (thick - x), x - share * (thin - x))
        # Scale, width, turn, slant, place.
        small = torch.tensor(small)
        scale = torch.where(small, self.uniform(0.64, 0.92, n), self.uniform(0.91, 1.09, n))
        width = scale * self.uniform(0.84, 1.14, n)
        turn = self.uniform(-0.05, 0.05, n)
        slant = self.uniform(-0.1, 0.1, n)
        down = torch.where(small, self.uniform(-0.13, 0.13, n), self.uniform(-0.06, 0.06, n))
        across = self.uniform(-0.06, 0.06, n)
        shown = SIDE / 22 * BASE_INK / BASE  # of the base that a cell shows
        theta = torch.zeros(n, 2, 3)
        theta[:, 0, 0] = shown / width
        theta[:, 0, 1] = shown * (turn + slant)
        theta[:, 1, 0] = -shown * turn
        theta[:, 1, 1] = shown / scale
        theta[:, 0, 2] = across
        theta[:, 1, 2] = down
        # Blur before the pixels of the cell, one strength for a quarter of the batch each.
        parts = []
        for part in x.chunk(8):
            sigma = self.random.uniform(0.4, 4.2)
            reach = int(sigma * 2.5) + 1
            steps = torch.arange(-reach, reach + 1, dtype=torch.float32)
            bell = torch.exp(-steps ** 2 / (2 * sigma ** 2))
            bell = bell / bell.sum()
            part = functional.conv2d(part, bell.view(1, 1, 1, -1), padding=(0, reach))
            parts.append(functional.conv2d(part, bell.view(1, 1, -1, 1), padding=(reach, 0)))
        x = torch.cat(parts)
        grid = functional.affine_grid(theta, (n, 1, SIDE, SIDE), align_corners=False)
        x = functional.grid_sample(x, grid, align_corners=False)
        # Only the columns of its own are shown, as the reader cuts them.
        own = (x.amax(dim=2, keepdim=True) > self.uniform(0.12, 0.42, n).view(n, 1, 1, 1)).float()
        ink = self.uniform(0.4, 1.0, n).view(n, 1, 1, 1)
        paper = (self.uniform(-0.1, 0.14, n).clamp(min=0)).view(n, 1, 1, 1)
        noise = torch.randn(x.shape, generator=self.dice)
        noise = functional.avg_pool2d(noise, 3, 1, 1) * 2 * self.uniform(0, 0.11, n).view(n, 1, 1, 1)
        rows = torch.arange(SIDE).view(1, 1, SIDE, 1)
        waves = torch.sin(rows * self.uniform(0.3, 1.4, n).view(n, 1, 1, 1)
                          + self.uniform(0, 6, n).view(n, 1, 1, 1))
        waves = waves.clamp(min=0) * self.uniform(-0.2, 0.16, n).clamp(min=0).view(n, 1, 1, 1)
        x = (paper + waves + noise + x * ink).clamp(0, 1) * own
        return x, torch.tensor(labels)

    def nothing(self, picture):
        """Half a glyph, or parts of two side by side."""
        columns = (picture.amax(dim=(0, 1)) > 0.2).nonzero()
        if len(columns) < 6:
            return picture * 0
        first, last = int(columns[0]), int(columns[-1])
        cut = first + int((last - first) * self.random.uniform(0.3, 0.7))
        kind = self.random.random()
        half = picture.clone()
        if kind < 0.35:
            if self.random.random() < 0.5:
                half[:, :, cut:] = 0
            else:
                half[:, :, :cut] = 0
            shift = BASE // 2 - (first + cut if half[:, :, cut:].sum() == 0 else cut + last) // 2
            return torch.roll(half, shift, 2)
        _, other = self.pick()
        beside = self.base[other]
        apart = int(BASE_INK * self.random.uniform(0.28, 0.55))
        both = torch.maximum(torch.roll(half, -apart, 2), torch.roll(beside, apart, 2))
        if kind < 0.6:  # the end of one and the beginning of the next
            edge = int(BASE_INK * self.random.uniform(0.35, 0.6))
            both[:, :, :BASE // 2 - edge] = 0
            both[:, :, BASE // 2 + edge:] = 0
        return both


def main():
    torch.manual_seed(SEED)
    random.seed(SEED)
    torch.set_num_threads(1)
    output = sys.argv[1]
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 3450
    drawn_glyphs, used = glyphs()
    samples = Samples(drawn_glyphs, SEED)
    network = Network(len(CLASSES))
    optimiser = torch.optim.Adam(network.parameters(), 2e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 4e-3, steps, pct_start=0.15)
    seen = right = 0
    for step in range(1, steps + 1):
        x, y = samples.batch(256)
        answer = network(x)
        loss = functional.cross_entropy(answer, y, label_smoothing=0.02)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
        seen += len(y)
        right += int((answer.argmax(1) == y).sum())
        if step % 200 == 0:
            print(step, "right", round(right / seen, 4), "loss", round(float(loss), 4), flush=True)
            seen = right = 0
        if step % 1000 == 0 or step == steps:
            write(network, output, used, step)


def write(network, output, used, steps):
    network.eval()
    torch.onnx.export(network, torch.zeros(1, 1, SIDE, SIDE), output + "/glyphs.onnx",
                      opset_version=11, input_names=["cells"], output_names=["classes"])
    network.train()
    with open(output + "/glyphs.json", "w", encoding="utf-8") as file:
        json.dump({"source": "tests/bench/reading_dev/train_glyphs.py", "date": "2026-11-26",
                   "seed": SEED, "steps": steps, "side": SIDE, "classes": CLASSES, "faces": used},
                  file, ensure_ascii=False, indent=1)
        file.write("\n")


main()
