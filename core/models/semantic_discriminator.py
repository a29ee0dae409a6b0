"""The dual-branch discriminator of SemanticStyleGAN: a picture and its label map, judged together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn

from core.models.discriminators import Verdict, batch_deviation
from core.models.layers import EqualLinear, LeakyConv, ResidualDown, leaky

_LAST = 4
"""Resolution at which both branches are added up."""


@dataclass(frozen=True)
class DualConfig:
    """`channels[i]` belongs to resolution 4 * 2**i. `parts` of the label map; 0 leaves its branch out, as
    adaptation to another domain does.

    `grown` is at how many resolutions, from the largest down, pictures can come in: 1 in the paper.
    """

    parts: int = 13
    channels: tuple[int, ...] = (512, 512, 512, 512, 512, 256, 128, 64)
    grown: int = 1


class Branch(nn.Module):
    """A picture's or a label map's features down to 4x4."""

    def __init__(self, inputs: int, config: DualConfig) -> None:
        super().__init__()
        widths = config.channels
        self.enter = nn.ModuleDict(
            {
                str(_LAST << i): LeakyConv(inputs, widths[i], 1)
                for i in range(len(widths) - config.grown, len(widths))
            }
        )
        self.blocks = nn.ModuleList(ResidualDown(b, a) for a, b in pairwise(widths))

    def forward(self, x: Tensor) -> list[Tensor]:
        """Features at every resolution below the picture's own."""
        y, features = self.enter[str(x.shape[-1])](x), list[Tensor]()
        steps = (x.shape[-1] // _LAST).bit_length() - 1
        for block in list(self.blocks)[:steps][::-1]:
            y = block(y)
            features.append(y)
        return features


class DualDiscriminator(nn.Module):
    """D of SemanticStyleGAN (supplement, figure 2); without label maps StyleGAN2's."""

    def __init__(self, config: DualConfig) -> None:
        super().__init__()
        self.config = config
        width = config.channels[0]
        self.picture = Branch(3, config)
        self.labels = Branch(config.parts, config) if config.parts else None
        self.last = LeakyConv(width + 1, width, 3)
        self.hidden = EqualLinear(width * _LAST**2, width)
        self.out = EqualLinear(width, 1)

    def forward(self, rgb: Tensor, scores: Tensor) -> Verdict:
        """RGB `(N, 3, R, R)` and its label map `(N, K, R, R)`, 1 where the part is and -1 elsewhere.

        Logits `(N, 1)`; the features are those of the picture. There are no patches: their logits are 0.
        """
        features = self.picture(rgb)
        y = features[-1] if self.labels is None else features[-1] + self.labels(scores)[-1]
        y = self.last(torch.cat([y, batch_deviation(y)], dim=1))
        logits = self.out(leaky(self.hidden(y.flatten(1)))).float()
        return Verdict(logits, logits.new_zeros(len(rgb), 1, 1, 1), tuple(features))
