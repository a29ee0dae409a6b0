"""StarGAN's generator and discriminator (Choi et al. 2018) as SeCGAN's backbone (its table 2).

Order and shapes of the parameters are those of the released weights, so that a state dict can be converted
by order. Their instance norms keep running statistics that nobody uses: each picture's own count.

Table 2 goes on after the generator with lines of AttGAN's decoder under the title of the discriminator;
built is StarGAN's, which the text says.
"""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.secgan import (
    RGB,
    SLOPE,
    Opinion,
    SecganDiscriminatorConfig,
    SecganGeneratorConfig,
    with_planes,
)

CLOSED = 2.0
"""How far `ChangeGenerator`'s mask leans towards nothing before it has learnt anything."""


def _unit(conv: nn.Conv2d | nn.ConvTranspose2d) -> nn.Sequential:
    return nn.Sequential(conv, nn.InstanceNorm2d(conv.out_channels, affine=True), nn.ReLU(inplace=True))


class Residual(nn.Module):
    """Two 3x3 convolutions around a shortcut, no activation behind the sum."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = _unit(nn.Conv2d(width, width, 3, 1, 1, bias=False))
        conv = nn.Conv2d(width, width, 3, 1, 1, bias=False)
        self.second = nn.Sequential(conv, nn.InstanceNorm2d(width, affine=True))

    def forward(self, x: Tensor) -> Tensor:
        return x + self.second(self.first(x))


class StarGanGenerator(nn.Module):
    """G_rgb: picture `(N, 3, H, W)` in [-1, 1] and difference `(N, A)` -> picture in [-1, 1].

    H and W are multiples of 2 to the number of halvings.
    """

    def __init__(self, config: SecganGeneratorConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.channels
        steps = list(pairwise(widths))
        self.enter = _unit(nn.Conv2d(config.inputs + config.attributes, widths[0], 7, 1, 3, bias=False))
        self.down = nn.Sequential(*(_unit(nn.Conv2d(a, b, 4, 2, 1, bias=False)) for a, b in steps))
        self.blocks = nn.Sequential(*(Residual(widths[-1]) for _ in range(config.blocks)))
        self.up = nn.Sequential(
            *(_unit(nn.ConvTranspose2d(b, a, 4, 2, 1, bias=False)) for a, b in reversed(steps))
        )
        self.out = nn.Conv2d(widths[0], config.outputs, 7, 1, 3, bias=False)

    def raw(self, x: Tensor, difference: Tensor) -> Tensor:
        """What the last activation takes, `(N, outputs, H, W)`."""
        y = self.blocks(self.down(self.enter(with_planes(x, difference))))
        return self.out(self.up(y)).float()

    def forward(self, x: Tensor, difference: Tensor) -> Tensor:
        return torch.tanh(self.raw(x, difference))


class StarGanLabelGenerator(StarGanGenerator):
    """G_seg: one-hot segments `(N, 12, H, W)` and difference -> logits, whose softmax is s_out."""

    def forward(self, x: Tensor, difference: Tensor) -> Tensor:
        return self.raw(x, difference)


class ChangeGenerator(StarGanGenerator):
    """Ours: StarGAN's layers say what to add to the picture, and by a fourth output where.

    x_out = x + m tanh(r) |e - x|, where e is the end of [-1, 1] that r points to: results stay within it.
    GANimation (Pumarola et al. 2018) has such a mask over repainted pixels. What stays is then exact, and
    the capacity goes into what changes.
    """

    def __init__(self, config: SecganGeneratorConfig) -> None:
        super().__init__(config)
        assert config.outputs == RGB + 1

    def parts(self, x: Tensor, difference: Tensor) -> tuple[Tensor, Tensor]:
        """What is added at most `(N, 3, H, W)`, and the mask `(N, 1, H, W)` of how much of it."""
        raw, x = self.raw(x, difference), x[:, :RGB].float()
        wish = torch.tanh(raw[:, :RGB])
        room = torch.where(wish > 0, 1 - x, 1 + x)
        return wish * room, torch.sigmoid(raw[:, RGB:] - CLOSED)

    def forward(self, x: Tensor, difference: Tensor) -> Tensor:
        added, mask = self.parts(x, difference)
        return x[:, :RGB].float() + mask * added


class StarGanDiscriminator(nn.Module):
    """D: picture or segments `(N, C, H, W)` -> a score for each patch, and logits of the attributes.

    The attributes' kernel covers all that is left of `config.size`; of larger pictures several places vote.
    """

    def __init__(self, config: SecganDiscriminatorConfig) -> None:
        super().__init__()
        self.config = config
        widths = (config.inputs, *config.channels)
        self.convs = nn.ModuleList(nn.Conv2d(a, b, 4, 2, 1) for a, b in pairwise(widths))
        self.score = nn.Conv2d(widths[-1], 1, 3, 1, 1, bias=False)
        kernel = config.size >> len(config.channels)
        self.attributes = nn.Conv2d(widths[-1], config.attributes, kernel, bias=False)

    def forward(self, x: Tensor) -> Opinion:
        for conv in self.convs:
            x = F.leaky_relu(conv(x), SLOPE)
        return Opinion(self.score(x).float().flatten(1), self.attributes(x).float().mean(dim=(2, 3)))
