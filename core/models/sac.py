"""Semantic region-adaptive convolutions (SAC), the layers of SMILE_SYN (Romero et al. 2020, equation 8)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import SQRT2, Blur, EqualConv2d, leaky

if TYPE_CHECKING:
    from core.models.smile_syn import SynConfig


class RegionStyles(nn.Module):
    """A linear layer of its own for every region, its result painted over the region's pixels.

    Styles `(N, L, D)` and regions `(N, L, H, W)` -> `(N, D, H, W)`; the bias starts at 1.
    """

    def __init__(self, labels: int, dim: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(labels, dim, dim))
        self.bias = nn.Parameter(torch.ones(labels, dim))
        self.scale = 1.0 / math.sqrt(dim)

    def forward(self, styles: Tensor, regions: Tensor) -> Tensor:
        return paint(self.values(styles).to(regions.dtype), regions)

    def values(self, styles: Tensor) -> Tensor:
        """What each region is painted with, `(N, L, D)`."""
        return torch.einsum("nli,loi->nlo", styles, self.weight * self.scale) + self.bias


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


PLACE_TERMS = 5
_FARTHEST = 2.0


def places(weights: Tensor) -> Tensor:
    """u, v, u^2, uv, v^2 by region: weights `(N, L, H, W)` -> `(PLACE_TERMS, N, L, H, W)`.

    u and v are columns and rows from the region's own centre, in its own standard deviations, at most 2: a
    region that an edit makes larger stretches its look, instead of carrying a slope beyond what was seen.
    """
    height, width = weights.shape[2:]
    area = weights.sum(dim=(2, 3), keepdim=True).clamp(min=1e-6)
    units: list[Tensor] = []
    for size, shape in ((width, (1, 1, 1, width)), (height, (1, 1, height, 1))):
        at = ((torch.arange(size, device=weights.device) + 0.5) * (2 / size) - 1).view(shape)
        centre = (weights * at).sum(dim=(2, 3), keepdim=True) / area
        spread = ((weights * (at - centre).square()).sum(dim=(2, 3), keepdim=True) / area + 1e-4).sqrt()
        units.append(((at - centre) / spread).clamp(-_FARTHEST, _FARTHEST).expand_as(weights))
    u, v = units
    return torch.stack([u, v, u * u, u * v, v * v])


def with_places(regions: Tensor) -> Tensor:
    """Regions `(N, L, H, W)` and their products with the place terms, `(N, (1 + PLACE_TERMS) * L, H, W)`."""
    whole = regions.float()
    parts = [regions, *((whole * term).to(regions.dtype) for term in places(whole))]
    return torch.cat(parts, dim=1).contiguous(memory_format=torch.channels_last)


def paint(styles: Tensor, regions: Tensor) -> Tensor:
    """Paint `(N, L, D)` over one-hot regions `(N, L, H, W)` -> `(N, D, H, W)`, channels last."""
    n, labels, height, width = regions.shape
    flat = regions.permute(0, 2, 3, 1).reshape(n, height * width, labels)
    return torch.bmm(flat, styles).view(n, height, width, -1).permute(0, 3, 1, 2)


class Regions(NamedTuple):
    """A layout at one resolution: one-hot `shape`, and the `canvas` that styles are painted over."""

    shape: Tensor
    canvas: Tensor


class MaskGamma(nn.Module):
    """gamma_mask of a SAC layer: the term M of equation 8, two convolutions on the label map."""

    def __init__(self, labels: int, hidden: int, outputs: int) -> None:
        super().__init__()
        self.shared = EqualConv2d(labels, hidden, 3)
        self.out = EqualConv2d(hidden, outputs, 3)
        nn.init.ones_(self.out.bias)  # pyright: ignore[reportArgumentType] - bias=True above

    def forward(self, regions: Tensor) -> Tensor:
        return self.out(leaky(self.shared(regions)))


class StyledGamma(nn.Module):
    """gamma = alpha_w * SM + (1 - alpha_w) * M (equation 8), alpha_w learned, starting at 1/2."""

    def __init__(self, config: SynConfig, hidden: int, outputs: int) -> None:
        super().__init__()
        kind = PlacedStyles if config.placed_styles else RegionStyles
        self.styles = kind(config.labels, config.style_dim)
        self.style = EqualConv2d(config.style_dim, outputs, 3)
        self.mask = MaskGamma(config.labels, hidden, outputs)
        self.balance = nn.Parameter(torch.zeros(()))

    def forward(self, regions: Regions, styles: Tensor) -> Tensor:
        painted = self.styles(styles, regions.canvas)
        alpha = torch.sigmoid(self.balance)
        return alpha * self.style(painted) + (1 - alpha) * self.mask(regions.shape)


class PlainGamma(nn.Module):
    """gamma of the last resolution: the label map alone, as in the official network."""

    def __init__(self, config: SynConfig, hidden: int, outputs: int) -> None:
        super().__init__()
        self.mask = MaskGamma(config.labels, hidden, outputs)

    def forward(self, regions: Regions, styles: Tensor) -> Tensor:
        return self.mask(regions.shape)


def demodulation(gamma: Tensor, weight: Tensor) -> Tensor:
    """1 / sigma_E(w, s): reciprocal root of the spatial mean of conv(gamma^2, weight^2), `(N, O, 1, 1)`.

    The mean of a zero-padded 3x3 convolution needs no convolution: for every kernel tap it is the sum of
    gamma^2 over the window that the tap sees, which is the total less a border row, a border column, or
    both (their corner given back).
    """
    height, width = gamma.shape[2:]

    def energy(part: Tensor) -> Tensor:
        norm = torch.linalg.vector_norm(part, dim=(2, 3), dtype=torch.float32)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType] - torch leaves its type open
        return cast("Tensor", norm).square()

    rows = {0: energy(gamma[:, :, -1:]), 2: energy(gamma[:, :, :1])}
    columns = {0: energy(gamma[..., -1:]), 2: energy(gamma[..., :1])}
    total = energy(gamma)
    taps: list[Tensor] = []
    for dy in range(3):
        for dx in range(3):
            seen = total
            if dy in rows:
                seen = seen - rows[dy]
            if dx in columns:
                seen = seen - columns[dx]
            if dy in rows and dx in columns:
                seen = seen + energy(_corner(gamma, bottom=dy == 0, right=dx == 0))
            taps.append(seen)
    sums = torch.stack(taps, dim=-1) / (height * width)
    mean = torch.einsum("nik,oik->no", sums, weight.float().square().flatten(2))
    return torch.rsqrt(mean + 1e-8)[..., None, None]


def _corner(x: Tensor, bottom: bool, right: bool) -> Tensor:
    rows = x[:, :, -1:] if bottom else x[:, :, :1]
    return rows[..., -1:] if right else rows[..., :1]


class SacConv(nn.Module):
    """SAC_w(h, s) = w * (s . h) / sigma_E(w, s) (equation 8), then noise, bias and leaky ReLU.

    With `upsample` the convolution is transposed with stride 2 and followed by a blur, and gamma is made
    at the input's resolution.
    """

    def __init__(self, inputs: int, outputs: int, gamma: nn.Module, upsample: bool = False) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, 3, 3))
        self.scale = 1.0 / math.sqrt(inputs * 9)
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.noise_strength = nn.Parameter(torch.zeros(()))
        self.gamma = gamma
        self.blur = Blur((1, 1), gain=4.0) if upsample else None

    def forward(self, x: Tensor, regions: Regions, styles: Tensor, noise: Tensor) -> Tensor:
        gamma = self.gamma(regions, styles)
        weight = self.weight * self.scale
        if self.blur is None:
            y = F.conv2d(x * gamma, weight, padding=1)
        else:
            y = self.blur(F.conv_transpose2d(x * gamma, weight.transpose(0, 1), stride=2))
        shift = (self.noise_strength * noise).to(y.dtype)
        y = torch.addcmul(shift, y, demodulation(gamma, weight).to(y.dtype)) + self.bias[:, None, None].to(
            y.dtype
        )
        return F.leaky_relu(y, 0.2) * SQRT2


class ToPicture(nn.Module):
    """The same modulation with a 1x1 kernel and no demodulation: features to picture channels."""

    def __init__(self, inputs: int, outputs: int, gamma: nn.Module) -> None:
        super().__init__()
        self.conv = EqualConv2d(inputs, outputs, 1)
        self.gamma = gamma

    def forward(self, x: Tensor, regions: Regions, styles: Tensor) -> Tensor:
        return self.conv(x * self.gamma(regions, styles))


class SacLayers:
    """Makes the layers of one resolution; the last one's see the label map alone."""

    def __init__(self, config: SynConfig, last: bool) -> None:
        self.config, self.gamma = config, PlainGamma if last else StyledGamma

    def conv(self, inputs: int, outputs: int, hidden: int, upsample: bool = False) -> nn.Module:
        return SacConv(inputs, outputs, self.gamma(self.config, hidden, inputs), upsample)

    def picture(self, inputs: int, outputs: int, hidden: int) -> nn.Module:
        return ToPicture(inputs, outputs, self.gamma(self.config, hidden, inputs))
