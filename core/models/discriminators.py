"""Discriminators for training: StyleGAN2's residual one with a patch head, for RGB and for label maps."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from core.models.layers import Blur, EqualConv2d, EqualLinear, leaky


@dataclass(frozen=True)
class DiscriminatorConfig:
    """`channels[i]` belongs to resolution 8 * 2**i, as in `SynConfig`; `heads` logits come out.

    `patch_resolution` 0 leaves the patch head out, as StyleGAN2 does.
    """

    inputs: int = 3
    channels: tuple[int, ...] = (512, 512, 512, 512, 256, 128)
    patch_resolution: int = 16
    heads: int = 1


class DiscriminatorBlock(nn.Module):
    """Residual block that halves the resolution."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first = EqualConv2d(inputs, inputs, 3)
        self.blur = Blur((1, 2))
        self.second = EqualConv2d(inputs, outputs, 3, stride=2)
        self.shortcut = EqualConv2d(inputs, outputs, 1, stride=2, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        y = leaky(self.second(self.blur(leaky(self.first(x)))))
        return (y + self.shortcut(x)) / math.sqrt(2.0)


@dataclass(frozen=True, eq=False)
class Verdict:
    """What the discriminator says: global logits `(N, heads)`, patch logits, and the features compared."""

    logits: Tensor
    patches: Tensor
    features: tuple[Tensor, ...]


class Discriminator(nn.Module):
    """D of StyleGAN2 with an input convolution at every resolution, so that it grows with the generator.

    A second, convolutional head judges patches at `patch_resolution`.
    """

    def __init__(self, config: DiscriminatorConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.channels
        sizes = [8 << i for i in range(len(widths))]
        self.enter = nn.ModuleDict(
            {str(s): EqualConv2d(config.inputs, w, 1) for s, w in zip(sizes, widths, strict=True)}
        )
        self.blocks = nn.ModuleDict(
            {str(sizes[i]): DiscriminatorBlock(widths[i], widths[i - 1]) for i in range(1, len(widths))}
        )
        self.patch = self._patch_head(dict(zip(sizes, widths, strict=True)))
        self.last = EqualConv2d(widths[0] + 1, widths[0], 3)
        self.hidden = EqualLinear(widths[0] * 16, widths[0])
        self.out = EqualLinear(widths[0], config.heads)

    def _patch_head(self, widths: dict[int, int]) -> nn.Module:
        return EqualConv2d(widths[self.config.patch_resolution], 1, 1)

    def forward(self, x: Tensor) -> Verdict:
        size = x.shape[-1]
        features: list[Tensor] = []
        y = leaky(self.enter[str(size)](x))
        patches = y
        while size > 8:
            y = self.blocks[str(size)](y)
            size //= 2
            features.append(y)
            if size == self.config.patch_resolution:
                patches = self.patch(y)
        y = leaky(self.last(torch.cat([y, batch_deviation(y)], dim=1)))
        y = torch.nn.functional.avg_pool2d(y, 2)
        logits = self.out(leaky(self.hidden(y.flatten(1))))
        return Verdict(logits.float(), patches.float(), tuple(features))


class WholeDiscriminator(Discriminator):
    """The same without the patch head: one verdict on the whole picture; patch logits are a constant 0."""

    def _patch_head(self, widths: dict[int, int]) -> nn.Module:
        return nn.Identity()

    def forward(self, x: Tensor) -> Verdict:
        verdict = super().forward(x)
        return replace(verdict, patches=verdict.logits.new_zeros(len(x), 1, 1, 1))


def build_discriminator(config: DiscriminatorConfig) -> Discriminator:
    """With a patch head or without, as the config says."""
    return Discriminator(config) if config.patch_resolution else WholeDiscriminator(config)


def batch_deviation(x: Tensor) -> Tensor:
    """Mean standard deviation over groups of up to four samples, as one more channel (StyleGAN2)."""
    n, _, height, width = x.shape
    group = math.gcd(n, 4)
    grouped = x.float().reshape(group, n // group, -1)
    deviation = (grouped.var(dim=0, unbiased=False) + 1e-8).sqrt().mean(dim=1)
    return deviation.repeat(group).view(n, 1, 1, 1).expand(n, 1, height, width).to(x.dtype)
