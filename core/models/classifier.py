"""The attribute classifier: MobileNetV2 (Sandler et al. 2018) with one logit for every attribute.

It sees pictures or, as SMILE's official second one, label maps. It judges results and is part of no method:
nothing that ships learns from it.

A classifier of whole crops learns what goes together as well as what is there: who wears earrings, not where
they hang. With `window_side` every attribute is therefore judged from a window of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import torch
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


class Window(NamedTuple):
    """A square of a crop, in pixels of a crop of 256."""

    left: int
    top: int
    side: int


_CROP = 256
_WHOLE = Window(0, 0, _CROP)
WINDOWS: Mapping[str, tuple[Window, ...]] = {
    "identity": (_WHOLE,),
    "eyeglasses": (Window(56, 49, 144),),
    "hair": (_WHOLE,),
    "bangs": (Window(56, 8, 144),),
    "earrings": (Window(8, 104, 96), Window(152, 104, 96)),
    "hat": (Window(24, 0, 208),),
}
"""Where each attribute of SMILE shows on an aligned face; the surest of several counts."""
SHOWN_ANYWHERE = frozenset(name for name, windows in WINDOWS.items() if windows == (_WHOLE,))
"""Attributes that the whole crop has to be looked at for."""

_VIEWS = tuple(dict.fromkeys(window for windows in WINDOWS.values() for window in windows))
_VIEWS_OF = tuple([_VIEWS.index(window) for window in windows] for windows in WINDOWS.values())


@dataclass(frozen=True)
class ClassifierConfig:
    """`width` scales the channels of MobileNetV2, `features` is the width of the last convolution.

    `channels` are those of what it sees: 3 of pictures, 19 of one-hot label maps. `window_side` is the side
    in pixels at which every window of `WINDOWS` is looked at; 0 judges everything from the whole crop.
    """

    attributes: int = 6
    channels: int = 3
    width: float = 1.0
    features: int = 1280
    window_side: int = 0


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
        if not self.config.window_side:
            return self._logits(crop)
        logits = self._logits(torch.cat([self._view(crop, window) for window in _VIEWS]))
        views = logits.view(len(_VIEWS), len(crop), -1)
        return torch.stack([views[of, :, i].amax(dim=0) for i, of in enumerate(_VIEWS_OF)], dim=1)

    def _logits(self, crop: Tensor) -> Tensor:
        return self.out(self.pooled(self.maps(crop)[-1])).float()

    def _view(self, crop: Tensor, window: Window) -> Tensor:
        left, top, side = (round(number * crop.shape[-1] / _CROP) for number in window)
        part = crop[:, :, top : top + side, left : left + side]
        return F.adaptive_avg_pool2d(part, self.config.window_side)

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
