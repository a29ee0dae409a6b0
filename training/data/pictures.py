"""Batches of aligned pictures from folders, without label maps; each is a function of seed and step alone.

A folder is one of portraits (`images/`, `manifest.csv` with a split), or any folder of square pictures in
FFHQ's alignment, in subfolders or not.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset

from core.opencv import cv2
from training.common import TrainingError
from training.data.batches import SIZE, AugmentConfig, jitter
from training.data.datasets.entries import hashed_split, pictures_below

_MOST_MIRRORED = 0.02
"""Share of a portrait that may be its own mirror image, beyond the border of the photo it comes from."""


@dataclass(frozen=True)
class PicturesConfig:
    """Which pictures. `more` is a second folder, which gives `more_share` of every batch, rounded down."""

    folder: str = "../shared/portraits"
    more: str = ""
    more_share: float = 0.25
    split: str = "train"
    seed: int = 0
    augment: AugmentConfig = field(default_factory=AugmentConfig)


@dataclass(frozen=True)
class Pictures:
    """The files of a split: those of the folder, and those of the second one."""

    files: Sequence[Path]
    more: Sequence[Path]


def open_pictures(config: PicturesConfig) -> Pictures:
    """The files that a run draws from. Raises `TrainingError` where there are none."""
    more = picture_files(Path(config.more), config.split) if config.more else []
    return Pictures(picture_files(Path(config.folder), config.split), more)


def picture_files(folder: Path, split: str) -> list[Path]:
    """The pictures of a split in a folder. Raises `TrainingError` where there are none."""
    manifest = folder / "manifest.csv"
    files = _listed(folder, manifest, split) if manifest.is_file() else _unlisted(folder, split)
    if not files:
        raise TrainingError(
            f"There are no pictures of the split “{split}” in {folder}; name a folder of aligned square "
            "pictures (--data FOLDER)."
        )
    return files


def _listed(folder: Path, manifest: Path, split: str) -> list[Path]:
    with manifest.open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    whole = (row for row in rows if float(row.get("pad") or 0) <= _MOST_MIRRORED)
    return [folder / "images" / f"{row['id']}.jpg" for row in whole]


def _unlisted(folder: Path, split: str) -> list[Path]:
    return [path for path in pictures_below(folder) if hashed_split(path.stem) == split]


class PictureBatches(Dataset[dict[str, Tensor]]):
    """Item `step` is the batch of that step: `rgb` uint8 `(N, R, R, 3)`.

    Of several processes, number `part[0]` of `part[1]` gets its share of every batch.
    """

    part: tuple[int, int] = (0, 1)

    def __init__(self, pictures: Pictures, config: PicturesConfig, batch: int, resolution: int) -> None:
        self.pictures, self.config, self.batch, self.resolution = pictures, config, batch, resolution

    def __len__(self) -> int:
        return 1 << 40

    def chosen(self, rng: np.random.Generator) -> list[Path]:
        """The files of one batch, those of the second folder spread over it."""
        count = int(self.batch * self.config.more_share) if self.pictures.more else 0
        own = rng.choice(len(self.pictures.files), self.batch - count)
        more = rng.choice(len(self.pictures.more), count) if count else []
        files = [self.pictures.files[i] for i in own] + [self.pictures.more[i] for i in more]
        return [files[i] for i in rng.permutation(self.batch)]

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        key = (self.config.seed, step)
        files = self.chosen(np.random.default_rng(key))
        index, count = self.part
        share = range(index * len(files) // count, (index + 1) * len(files) // count)
        rgb = [self.sample(files[place], np.random.default_rng((*key, place))) for place in share]
        return {"rgb": torch.stack([torch.from_numpy(each) for each in rgb])}

    def sample(self, path: Path, rng: np.random.Generator) -> NDArray[np.uint8]:
        """One picture `(R, R, 3)`, moved and toned by chance."""
        augment, picture = self.config.augment, _read(path)
        side = picture.shape[0]
        matrix = jitter(rng, augment)
        mirrored = rng.random() < augment.flip
        gain = rng.uniform(1 - augment.colour, 1 + augment.colour, 3)
        # The jitter is in pixels of 256; the picture is reduced to the wanted size in the same go.
        larger = max(side, self.resolution)
        matrix = rescaled(matrix, side, larger)
        if not _is_identity(matrix):
            picture = cv2.warpAffine(picture, matrix, (larger, larger), flags=cv2.INTER_LINEAR,
                                     borderMode=cv2.BORDER_REFLECT_101)  # fmt: skip
        if picture.shape[0] != self.resolution:
            size = (self.resolution, self.resolution)
            picture = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
        toned = np.asarray(picture, np.float32) * gain.astype(np.float32) if augment.colour else picture
        toned = np.clip(np.rint(toned), 0, 255).astype(np.uint8)
        return np.ascontiguousarray(toned[:, ::-1] if mirrored else toned)


def rescaled(matrix: NDArray[np.float64], side: int, wanted: int) -> NDArray[np.float64]:
    """An affine of pictures of 256 pixels for one of `side` that becomes one of `wanted`."""

    def by(factor: float) -> NDArray[np.float64]:
        """Scaling that keeps pixel centres at .5, for OpenCV's, which lie at whole numbers."""
        shift = 0.5 * factor - 0.5
        return np.array([[factor, 0, shift], [0, factor, shift], [0, 0, 1]])

    whole = np.vstack([matrix, [0, 0, 1]])
    return np.asarray((by(wanted / SIZE) @ whole @ by(SIZE / side))[:2], np.float64)


def _is_identity(matrix: NDArray[np.float64]) -> bool:
    return bool(np.allclose(matrix, np.eye(2, 3), atol=1e-6))


def _read(path: Path) -> NDArray[np.uint8]:
    try:
        picture = cv2.imdecode(np.fromfile(path, np.uint8), cv2.IMREAD_COLOR)
    except (OSError, cv2.error):
        picture = None
    if picture is None or picture.shape[0] != picture.shape[1]:
        raise TrainingError(f"{path} is not a readable square picture.")
    return np.ascontiguousarray(np.asarray(picture, np.uint8)[..., ::-1])
