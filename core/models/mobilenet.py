"""SMILE's attribute classifier: MobileNetV2 (Sandler et al. 2018) with one two-class head an attribute."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.models.bisenet import IMAGENET_MEAN, IMAGENET_STD

HEADS = ("male", "female", "eyeglasses", "hair", "bangs", "earrings", "hat")
"""What the released classifier's outputs mean, in their order."""
INPUT_SIZE = 224
STAGES = (
    (1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
)  # fmt: skip
"""MobileNetV2's table 2: expansion, channels, blocks, stride of the first block."""


@dataclass(frozen=True)
class AttributeNetConfig:
    """`inputs` is 3 for a network that judges pictures, 19 for one that judges label maps."""

    inputs: int = 3
    stem: int = 32
    last: int = 1280
    shared: int = 512
    hidden: int = 256
    heads: tuple[str, ...] = HEADS


def _conv(inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> list[nn.Module]:
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    return [conv, nn.BatchNorm2d(outputs)]


class InvertedResidual(nn.Module):
    """Expand by 1x1, filter each channel by 3x3, project back; with a shortcut where shapes allow."""

    def __init__(self, inputs: int, outputs: int, expansion: int, stride: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        expand = [] if expansion == 1 else [*_conv(inputs, hidden, 1), nn.ReLU6()]
        depthwise = [*_conv(hidden, hidden, 3, stride, groups=hidden), nn.ReLU6()]
        self.conv = nn.Sequential(*expand, *depthwise, *_conv(hidden, outputs, 1))
        self.keeps_shape = inputs == outputs and stride == 1

    def forward(self, x: Tensor) -> Tensor:
        return x + self.conv(x) if self.keeps_shape else self.conv(x)


class DenseUnit(nn.Module):
    """Linear, batch norm, ReLU."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, outputs)
        self.norm = nn.BatchNorm1d(outputs)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.linear(x)))


class PictureInput(nn.Module):
    """Pictures in [-1, 1], resized and brought to ImageNet's mean and spread."""

    mean: Tensor
    std: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.tensor(IMAGENET_MEAN)[:, None, None], persistent=False)
        self.register_buffer("std", torch.tensor(IMAGENET_STD)[:, None, None], persistent=False)

    def forward(self, x: Tensor) -> Tensor:
        x = F.interpolate(x, size=(INPUT_SIZE, INPUT_SIZE), mode="bilinear", align_corners=False)
        return (((x + 1) / 2).clamp(0, 1) - self.mean) / self.std


class MapInput(nn.Module):
    """One-hot label maps, resized; 0 and 1 become 1/2 and 1, as the released weights were trained with."""

    def forward(self, x: Tensor) -> Tensor:
        return (F.interpolate(x, size=(INPUT_SIZE, INPUT_SIZE), mode="nearest") + 1) / 2


class AttributeNet(nn.Module):
    """Pictures `(N, 3, H, W)` in [-1, 1], or one-hot maps `(N, 19, H, W)` -> probabilities `(N, heads)`."""

    def __init__(self, config: AttributeNetConfig) -> None:
        super().__init__()
        self.config = config
        self.prepare = MapInput() if config.inputs == NUM_LABELS else PictureInput()
        blocks: list[nn.Module] = [nn.Sequential(*_conv(config.inputs, config.stem, 3, 2), nn.ReLU6())]
        width = config.stem
        for expansion, outputs, count, stride in STAGES:
            for index in range(count):
                blocks.append(InvertedResidual(width, outputs, expansion, stride if index == 0 else 1))
                width = outputs
        self.features = nn.Sequential(*blocks)
        self.widen = nn.Sequential(*_conv(width, config.last, 1), nn.ReLU6())
        self.shared = DenseUnit(config.last, config.shared)
        self.heads = nn.ModuleList(
            nn.Sequential(DenseUnit(config.shared, config.hidden), nn.Linear(config.hidden, 2))
            for _ in config.heads
        )

    def forward(self, x: Tensor) -> Tensor:
        features = self.widen(self.features(self.prepare(x))).mean(dim=(2, 3))
        shared = self.shared(features)
        logits = torch.stack([head(shared) for head in self.heads], dim=1)
        return torch.softmax(logits.float(), dim=2)[..., 1]
