"""A face with its surroundings: the square of the crop, larger, and what is hair in it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face import CROP_SIZE
from core.labels import Label
from core.methods.context import Context
from core.opencv import cv2
from core.render.analyse import face_crop, fade_mask
from core.render.change import Matrix
from core.render.filters import Area, Mask

REACH = 1.5
"""Times the crop's side: most hair that hangs or is put up ends in it, and the parser still knows it
there."""


@dataclass(frozen=True, eq=False)
class Around:
    """`picture` (S, S, 3) with the crop in its middle, pixel for pixel; `transform` (2, 3) takes its
    coordinates to the photo's; `fade` (S, S) is 0 at its border where the photo goes on beyond.

    `label_map` (S, S) is the crop's; beyond it only hair is known, and all else is background.
    """

    picture: NDArray[np.uint8]
    transform: Matrix
    fade: Mask
    label_map: NDArray[np.uint8]

    @property
    def hair(self) -> Area:
        return self.label_map == Label.HAIR


def look_around(context: Context, reach: float = REACH) -> Around:
    """The face of the context in a square `reach` times its crop. Hair inside the crop is what the crop
    shows; beyond, what the parser sees in the whole, as far as it hangs together with it."""
    face, photo = context.face, context.document.photo
    margin = round((reach - 1) / 2 * CROP_SIZE)
    size = CROP_SIZE + 2 * margin
    transform = begun_at(face.transform, -margin, -margin)
    stretched = as_crop(transform, size)
    picture, inside = face_crop(photo, stretched, size)
    small = np.asarray(cv2.resize(picture, (CROP_SIZE, CROP_SIZE), interpolation=cv2.INTER_AREA), np.uint8)
    seen = context.parse(small).label_map == Label.HAIR
    square = (size, size)
    hair = np.asarray(cv2.resize(seen.astype(np.float32), square), np.float32) > 0.5
    middle = slice(margin, margin + CROP_SIZE)
    hair[middle, middle] = own = face.label_map == Label.HAIR
    connected = _hanging_on(hair & (inside > 0.5), middle, own)
    fade = cv2.resize(fade_mask(stretched, photo.width, photo.height), square)
    label_map = np.where(connected, np.uint8(Label.HAIR), np.uint8(Label.BACKGROUND))
    label_map[middle, middle] = face.label_map
    return Around(picture, transform, np.asarray(fade, np.float32), label_map)


def begun_at(transform: Matrix, x: float, y: float) -> Matrix:
    """The transform (2, 3) of a grid that begins at (x, y) of another, of the same cells."""
    found = transform.astype(np.float64).copy()
    found[:, 2] += found[:, :2] @ (x, y)
    return found


def as_crop(transform: Matrix, size: int) -> Matrix:
    """The transform (2, 3) of a grid of `size` cells a side as that of a crop, whose coordinates run to 256
    whatever it shows."""
    found = transform.copy()
    found[:, :2] *= size / CROP_SIZE
    return found


def _hanging_on(hair: Area, middle: slice, own: Area) -> Area:
    """The hair beyond the crop that touches the crop's own, and that."""
    parts = np.asarray(cv2.connectedComponents(hair.astype(np.uint8), connectivity=8)[1], np.int32)
    kept = np.unique(parts[middle, middle][own])
    return np.isin(parts, kept[kept > 0])
