"""A small encoder to W+: picture -> one w a layer, as an offset from one common w (Tov et al. 2021)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import DownConv, EqualLinear, LeakyConv, leaky

_ENTRY = 4
"""The resolution at which places are told apart by where they lie in the vector."""


@dataclass(frozen=True)
class StyleGan2EncoderConfig:
    """Sizes. Pictures of `resolution` are halved once for each further width of `channels`, down to 4x4.

    `placed` channels of the 4x4 features keep their places; `hidden` is the width before the codes.
    """

    resolution: int = 128
    channels: tuple[int, ...] = (24, 48, 96, 160, 192, 192)
    placed: int = 48
    hidden: int = 512
    rows: int = 12
    w_dim: int = 256


class StyleGan2Encoder(nn.Module):
    """Pictures `(N, 3, H, W)` in [-1, 1], of any size -> W+ `(N, rows, w_dim)`.

    Coarse features keep their places, means over every resolution tell colours and textures.
    """

    def __init__(self, config: StyleGan2EncoderConfig) -> None:
        super().__init__()
        if config.resolution != _ENTRY << (len(config.channels) - 1):
            raise ValueError("channels has a width for every resolution from the picture's down to 4.")
        self.config = config
        widths = config.channels
        self.stem = LeakyConv(3, widths[0], 3)
        self.down = nn.ModuleList(DownConv(a, b) for a, b in pairwise(widths))
        self.refine = LeakyConv(widths[-1], config.placed, 3)
        self.shared = EqualLinear(config.placed * _ENTRY**2 + sum(widths), config.hidden)
        self.common = EqualLinear(config.hidden, config.w_dim)
        self.offsets = EqualLinear(config.hidden, config.rows * config.w_dim)

    def forward(self, pictures: Tensor) -> Tensor:
        common, offsets = self.parts(pictures)
        return common.unsqueeze(1) + offsets

    def parts(self, pictures: Tensor) -> tuple[Tensor, Tensor]:
        """The common w `(N, w_dim)`, and every row's offset from it `(N, rows, w_dim)`."""
        config = self.config
        size = (config.resolution, config.resolution)
        if pictures.shape[-2:] != size:
            pictures = F.interpolate(pictures, size=size, mode="bilinear", antialias=True)
        x = self.stem(pictures)
        means = [x.mean(dim=(2, 3))]
        for block in self.down:
            x = block(x)
            means.append(x.mean(dim=(2, 3)))
        seen = torch.cat([self.refine(x).flatten(1), *means], dim=1)
        hidden = leaky(self.shared(seen))
        with torch.autocast(pictures.device.type, enabled=False):
            hidden = hidden.float()
            offsets = self.offsets(hidden).view(-1, config.rows, config.w_dim)
            return self.common(hidden), offsets
