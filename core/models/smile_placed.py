"""SMILE_SYN as it ships: a style says how its region varies from place to place.

The paper's network has one value a region (`core.models.smile_syn`). Here, besides, label maps and pictures
are resampled about the middle of their cells, and the style encoder has two plain convolutions at its end.
"""

from __future__ import annotations

import math
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import DownConv, EqualConv2d, LeakyConv, UpsampleSkip, one_hot, region_mean
from core.models.sac import RegionStyles, SacLayers, paint
from core.models.smile_syn import RGB_CHANNELS, SynConfig, SynGenerator

PLACE_TERMS = 5
_FARTHEST = 2.0


class PlacedStyles(RegionStyles):
    """Region styles that vary over the region as a quadratic function of the place, read off the same code.

    Ours: light falls from one side, a beard lies low on the skin, a backdrop fades. On held-out portraits a
    constant for every region leaves half as much squared error again as a quadratic field does. Takes
    regions with their place terms (`with_places`).
    """

    def __init__(self, labels: int, dim: int) -> None:
        super().__init__(labels, dim)
        self.slopes = nn.Parameter(torch.zeros(labels, PLACE_TERMS * dim, dim))

    def forward(self, styles: Tensor, regions: Tensor) -> Tensor:
        slopes = torch.einsum("nli,loi->nlo", styles, self.slopes * self.scale)
        values = torch.cat([self.values(styles), *slopes.chunk(PLACE_TERMS, dim=2)], dim=1)
        return paint(values.to(regions.dtype), regions)


def places(weights: Tensor) -> tuple[Tensor, ...]:
    """u, v, u^2, uv, v^2 by region: weights `(N, L, H, W)` -> `PLACE_TERMS` tensors that broadcast to them.

    u and v are columns and rows from the region's own centre, in its own standard deviations, at most 2: a
    region that an edit makes larger stretches its look, instead of carrying a slope beyond what was seen.
    """
    u, v = _coordinate(weights, dim=3), _coordinate(weights, dim=2)
    return u, v, u * u, u * v, v * v


def _coordinate(weights: Tensor, dim: int) -> Tensor:
    """u (`dim` 3, `(N, L, 1, W)`) or v (`dim` 2, `(N, L, H, 1)`) of `places`."""
    size = weights.shape[dim]
    share = weights.sum(dim=5 - dim, keepdim=True, dtype=torch.float32)
    at = (torch.arange(size, device=weights.device) + 0.5) * (2 / size) - 1
    at = at.view((1, 1, size, 1) if dim == 2 else (1, 1, 1, size))
    area = share.sum(dim=dim, keepdim=True).clamp(min=1e-6)
    centre = (share * at).sum(dim=dim, keepdim=True) / area
    spread = ((share * (at - centre).square()).sum(dim=dim, keepdim=True) / area + 1e-4).sqrt()
    return ((at - centre) / spread).clamp(-_FARTHEST, _FARTHEST)


def with_places(regions: Tensor) -> Tensor:
    """Regions `(N, L, H, W)` and their products with the place terms, `(N, (1 + PLACE_TERMS) * L, H, W)`."""
    parts = [regions, *(regions * term.to(regions.dtype) for term in places(regions))]
    return torch.cat(parts, dim=1).contiguous(memory_format=torch.channels_last)


class PlacedLayers(SacLayers):
    """SAC layers whose styles vary over their region."""

    styles = PlacedStyles


class PlacedGenerator(SynGenerator):
    """G whose styles vary over their region."""

    layers = PlacedLayers
    down = DownConv
    skip = UpsampleSkip

    def smaller(self, label_map: Tensor, step: int) -> Tensor:
        """Every `step`th pixel of a map: the one in the middle of each cell."""
        return label_map[:, step // 2 :: step, step // 2 :: step]

    def canvas(self, regions: Tensor) -> Tensor:
        return with_places(regions)


class PlacedMeans(nn.Module):
    """The mean, and a linear map of how features vary with the place in the region (see `PlacedStyles`)."""

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.moments = nn.Parameter(torch.zeros(dim, PLACE_TERMS * dim))
        self.scale = 1.0 / math.sqrt(dim)

    def forward(self, features: Tensor, weights: Tensor) -> Tensor:
        mean = region_mean(features, weights)
        area = weights.sum(dim=(2, 3)).unsqueeze(-1).clamp(min=1e-6)
        moments: list[Tensor] = []
        for term in places(weights):
            weighted = weights * term
            together = torch.einsum("nlhw,ndhw->nld", weighted, features) / area
            # Less the product of the means: how features and place vary together.
            moments.append(together - mean * weighted.sum(dim=(2, 3)).unsqueeze(-1) / area)
        return mean + torch.cat(moments, dim=2) @ (self.moments * self.scale).t()


class PlacedStyleEncoder(nn.Module):
    """S that reads off a picture how regions vary: `(N, 3, R, R)` and its map -> `(N, L, D)`.

    A region counts in each of the features' cells as far as it covers it. Every convolution between
    `encoder_channels` halves the resolution.
    """

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        widths = config.encoder_channels
        self.stem = LeakyConv(RGB_CHANNELS, widths[0], 3)
        self.down = nn.Sequential(*(DownConv(a, b) for a, b in pairwise(widths)))
        self.wide = LeakyConv(widths[-1], widths[-1], 3)
        self.out = EqualConv2d(widths[-1], config.style_dim, 1)
        self.pool = PlacedMeans(config.style_dim)

    def forward(self, rgb: Tensor, label_map: Tensor) -> Tensor:
        """Regions that the map lacks give zeros."""
        features = self.out(self.wide(self.down(self.stem(rgb))))
        regions = one_hot(label_map, self.config.labels, features.dtype)
        weights = F.adaptive_avg_pool2d(regions, features.shape[-1])
        return self.pool(features.float(), weights.float())
