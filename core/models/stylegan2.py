"""StyleGAN2 (Karras et al. 2020, “Analyzing and Improving the Image Quality of StyleGAN”), with S laid open.

z -> mapping -> W; one w a layer is W+; what each layer's affine makes of its w is the style space S (Wu et
al. 2021), one number a channel. Pictures can be drawn from any of these. The configurations E and F differ in
`channels` alone, as do smaller ones.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import SLOPE, SQRT2, Blur, EqualLinear, ZeroPaddedSkip, leaky, pixel_norm

ENTRY_RESOLUTION = 4
RGB_CHANNELS = 3
WIDEST = 512
NOISE_OF_NOBODY = 0
"""The seed of the noise where nobody asks for another."""

Noise = int | Sequence[Tensor] | None
"""A seed, one map `(N or 1, 1, H, W)` a convolution, or None for other noise at every call."""


@dataclass(frozen=True)
class StyleLayer:
    """One affine layer: which numbers of S it gives, and from which row of W+.

    `rgb` tells the layers of pictures from those of features.
    """

    resolution: int
    rgb: bool
    row: int
    start: int
    width: int

    @property
    def stop(self) -> int:
        return self.start + self.width


@dataclass(frozen=True)
class StyleGan2Config:
    """Sizes. `channels[i]` belongs to resolution 4 * 2**i; the defaults are configuration F at 1024.

    `clamp` bounds activations, as NVIDIA's later trainings do (256); 0 leaves them alone, as the paper does.
    """

    channels: tuple[int, ...] = (512, 512, 512, 512, 512, 256, 128, 64, 32)
    z_dim: int = 512
    w_dim: int = 512
    mapping_layers: int = 8
    clamp: float = 0.0

    @property
    def resolution(self) -> int:
        return ENTRY_RESOLUTION << (len(self.channels) - 1)

    @property
    def rows(self) -> int:
        """How many w a picture takes in W+."""
        return 2 * len(self.channels)

    def style_layers(self) -> tuple[StyleLayer, ...]:
        """Every affine layer in the order of synthesis, which is that of S.

        A picture layer shares its row of W+ with the convolution that follows it.
        """
        layers: list[StyleLayer] = []
        start = 0

        def add(resolution: int, rgb: bool, row: int, width: int) -> None:
            nonlocal start
            layers.append(StyleLayer(resolution, rgb, row, start, width))
            start += width

        for level, width in enumerate(self.channels):
            resolution = ENTRY_RESOLUTION << level
            if level:
                add(resolution, False, 2 * level - 1, self.channels[level - 1])
            add(resolution, False, 2 * level, width)
            add(resolution, True, 2 * level + 1, width)
        return tuple(layers)

    @property
    def style_dim(self) -> int:
        """How many numbers S has: 9 088 at 1024."""
        return self.style_layers()[-1].stop


def channels_for(resolution: int, multiplier: int = 2) -> tuple[int, ...]:
    """The paper's widths from 4 pixels up to `resolution`: multiplier 1 is configuration E, 2 is F."""
    levels = int(math.log2(resolution // ENTRY_RESOLUTION)) + 1
    sizes = (ENTRY_RESOLUTION << level for level in range(levels))
    return tuple(min(multiplier * 16384 // size, WIDEST) for size in sizes)


class StyleGan2Mapping(nn.Module):
    """z `(N, z_dim)` -> w `(N, w_dim)`; layers learn at a hundredth of the rate."""

    mean: Tensor

    def __init__(self, config: StyleGan2Config) -> None:
        super().__init__()
        self.config = config
        widths = [config.z_dim, *[config.w_dim] * config.mapping_layers]
        pairs = pairwise(widths)
        self.layers = nn.ModuleList(EqualLinear(a, b, lr_multiplier=0.01) for a, b in pairs)
        self.register_buffer("mean", torch.zeros(config.w_dim))

    def forward(self, z: Tensor, truncation: float = 1.0) -> Tensor:
        """`truncation` below 1 draws w towards `mean`, the centre of W (StyleGAN, appendix B)."""
        w = pixel_norm(z)
        for layer in self.layers:
            w = leaky(layer(w))
        return w if truncation == 1.0 else self.mean + truncation * (w - self.mean)


class ModulatedConv(nn.Module):
    """A convolution whose input channels a style scales (equation 1), equalised learning rate."""

    def __init__(self, config: StyleGan2Config, inputs: int, outputs: int, kernel: int) -> None:
        super().__init__()
        self.affine = EqualLinear(config.w_dim, inputs, bias=1.0)
        self.weight = nn.Parameter(torch.randn(outputs, inputs, kernel, kernel))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.scale = 1.0 / math.sqrt(inputs * kernel * kernel)
        self.clamp = config.clamp

    def clamped(self, x: Tensor) -> Tensor:
        return x.clamp(-self.clamp, self.clamp) if self.clamp else x


class StyledConv(ModulatedConv):
    """Modulated and demodulated 3x3 convolution, noise, bias, leaky ReLU."""

    def __init__(self, config: StyleGan2Config, inputs: int, outputs: int) -> None:
        super().__init__(config, inputs, outputs, kernel=3)
        self.noise_strength = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor, style: Tensor, noise: Tensor) -> Tensor:
        """Features `(N, I, h, w)`, style `(N, I)`, noise `(N or 1, 1, H, W)` -> `(N, O, H, W)`."""
        y = self._convolve(x, style * self.scale, self._demodulation(style) * SQRT2)
        # In place, backward passes would copy what the products below gave.
        return self.clamped(F.leaky_relu(self._noisy(y, noise), SLOPE, inplace=not torch.is_grad_enabled()))

    def _demodulation(self, style: Tensor) -> Tensor:
        """One over the standard deviation that the style gives each output `(N, O)` (equation 3)."""
        energy = self.weight.float().square().sum(dim=(2, 3))
        return torch.rsqrt(style.float().square() @ energy.t() * self.scale**2 + 1e-8)

    def _convolve(self, x: Tensor, before: Tensor, after: Tensor) -> Tensor:
        """The convolution between two gains a channel: of one picture in the weights, if those are fewer."""
        if len(x) == 1 and self.weight.numel() < x.numel():
            weight = self.weight * before.view(1, -1, 1, 1) * after.view(-1, 1, 1, 1)
            return self._plain(x, weight.to(self.weight.dtype))
        y = self._plain(x * before[:, :, None, None].to(x.dtype), self.weight)
        return y * after[:, :, None, None].to(y.dtype)

    def _plain(self, x: Tensor, weight: Tensor) -> Tensor:
        return F.conv2d(x, weight, padding=1)

    def _noisy(self, y: Tensor, noise: Tensor) -> Tensor:
        """Noise and bias in one pass, as a product of matrices with two columns."""
        n, channels, height, width = y.shape
        maps = noise.to(y.dtype).expand(n, 1, height, width).permute(0, 2, 3, 1).reshape(-1, 1)
        columns = torch.cat([maps, torch.ones_like(maps)], dim=1)
        gains = torch.stack([self.noise_strength.expand(channels), self.bias]) * SQRT2
        flat = torch.addmm(y.permute(0, 2, 3, 1).reshape(-1, channels), columns, gains.to(y.dtype))
        return flat.view(n, height, width, channels).permute(0, 3, 1, 2)


class UpStyledConv(StyledConv):
    """The same at twice the size: a transposed convolution, which inserts no zeros, then the blur."""

    def __init__(self, config: StyleGan2Config, inputs: int, outputs: int) -> None:
        super().__init__(config, inputs, outputs)
        self.blur = Blur((1, 1), gain=4.0)

    def _plain(self, x: Tensor, weight: Tensor) -> Tensor:
        return self.blur(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2))


class ToRgb(ModulatedConv):
    """Modulated 1x1 convolution to a picture, without demodulation."""

    def __init__(self, config: StyleGan2Config, inputs: int) -> None:
        super().__init__(config, inputs, RGB_CHANNELS, kernel=1)

    def forward(self, x: Tensor, style: Tensor) -> Tensor:
        """Features `(N, I, H, W)`, style `(N, I)` -> float32 `(N, 3, H, W)`."""
        n, channels, height, width = x.shape
        weight = (self.weight[:, :, 0, 0] * self.scale) * style.unsqueeze(1)
        flat = torch.bmm(x.permute(0, 2, 3, 1).reshape(n, -1, channels), weight.transpose(1, 2).to(x.dtype))
        picture = flat.float().view(n, height, width, RGB_CHANNELS).permute(0, 3, 1, 2)
        return self.clamped(picture + self.bias.view(1, -1, 1, 1))


class SynthesisBlock(nn.Module):
    """One resolution: features doubled, convolved, and added to the picture so far (figure 7, skips)."""

    def __init__(self, config: StyleGan2Config, level: int) -> None:
        super().__init__()
        before, here = config.channels[level - 1], config.channels[level]
        self.up = UpStyledConv(config, before, here)
        self.conv = StyledConv(config, here, here)
        self.rgb = ToRgb(config, here)
        self.skip = ZeroPaddedSkip()


class StyleGan2Generator(nn.Module):
    """The synthesis network: w, W+ or S -> pictures."""

    def __init__(self, config: StyleGan2Config) -> None:
        super().__init__()
        self.config = config
        first = config.channels[0]
        self.constant = nn.Parameter(torch.randn(1, first, ENTRY_RESOLUTION, ENTRY_RESOLUTION))
        self.conv = StyledConv(config, first, first)
        self.rgb = ToRgb(config, first)
        self.blocks = nn.ModuleList(SynthesisBlock(config, level) for level in range(1, len(config.channels)))

    def modulated(self) -> list[ModulatedConv]:
        """Every layer with a style, in the order of S."""
        layers: list[ModulatedConv] = [self.conv, self.rgb]
        for block in self.blocks:
            assert isinstance(block, SynthesisBlock)
            layers += [block.up, block.conv, block.rgb]
        return layers

    def styles(self, codes: Tensor) -> tuple[Tensor, ...]:
        """w `(N, w_dim)` or W+ `(N, rows, w_dim)` -> S, one `(N, width)` a layer, in full precision."""
        rows = codes.unsqueeze(1).expand(-1, self.config.rows, -1) if codes.ndim == 2 else codes
        with torch.autocast(codes.device.type, enabled=False):
            return tuple(
                layer.affine(rows[:, place.row].float())
                for layer, place in zip(self.modulated(), self.config.style_layers(), strict=True)
            )

    def forward(self, codes: Tensor, noise: Noise = NOISE_OF_NOBODY, resolution: int | None = None) -> Tensor:
        """Pictures `(N, 3, R, R)` around [-1, 1] from w `(N, w_dim)` or W+ `(N, rows, w_dim)`.

        `resolution` stops at a smaller one: while training grows, the picture so far is the result.
        """
        return self.draw(self.styles(codes), noise, resolution)

    def draw(
        self, styles: Sequence[Tensor], noise: Noise = NOISE_OF_NOBODY, resolution: int | None = None
    ) -> Tensor:
        """Pictures `(N, 3, R, R)` around [-1, 1] from S as `styles` gives it."""
        count = len(styles[0])
        maps = iter(self._noise(noise, count))
        rest = iter(styles)
        x = self.constant.expand(count, -1, -1, -1).contiguous(memory_format=torch.channels_last)
        x = self.conv(x, next(rest), next(maps))
        picture = self.rgb(x, next(rest))
        for block in self.blocks:
            if picture.shape[-1] == (resolution or self.config.resolution):
                break
            assert isinstance(block, SynthesisBlock)
            x = block.up(x, next(rest), next(maps))
            x = block.conv(x, next(rest), next(maps))
            picture = block.skip(picture) + block.rgb(x, next(rest))
        return picture

    def noise_sizes(self) -> list[int]:
        """The side of each convolution's noise map, in order."""
        sizes = [ENTRY_RESOLUTION]
        for level in range(1, len(self.config.channels)):
            sizes += [ENTRY_RESOLUTION << level] * 2
        return sizes

    def _noise(self, noise: Noise, count: int) -> Sequence[Tensor]:
        device = self.constant.device
        if noise is None:
            return [torch.randn(count, 1, size, size, device=device) for size in self.noise_sizes()]
        if isinstance(noise, int):
            return seeded_noise(self.noise_sizes(), noise, device)
        return noise


def seeded_noise(sizes: Sequence[int], seed: int, device: torch.device) -> list[Tensor]:
    """The same maps `(1, 1, size, size)` for a seed on every machine."""
    generator = torch.Generator().manual_seed(seed)
    return [torch.randn(1, 1, size, size, generator=generator).to(device) for size in sizes]


def join_styles(styles: Sequence[Tensor]) -> Tensor:
    """S as one vector a picture: `(N, style_dim)`."""
    return torch.cat(list(styles), dim=1)


def split_styles(joined: Tensor, config: StyleGan2Config) -> tuple[Tensor, ...]:
    """What `join_styles` joined, layer by layer again."""
    return tuple(joined[:, layer.start : layer.stop] for layer in config.style_layers())
