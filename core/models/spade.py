"""SPADE (Park et al. 2019) in SMILE_SYN's place of SAC: row (A) of the paper's Table 2.

The label map alone scales and shifts normalised features, so that there is one picture a map, but for noise.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import Blur, EqualConv2d, leaky
from core.models.smile_syn import SynConfig, SynGenerator

if TYPE_CHECKING:
    from core.models.sac import Regions


class SpadeNorm(nn.Module):
    """Instance normalisation with a scale and a shift that two convolutions read off the label map.

    The paper of SPADE normalises over the batch; a batch of four on one GPU is too few for that.
    """

    def __init__(self, labels: int, hidden: int, channels: int) -> None:
        super().__init__()
        self.norm = nn.InstanceNorm2d(channels)
        self.shared = EqualConv2d(labels, hidden, 3)
        self.scale = EqualConv2d(hidden, channels, 3)
        self.shift = EqualConv2d(hidden, channels, 3)

    def forward(self, x: Tensor, regions: Tensor) -> Tensor:
        hidden = leaky(self.shared(regions))
        return torch.addcmul(self.shift(hidden), self.norm(x), 1 + self.scale(hidden))


class SpadeConv(nn.Module):
    """SPADE, convolution, noise, bias and leaky ReLU; with `upsample` transposed with stride 2 and blurred.

    Called as a SAC convolution is; styles have no say.
    """

    def __init__(self, inputs: int, outputs: int, norm: SpadeNorm, upsample: bool = False) -> None:
        super().__init__()
        self.norm = norm
        self.weight = nn.Parameter(torch.randn(outputs, inputs, 3, 3))
        self.scale = 1.0 / math.sqrt(inputs * 9)
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.noise_strength = nn.Parameter(torch.zeros(()))
        self.blur = Blur((1, 1), gain=4.0) if upsample else None

    def forward(self, x: Tensor, regions: Regions, styles: Tensor, noise: Tensor) -> Tensor:
        h, weight = self.norm(x, regions.shape), self.weight * self.scale
        if self.blur is None:
            y = F.conv2d(h, weight, padding=1)
        else:
            y = self.blur(F.conv_transpose2d(h, weight.transpose(0, 1), stride=2))
        return leaky(y + (self.noise_strength * noise + self.bias[:, None, None]).to(y.dtype))


class PlainPicture(nn.Module):
    """Features to picture channels by a 1x1 convolution."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.conv = EqualConv2d(inputs, outputs, 1)

    def forward(self, x: Tensor, regions: Regions, styles: Tensor) -> Tensor:
        return self.conv(x)


class SpadeLayers:
    """Makes the layers of one resolution, as `core.models.sac.SacLayers` does."""

    def __init__(self, config: SynConfig, last: bool) -> None:
        self.labels = config.labels

    def conv(self, inputs: int, outputs: int, hidden: int, upsample: bool = False) -> nn.Module:
        return SpadeConv(inputs, outputs, SpadeNorm(self.labels, hidden, inputs), upsample)

    def picture(self, inputs: int, outputs: int, hidden: int) -> nn.Module:
        return PlainPicture(inputs, outputs)


class SpadeGenerator(SynGenerator):
    """SMILE_SYN's G with SPADE in the place of SAC."""

    layers = SpadeLayers
