"""FFHQ, or any folder of pictures in its alignment, of any square size.

Label maps (ids of CelebAMask-HQ, any square size) are read from `labels/`, by the picture's path below the
folder or by its name; pictures without one are parsed by a pack, at 256 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.data.datasets.entries import (
    NO_MESH,
    UNSEEN,
    entry_of,
    hashed_split,
    pictures_below,
    read_ids,
    read_rgb,
)
from training.data.datasets.parsing import Parsing
from training.data.portraits import PortraitEntry

LABELS = "labels"
FIRST_VALIDATION = 60_000
"""FFHQ's own split: pictures 60000 to 69999 are for validation."""


class Ffhq:
    """The data set in `folder`, pictures directly in it or below."""

    has_meshes = False

    def __init__(self, folder: Path, parsing: Parsing) -> None:
        self.folder, self._parsing = folder, parsing
        self._files = {_name(path, folder): path for path in pictures_below(folder, without=(LABELS,))}
        self.entries: Sequence[PortraitEntry] = tuple(
            entry_of(name, _split(path.stem), glasses=UNSEEN, hat=UNSEEN, earrings=UNSEEN)
            for name, path in self._files.items()
        )

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        return read_rgb(self._files[portrait_id])

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        path = self._files[portrait_id]
        below = path.relative_to(self.folder).with_suffix(".png")
        for candidate in (self.folder / LABELS / below, self.folder / LABELS / below.name):
            if candidate.exists():
                return read_ids(candidate)
        return self._parsing.networks.parse(self.image(portrait_id))[0]

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        return NO_MESH


def _name(path: Path, folder: Path) -> str:
    return "-".join(path.relative_to(folder).with_suffix("").parts)


def _split(stem: str) -> str:
    if len(stem) == 5 and stem.isdecimal():
        return "val" if int(stem) >= FIRST_VALIDATION else "train"
    return hashed_split(stem)
