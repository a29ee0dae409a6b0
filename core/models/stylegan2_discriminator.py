"""D of StyleGAN2 (Karras et al. 2020, figure 7, residual): one verdict on the whole picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from core.models.discriminators import batch_deviation
from core.models.layers import EqualLinear, LeakyConv, ResidualDown, leaky

_ENTRY = 4


class StyleGan2Discriminator(nn.Module):
    """Pictures `(N, 3, R, R)` -> logits `(N, 1)`. `channels[i]` belongs to resolution 4 * 2**i.

    R is that of the last width, or smaller where `grows` gives every resolution an entry of its own.
    """

    def __init__(self, channels: Sequence[int], grows: bool = False) -> None:
        super().__init__()
        entries = range(1 if grows else len(channels) - 1, len(channels))
        self.enter = nn.ModuleDict({str(_ENTRY << i): LeakyConv(3, channels[i], 1) for i in entries})
        pairs = pairwise(channels)
        self.blocks = nn.ModuleList(ResidualDown(wide, narrow) for narrow, wide in pairs)
        first = channels[0]
        self.last = LeakyConv(first + 1, first, 3)
        self.hidden = EqualLinear(first * _ENTRY**2, first)
        self.out = EqualLinear(first, 1)

    def forward(self, x: Tensor) -> Tensor:
        level = int(math.log2(x.shape[-1] // _ENTRY))
        x = self.enter[str(x.shape[-1])](x)
        for block in reversed(self.blocks[:level]):
            x = block(x)
        x = self.last(torch.cat([x, batch_deviation(x)], dim=1))
        return self.out(leaky(self.hidden(x.flatten(1)))).float()
