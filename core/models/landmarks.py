"""The landmark network: finds faces in a picture, then looks at each one again.

Two small parts, below a million parameters together. `finder` sees the whole picture and answers, for every
cell of three grids (one cell per 8, 16 and 32 pixels), how likely a face of the grid's size is centred there
and where its five points lie. `refiner` sees one aligned 80×80 crop and gives exact points, whether it is a
face at all, and which of the points are hidden.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

STRIDES = (8, 16, 32)
SIZE_RANGE = ((4.0, 15.0), (13.0, 36.0), (32.0, 130.0))
"""Distances between the eyes, in pixels, that each grid is trained for."""
REFINER_SIDE = 80
_MAP_SIDE = REFINER_SIDE // 4


@dataclass(frozen=True)
class LandmarksConfig:
    """Channels of the network at strides 2 to 32, of the heads, and of the refiner's four stages."""

    widths: tuple[int, ...] = (12, 24, 48, 64, 80)
    head: int = 40
    refiner: tuple[int, ...] = (16, 32, 48, 64)
    hidden: int = 32


class _Step(nn.Module):
    """Convolution, batch norm, ReLU."""

    def __init__(self, before: int, after: int, stride: int = 1, kernel: int = 3) -> None:
        super().__init__()
        self.conv = nn.Conv2d(before, after, kernel, stride, kernel // 2, bias=False)
        self.norm = nn.BatchNorm2d(after)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(x)))


class _Residual(nn.Module):
    """Two convolutions beside an identity."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _Step(width, width)
        self.conv = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.norm = nn.BatchNorm2d(width)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.norm(self.conv(self.first(x))))


class Finder(nn.Module):
    """(N, 3, H, W) in [-1, 1], H and W multiples of 32 -> per stride s: (N, 11, H/s, W/s).

    Channel 0 is the logit of a face centred in the cell; 1-10 are the five points (x, y) from the cell's
    centre in units of the grid's stride times 2.
    """

    def __init__(self, config: LandmarksConfig) -> None:
        super().__init__()
        w = config.widths
        self.stem = nn.Sequential(_Step(3, w[0], 2), _Step(w[0], w[1], 2), _Residual(w[1]))
        self.down8 = nn.Sequential(_Step(w[1], w[2], 2), _Residual(w[2]))
        self.down16 = nn.Sequential(_Step(w[2], w[3], 2), _Residual(w[3]), _Residual(w[3]))
        self.down32 = nn.Sequential(_Step(w[3], w[4], 2), _Residual(w[4]), _Residual(w[4]))
        self.lateral = nn.ModuleList(nn.Conv2d(width, config.head, 1) for width in w[2:])
        self.heads = nn.ModuleList(_head(config.head) for _ in STRIDES)

    def forward(self, x: Tensor) -> list[Tensor]:
        at8 = self.down8(self.stem(x))
        at16 = self.down16(at8)
        at32 = self.down32(at16)
        top = self.lateral[2](at32)
        middle = self.lateral[1](at16) + F.interpolate(top, scale_factor=2.0)
        bottom = self.lateral[0](at8) + F.interpolate(middle, scale_factor=2.0)
        return [head(level) for head, level in zip(self.heads, (bottom, middle, top), strict=True)]


def _head(width: int) -> nn.Sequential:
    last = nn.Conv2d(width, 11, 1)
    nn.init.normal_(last.weight, std=0.01)
    # Faces are rare: begin with a probability of one in a hundred everywhere.
    bias = torch.zeros(11)
    bias[0] = -4.6
    last.bias = nn.Parameter(bias)
    return nn.Sequential(_Step(width, width), _Step(width, width), last)


class Refiner(nn.Module):
    """(N, 3, 80, 80) aligned crops in [-1, 1] -> (N, 16).

    0-9: five points (x, y) as shares of the crop's side; 10: logit of a face; 11-15: logits that each point
    is seen. The points are the centres of mass of five 20×20 maps: coordinates regressed from all features
    at once took several times as long to learn.
    """

    def __init__(self, config: LandmarksConfig) -> None:
        super().__init__()
        w = config.refiner
        self.at4 = nn.Sequential(_Step(3, w[0], 2), _Step(w[0], w[1], 2), _Residual(w[1]))
        self.at8 = nn.Sequential(_Step(w[1], w[2], 2), _Residual(w[2]), _Residual(w[2]))
        self.at16 = nn.Sequential(_Step(w[2], w[3], 2), _Residual(w[3]))
        self.from16 = _Step(w[3], w[2], kernel=1)
        self.join8 = _Step(w[2], w[2])
        self.from8 = _Step(w[2], w[1], kernel=1)
        self.join4 = _Step(w[1], w[1])
        self.maps = nn.Conv2d(w[1], 5, 1)
        nn.init.normal_(self.maps.weight, std=0.05)
        self.hidden = nn.Linear(w[3] + 5, config.hidden)
        self.out = nn.Linear(config.hidden, 6)
        centres = (torch.arange(_MAP_SIDE) + 0.5) / _MAP_SIDE
        self.register_buffer("centres", centres, persistent=False)
        self.centres: Tensor

    def forward(self, x: Tensor) -> Tensor:
        return self.explained(x)[0]

    def explained(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """The answers, and the maps (N, 5, 20, 20) that they were read from, each summing to one."""
        at4 = self.at4(x)
        at8 = self.at8(at4)
        at16 = self.at16(at8)
        middle = self.join8(at8 + F.interpolate(self.from16(at16), scale_factor=2.0))
        fine = self.join4(at4 + F.interpolate(self.from8(middle), scale_factor=2.0))
        maps = self.maps(fine).float().flatten(2).softmax(-1).unflatten(2, (_MAP_SIDE, _MAP_SIDE))
        xs, ys = (maps.sum(2) * self.centres).sum(-1), (maps.sum(3) * self.centres).sum(-1)
        # A face's maps have sharp peaks, which tells it from what only has a face's colours.
        peaks = maps.detach().flatten(2).amax(2) * 4
        features = torch.cat([at16.mean((2, 3)), peaks.to(at16.dtype)], 1)
        rest = self.out(F.silu(self.hidden(features)))
        return torch.cat([torch.stack([xs, ys], 2).flatten(1), rest.float()], 1), maps


class Landmarks(nn.Module):
    """Both parts; `forward` is the finder's."""

    def __init__(self, config: LandmarksConfig) -> None:
        super().__init__()
        self.config = config
        self.finder = Finder(config)
        self.refiner = Refiner(config)

    def forward(self, x: Tensor) -> list[Tensor]:
        return self.finder(x)
