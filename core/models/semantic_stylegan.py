"""SemanticStyleGAN: a face as parts, each drawn by a small generator of its own (Shi et al., CVPR 2022).

Every part has a modulated MLP over Fourier features of the place, which gives a pseudo-depth and features.
The pseudo-depths of all parts are fused to a coarse label map, by which the features are added up; a render
net without styles makes the picture of them and refines the label map. Equation 1 and sections A.1-A.2 are
those of the paper's supplement. The networks of the paper and the bundled ones differ in numbers alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.models.layers import (
    SLOPE,
    SQRT2,
    Blur,
    EqualLinear,
    NoiseSource,
    ZeroPaddedSkip,
    leaky,
    over_channels,
    pixel_norm,
)

RGB_CHANNELS = 3
_SMALL = 1e-8


@dataclass(frozen=True)
class SemanticConfig:
    """Sizes of SemanticStyleGAN; the defaults are the paper's at 512 pixels.

    The first `shape_layers` of a part's `part_layers` lead to its pseudo-depth; the first `coarse_layers` of
    those follow codes that all parts share. `channels[i]` belongs to resolution `smallest` * 2**(i + 1).
    `mapping_codes` is how many codes one z gives: 1 in the paper, the same for every row, or one a row.

    The encoder is ours: `encoder_channels` of its convolutions, `encoder_features` that are pooled by part,
    `outline_size` the side of the part's mask that the shape is read off, through `outline_hidden` units.
    """

    parts: int = 13
    transparent: tuple[int, ...] = (10, 12)
    code_dim: int = 512
    mapping_layers: int = 8
    mapping_codes: int = 1
    frequencies: int = 9
    part_channels: int = 64
    part_layers: int = 10
    coarse_layers: int = 2
    shape_layers: int = 6
    coarse_resolution: int = 64
    feature_channels: int = 512
    smallest: int = 16
    channels: tuple[int, ...] = (512, 512, 256, 128, 64)
    encoder_channels: tuple[int, ...] = (32, 64, 128)
    encoder_features: int = 256
    outline_size: int = 32
    outline_hidden: int = 128

    def __post_init__(self) -> None:
        if not 0 <= self.coarse_layers < self.shape_layers < self.part_layers:
            raise ValueError("coarse layers are fewer than shape layers, and those fewer than all layers")
        if self.mapping_codes not in (1, self.rows):
            raise ValueError(f"one z gives 1 code or {self.rows}, not {self.mapping_codes}")

    @property
    def resolution(self) -> int:
        return self.smallest << len(self.channels)

    @property
    def rows(self) -> int:
        """Codes of a picture: the coarse ones, then shape and texture of every part."""
        return self.coarse_layers + 2 * self.parts

    def shape_row(self, part: int) -> int:
        return self.coarse_layers + 2 * part

    def texture_row(self, part: int) -> int:
        return self.coarse_layers + 2 * part + 1

    def layer_rows(self) -> list[list[int]]:
        """Which row every layer of every part follows. The background has no share in the coarse codes."""
        coarse = list(range(self.coarse_layers))
        shapes, textures = self.shape_layers, self.part_layers - self.shape_layers
        return [
            ([] if part == 0 else coarse)
            + [self.shape_row(part)] * (shapes if part == 0 else shapes - self.coarse_layers)
            + [self.texture_row(part)] * textures
            for part in range(self.parts)
        ]


class Drawn(NamedTuple):
    """What the generator gives.

    `rgb` `(N, 3, R, R)` around [-1, 1]; `scores` `(N, K, R, R)` of the refined label map, around 1 for the
    part that is seen and -1 for others; the coarse label map `coarse` `(N, K, C, C)` in [-1, 1], and the
    pseudo-depths `depths` `(N, K, C, C)` that it was fused from, larger is nearer, background 0.
    """

    rgb: Tensor
    scores: Tensor
    coarse: Tensor
    depths: Tensor


class PartConv(nn.Module):
    """A modulated 1x1 convolution for every part, demodulated, with bias and leaky ReLU (StyleGAN2).

    All parts are one batched product of matrices.
    """

    def __init__(self, parts: int, inputs: int, outputs: int, code_dim: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(parts, outputs, inputs))
        self.affine_weight = nn.Parameter(torch.randn(parts, inputs, code_dim))
        self.affine_bias = nn.Parameter(torch.ones(parts, inputs))
        self.bias = nn.Parameter(torch.zeros(parts, outputs))
        self.scale, self.affine_scale = 1 / math.sqrt(inputs), 1 / math.sqrt(code_dim)

    def forward(self, x: Tensor, codes: Tensor) -> Tensor:
        """Features `(N, K, P, I)` of P places, or `(1, 1, P, I)` for all, and codes `(N, K, D)`."""
        styles = torch.einsum("nkd,kid->nki", codes, self.affine_weight * self.affine_scale)
        weight = self.weight * self.scale * (styles + self.affine_bias).unsqueeze(2)
        weight = weight * (torch.rsqrt(weight.square().sum(dim=3, keepdim=True) + _SMALL) * SQRT2)
        y = x @ weight.transpose(2, 3)
        # Spread by a product of matrices, so that its gradient is one: sums over places take CPUs far longer.
        y += x.new_ones(x.shape[2], 1) @ (self.bias * SQRT2).unsqueeze(1)
        return F.leaky_relu(y, SLOPE, inplace=True)


class PartLinear(nn.Module):
    """A linear layer for every part, with a learned factor for each input in place of a style (A.2)."""

    def __init__(self, parts: int, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(parts, outputs, inputs))
        self.modulation = nn.Parameter(torch.ones(parts, inputs))
        self.bias = nn.Parameter(torch.zeros(parts, outputs))
        self.scale = 1 / math.sqrt(inputs)

    def matrix(self) -> Tensor:
        """`(K, O, I)`."""
        return self.weight * (self.modulation * self.scale).unsqueeze(1)


class LocalGenerators(nn.Module):
    """The generators of all parts (A.2)."""

    places: Tensor
    rows: Tensor

    def __init__(self, config: SemanticConfig) -> None:
        super().__init__()
        self.config = config
        channels, parts = config.part_channels, config.parts
        features = fourier_features(config.coarse_resolution, config.frequencies)
        self.register_buffer("places", features, persistent=False)
        self.register_buffer("rows", torch.tensor(config.layer_rows()), persistent=False)
        self.embed = nn.Parameter(torch.randn(channels, features.shape[1]))
        self.layers = nn.ModuleList(
            PartConv(parts, channels, channels, config.code_dim) for _ in range(config.part_layers)
        )
        self.to_depth = PartLinear(parts - 1, channels, 1)
        self.to_feature = PartLinear(parts, channels, config.feature_channels)

    def expand(self, codes: Tensor) -> Tensor:
        """Codes by row `(N, rows, D)` -> by part and layer `(N, K, L, D)`."""
        return codes[:, self.rows]

    def forward(self, codes: Tensor) -> tuple[Tensor, Tensor]:
        """Codes by part and layer -> hidden features `(N, K, P, I)` and pseudo-depths `(N, K, C, C)`.

        The texture layers send no gradient into the shape layers, but for the background's.
        """
        side = self.config.coarse_resolution
        x = F.linear(self.places, self.embed / math.sqrt(self.places.shape[1]))[None, None]
        depths = codes.new_zeros(len(codes), self.config.parts, side, side, dtype=torch.float32)
        for index, layer in enumerate(self.layers):
            if index == self.config.shape_layers:
                depths = self._depths(x).view_as(depths)
                x = torch.cat([x[:, :1], x[:, 1:].detach()], dim=1)
            x = layer(x, codes[:, :, index])
        return x, depths

    def _depths(self, x: Tensor) -> Tensor:
        matrix = self.to_depth.matrix()
        depths = torch.einsum("nkpi,koi->nkp", x[:, 1:], matrix).float() + self.to_depth.bias
        return torch.cat([torch.zeros_like(depths[:, :1]), depths], dim=1)

    def aggregate(self, x: Tensor, weights: Tensor) -> Tensor:
        """f = sum_k m_k f_k (A.1): hidden features `(N, K, P, I)`, weights `(N, K, C, C)` -> `(N, F, C, C)`.

        The last layers are linear: weighing before them gives the same with one product of matrices, and
        without the features of every part in memory.
        """
        n, parts, places, inputs = x.shape
        share = weights.flatten(2)
        weighed = (x * share.unsqueeze(3).to(x.dtype)).transpose(1, 2).reshape(n, places, parts * inputs)
        matrix = self.to_feature.matrix().transpose(0, 1).flatten(1)
        y = F.linear(weighed, matrix) + share.transpose(1, 2).to(x.dtype) @ self.to_feature.bias.to(x.dtype)
        side = self.config.coarse_resolution
        return y.view(n, side, side, -1).permute(0, 3, 1, 2)


def fourier_features(side: int, frequencies: int) -> Tensor:
    """x and y of a grid from -1 to 1, their sines and cosines at 2**i radians: `(side**2, 2 + 4 * f)`."""
    line = torch.linspace(-1, 1, side)
    y, x = torch.meshgrid(line, line, indexing="ij")
    place = torch.stack([x.flatten(), y.flatten()], dim=1)
    waves = [wave(place * 2.0**i) for i in range(frequencies) for wave in (torch.sin, torch.cos)]
    return torch.cat([place, *waves], dim=1)


def fuse(depths: Tensor, transparent: Sequence[int], shown: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """The coarse mask m and the weights of the features (equation 1), both `(N, K, C, C)`.

    m is the softmax over pseudo-depths `(N, K, C, C)`. In the weights the opaque parts share the whole among
    themselves, and transparent ones are added with what they have in m. `shown` `(N, K)` of 0..1 hides parts:
    the others take their place, and where there is none all are 0.
    """
    depths = depths.float()
    if shown is not None:
        depths = depths + shown[:, :, None, None].float().log()
    opaque = torch.ones(depths.shape[1], 1, 1, dtype=torch.bool, device=depths.device)
    opaque[list(transparent)] = False
    mask = depths.softmax(dim=1).nan_to_num(0.0)
    solid = depths.masked_fill(~opaque, -math.inf).softmax(dim=1).nan_to_num(0.0)
    return mask, solid + mask * ~opaque


class FixedConv(nn.Module):
    """StyleGAN2's 3x3 convolution with a learned factor for each input in place of a style (A.2)."""

    def __init__(self, inputs: int, outputs: int, upsample: bool = False) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs, 3, 3))
        self.modulation = nn.Parameter(torch.ones(inputs))
        self.noise_strength = nn.Parameter(torch.zeros(()))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.scale = 1 / math.sqrt(inputs * 9)
        self.blur = Blur((1, 1), gain=4.0) if upsample else None

    def forward(self, x: Tensor, noise: Tensor) -> Tensor:
        weight = self.weight * (self.modulation * self.scale)[:, None, None]
        weight = weight * (torch.rsqrt(weight.square().sum(dim=(1, 2, 3), keepdim=True) + _SMALL) * SQRT2)
        if self.blur is None:
            y = F.conv2d(x, weight, padding=1)
        else:
            y = self.blur(F.conv_transpose2d(x, weight.transpose(0, 1), stride=2))
        bias = self.bias * SQRT2
        y += over_channels(noise, (self.noise_strength * SQRT2).expand_as(bias), bias).to(y.dtype)
        return F.leaky_relu(y, SLOPE, inplace=True)


class ToChannels(nn.Module):
    """A linear output of the render net: picture, or scores of the label map."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, inputs))
        self.modulation = nn.Parameter(torch.ones(inputs))
        self.bias = nn.Parameter(torch.zeros(outputs))
        self.scale = 1 / math.sqrt(inputs)

    def matrix(self) -> Tensor:
        return self.weight * (self.modulation * self.scale)


class RenderBlock(nn.Module):
    """One resolution of the render net (supplement, figure 1)."""

    def __init__(self, inputs: int, outputs: int, parts: int) -> None:
        super().__init__()
        self.up = FixedConv(inputs, outputs, upsample=True)
        self.conv = FixedConv(outputs, outputs)
        self.to_rgb = ToChannels(outputs, RGB_CHANNELS)
        self.to_scores = ToChannels(outputs, parts)
        self.skip = ZeroPaddedSkip()

    def forward(self, x: Tensor, below: Tensor | None, noise: NoiseSource) -> tuple[Tensor, Tensor]:
        """Features and the result so far -> both at twice the resolution; RGB and scores are one tensor."""
        n, size = len(x), 2 * x.shape[-1]
        x = self.up(x, noise.draw(n, size))
        x = self.conv(x, noise.draw(n, size))
        outputs = (self.to_rgb, self.to_scores)
        matrix = torch.cat([output.matrix() for output in outputs])[..., None, None]
        y = F.conv2d(x, matrix, torch.cat([output.bias for output in outputs]))
        return x, y if below is None else y + self.skip(below)


class RenderNet(nn.Module):
    """Fused features to picture and refined label map (A.2)."""

    def __init__(self, config: SemanticConfig) -> None:
        super().__init__()
        self.config = config
        widths = [config.feature_channels, *config.channels]
        entries = [config.smallest << i for i in range(len(config.channels))]
        more = [config.feature_channels * (size == config.coarse_resolution) for size in entries]
        self.blocks = nn.ModuleList(
            RenderBlock(a + extra, b, config.parts)
            for (a, b), extra in zip(pairwise(widths), more, strict=True)
        )

    def forward(self, feature: Tensor, coarse: Tensor, noise: NoiseSource, size: int) -> Tensor:
        """Features `(N, F, C, C)` and coarse label map -> RGB and scores `(N, 3 + K, size, size)`.

        The label map is refined by residuals at every resolution from the coarse map's on, so that their sum,
        delta m of the paper, is never worked out.
        """
        x = F.adaptive_avg_pool2d(feature, self.config.smallest)
        y: Tensor | None = None
        for block in self.blocks:
            if x.shape[-1] == size:
                break
            if x.shape[-1] == self.config.coarse_resolution:
                x = torch.cat([x, feature], dim=1)
            x, y = block(x, y, noise)
            assert y is not None
            if y.shape[-1] == self.config.coarse_resolution:
                y = y + F.pad(coarse, (0, 0, 0, 0, RGB_CHANNELS, 0)).to(y.dtype)
        assert y is not None
        return y.float()


class SemanticGenerator(nn.Module):
    """G of SemanticStyleGAN: codes of the parts to a picture and its label map."""

    def __init__(self, config: SemanticConfig) -> None:
        super().__init__()
        self.config = config
        self.local = LocalGenerators(config)
        self.render = RenderNet(config)

    def expand(self, codes: Tensor) -> Tensor:
        """Codes by row `(N, rows, D)` -> by part and layer `(N, K, L, D)`."""
        return self.local.expand(codes)

    def forward(
        self,
        codes: Tensor,
        shown: Tensor | None = None,
        *,
        noise_seed: int | None = 0,
        size: int | None = None,
    ) -> Drawn:
        """Draw codes: `(N, rows, D)`, or `(N, K, L, D)` for every layer on its own.

        Rows are those of `SemanticConfig.shape_row` and `texture_row`, behind the coarse ones. `shown`
        `(N, K)` of 0..1 hides or isolates parts. `noise_seed` fixes the noise; None draws it anew (training).
        `size` is a power of two above the coarse resolution, by default the config's resolution: what the
        render net has come to at that size.
        """
        device = codes.device
        return self.compose(codes, shown, NoiseSource(noise_seed, device), size or self.config.resolution)

    def compose(self, codes: Tensor, shown: Tensor | None, noise: NoiseSource, size: int) -> Drawn:
        """As `forward`, with noise from a source."""
        x, depths = self.local(codes if codes.ndim == 4 else self.expand(codes))
        mask, weights = fuse(depths, self.config.transparent, shown)
        coarse = 2 * mask - 1
        y = self.render(self.local.aggregate(x, weights), coarse, noise, size)
        return Drawn(y[:, :RGB_CHANNELS], y[:, RGB_CHANNELS:], coarse, depths)


class SemanticMapping(nn.Module):
    """z `(N, D)` to codes by row `(N, rows, D)`, through linears at a hundredth of the rate (StyleGAN2).

    All rows are the same code in the paper (`mapping_codes` 1).
    """

    def __init__(self, config: SemanticConfig) -> None:
        super().__init__()
        self.config = config
        widths = [config.code_dim] * config.mapping_layers + [config.code_dim * config.mapping_codes]
        self.layers = nn.ModuleList(EqualLinear(a, b, lr_multiplier=0.01) for a, b in pairwise(widths))

    def forward(self, z: Tensor) -> Tensor:
        x = pixel_norm(z)
        for layer in self.layers:
            x = leaky(layer(x))
        return x.view(len(z), -1, self.config.code_dim).expand(-1, self.config.rows, -1)
