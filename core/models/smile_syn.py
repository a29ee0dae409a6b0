"""SMILE_SYN: label map and one style per region to RGB (Romero et al. 2020, section 3.2).

A StyleGAN2 generator that starts from the label map at 8x8 and whose modulated convolutions are replaced
by semantic region-adaptive convolutions (SAC, equation 8). Beside RGB it can predict an *accessory layer*
(alpha and premultiplied colour of eyeglasses, hats, earrings), which the paper does not have: it lets an
accessory be laid over the photo's own pixels (docs/decisions/0002).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, cast

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.models.layers import (
    SQRT2,
    Blur,
    DownConv,
    EqualConv2d,
    EqualLinear,
    LeakyConv,
    UpConv,
    UpsampleSkip,
    ZeroPaddedSkip,
    leaky,
    one_hot,
    pixel_norm,
    region_mean,
)
from core.models.spade import SpadeLayers

ENTRY_RESOLUTION = 8
RGB_CHANNELS = 3


@dataclass(frozen=True)
class SynConfig:
    """Sizes of SMILE_SYN. `channels[i]` and `mask_hidden[i]` belong to resolution 8 * 2**i.

    `placed_styles` lets a style vary over its region (`PlacedStyles`, `PlacedMeans`); the paper has one
    value a region. `encoder_steps` ("down", "up") are the style encoder's resamplings after its first
    convolution, one for each further width of `encoder_channels`; empty means down everywhere, with two
    plain convolutions behind. `as_released` resamples label maps and pictures as the authors' released
    networks do: maps by the top left pixel of each cell, zeros beyond the borders. `layers` is a name of
    `LAYERS`: "sac" is the paper's network, "spade" its ablation (A).
    """

    labels: int = NUM_LABELS
    style_dim: int = 64
    channels: tuple[int, ...] = (512, 512, 512, 256, 256, 128)
    mask_hidden: tuple[int, ...] = (128, 128, 128, 128, 128, 128)
    entry_channels: int = 256
    layer_channels: int = 0
    latent_dim: int = 64
    mapping_hidden: int = 1216
    mapping_layers: int = 8
    encoder_channels: tuple[int, ...] = (32, 64, 128)
    placed_styles: bool = False
    encoder_steps: tuple[str, ...] = ()
    as_released: bool = False
    layers: str = "sac"

    @property
    def resolution(self) -> int:
        return ENTRY_RESOLUTION << (len(self.channels) - 1)


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


LAYERS: Mapping[str, type[SacLayers | SpadeLayers]] = {"sac": SacLayers, "spade": SpadeLayers}


class SynBlock(nn.Module):
    """One resolution: an up-sampling SAC convolution, a plain one, and the picture skip."""

    def __init__(self, config: SynConfig, index: int) -> None:
        super().__init__()
        before, here = config.channels[index - 1], config.channels[index]
        hidden, hidden_before = config.mask_hidden[index], config.mask_hidden[index - 1]
        layers = LAYERS[config.layers](config, last=index == len(config.channels) - 1)
        outputs = RGB_CHANNELS + config.layer_channels
        self.up = layers.conv(before, here, hidden_before, upsample=True)
        self.conv = layers.conv(here, here, hidden)
        self.picture = layers.picture(here, outputs, hidden)
        self.skip = ZeroPaddedSkip() if config.as_released else UpsampleSkip()


class LabelEntry(nn.Module):
    """The label map at 64 pixels, convolved down to the 8x8 features that replace StyleGAN2's constant."""

    size = 64

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        entry, first = config.entry_channels, config.channels[0]
        self.conv = EqualConv2d(config.labels, entry, 3)
        pairs = ((entry, entry), (entry, entry), (entry, first))
        self.down = nn.Sequential(*(DownConv(a, b, config.as_released) for a, b in pairs))

    def forward(self, regions: Tensor) -> Tensor:
        return self.down(leaky(self.conv(regions)))


class SynGenerator(nn.Module):
    """G of SMILE_SYN."""

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        first, hidden = config.channels[0], config.mask_hidden[0]
        outputs = RGB_CHANNELS + config.layer_channels
        self.entry = LabelEntry(config)
        layers = LAYERS[config.layers](config, last=False)
        self.conv = layers.conv(first, first, hidden)
        self.picture = layers.picture(first, outputs, hidden)
        self.blocks = nn.ModuleList(SynBlock(config, i) for i in range(1, len(config.channels)))

    def forward(self, label_map: Tensor, styles: Tensor, noise_seed: int | None = 0) -> Tensor:
        """Label map `(N, R, R)` integer and styles `(N, L, D)` -> `(N, 3 + layer_channels, R, R)`.

        R is a power of two from 16 up to the config's resolution: the picture skip after the block of
        that resolution is the result, which is what growing training uses. Channels 0-2 are RGB around
        [-1, 1]; where the config has an accessory layer, channel 3 is its alpha in 0..1 and 4-6 its
        premultiplied colour in 0..1. `noise_seed` fixes the noise; None draws it anew (training).
        """
        size = label_map.shape[-1]
        dtype = _compute_dtype(label_map)
        maps = self._pyramid(label_map, dtype)
        x = self.entry(maps[LabelEntry.size].shape)
        noise = _NoiseSource(noise_seed, label_map.device)
        x = self.conv(x, maps[ENTRY_RESOLUTION], styles, noise.draw(x.shape[0], ENTRY_RESOLUTION))
        picture = self.picture(x, maps[ENTRY_RESOLUTION], styles)
        resolution = ENTRY_RESOLUTION
        for block in self.blocks:
            if resolution == size:
                break
            assert isinstance(block, SynBlock)
            resolution *= 2
            here = maps[resolution]
            x = block.up(x, maps[resolution // 2], styles, noise.draw(x.shape[0], resolution))
            x = block.conv(x, here, styles, noise.draw(x.shape[0], resolution))
            picture = block.skip(picture) + block.picture(x, here, styles)
        return _finish(picture)

    def _pyramid(self, label_map: Tensor, dtype: torch.dtype) -> dict[int, Regions]:
        """The layout by nearest resampling at every power of two from 8 up, the entry's size included."""
        size = label_map.shape[-1]
        sizes = {ENTRY_RESOLUTION << i for i in range(20) if ENTRY_RESOLUTION << i <= size} | {
            LabelEntry.size
        }
        last = ENTRY_RESOLUTION << (len(self.config.channels) - 1)
        maps: dict[int, Regions] = {}
        for wanted in sizes:
            if wanted <= size:
                step = size // wanted
                first = 0 if self.config.as_released else step // 2
                small = label_map[:, first::step, first::step]
            else:
                small = label_map.repeat_interleave(wanted // size, 1).repeat_interleave(wanted // size, 2)
            shape = one_hot(small, self.config.labels, dtype)
            # Nothing is painted at the last resolution.
            placed = self.config.placed_styles and wanted != last
            maps[wanted] = Regions(shape, with_places(shape) if placed else shape)
        return maps


def _finish(picture: Tensor) -> Tensor:
    """Bring the accessory layer, where there is one, into its ranges (see `SynGenerator.forward`)."""
    picture = picture.float()
    if picture.shape[1] == RGB_CHANNELS:
        return picture
    alpha = torch.sigmoid(picture[:, 3:4])
    return torch.cat([picture[:, :3], alpha, alpha * torch.sigmoid(picture[:, 4:])], dim=1)


def _compute_dtype(tensor: Tensor) -> torch.dtype:
    """bf16 inside autocast, so that one-hot maps are not cast again at every layer."""
    kind = tensor.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else torch.float32


class _NoiseSource:
    """Noise maps, one a layer: the same for every call with the same seed, or fresh for None."""

    def __init__(self, seed: int | None, device: torch.device) -> None:
        self.generator = None if seed is None else torch.Generator().manual_seed(seed)
        self.device = device

    def draw(self, n: int, size: int) -> Tensor:
        if self.generator is None:
            return torch.randn(n, 1, size, size, device=self.device)
        return torch.randn(1, 1, size, size, generator=self.generator).to(self.device)


class SynMapping(nn.Module):
    """Random styles: noise `(N, L, Z)` -> styles `(N, L, D)`, through linears at a hundredth of the rate."""

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        widths = [config.labels * config.latent_dim, *[config.mapping_hidden] * (config.mapping_layers - 1)]
        widths.append(config.labels * config.style_dim)
        pairs = pairwise(widths)
        self.layers = nn.ModuleList(EqualLinear(a, b, lr_multiplier=0.01) for a, b in pairs)

    def forward(self, z: Tensor) -> Tensor:
        x = pixel_norm(z.flatten(1))
        for layer in self.layers:
            x = leaky(layer(x))
        return x.view(-1, self.config.labels, self.config.style_dim)


class SynStyleEncoder(nn.Module):
    """S of SMILE_SYN: region-pooled features of a picture, `(N, 3, R, R)` and its map -> `(N, L, D)`."""

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        widths, pairs = config.encoder_channels, list(pairwise(config.encoder_channels))
        self.stem = LeakyConv(RGB_CHANNELS, widths[0], 3)
        if config.encoder_steps:
            steps = zip(config.encoder_steps, pairs, strict=True)
            self.down = nn.Sequential(
                *(_resampling(step, a, b, config.as_released) for step, (a, b) in steps)
            )
            self.wide, self.out = nn.Identity(), nn.Identity()
        else:
            self.down = nn.Sequential(*(DownConv(a, b, config.as_released) for a, b in pairs))
            self.wide = LeakyConv(widths[-1], widths[-1], 3)
            self.out = EqualConv2d(widths[-1], config.style_dim, 1)
        self.shares = NearestShares() if config.as_released else MeanShares()
        self.pool = PlacedMeans(config.style_dim) if config.placed_styles else RegionMeans()

    def forward(self, rgb: Tensor, label_map: Tensor) -> Tensor:
        """Regions that the map lacks give zeros."""
        features = self.out(self.wide(self.down(self.stem(rgb))))
        regions = one_hot(label_map, self.config.labels, features.dtype)
        weights = self.shares(regions, features.shape[-1])
        return self.pool(features.float(), weights.float())


def _resampling(step: str, inputs: int, outputs: int, as_released: bool) -> nn.Module:
    """One step of a style encoder by its name. Raises `ValueError` for a name that is not known."""
    if step == "up":
        return UpConv(inputs, outputs)
    if step == "down":
        return DownConv(inputs, outputs, as_released)
    raise ValueError(f"no resampling is called {step}")


class MeanShares(nn.Module):
    """How much of each cell of a coarser grid every region covers: `(N, L, H, W)` -> `(N, L, s, s)`."""

    def forward(self, regions: Tensor, size: int) -> Tensor:
        return F.adaptive_avg_pool2d(regions, size)


class NearestShares(nn.Module):
    """The region of each cell's top left pixel, as one-hot: `(N, L, H, W)` -> `(N, L, s, s)`."""

    def forward(self, regions: Tensor, size: int) -> Tensor:
        return F.interpolate(regions, size=(size, size), mode="nearest")


class RegionMeans(nn.Module):
    """Mean feature of every region: `(N, D, H, W)` and weights `(N, L, H, W)` -> `(N, L, D)`."""

    def forward(self, features: Tensor, weights: Tensor) -> Tensor:
        return region_mean(features, weights)


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
