"""Semantic region-adaptive convolutions (SAC), the layers of SMILE_SYN (Romero et al. 2020, equation 8)."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import SLOPE, SQRT2, Blur, EqualConv2d, LeakyConv, over_channels

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
        self.shared = LeakyConv(labels, hidden, 3)
        self.out = EqualConv2d(hidden, outputs, 3)
        nn.init.ones_(self.out.bias)  # pyright: ignore[reportArgumentType] - bias=True above

    def forward(self, regions: Tensor, gain: float | Tensor = 1.0) -> Tensor:
        return self.out(self.shared(regions), gain)


class StyledGamma(nn.Module):
    """gamma = alpha_w * SM + (1 - alpha_w) * M (equation 8), alpha_w learned, starting at 1/2."""

    def __init__(self, config: SynConfig, hidden: int, outputs: int, styles: type[RegionStyles]) -> None:
        super().__init__()
        self.styles = styles(config.labels, config.style_dim)
        self.style = EqualConv2d(config.style_dim, outputs, 3)
        self.mask = MaskGamma(config.labels, hidden, outputs)
        self.balance = nn.Parameter(torch.zeros(()))

    def forward(self, regions: Regions, styles: Tensor) -> Tensor:
        painted = self.styles(styles, regions.canvas)
        alpha = torch.sigmoid(self.balance)
        return self.style(painted, alpha) + self.mask(regions.shape, 1 - alpha)


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
    both (their corner given back). The kernel's first tap misses the last row, its last tap the first.
    """
    height, width = gamma.shape[2:]
    rows = torch.cat([gamma[:, :, -1:], gamma[:, :, :1]], dim=2)
    columns = torch.cat([gamma[..., -1:], gamma[..., :1]], dim=3)
    corners = torch.cat([rows[..., -1:], rows[..., :1]], dim=3)
    seen = _energy(gamma, (2, 3)) - _by_tap(_energy(rows, (3,)), 2) - _by_tap(_energy(columns, (2,)), 3)
    seen = seen + _by_tap(_by_tap(corners.float().square(), 2), 3)
    mean = torch.einsum("nik,oik->no", seen.flatten(2) / (height * width), weight.float().square().flatten(2))
    return torch.rsqrt(mean + 1e-8)[..., None, None]


def _energy(part: Tensor, dims: tuple[int, ...]) -> Tensor:
    return part.square().sum(dim=dims, keepdim=True, dtype=torch.float32)


def _by_tap(edges: Tensor, dim: int) -> Tensor:
    """Both edges as the three taps of a kernel see them: the middle one misses neither."""
    first, last = edges.chunk(2, dim)
    return torch.cat([first, torch.zeros_like(first), last], dim)


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
        # The factor of `leaky` is taken into what is small; what is large is passed over in place.
        y = y * (demodulation(gamma, weight) * SQRT2).to(y.dtype)
        bias = self.bias * SQRT2
        y += over_channels(noise, (self.noise_strength * SQRT2).expand_as(bias), bias).to(y.dtype)
        return F.leaky_relu(y, SLOPE, inplace=True)


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

    styles: ClassVar[type[RegionStyles]] = RegionStyles

    def __init__(self, config: SynConfig, last: bool) -> None:
        self.config, self.last = config, last

    def conv(self, inputs: int, outputs: int, hidden: int, upsample: bool = False) -> nn.Module:
        return SacConv(inputs, outputs, self._gamma(hidden, inputs), upsample)

    def picture(self, inputs: int, outputs: int, hidden: int) -> nn.Module:
        return ToPicture(inputs, outputs, self._gamma(hidden, inputs))

    def _gamma(self, hidden: int, outputs: int) -> nn.Module:
        if self.last:
            return PlainGamma(self.config, hidden, outputs)
        return StyledGamma(self.config, hidden, outputs, self.styles)
