"""What takes a thing off a face: masks of the thing and its shadow first, then the face without it.

After Lyu et al. 2022, "Portrait Eyeglasses and Shadow Removal by Leveraging 3D Synthetic Data": one network
finds the thing and the shadow that it casts, a second one, shown these masks, removes both. Here both
are small U-Nets over 2x2 squares of pixels, the second says what to add to the picture, and half way down it
also sees itself in the mirror: what one eye hides, the other may show.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

SQUARE = 2
"""Pixels a side that enter and leave as one place of more channels."""
THING, SHADOW, OPACITY = 0, 1, 2
"""The masks: where the thing is, where else it changed the face, how much of the face is hid there."""
MASKS = 3
DOUBT, SURE = 0.04, 0.2
"""Below the first chance of being touched a pixel stays as it is, from the second on it is all changed."""


@dataclass(frozen=True)
class RemoverConfig:
    """Channels at a half, a quarter ... of the resolution, of the finding and of the removing network.

    `rows` of an aligned crop, as shares of its height from the top, are what the network is shown.
    """

    finding: tuple[int, ...] = (24, 40, 64, 80)
    removing: tuple[int, ...] = (40, 72, 112, 160)
    rows: tuple[float, float] = (0.25, 0.75)


class Residual(nn.Module):
    """Two 3x3 convolutions beside a shortcut; at first it passes on what it gets."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        nn.init.zeros_(self.second.bias)  # pyright: ignore[reportArgumentType] - it has one

    def forward(self, x: Tensor) -> Tensor:
        return x + self.second(F.relu(self.first(F.relu(x))))


class UNet(nn.Module):
    """Pictures `(N, inputs, H, W)` -> `(N, outputs, H, W)`; H and W multiples of `2 ** (len(widths))`."""

    def __init__(self, inputs: int, outputs: int, widths: tuple[int, ...], mirrored: bool = False) -> None:
        super().__init__()
        self.enter = nn.Conv2d(inputs * SQUARE**2, widths[0], 3, padding=1)
        self.fine = nn.ModuleList(Residual(width) for width in widths[:-1])
        pairs = tuple(itertools.pairwise(widths))
        self.down = nn.ModuleList(nn.Conv2d(fine, coarse, 4, 2, 1) for fine, coarse in pairs)
        self.middle = nn.Sequential(Residual(widths[-1]), Residual(widths[-1]))
        self.mirror = nn.Conv2d(2 * widths[-1], widths[-1], 1) if mirrored else None
        self.up = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in pairs)
        self.mix = nn.ModuleList(Residual(width) for width in widths[:-1])
        self.leave = nn.Conv2d(widths[0], outputs * SQUARE**2, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.enter(F.pixel_unshuffle(x, SQUARE))
        seen: list[Tensor] = []
        for fine, down in zip(self.fine, self.down, strict=True):
            seen.append(fine(x))
            x = down(F.relu(seen[-1]))
        if self.mirror is not None:
            x = x + self.mirror(torch.cat([x, x.flip(3)], dim=1))
        x = self.middle(x)
        for up, mix in zip(reversed(self.up), reversed(self.mix), strict=True):
            raised = F.interpolate(up(x), scale_factor=2, mode="bilinear", align_corners=False)
            x = mix(raised + seen.pop())
        return F.pixel_shuffle(self.leave(F.relu(x)), SQUARE)


class Remover(nn.Module):
    """Band of a crop `(N, 3, H, W)` in [-1, 1] -> what to add to it, and logits of the masks `(N, 3, H, W)`.

    H and W are multiples of 16; the person looks out of the middle of the band.
    """

    def __init__(self, config: RemoverConfig) -> None:
        super().__init__()
        self.config = config
        self.finder = UNet(3, MASKS, config.finding)
        self.remover = UNet(3 + MASKS, 3, config.removing, mirrored=True)
        nn.init.zeros_(self.remover.leave.weight)
        nn.init.zeros_(self.remover.leave.bias)  # pyright: ignore[reportArgumentType] - it has one

    def forward(self, band: Tensor) -> tuple[Tensor, Tensor]:
        logits = self.finder(band)
        masks = torch.sigmoid(logits.detach())
        return self.remover(torch.cat([band, masks], dim=1)).float(), logits.float()

    def band(self, height: int) -> slice:
        """The rows of a crop of that height that the network is shown."""
        top, bottom = (round(share * height) for share in self.config.rows)
        return slice(top, bottom)


def touched(logits: Tensor) -> Tensor:
    """Where the picture may be changed at all, `(N, 1, H, W)` in 0..1, from the masks' logits."""
    chance = torch.sigmoid(logits[:, [THING, SHADOW]]).amax(dim=1, keepdim=True)
    return ((chance - DOUBT) / (SURE - DOUBT)).clamp(0, 1)


def without(band: Tensor, residual: Tensor, logits: Tensor) -> Tensor:
    """The band without the thing; where nothing is touched it is the very same."""
    return (band + touched(logits) * residual).clamp(-1, 1)
