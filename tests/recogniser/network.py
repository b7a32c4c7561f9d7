# SPDX-License-Identifier: Apache-2.0
"""The network that turns a line into columns of features, 4 pixels each: how strongly its edges run
in each of eight directions, cell by cell (fixed, nothing to learn), and says in which column the
middle of a character stands. What stands there tells the second network from the 7 columns around
it; that one is two products of matrices, found in closed form (fit.py)."""
import math

import torch
from torch import nn
from torch.nn import functional

DIRECTIONS = 8
CHANNELS = DIRECTIONS + 1  # and how much ink
ROWS = 8
WINDOW = 7  # columns: 28 pixels, an em


class Features(nn.Module):
    """N×1×32×W to N×CHANNELS×8×W/4."""

    def __init__(self):
        super().__init__()
        across = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]]) / 4
        edges = [math.cos(a) * across + math.sin(a) * across.T
                 for a in (2 * math.pi * k / DIRECTIONS for k in range(DIRECTIONS))]
        ink = torch.zeros(3, 3)
        ink[1, 1] = 1
        self.edges = nn.Conv2d(1, CHANNELS, 3, padding=1, bias=False)
        self.edges.weight.data = torch.stack(edges + [ink])[:, None]
        reach = torch.arange(10) - 4.5
        bell = torch.exp(-reach ** 2 / (2 * 2.4 ** 2))
        bell = bell[:, None] * bell[None, :]
        self.cells = nn.Conv2d(CHANNELS, CHANNELS, 10, 4, 3, groups=CHANNELS)
        self.cells.weight.data = (bell / bell.sum()).repeat(CHANNELS, 1, 1, 1)
        self.cells.bias.data.fill_(1e-3)
        for parameter in self.parameters():
            parameter.requires_grad_(False)

    def forward(self, x):
        return torch.sqrt(self.cells(functional.relu(self.edges(x))))


def _conv(inputs, outputs, size, stride=1, padding=None):
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, size, stride, size // 2 if padding is None else padding, bias=False),
        nn.BatchNorm2d(outputs), nn.ReLU())


class Middle(nn.Module):
    """N×1×32×W to N×1×1×W/4 (before the sigmoid)."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            _conv(1, 16, 3, 2), _conv(16, 24, 3, 2), _conv(24, 32, 3, (2, 1)),
            _conv(32, 48, (4, 5), padding=(0, 2)), _conv(48, 48, (1, 5), padding=(0, 2)),
            nn.Conv2d(48, 1, (1, 3), padding=(0, 1)))

    def forward(self, x):
        return self.layers(x)


class Line(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = Features()
        self.middle = Middle()

    def forward(self, x):
        return self.features(x), self.middle(x)
