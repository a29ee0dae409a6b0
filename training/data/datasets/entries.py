"""Helpers that the readers share: entries, splits, pictures of 256 pixels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2
from training.common import TrainingError
from training.data.portraits import PortraitEntry

SIZE = 256
UNKNOWN, UNSEEN = "-1", "?"
SUFFIXES = (".jpg", ".jpeg", ".png", ".webp")
NO_MESH = np.zeros((0, 3), np.float32)
HELD_OUT = 20
"""One picture in so many is for validation where a data set has no split of its own."""

_ATTRIBUTES = ("male", "glasses", "sunglasses", "hat", "earrings", "bangs", "hair_amount")


def entry_of(name: str, split: str, **attributes: str) -> PortraitEntry:
    """An entry whose attributes are unknown but for those given; every picture counts as a person."""
    return PortraitEntry(name, split, name, {**dict.fromkeys(_ATTRIBUTES, UNKNOWN), **attributes})


def hashed_split(name: str) -> str:
    """Always the same for a name, whatever else lies in the folder."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big")
    return "val" if number % HELD_OUT == 0 else "train"


def pictures_below(folder: Path, without: tuple[str, ...] = ()) -> Iterator[Path]:
    """Every picture in the folder and below, in order, but for top folders named in `without`."""
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES and path.relative_to(folder).parts[0] not in without:
            yield path


def read_rgb(path: Path, size: int = SIZE) -> NDArray[np.uint8]:
    """RGB `(size, size, 3)` of a square picture. Raises `TrainingError` for others and unreadable ones."""
    rgb = np.ascontiguousarray(_decoded(path, cv2.IMREAD_COLOR)[..., ::-1])
    if rgb.shape[0] != rgb.shape[1]:
        raise TrainingError(f"{path} is not square; pictures of this kind of data set are aligned crops.")
    return _resized(rgb, size)


def read_centre(path: Path, side: int, size: int = SIZE) -> NDArray[np.uint8]:
    """RGB `(size, size, 3)` of the square of `side` pixels in the middle of a picture.

    Raises `TrainingError` for smaller and unreadable pictures.
    """
    bgr = _decoded(path, cv2.IMREAD_COLOR)
    top, left = ((length - side) // 2 for length in bgr.shape[:2])
    if min(top, left) < 0:
        raise TrainingError(f"{path} is smaller than the {side} pixels that are cut from its middle.")
    return _resized(np.ascontiguousarray(bgr[top : top + side, left : left + side, ::-1]), size)


def _resized(rgb: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    if rgb.shape[0] == size:
        return rgb
    how = cv2.INTER_AREA if rgb.shape[0] > size else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(rgb, (size, size), interpolation=how), np.uint8)


def read_ids(path: Path, size: int = SIZE) -> NDArray[np.uint8]:
    """A label map `(size, size)`: of each cell the pixel in the middle."""
    ids = _decoded(path, cv2.IMREAD_UNCHANGED)
    if ids.ndim != 2 or ids.shape[0] != ids.shape[1]:
        raise TrainingError(f"{path} is not a label map: a square grey picture of label numbers.")
    return shrink_ids(ids, size)


def shrink_ids(ids: NDArray[np.uint8], size: int = SIZE) -> NDArray[np.uint8]:
    """Nearest resampling of a square map to `(size, size)`, from the middle of every cell."""
    places = ((np.arange(size) + 0.5) * ids.shape[0] / size).astype(int)
    return np.ascontiguousarray(ids[np.ix_(places, places)])


def _decoded(path: Path, flags: int) -> NDArray[np.uint8]:
    try:
        picture = cv2.imdecode(np.fromfile(path, np.uint8), flags)
    except (OSError, cv2.error):
        picture = None
    if picture is None:
        raise TrainingError(f"{path} is not a readable picture.")
    return np.asarray(picture, np.uint8)
