"""Exact pairs for what takes a thing off: portraits that something was drawn on, and the same without it."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset

from core.labels import Label
from core.opencv import cv2
from training.common import TrainingError
from training.data.batches import SIZE, AugmentConfig, Cache, jitter, spoilt
from training.data.pictures import rescaled

Image = NDArray[np.uint8]
Mask = NDArray[np.float32]

_LABELS = {"eyeglasses": Label.EYE_G, "hat": Label.HAT, "earrings": Label.EAR_R}
_CHANGED = 2
"""Levels by which a pixel differs that the thing or its shadow changed."""
_HIDES = 0.5
"""Opacity from which on a pixel of eyeglasses is frame, or dark lens, and not clear lens."""
_SMALLEST_LENS = 150
"""Pixels of 256; what is smaller between frame and nose pads bends no light."""
_INWARD = 6.0
"""Pixels of 256 in from a lens' edge from which on what is seen through it stays as it is seen."""


@dataclass(frozen=True)
class WornConfig:
    """Which rows of the cache. `bare_share` of the portraits wear nothing: there is nothing to take off.

    `rows` of the portraits, as shares of their height, are what the network is shown. `bend` is how much
    smaller or larger lenses make what is behind them, as a share; `bend_share` of them do.
    """

    cache: str = "runs/eyeglasses_cache"
    kind: str = "eyeglasses"
    split: str = "train"
    seed: int = 0
    rows: tuple[float, float] = (0.25, 0.75)
    bare_share: float = 0.12
    bend: float = 0.06
    bend_share: float = 0.5
    augment: AugmentConfig = field(default_factory=AugmentConfig)

    def __post_init__(self) -> None:
        if self.kind not in _LABELS:
            raise ValueError(f"data.kind is one of {', '.join(_LABELS)}, not “{self.kind}”.")


@dataclass(frozen=True, eq=False)
class Pair:
    """A portrait with and without a thing, and the masks `(H, W, 3)` uint8 of `core.models.remover`."""

    worn: Image
    bare: Image
    masks: Image


class WornBatches(Dataset[dict[str, Tensor]]):
    """Item `step` is the batch of that step: `worn`, `bare` and `masks`, uint8 `(N, H, R, 3)`.

    They are the wanted rows of portraits of R pixels a side. Of several processes, number `part[0]` of
    `part[1]` gets its share of every batch.
    """

    part: tuple[int, int] = (0, 1)

    def __init__(self, cache: Cache, config: WornConfig, batch: int, resolution: int) -> None:
        self.cache, self.config, self.batch, self.resolution = cache, config, batch, resolution
        self.band = slice(*(round(share * resolution) for share in config.rows))
        self.drawn = np.flatnonzero((cache.split == config.split) & (cache.kind == config.kind))
        if not len(self.drawn):
            raise TrainingError(
                f"The training cache in {config.cache} has no portraits with drawn {config.kind}; prepare it "
                f"with --{config.kind if config.kind != 'hat' else 'hats'} N."
            )

    def __len__(self) -> int:
        return 1 << 40

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        key = (self.config.seed, step)
        rows = np.random.default_rng(key).choice(self.drawn, self.batch)
        index, count = self.part
        share = range(index * len(rows) // count, (index + 1) * len(rows) // count)
        samples = [self.sample(int(rows[place]), np.random.default_rng((*key, place))) for place in share]
        return {key: torch.stack([s[key] for s in samples]) for key in samples[0]}

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        """One pair, moved, toned and spoilt alike."""
        cache, augment = self.cache, self.config.augment
        pair = pair_of(cache, row, self.config, rng)
        if rng.random() < self.config.bare_share:
            pair = Pair(pair.bare, pair.bare, np.zeros_like(pair.masks))
        matrix = self._scaled(jitter(rng, augment))
        mirrored = rng.random() < augment.flip
        gain = rng.uniform(1 - augment.colour, 1 + augment.colour, 3).astype(np.float32)
        chance = int(rng.integers(2**31))
        worn, bare, masks = (
            self._moved(picture, matrix, mirrored) for picture in (pair.worn, pair.bare, pair.masks)
        )
        # By the same chance: noise that only the one had would be to be taken off.
        worn, bare = (
            spoilt(picture, gain, augment.degrade, np.random.default_rng(chance)) for picture in (worn, bare)
        )
        pictures = {"worn": worn, "bare": bare, "masks": masks}
        return {name: torch.from_numpy(np.ascontiguousarray(each)) for name, each in pictures.items()}

    def _scaled(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """A move (2, 3) of portraits of 256 pixels as one into the band, at the wanted resolution."""
        matrix = rescaled(matrix, self.resolution, self.resolution)
        matrix[1, 2] -= self.band.start
        return matrix

    def _moved(self, picture: Image, matrix: NDArray[np.float64], mirrored: bool) -> Image:
        """Reduced first and moved then: what is small takes little time."""
        if self.resolution != SIZE:
            size = (self.resolution, self.resolution)
            picture = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
        size = (self.resolution, self.band.stop - self.band.start)
        out = cv2.warpAffine(picture, matrix, size, flags=cv2.INTER_LINEAR,
                             borderMode=cv2.BORDER_REFLECT_101)  # fmt: skip
        return np.asarray(out[:, ::-1] if mirrored else out, np.uint8)


def pair_of(cache: Cache, row: int, config: WornConfig, rng: np.random.Generator) -> Pair:
    """A row of the cache as a pair, its lenses bending light by chance."""
    alpha, colour = cache.alpha[row], cache.colour[row]
    bare = np.asarray(cache.images[cache.source_row[row]])
    thing = cache.labels[row] == _LABELS[config.kind]
    if config.kind == "eyeglasses" and rng.random() < config.bend_share:
        seen, bare = bent(bare, thing & (alpha < _HIDES * 255), rng.uniform(-config.bend, config.bend))
    else:
        seen = bare
    opacity = alpha[..., None].astype(np.float32) / 255
    worn = np.clip(np.round((1 - opacity) * seen + colour), 0, 255).astype(np.uint8)
    changed = np.abs(worn.astype(np.int16) - bare).max(axis=2) >= _CHANGED
    masks = np.dstack([thing * np.uint8(255), (changed & ~thing) * np.uint8(255), alpha])
    return Pair(worn, bare, masks.astype(np.uint8))


def bent(picture: Image, clear: NDArray[np.bool_], bend: float) -> tuple[Image, Image]:
    """What is seen through clear lenses that make things smaller by `bend`, and what should be left of it.

    An eye behind a lens is that of the photo and stays; where it joins the skin beside the lens, the shift
    fades away in the second picture, and breaks off at the edge in the first.
    """
    count, parts, boxes, middles = cv2.connectedComponentsWithStats(clear.astype(np.uint8))
    seen, left = picture.copy(), picture.copy()
    for part in range(1, count):
        x, y, width, height, area = (int(value) for value in boxes[part])
        if area < _SMALLEST_LENS:
            continue
        box = slice(y, y + height), slice(x, x + width)
        lens = np.pad((parts[box] == part).astype(np.uint8), 1)
        depth = np.minimum(cv2.distanceTransform(lens, cv2.DIST_L2, 3)[1:-1, 1:-1] / _INWARD, 1)
        rows, columns = np.indices((height, width), np.float32) + np.array([[[y]], [[x]]], np.float32)
        shift = np.dstack([columns - middles[part, 0], rows - middles[part, 1]]).astype(np.float32) * bend
        inside = lens[1:-1, 1:-1, None] > 0
        for out, share in ((seen, 1.0), (left, depth * depth * (3 - 2 * depth))):
            at = np.dstack([columns, rows]) + shift * np.asarray(share, np.float32)[..., None]
            found = cv2.remap(picture, np.asarray(at, np.float32), None, cv2.INTER_CUBIC,
                              borderMode=cv2.BORDER_REPLICATE)  # fmt: skip
            out[box] = np.where(inside, found, out[box])
    return seen, left
