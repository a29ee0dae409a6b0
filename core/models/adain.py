"""The decoder of StarGAN v2 (Choi et al. 2020): adaptive instance normalisation instead of modulation.

SMILE's paper measures it against modulated convolutions (Table 1, rows A and B): it loses the pose. The
generators are `SemGenerator` with that decoder: on layouts for those rows, on pictures for StarGAN v2 itself.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.smile_sem import SemGenerator


class AdaptiveNorm(nn.Module):
    """Instance normalisation whose scale and shift are an affine of the code (Huang & Belongie 2017)."""

    def __init__(self, code: int, channels: int) -> None:
        super().__init__()
        self.affine = nn.Linear(code, 2 * channels)
        self.norm = nn.InstanceNorm2d(channels)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        scale, shift = self.affine(code)[:, :, None, None].to(x.dtype).chunk(2, dim=1)
        return torch.addcmul(shift, self.norm(x), 1 + scale)


class AdainBlock(nn.Module):
    """Two normalised convolutions without a shortcut, as StarGAN v2 has with its high-pass skips."""

    def __init__(self, code: int, inputs: int, outputs: int, up: bool) -> None:
        super().__init__()
        self.up = nn.Upsample(scale_factor=2, mode="nearest") if up else nn.Identity()
        self.norm1, self.norm2 = AdaptiveNorm(code, inputs), AdaptiveNorm(code, outputs)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        y = self.conv1(self.up(F.leaky_relu(self.norm1(x, code), 0.2)))
        return self.conv2(F.leaky_relu(self.norm2(y, code), 0.2))


class AdainResidualBlock(AdainBlock):
    """The same with a shortcut, as StarGAN v2 has without high-pass skips."""

    def __init__(self, code: int, inputs: int, outputs: int, up: bool) -> None:
        super().__init__(code, inputs, outputs, up)
        same = inputs == outputs
        self.shortcut = nn.Identity() if same else nn.Conv2d(inputs, outputs, 1, bias=False)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        return (super().forward(x, code) + self.shortcut(self.up(x))) / math.sqrt(2.0)


class AdainHead(nn.Module):
    """Normalise, leaky ReLU, 1x1 convolution; the code has no say here."""

    def __init__(self, code: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.norm = nn.InstanceNorm2d(inputs, affine=True)
        self.conv = nn.Conv2d(inputs, outputs, 1)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        return self.conv(F.leaky_relu(self.norm(x), 0.2))


class AdainGenerator(SemGenerator):
    """SMILE_SEM's G without modulated convolutions (Table 1, row B)."""

    block = AdainBlock
    head_block = AdainHead


class AdainResidualGenerator(AdainGenerator):
    """StarGAN v2's G without high-pass skips: what it is on pictures but for its landmark network."""

    block = AdainResidualBlock
