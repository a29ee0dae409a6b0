"""The attribute classifier: MobileNetV2 (Sandler et al. 2018) with one logit for every attribute.

It sees pictures or, as SMILE's official second one, label maps. It judges results and is part of no method:
nothing that ships learns from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F

_STAGES = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)
"""Expansion, channels, blocks and first stride of every stage (the paper's table 2)."""


@dataclass(frozen=True)
class ClassifierConfig:
    """`width` scales the channels of MobileNetV2, `features` is the width of the last convolution.

    `channels` are those of what it sees: 3 of pictures, 19 of one-hot label maps.
    """

    attributes: int = 6
    channels: int = 3
    width: float = 1.0
    features: int = 1280


def _conv(inputs: int, outputs: int, kernel: int = 1, stride: int = 1, groups: int = 1) -> nn.Sequential:
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, groups=groups, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


class InvertedResidual(nn.Module):
    """Widen, filter each channel by itself, narrow without an activation; a shortcut where shapes agree."""

    def __init__(self, inputs: int, outputs: int, stride: int, expansion: int) -> None:
        super().__init__()
        hidden = inputs * expansion
        self.widen = _conv(inputs, hidden) if expansion > 1 else None
        self.filter = _conv(hidden, hidden, 3, stride, groups=hidden)
        self.narrow = _conv(hidden, outputs)
        self.shortcut = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        y = x if self.widen is None else F.relu6(self.widen(x))
        y = self.narrow(F.relu6(self.filter(y)))
        return x + y if self.shortcut else y


class Classifier(nn.Module):
    """Crop `(N, channels, H, W)` -> logits `(N, attributes)`, in the order of `ATTRIBUTES`.

    Pictures are in [-1, 1], label maps one-hot.
    """

    def __init__(self, config: ClassifierConfig) -> None:
        super().__init__()
        self.config = config
        channels = _scaled(32, config.width)
        self.stem = _conv(config.channels, channels, 3, 2)
        self.stages = nn.ModuleList()
        for expansion, wanted, blocks, stride in _STAGES:
            stage: list[nn.Module] = []
            for index in range(blocks):
                outputs = _scaled(wanted, config.width)
                stage.append(InvertedResidual(channels, outputs, stride if index == 0 else 1, expansion))
                channels = outputs
            self.stages.append(nn.Sequential(*stage))
        self.last = _conv(channels, config.features)
        self.out = nn.Linear(config.features, config.attributes)

    def forward(self, crop: Tensor) -> Tensor:
        return self.out(self.pooled(self.maps(crop)[-1])).float()

    def maps(self, crop: Tensor) -> list[Tensor]:
        """Feature maps of every stage and of the last convolution, fine to coarse."""
        x = F.relu6(self.stem(crop))
        found: list[Tensor] = []
        for stage in self.stages:
            x = stage(x)
            found.append(x)
        found.append(F.relu6(self.last(x)))
        return found

    def pooled(self, last: Tensor) -> Tensor:
        """The vector `(N, features)` that the decision is made from; what Frechet distances compare."""
        return last.mean(dim=(2, 3))


def _scaled(channels: int, width: float) -> int:
    """Channels times width, to a multiple of 8, never below nine tenths of it (as the paper's code)."""
    scaled = max(8, int(channels * width + 4) // 8 * 8)
    return scaled + 8 if scaled < 0.9 * channels * width else scaled
