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

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.models.layers import (
    DownConv,
    EqualConv2d,
    EqualLinear,
    LeakyConv,
    NoiseSource,
    UpConv,
    UpsampleSkip,
    ZeroPaddedSkip,
    leaky,
    one_hot,
    pixel_norm,
    region_mean,
)
from core.models.sac import PLACE_TERMS, Regions, SacLayers, places, with_places
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
        self.conv = LeakyConv(config.labels, entry, 3)
        pairs = ((entry, entry), (entry, entry), (entry, first))
        self.down = nn.Sequential(*(DownConv(a, b, config.as_released) for a, b in pairs))

    def forward(self, regions: Tensor) -> Tensor:
        return self.down(self.conv(regions))


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
        noise = NoiseSource(noise_seed, label_map.device)
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
