"""SMILE_SEM: edits the label map per attribute (Romero et al. 2020, section 3.1).

A StarGAN v2 family on one-hot label maps. Every attribute has two style distributions, presence and
absence; their codes are concatenated, identity wider than the rest, and modulate the convolutions of the
decoder (not AdaIN, which loses the pose). `SemGenerator` is the paper's; `CopyingGenerator` is the one that
ships, `HeatmapGenerator` the one that the authors released; `core.models.adain` has those that the paper
measures itself against.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.models.layers import over_channels

PRESENCE_STATES = 2
_COPY_RATE = 20.0
"""The copied share learns this much faster than a weight: it goes from 0 to several units of a logit."""


@dataclass(frozen=True)
class SemConfig:
    """Sizes of SMILE_SEM; the defaults are the paper's network at 256.

    `channels[0]` belongs to the input's resolution, each next one to half of it. `skips` counts the
    decoder's levels that get high-passed encoder features, times `skip_gain`, from level `first_skip` (0 is
    the finest) on.
    """

    labels: int = NUM_LABELS
    resolution: int = 256
    widths: tuple[int, ...] = (64, 16, 16, 16, 16, 16)
    channels: tuple[int, ...] = (32, 64, 128, 256, 512, 512)
    bottleneck: int = 2
    skips: int = 3
    skip_gain: float = 1.0
    first_skip: int = 0
    latent_dim: int = 16
    mapping_hidden: int = 512
    mapping_shared: int = 4
    mapping_unshared: int = 3
    encoder_channels: tuple[int, ...] = (64, 128, 256, 512, 512, 512, 512)

    @property
    def style_dim(self) -> int:
        """Width of the widest code: every code is tiled to it, so that they stack."""
        return max(self.widths)

    @property
    def packed_dim(self) -> int:
        return sum(self.widths)

    def pack_code(self, styles: Tensor) -> Tensor:
        """Tiled styles `(N, A, style_dim)` -> the decoder's code `(N, packed_dim)`."""
        return torch.cat([styles[:, i, :width] for i, width in enumerate(self.widths)], dim=1)

    def tile(self, code: Tensor) -> Tensor:
        """A narrow code `(N, width)` repeated to `(N, style_dim)`."""
        return code.repeat(1, self.style_dim // code.shape[1])


def choose(styles: Tensor, present: Tensor) -> Tensor:
    """Pick S(x)_y or F(z)_y: styles `(N, A, 2, D)`, present `(N, A)` of 0 or 1 -> `(N, A, D)`."""
    index = present.long()[:, :, None, None].expand(-1, -1, 1, styles.shape[-1])
    return styles.gather(2, index).squeeze(2)


class EncoderBlock(nn.Module):
    """Pre-activation residual block, with instance norm or not, that halves the resolution or not."""

    def __init__(self, inputs: int, outputs: int, down: bool, norm: bool) -> None:
        super().__init__()
        self.norm1 = nn.InstanceNorm2d(inputs, affine=True) if norm else nn.Identity()
        self.norm2 = nn.InstanceNorm2d(inputs, affine=True) if norm else nn.Identity()
        self.conv1 = nn.Conv2d(inputs, inputs, 3, padding=1)
        self.conv2 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.shortcut = nn.Conv2d(inputs, outputs, 1, bias=False) if inputs != outputs else nn.Identity()
        self.pool = nn.AvgPool2d(2) if down else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        y = self.pool(self.conv1(F.leaky_relu(self.norm1(x), 0.2)))
        y = self.conv2(F.leaky_relu(self.norm2(y), 0.2))
        return (y + self.pool(self.shortcut(x))) / math.sqrt(2.0)


class ModulatedConv(nn.Module):
    """Convolution whose input channels are scaled by an affine of the code, then demodulated (StyleGAN2)."""

    def __init__(
        self, code: int, inputs: int, outputs: int, kernel: int = 3, demodulate: bool = True
    ) -> None:
        super().__init__()
        self.affine = nn.Linear(code, inputs)
        self.weight = nn.Parameter(torch.empty(outputs, inputs, kernel, kernel))
        nn.init.kaiming_normal_(self.weight, a=0.2)
        self.demodulate = demodulate

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        scale = self.affine(code) + 1
        y = F.conv2d(x * scale[:, :, None, None].to(x.dtype), self.weight, padding=self.weight.shape[2] // 2)
        if self.demodulate:
            energy = self.weight.float().square().sum(dim=(2, 3))
            sigma = torch.rsqrt(scale.float().square() @ energy.t() + 1e-8)
            y = y * sigma[:, :, None, None].to(y.dtype)
        return y


class DecoderBlock(nn.Module):
    """Two modulated convolutions, each with the same noise strength; may double the size."""

    def __init__(self, code: int, inputs: int, outputs: int, up: bool) -> None:
        super().__init__()
        self.up = up
        self.conv1 = ModulatedConv(code, inputs, outputs)
        self.conv2 = ModulatedConv(code, outputs, outputs)
        self.noise_strength = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        x = F.leaky_relu(x, 0.2)
        if self.up:
            x = F.interpolate(x, scale_factor=2, mode="nearest")
        noise = over_channels(self._noise(x), self.noise_strength.expand(self.conv2.weight.shape[0])).to(
            x.dtype
        )
        x = F.leaky_relu(self.conv1(x, code) + noise, 0.2)
        return self.conv2(x, code) + noise

    def _noise(self, x: Tensor) -> Tensor:
        """The same noise for every call, so that equal styles give equal layouts."""
        height, width = x.shape[2:]
        noise = torch.randn(1, 1, height, width, generator=torch.Generator().manual_seed(0))
        return noise.to(x.device)


class ModulatedHead(ModulatedConv):
    """ReLU and a modulated 1x1 convolution without demodulation."""

    def __init__(self, code: int, inputs: int, outputs: int) -> None:
        super().__init__(code, inputs, outputs, kernel=1, demodulate=False)

    def forward(self, x: Tensor, code: Tensor) -> Tensor:
        return super().forward(F.relu(x), code)


class SemGenerator(nn.Module):
    """G of SMILE_SEM: label map and one style per attribute -> logits of the edited label map.

    `block` and `head_block` are what its decoder is built of.
    """

    block: ClassVar[type[nn.Module]] = DecoderBlock
    head_block: ClassVar[type[nn.Module]] = ModulatedHead
    laplacian: Tensor

    def __init__(self, config: SemConfig) -> None:
        super().__init__()
        self.config = config
        widths, code = config.channels, config.packed_dim
        self.stem = nn.Conv2d(config.labels, widths[0], 3, padding=1)
        pairs = list(pairwise(widths))
        middle = range(config.bottleneck)
        self.encode = nn.ModuleList(EncoderBlock(a, b, down=True, norm=True) for a, b in pairs)
        self.squeeze = nn.ModuleList(
            EncoderBlock(widths[-1], widths[-1], down=False, norm=True) for _ in middle
        )
        self.expand = nn.ModuleList(self.block(code, widths[-1], widths[-1], up=False) for _ in middle)
        self.decode = nn.ModuleList(self.block(code, b, a, up=True) for a, b in reversed(pairs))
        self.head = self.head_block(code, widths[0], config.labels)
        kernel = torch.full((1, 1, 3, 3), -1.0)
        kernel[0, 0, 1, 1] = 8.0
        self.register_buffer("laplacian", kernel * config.skip_gain, persistent=False)

    def forward(self, layout: Tensor, styles: Tensor) -> Tensor:
        """Layout `(N, L, R, R)` (one-hot or probabilities), styles `(N, A, D)` -> logits `(N, L, R, R)`.

        R is a multiple of 2 ** (levels).
        """
        return self._logits(layout, styles, None)

    def _logits(self, layout: Tensor, styles: Tensor, heatmaps: tuple[Tensor, ...] | None) -> Tensor:
        """`heatmaps`, one a skip from fine to coarse, weight the skips; None means 1 everywhere."""
        code = self.config.pack_code(styles)
        x = self.stem(layout)
        fine: list[Tensor] = []
        for block in self.encode:
            fine.append(x)
            x = block(x)
        for block in self.squeeze:
            x = block(x)
        for block in self.expand:
            x = block(x, code)
        for level, block in zip(reversed(range(len(fine))), self.decode, strict=True):
            x = block(x, code)
            skip = level - self.config.first_skip
            if 0 <= skip < self.config.skips:
                x = x + self._high_pass(fine[level], None if heatmaps is None else heatmaps[skip])
        return self.head(x, code).float()

    def _high_pass(self, features: Tensor, heatmap: Tensor | None) -> Tensor:
        """Laplacian of every channel: keeps contours, and with them the pose."""
        channels = features.shape[1]
        weighted = features if heatmap is None else features * heatmap
        kernel = self.laplacian.to(features.dtype).expand(channels, 1, 3, 3)
        return F.conv2d(weighted, kernel, padding=1, groups=channels)


class CopyingGenerator(SemGenerator):
    """G with a learned multiple of the layout, label by label, added to the logits.

    Ours: what no edit touches then comes back exactly.
    """

    def __init__(self, config: SemConfig) -> None:
        super().__init__(config)
        self.copied = nn.Parameter(torch.zeros(config.labels))

    @property
    def copy_gain(self) -> Tensor:
        """How much of each label's map the logits carry on `(L,)`."""
        return _COPY_RATE * self.copied

    def forward(self, layout: Tensor, styles: Tensor) -> Tensor:
        """As `SemGenerator.forward`."""
        return super().forward(layout, styles) + self.copy_gain.view(1, -1, 1, 1) * layout.float()


class HeatmapGenerator(SemGenerator):
    """G as the authors released it: its skips are weighted by heatmaps of facial landmarks."""

    def forward(self, layout: Tensor, styles: Tensor, heatmaps: tuple[Tensor, ...] | None = None) -> Tensor:
        """As `SemGenerator.forward`; `heatmaps` `(N, 1, r, r)` in 0..1, one a skip, from fine to coarse."""
        return self._logits(layout, styles, heatmaps)


class SemMapping(nn.Module):
    """F of SMILE_SEM: noise -> a style for the presence and for the absence of every attribute."""

    def __init__(self, config: SemConfig) -> None:
        super().__init__()
        self.config = config
        hidden = config.mapping_hidden
        shared: list[nn.Module] = [nn.Linear(config.latent_dim, hidden), nn.ReLU()]
        for _ in range(config.mapping_shared - 1):
            shared += [nn.Linear(hidden, hidden), nn.ReLU()]
        self.shared = nn.Sequential(*shared)
        self.heads = nn.ModuleList(
            self._head(width) for width in config.widths for _ in range(PRESENCE_STATES)
        )

    def _head(self, width: int) -> nn.Sequential:
        hidden = self.config.mapping_hidden
        layers: list[nn.Module] = []
        for _ in range(self.config.mapping_unshared):
            layers += [nn.Linear(hidden, hidden), nn.ReLU()]
        return nn.Sequential(*layers, nn.Linear(hidden, width))

    def forward(self, z: Tensor) -> Tensor:
        """`(N, latent_dim)` -> `(N, A, 2, style_dim)`; index 0 is absence, 1 presence."""
        return _stack_heads(self.heads, self.shared(z), self.config)


class PyramidTrunk(nn.Module):
    """What S and D share in structure: residual blocks down to 4x4, then one 4x4 convolution to a vector."""

    def __init__(self, inputs: int, channels: tuple[int, ...]) -> None:
        super().__init__()
        self.stem = nn.Conv2d(inputs, channels[0], 3, padding=1)
        pairs = pairwise(channels)
        self.blocks = nn.Sequential(*(EncoderBlock(a, b, down=True, norm=False) for a, b in pairs))
        self.last = nn.Conv2d(channels[-1], channels[-1], 4)

    def forward(self, x: Tensor) -> Tensor:
        x = F.leaky_relu(self.blocks(self.stem(x)), 0.2)
        x = self.last(F.adaptive_avg_pool2d(x, 4))
        return F.leaky_relu(x, 0.2).flatten(1)


class SemStyleEncoder(nn.Module):
    """S of SMILE_SEM: a layout -> the style of every attribute, for presence and absence."""

    def __init__(self, config: SemConfig) -> None:
        super().__init__()
        self.config = config
        self.trunk = PyramidTrunk(config.labels, config.encoder_channels)
        inputs = config.encoder_channels[-1]
        self.heads = nn.ModuleList(
            nn.Linear(inputs, width) for width in config.widths for _ in range(PRESENCE_STATES)
        )

    def forward(self, layout: Tensor) -> Tensor:
        """`(N, L, R, R)` -> `(N, A, 2, style_dim)`; only the entry of the true state has a meaning."""
        return _stack_heads(self.heads, self.trunk(layout), self.config)


class SemDiscriminator(nn.Module):
    """D of SMILE_SEM: layout -> one logit for every attribute and state, `(N, A, 2)`."""

    def __init__(self, config: SemConfig) -> None:
        super().__init__()
        self.trunk = PyramidTrunk(config.labels, config.encoder_channels)
        self.out = nn.Linear(config.encoder_channels[-1], len(config.widths) * PRESENCE_STATES)

    def forward(self, layout: Tensor) -> Tensor:
        return self.out(self.trunk(layout)).float().view(len(layout), -1, PRESENCE_STATES)


def _stack_heads(heads: nn.ModuleList, features: Tensor, config: SemConfig) -> Tensor:
    codes = [config.tile(head(features)).float() for head in heads]
    return torch.stack(codes, dim=1).view(len(features), len(config.widths), PRESENCE_STATES, -1)
