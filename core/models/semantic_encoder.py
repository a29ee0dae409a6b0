"""What reads the part codes of SemanticStyleGAN off a picture and its label map. Ours, in one pass.

The paper inverts pictures by ReStyle or by optimisation; here, as in SMILE_SYN, looks are pooled by region,
and shapes are read off the region's mask.
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import DownConv, EqualConv2d, EqualLinear, LeakyConv, leaky, one_hot, region_mean
from core.models.semantic_stylegan import RGB_CHANNELS, SemanticConfig

__all__ = ["SemanticConfig", "SemanticEncoder"]
_PLACE_CHANNELS = 2


class PartsLinear(nn.Module):
    """An equalised linear layer of its own for every part: `(N, K, I)` -> `(N, K, O)`."""

    def __init__(self, parts: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(parts, outputs, inputs))
        self.bias = nn.Parameter(torch.zeros(parts, outputs))
        self.scale = 1 / math.sqrt(inputs)

    def forward(self, x: Tensor) -> Tensor:
        return torch.einsum("nki,koi->nko", x, self.weight * self.scale) + self.bias


class SemanticEncoder(nn.Module):
    """E: picture and map of parts to the codes of `SemanticGenerator`, row by row.

    Texture codes are means of features over the part, which know their place in the picture; shape codes
    come from the part's mask, so that a part which is not there has a code that says so; the coarse codes
    from the features of the whole picture.
    """

    def __init__(self, config: SemanticConfig) -> None:
        super().__init__()
        self.config = config
        widths, parts, dim = config.encoder_channels, config.parts, config.code_dim
        self.stem = LeakyConv(RGB_CHANNELS + _PLACE_CHANNELS + parts, widths[0], 3)
        self.down = nn.Sequential(*(DownConv(a, b) for a, b in pairwise(widths)))
        self.wide = LeakyConv(widths[-1], widths[-1], 3)
        self.out = EqualConv2d(widths[-1], config.encoder_features, 1)
        self.texture = PartsLinear(parts, config.encoder_features, dim)
        self.outline = PartsLinear(parts, config.outline_size**2, config.outline_hidden)
        self.shape = PartsLinear(parts, config.outline_hidden, dim)
        self.coarse = EqualLinear(config.encoder_features, config.coarse_layers * dim)

    def forward(self, rgb: Tensor, part_map: Tensor) -> Tensor:
        """RGB `(N, 3, R, R)` in [-1, 1] and integer parts `(N, R, R)` -> codes `(N, rows, D)`.

        Pixels of no part (255) belong to none.
        """
        config, n = self.config, len(rgb)
        regions = one_hot(part_map, config.parts, rgb.dtype)
        features = self.stem(torch.cat([rgb, _places(rgb), regions], dim=1))
        features = self.out(self.wide(self.down(features))).float()
        shares = F.adaptive_avg_pool2d(regions, features.shape[-1])
        texture = self.texture(region_mean(features, shares))
        outlines = F.adaptive_avg_pool2d(regions, config.outline_size).flatten(2)
        shape = self.shape(leaky(self.outline(outlines)))
        coarse = self.coarse(features.mean(dim=(2, 3))).view(n, config.coarse_layers, config.code_dim)
        parts = torch.stack([shape, texture], dim=2).flatten(1, 2)
        return torch.cat([coarse.to(parts.dtype), parts], dim=1)


def _places(like: Tensor) -> Tensor:
    """x and y from -1 to 1 as channels `(N, 2, H, W)`."""
    n, _, height, width = like.shape
    y = torch.linspace(-1, 1, height, dtype=like.dtype, device=like.device).view(1, 1, -1, 1)
    x = torch.linspace(-1, 1, width, dtype=like.dtype, device=like.device).view(1, 1, 1, -1)
    return torch.cat([x.expand(n, 1, height, width), y.expand(n, 1, height, width)], dim=1)
