"""A patch of a crop, placed: what tests of compositing and pasting share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.compose import Patch
from core.methods.smile.drawing import changes_of
from core.photo import Photo, photo_from_array
from core.render.change import Change
from core.render.paste import over_crop, paste

UPRIGHT = np.array([[1.0, 0, 0], [0, 1.0, 0]])


@dataclass(frozen=True, eq=False)
class Placed:
    """A patch and where it goes."""

    patch: Patch
    transform: NDArray[np.float64]
    crop: NDArray[np.uint8]
    label_map: NDArray[np.uint8]

    def changes(self, photo: Photo) -> tuple[Change, ...]:
        skin = self.label_map == Label.SKIN
        return changes_of(self.patch, self.transform, self.crop, skin, photo)

    def paste(self, photo: Photo, pixels: NDArray[np.generic]) -> None:
        paste(photo, pixels, self.changes(photo))


def shown(crop: NDArray[np.uint8], patch: Patch) -> NDArray[np.uint8]:
    """The crop as the patch leaves it."""
    placed = Placed(patch, UPRIGHT, crop, np.zeros(crop.shape[:2], np.uint8))
    return over_crop(crop, UPRIGHT, placed.changes(photo_from_array(crop)))[0]
