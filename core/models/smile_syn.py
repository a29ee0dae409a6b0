"""SMILE_SYN: label map and one style per region to RGB (Romero et al. 2020, section 3.2).

The paper's network, as its authors released it; the one that ships is in `core.models.smile_placed`.

A StyleGAN2 generator that starts from the label map at 8x8 and whose modulated convolutions are replaced
by semantic region-adaptive convolutions (SAC, equation 8). Beside RGB it can predict an *accessory layer*
(alpha and premultiplied colour of eyeglasses, hats, earrings), which the paper does not have: it lets an
accessory be laid over the photo's own pixels (docs/decisions/0002).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.models.layers import (
    BlurredBorderDown,
    DownConv,
    EqualLinear,
    LeakyConv,
    NoiseSource,
    UpConv,
    ZeroPaddedSkip,
    leaky,
    one_hot,
    pixel_norm,
    region_mean,
)
from core.models.sac import Regions, SacLayers

ENTRY_RESOLUTION = 8
RGB_CHANNELS = 3


@dataclass(frozen=True)
class SynConfig:
    """Sizes of SMILE_SYN; the defaults are the paper's network at 256.

    `channels[i]` and `mask_hidden[i]` belong to resolution 8 * 2**i. `encoder_channels` end with `style_dim`;
    the first are at the picture's resolution, and each next one at half of it or twice it (`encoder_steps`).
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
    encoder_channels: tuple[int, ...] = (32, 64, 128, 256, 64)

    @property
    def resolution(self) -> int:
        return ENTRY_RESOLUTION << (len(self.channels) - 1)


class Layers(Protocol):
    """Makes the layers of one resolution, as `core.models.sac.SacLayers` does."""

    def __init__(self, config: SynConfig, last: bool) -> None: ...

    def conv(self, inputs: int, outputs: int, hidden: int, upsample: bool = False) -> nn.Module: ...

    def picture(self, inputs: int, outputs: int, hidden: int) -> nn.Module: ...


class SynBlock(nn.Module):
    """One resolution: an up-sampling SAC convolution, a plain one, and the picture skip."""

    def __init__(self, config: SynConfig, index: int, layers: Layers, skip: nn.Module) -> None:
        super().__init__()
        before, here = config.channels[index - 1], config.channels[index]
        hidden, hidden_before = config.mask_hidden[index], config.mask_hidden[index - 1]
        outputs = RGB_CHANNELS + config.layer_channels
        self.up = layers.conv(before, here, hidden_before, upsample=True)
        self.conv = layers.conv(here, here, hidden)
        self.picture = layers.picture(here, outputs, hidden)
        self.skip = skip


class LabelEntry(nn.Module):
    """The label map at 64 pixels, convolved down to the 8x8 features that replace StyleGAN2's constant."""

    size = 64

    def __init__(self, config: SynConfig, down: type[DownConv]) -> None:
        super().__init__()
        entry, first = config.entry_channels, config.channels[0]
        self.conv = LeakyConv(config.labels, entry, 3)
        pairs = ((entry, entry), (entry, entry), (entry, first))
        self.down = nn.Sequential(*(down(a, b) for a, b in pairs))

    def forward(self, regions: Tensor) -> Tensor:
        return self.down(self.conv(regions))


class SynGenerator(nn.Module):
    """G of SMILE_SYN.

    `layers` makes what draws; `down` and `skip` resample label maps and pictures, here as in the authors'
    released network.
    """

    layers: ClassVar[type[Layers]] = SacLayers
    down: ClassVar[type[DownConv]] = BlurredBorderDown
    skip: ClassVar[type[nn.Module]] = ZeroPaddedSkip

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        first, hidden = config.channels[0], config.mask_hidden[0]
        outputs, last = RGB_CHANNELS + config.layer_channels, len(config.channels) - 1
        self.entry = LabelEntry(config, self.down)
        layers = self.layers(config, False)
        self.conv = layers.conv(first, first, hidden)
        self.picture = layers.picture(first, outputs, hidden)
        self.blocks = nn.ModuleList(
            SynBlock(config, i, self.layers(config, i == last), self.skip()) for i in range(1, last + 1)
        )

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
                small = self.smaller(label_map, size // wanted)
            else:
                small = label_map.repeat_interleave(wanted // size, 1).repeat_interleave(wanted // size, 2)
            shape = one_hot(small, self.config.labels, dtype)
            # Nothing is painted at the last resolution.
            maps[wanted] = Regions(shape, shape if wanted == last else self.canvas(shape))
        return maps

    def smaller(self, label_map: Tensor, step: int) -> Tensor:
        """Every `step`th pixel of a map: the top left one of each cell."""
        return label_map[:, ::step, ::step]

    def canvas(self, regions: Tensor) -> Tensor:
        """What styles are painted over, of one-hot regions."""
        return regions


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
    """S of SMILE_SYN: region-pooled features of a picture, `(N, 3, R, R)` and its map -> `(N, L, D)`.

    A region is looked for at the top left pixel of each of the features' cells.
    """

    def __init__(self, config: SynConfig) -> None:
        super().__init__()
        self.config = config
        self.stem = LeakyConv(RGB_CHANNELS, config.encoder_channels[0], 3)
        pairs = list(pairwise(config.encoder_channels))
        steps = zip(encoder_steps(len(pairs)), pairs, strict=True)
        self.down = nn.Sequential(*(UpConv(a, b) if up else BlurredBorderDown(a, b) for up, (a, b) in steps))

    def forward(self, rgb: Tensor, label_map: Tensor) -> Tensor:
        """Regions that the map lacks give zeros."""
        features = self.down(self.stem(rgb))
        regions = one_hot(label_map, self.config.labels, features.dtype)
        size = features.shape[-1]
        weights = F.interpolate(regions, size=(size, size), mode="nearest")
        return region_mean(features.float(), weights.float())


def encoder_steps(count: int) -> tuple[bool, ...]:
    """Which of the style encoder's convolutions after the first double the resolution: the last but one; the
    others halve it."""
    return tuple(index == count - 2 for index in range(count))
