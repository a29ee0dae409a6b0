"""AttGAN's generator and discriminator (He et al. 2019) as SeCGAN's backbone (its table 3).

Order and shapes of the parameters are those of the PyTorch port that SeCGAN's authors built on, so that a
state dict can be converted by order; its batch norms' running statistics are used.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.secgan import (
    SLOPE,
    Opinion,
    SecganDiscriminatorConfig,
    SecganGeneratorConfig,
    with_planes,
)


class AttGanGenerator(nn.Module):
    """G_rgb: picture `(N, 3, H, W)` in [-1, 1] and difference `(N, A)` -> picture in [-1, 1].

    H and W are multiples of 32. The attributes enter at the coarsest level, and again behind the first
    `config.injections` decoder layers, where `config.shortcuts` bring the encoder's features (table 3, *).
    """

    def __init__(self, config: SecganGeneratorConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.channels
        self.encoder = nn.ModuleList(_down(a, b) for a, b in pairwise((config.inputs, *widths)))
        self.decoder = nn.ModuleList()
        inputs = widths[-1] + config.attributes
        for level in range(len(widths) - 1):
            outputs = widths[-1 - level]
            self.decoder.append(_up(inputs, outputs))
            inputs = outputs + (widths[-2 - level] if level < config.shortcuts else 0)
            inputs += config.attributes if level < config.injections else 0
        self.out = nn.ConvTranspose2d(inputs, config.outputs, 4, 2, 1)

    def raw(self, x: Tensor, difference: Tensor) -> Tensor:
        """What the last activation takes, `(N, outputs, H, W)`."""
        features: list[Tensor] = []
        for layer in self.encoder:
            x = layer(x)
            features.append(x)
        x = with_planes(x, difference)
        for level, layer in enumerate(self.decoder):
            x = layer(x)
            if level < self.config.shortcuts:
                x = torch.cat([x, features[-2 - level]], dim=1)
            if level < self.config.injections:
                x = with_planes(x, difference)
        return self.out(x).float()

    def forward(self, x: Tensor, difference: Tensor) -> Tensor:
        return torch.tanh(self.raw(x, difference))


class AttGanLabelGenerator(AttGanGenerator):
    """G_seg: one-hot segments `(N, 12, H, W)` and difference -> logits, whose softmax is s_out."""

    def forward(self, x: Tensor, difference: Tensor) -> Tensor:
        return self.raw(x, difference)


def _down(inputs: int, outputs: int) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs), nn.LeakyReLU(SLOPE, inplace=True))


def _up(inputs: int, outputs: int) -> nn.Sequential:
    conv = nn.ConvTranspose2d(inputs, outputs, 4, 2, 1, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs), nn.ReLU(inplace=True))


class AttGanDiscriminator(nn.Module):
    """D: picture or segments `(N, C, size, size)` -> one score, and logits of the attributes."""

    def __init__(self, config: SecganDiscriminatorConfig) -> None:
        super().__init__()
        self.config = config
        self.trunk = nn.Sequential(
            *(_judge(a, b, config.instance_norms) for a, b in pairwise((config.inputs, *config.channels)))
        )
        side = config.size >> len(config.channels)
        features = config.channels[-1] * side * side
        self.score = Head(features, config.hidden, 1)
        self.attributes = Head(features, config.hidden, config.attributes)

    def forward(self, x: Tensor) -> Opinion:
        y = self.trunk(x).flatten(1)
        return Opinion(self.score(y).float(), self.attributes(y).float())


def _judge(inputs: int, outputs: int, normalise: bool) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, 4, 2, 1, bias=not normalise)
    norm = nn.InstanceNorm2d(outputs, affine=True) if normalise else nn.Identity()
    return nn.Sequential(conv, norm, nn.LeakyReLU(SLOPE))


class Head(nn.Module):
    """Table 3: FC, ReLU, FC. The sigmoid over the attributes is in the loss."""

    def __init__(self, inputs: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.first = nn.Linear(inputs, hidden)
        self.second = nn.Linear(hidden, outputs)

    def forward(self, x: Tensor) -> Tensor:
        return self.second(F.relu(self.first(x)))
