"""The face parser: a small U-Net from an aligned crop to 19 labels and the opacity of accessories."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS, flip_table


@dataclass(frozen=True)
class ParserConfig:
    """Sizes of the parser: `widths[i]` channels at resolution 256 / 2**i, `blocks` residual blocks each."""

    labels: int = NUM_LABELS
    widths: tuple[int, ...] = (16, 24, 48, 80, 128, 160)
    blocks: tuple[int, ...] = (0, 1, 1, 2, 2, 2)


def _conv(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _conv(width, width)
        self.second = _conv(width, width)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(x + self.second(F.relu(self.first(x))))


class Down(nn.Module):
    """Halve the resolution, then residual blocks."""

    def __init__(self, inputs: int, outputs: int, blocks: int) -> None:
        super().__init__()
        self.enter = _conv(inputs, outputs, stride=2)
        self.blocks = nn.Sequential(*(Residual(outputs) for _ in range(blocks)))

    def forward(self, x: Tensor) -> Tensor:
        return self.blocks(F.relu(self.enter(x)))


class Up(nn.Module):
    """Bring coarse features to a finer level, add that level's own, and mix."""

    def __init__(self, coarse: int, fine: int) -> None:
        super().__init__()
        self.reduce = _conv(coarse, fine, kernel=1)
        self.mix = _conv(fine, fine)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        raised = F.interpolate(self.reduce(coarse), scale_factor=2, mode="bilinear", align_corners=False)
        return F.relu(self.mix(F.relu(raised + fine)))


class Parser(nn.Module):
    """Crop `(N, 3, H, W)` in [-1, 1] -> logits `(N, labels + 1, H, W)`; H and W multiples of 32.

    The last channel is the logit of accessory opacity: how much of a pixel's colour is an eyeglass frame
    or tint rather than the face behind it.
    """

    def __init__(self, config: ParserConfig) -> None:
        super().__init__()
        self.config = config
        widths, blocks = config.widths, config.blocks
        self.stem = _conv(3, widths[0])
        levels = range(1, len(widths))
        self.down = nn.ModuleList(Down(widths[i - 1], widths[i], blocks[i]) for i in levels)
        self.up = nn.ModuleList(Up(widths[i], widths[i - 1]) for i in reversed(levels))
        self.head = nn.Conv2d(widths[0], config.labels + 1, 1)

    def forward(self, crop: Tensor) -> Tensor:
        return self.head(self.features(crop)[-1]).float()

    def features(self, crop: Tensor) -> list[Tensor]:
        """Every level's features on the way up, coarse to fine: what a perceptual loss compares."""
        fine: list[Tensor] = [F.relu(self.stem(crop))]
        for down in self.down:
            fine.append(down(fine[-1]))
        x = fine.pop()
        risen: list[Tensor] = []
        for up in self.up:
            x = up(x, fine.pop())
            risen.append(x)
        return risen


class MirroredParser(Parser):
    """A parser that looks twice, at the crop and at its mirror image: the mean of both logits, at twice the
    cost. Its weights are a `Parser`'s, trained as one."""

    def forward(self, crop: Tensor) -> Tensor:
        seen, mirrored = super().forward(torch.cat([crop, crop.flip(3)])).chunk(2)
        last = self.config.labels  # the opacity, which has no side
        order = torch.tensor([*flip_table()[:last].tolist(), last], device=mirrored.device)
        return (seen + mirrored.flip(3)[:, order]) / 2
