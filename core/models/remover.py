"""What takes a thing off a face: shown where the thing is, it corrects the face carried on behind it.

After Lyu et al. 2022, "Portrait Eyeglasses and Shadow Removal by Leveraging 3D Synthetic Data": masks first,
then removal. The first mask is the parser's, which knows frames well; what it covers is filled from its
surroundings before this network sees it. So all that is left to it is what a fill cannot know (brows and
lids behind a rim, shadows, tints, what was overlooked) and where the photo was right after all. It is a small
U-Net over 2x2 squares of pixels, and half way down it also sees itself in the mirror: what one eye hides, the
other may show.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

SQUARE = 2
"""Pixels a side that enter and leave as one place of more channels."""
TOUCHED, HIDDEN = 0, 1
"""The masks: where the thing or its shadow changed the face, and how much of the face is hid there."""
DOUBT, SURE = 0.05, 0.5
"""Below the first chance of being touched a pixel stays as it is; from the second on it is all new."""


@dataclass(frozen=True)
class RemoverConfig:
    """Channels at a half, a quarter ... of the resolution.

    `rows` of an aligned crop, as shares of its height from the top, are what the network is shown.
    """

    widths: tuple[int, ...] = (32, 48, 64, 96)
    rows: tuple[float, float] = (0.3125, 0.6875)


class Residual(nn.Module):
    """Two 3x3 convolutions beside a shortcut; at first it passes on what it gets."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = _silent(nn.Conv2d(width, width, 3, padding=1))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.second(F.relu(self.first(F.relu(x))))


def _silent(conv: nn.Conv2d) -> nn.Conv2d:
    """The convolution with weights of 0."""
    for parameter in conv.parameters():
        nn.init.zeros_(parameter)
    return conv


class Remover(nn.Module):
    """Bands of crops and what is known of them -> the bands without the thing.

    H and W are multiples of `2 ** len(widths)`; the person looks out of the middle of the band.
    """

    def __init__(self, config: RemoverConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.widths
        pairs = tuple(itertools.pairwise(widths))
        self.enter = nn.Conv2d(7 * SQUARE**2, widths[0], 3, padding=1)
        self.fine = nn.ModuleList(Residual(width) for width in widths[:-1])
        self.down = nn.ModuleList(nn.Conv2d(fine, coarse, 4, 2, 1) for fine, coarse in pairs)
        self.mirror = nn.Conv2d(2 * widths[-1], widths[-1], 1)
        self.middle = nn.Sequential(Residual(widths[-1]), Residual(widths[-1]))
        self.up = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in pairs)
        self.mix = nn.ModuleList(Residual(width) for width in widths[:-1])
        self.leave = _silent(nn.Conv2d(widths[0], 5 * SQUARE**2, 3, padding=1))

    def forward(self, band: Tensor, filled: Tensor, opacity: Tensor) -> tuple[Tensor, Tensor]:
        """The band `(N, 3, H, W)` in [-1, 1] without the thing, and the logits of the masks `(N, 2, H, W)`.

        `filled` is the band with what is hid filled from its surroundings, `opacity` `(N, 1, H, W)` in 0..1
        how much the parser says is hid. Where the first mask is 0 the band is the very same.
        """
        out = self._seen(torch.cat([band, filled, opacity], dim=1)).float()
        logits = out[:, 3:]
        drawn = filled + out[:, :3]
        return (band + touched(logits) * (drawn - band)).clamp(-1, 1), logits

    def _seen(self, x: Tensor) -> Tensor:
        x = self.enter(F.pixel_unshuffle(x, SQUARE))
        risen: list[Tensor] = []
        for fine, down in zip(self.fine, self.down, strict=True):
            risen.append(fine(x))
            x = down(F.relu(risen[-1]))
        x = self.middle(x + self.mirror(torch.cat([x, x.flip(3)], dim=1)))
        for up, mix in zip(reversed(self.up), reversed(self.mix), strict=True):
            raised = F.interpolate(up(x), scale_factor=2, mode="bilinear", align_corners=False)
            x = mix(raised + risen.pop())
        return F.pixel_shuffle(self.leave(F.relu(x)), SQUARE)

    def band(self, height: int) -> slice:
        """The rows of a crop of that height that the network is shown."""
        top, bottom = (round(share * height) for share in self.config.rows)
        return slice(top, bottom)


def touched(logits: Tensor) -> Tensor:
    """How far pixels are changed, `(N, 1, H, W)` in 0..1, from the masks' logits; 0 where it is doubtful."""
    chance = torch.sigmoid(logits[:, TOUCHED : TOUCHED + 1])
    return ((chance - DOUBT) / (SURE - DOUBT)).clamp(0, 1)
