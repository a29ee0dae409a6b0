"""What hats are made of, seen from near: relief and shade of felt, knit, straw, cotton and tweed.

Each is a square that repeats, `SIDE` mm wide, drawn once. Where a pixel is wider than a thread, threads are
averaged before they are looked up, so that nothing glitters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.methods.accessories.hat_style import Cloth
from core.opencv import cv2

Picture = NDArray[np.floating]
SIDE = 48.0
_FINE = 8
"""Pixels a millimetre."""


@dataclass(frozen=True, eq=False)
class Weave:
    """`slopes (S, S, 2)` of the relief across and down (rise over run), and `shade (S, S)`, 1 on average."""

    slopes: Picture
    shade: Picture

    def averaged(self, pixel: float) -> Weave:
        """As pixels `pixel` mm wide see it."""
        sigma = 0.45 * pixel * _FINE
        if sigma < 0.4:
            return self
        return Weave(_wrapped_blur(self.slopes, sigma), _wrapped_blur(self.shade, sigma))

    def at(self, across: Picture, down: Picture) -> tuple[Picture, Picture]:
        """Slopes `(N, 2)` and shade `(N,)` at places in mm."""
        size = self.shade.shape[0]
        x, y = (np.mod(value * _FINE, size).astype(np.float32) for value in (across, down))
        both = np.dstack([self.slopes, self.shade])
        found = _read(both, x, y)
        return found[:, :2], found[:, 2]


@cache
def weave(cloth: Cloth) -> Weave:
    """The weave of a cloth."""
    size = int(SIDE * _FINE)
    axis = (np.arange(size, dtype=np.float32) + 0.5) / _FINE
    x, y = np.meshgrid(axis, axis)
    rng = np.random.default_rng(7)
    height, shade = {"felt": _felt, "knit": _knit, "straw": _straw, "cotton": _cotton, "tweed": _tweed,
                     "leather": _leather}[cloth](x, y, rng)  # fmt: skip
    across = (np.roll(height, -1, 1) - np.roll(height, 1, 1)) * (_FINE / 2)
    down = (np.roll(height, -1, 0) - np.roll(height, 1, 0)) * (_FINE / 2)
    slopes = np.clip(np.dstack([across, down]), -1.5, 1.5).astype(np.float32)
    return Weave(slopes, (shade / shade.mean()).astype(np.float32))


def _felt(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """Pressed hair: no threads, fine fuzz and broad unevenness."""
    fine, broad = _noise(x.shape, 1.4, rng), _noise(x.shape, 14, rng)
    return 0.035 * fine + 0.10 * broad, 1 + 0.05 * _noise(x.shape, 1.0, rng) + 0.025 * broad


def _knit(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """Stockinette: columns of V, each leg a bulge that leans."""
    wide, tall = 4.0, 3.0
    column = np.abs(np.mod(x + 0.05 * _noise(x.shape, 12, rng), wide) - wide / 2) / (
        wide / 2
    )  # 0 between the legs
    phase = np.mod(y + 1.5 * column + 0.06 * _noise(x.shape, 8, rng), tall) / tall
    leg = np.sqrt(np.clip(1 - ((column - 0.5) / 0.52) ** 2, 0, 1))
    bulge = np.sqrt(np.clip(1 - ((phase - 0.5) / 0.53) ** 2, 0, 1))
    height = 0.9 * leg * bulge + 0.03 * _noise(x.shape, 1.0, rng)
    return height, 0.62 + 0.38 * leg * bulge + 0.06 * _noise(x.shape, 1.2, rng)


def _straw(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """A braid sewn round and round: strands that cross over and under, and the step from row to row."""
    row = 6.0
    within = np.mod(y, row) / row
    lean = np.where(within < 0.5, x + y * 1.1, x - y * 1.1)
    strand = np.mod(lean, 3.0) / 3.0
    number = np.floor(lean / 3.0) + 31 * np.floor(y / row) + 17 * (within < 0.5)
    tone = np.modf(np.abs(np.sin(number * 12.9898) * 43758.5))[0]
    bulge = np.sqrt(np.clip(1 - ((strand - 0.5) / 0.52) ** 2, 0, 1))
    step = np.sqrt(np.clip(1 - ((within - 0.5) / 0.53) ** 2, 0, 1))
    fibre = _noise(x.shape, 0.8, rng)
    return 0.5 * bulge * step + 0.02 * fibre, (0.55 + 0.45 * bulge * step) * (
        0.86 + 0.28 * tone
    ) + 0.03 * fibre


def _cotton(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """Twill: fine slanted ribs."""
    rib = np.cos((x + y) * (2 * np.pi / 1.0))
    uneven = _noise(x.shape, 2.0, rng)
    return 0.035 * rib + 0.02 * uneven + 0.10 * _noise(x.shape, 18, rng), 1 + 0.06 * rib + 0.035 * uneven


def _tweed(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    """Herringbone: ribs that lean one way and then the other, of uneven yarn."""
    band = np.mod(x, 12.0) < 6.0
    rib = np.where(band, np.cos((x + y) * (2 * np.pi / 2.0)), np.cos((x - y) * (2 * np.pi / 2.0)))
    yarn = _noise(x.shape, 2.2, rng)
    return 0.08 * rib + 0.05 * yarn, 1 + 0.20 * rib + 0.14 * yarn


def _leather(x: Picture, y: Picture, rng: np.random.Generator) -> tuple[Picture, Picture]:
    grain = _noise(x.shape, 3.0, rng)
    return 0.06 * grain + 0.15 * _noise(x.shape, 20, rng), 1 + 0.04 * grain


def _noise(shape: tuple[int, ...], sigma: float, rng: np.random.Generator) -> Picture:
    """Noise that repeats, of spread 1."""
    made = _wrapped_blur(rng.standard_normal(shape, np.float32), sigma)
    return made / max(float(made.std()), 1e-6)


def _wrapped_blur(picture: Picture, sigma: float) -> Picture:
    pad = min(int(4 * sigma) + 1, picture.shape[0])
    wide = cv2.copyMakeBorder(picture, pad, pad, pad, pad, cv2.BORDER_WRAP)
    return np.asarray(cv2.GaussianBlur(wide, (0, 0), sigma), np.float32)[pad:-pad, pad:-pad]


def _read(picture: Picture, x: Picture, y: Picture) -> Picture:
    count, wide = len(x), max(1, min(len(x), 16384))
    pad = -count % wide
    x, y = (np.pad(a, (0, pad)).reshape(-1, wide) for a in (x, y))
    found = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_WRAP)
    return np.asarray(found, np.float32).reshape(-1, picture.shape[2])[:count]
