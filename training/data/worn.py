"""Exact pairs for what takes a thing off: portraits that something was drawn on, and the same without it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.labels import NUM_LABELS, Label
from core.methods.accessories.removal import carried_on
from core.opencv import cv2
from core.render.change import sampled
from training.common import TrainingError, autocast, picture, place
from training.data.batches import SIZE, AugmentConfig, Cache, StepBatches, jitter, spoilt
from training.data.pictures import rescaled

Image = NDArray[np.uint8]
Mask = NDArray[np.float32]

SEEN = "seen.npy"
_TOGETHER = 8
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
    rows: tuple[float, float] = (0.3125, 0.6875)
    bare_share: float = 0.12
    bend: float = 0.06
    bend_share: float = 0.5
    augment: AugmentConfig = field(default_factory=AugmentConfig)

    def __post_init__(self) -> None:
        if self.kind not in _LABELS:
            raise ValueError(f"data.kind is one of {', '.join(_LABELS)}, not “{self.kind}”.")


@dataclass(frozen=True, eq=False)
class Pair:
    """A portrait with and without a thing, and the masks `(H, W, 2)` uint8 of `core.models.remover`."""

    worn: Image
    bare: Image
    masks: Image


class WornBatches(StepBatches):
    """Uint8: `worn`, `filled` and `bare` `(N, H, R, 3)`, `seen`
    `(N, H, R, 1)` and `masks` `(N, H, R, 2)`; see `core.models.remover`.

    They are the wanted rows of portraits of R pixels a side.
    """

    def __init__(self, cache: Cache, config: WornConfig, batch: int, resolution: int) -> None:
        self.cache, self.config, self.batch, self.resolution = cache, config, batch, resolution
        self.seed = config.seed
        open_seen(Path(config.cache), len(cache.ids))
        self.band = slice(*(round(share * resolution) for share in config.rows))
        self.drawn = np.flatnonzero((cache.split == config.split) & (cache.kind == config.kind))
        if not len(self.drawn):
            raise TrainingError(
                f"The training cache in {config.cache} has no portraits with drawn {config.kind}; prepare it "
                f"with --{config.kind if config.kind != 'hat' else 'hats'} N."
            )

    @cached_property
    def seen(self) -> NDArray[np.uint8]:
        """Opened by the process that needs it: a mapped file that is handed on becomes a copy."""
        return open_seen(Path(self.config.cache), len(self.cache.ids))

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        return rng.choice(self.drawn, self.batch)

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        """One pair, moved, toned and spoilt alike."""
        cache, augment = self.cache, self.config.augment
        pair = pair_of(cache, row, self.config, rng)
        if rng.random() < self.config.bare_share:
            pair = Pair(pair.bare, pair.bare, np.zeros_like(pair.masks))
            row = int(cache.source_row[row])
        matrix = self._scaled(jitter(rng, augment))
        mirrored = rng.random() < augment.flip
        gain = rng.uniform(1 - augment.colour, 1 + augment.colour, 3).astype(np.float32)
        chance = int(rng.integers(2**31))
        known = np.dstack([pair.masks, self.seen[row]])
        worn, bare, known = (
            self._moved(picture, matrix, mirrored) for picture in (pair.worn, pair.bare, known)
        )
        # By the same chance: noise that only the one had would be to be taken off.
        worn, bare = (
            spoilt(picture, gain, augment.degrade, np.random.default_rng(chance)) for picture in (worn, bare)
        )
        masks, seen = known[..., :2], known[..., 2]
        filled = carried_on(worn, np.asarray(seen, np.float32) / np.float32(255), SIZE / self.resolution)
        pictures = {"worn": worn, "filled": filled, "bare": bare, "masks": masks,
                    "seen": seen[..., None]}  # fmt: skip
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


def open_seen(folder: Path, rows: int) -> NDArray[np.uint8]:
    """What the parser saw in every row of a cache. Raises `TrainingError` where `write_seen` did not run."""
    path = folder / SEEN
    if not path.is_file():
        raise TrainingError(
            f"What the parser sees is not in {folder}; this writes it: "
            f"python -m training.cli see --cache {folder}"
        )
    seen = np.load(path, mmap_mode="r")
    if len(seen) != rows:
        raise TrainingError(f"{path} is of another cache; write it again.")
    return seen


@torch.inference_mode()
def write_seen(folder: Path, parser: nn.Module) -> int:
    """Write how opaque accessories are to the parser, in every row of a cache; returns how many rows."""
    images = np.load(folder / "images.npy", mmap_mode="r")
    part = folder / f"{SEEN}.part"
    seen = np.lib.format.open_memmap(part, "w+", np.uint8, images.shape[:3])
    place(parser, torch.device("cpu"))
    for first in range(0, len(images), _TOGETHER):
        rows = slice(first, first + _TOGETHER)
        with autocast(torch.device("cpu"), "bf16"):
            logits = parser(picture(torch.from_numpy(images[rows].copy())))
        seen[rows] = (torch.sigmoid(logits[:, NUM_LABELS].float()) * 255).round().to(torch.uint8).numpy()
    seen.flush()
    os.replace(part, folder / SEEN)
    return len(images)


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
    return Pair(worn, bare, np.dstack([changed * np.uint8(255), alpha]))


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
            found = np.clip(np.rint(sampled(picture, np.asarray(at, np.float32))), 0, 255)
            out[box] = np.where(inside, found.astype(np.uint8), out[box])
    return seen, left
