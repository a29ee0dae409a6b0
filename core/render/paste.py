"""Laying changes over a photo: at full resolution, strip by strip, or over one face's crop."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.face import transform_scale
from core.opencv import cv2
from core.photo import Photo, from_srgb, to_srgb
from core.render.change import (
    Change,
    Field,
    Image,
    Levels,
    Mask,
    Matrix,
    View,
    finer_by,
    moved,
    smoothed,
)

_STRIP_PIXELS = 1_000_000


@dataclass(frozen=True)
class Box:
    """Pixels [left, right) x [top, bottom) of a photo, and the view of them at full size."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """(width, height), as OpenCV wants it."""
        return self.right - self.left, self.bottom - self.top

    @property
    def slices(self) -> tuple[slice, slice]:
        return slice(self.top, self.bottom), slice(self.left, self.right)

    @property
    def fine(self) -> bool:
        return True

    def seen(
        self, layer: NDArray[np.float32], transform: Matrix, interpolation: int = cv2.INTER_CUBIC
    ) -> Image:
        """A change's layer as the box's pixels see it; 0 outside its grid."""
        matrix = centred(transform, self)
        warped = cv2.warpAffine(layer, matrix, self.size, flags=interpolation, borderMode=cv2.BORDER_CONSTANT)
        return np.asarray(warped, np.float32)

    def steps(self, transform: Matrix) -> Matrix:
        """What a step of a grid with that transform is in the photo's pixels (2, 2)."""
        return transform[:, :2]

    def strips(self) -> Iterator[Box]:
        """The box in pieces of at most a million pixels, top to bottom."""
        rows = max(1, _STRIP_PIXELS // max(1, self.right - self.left))
        for top in range(self.top, self.bottom, rows):
            yield Box(self.left, top, self.right, min(top + rows, self.bottom))

    def grown(self, by: int, width: int, height: int) -> Box:
        """The box with a margin, within a photo of that size."""
        left, top = max(self.left - by, 0), max(self.top - by, 0)
        return Box(left, top, min(self.right + by, width), min(self.bottom + by, height))

    def united(self, other: Box) -> Box:
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, eq=False)
class CropView:
    """A face's crop as a view: `transform` (2, 3) takes its coordinates to the photo's."""

    transform: Matrix
    side: int

    @property
    def fine(self) -> bool:
        return False

    def seen(
        self, layer: NDArray[np.float32], transform: Matrix, interpolation: int = cv2.INTER_CUBIC
    ) -> Image:
        """A change's layer as the crop sees it; one on the crop's own grid is itself."""
        if layer.shape[:2] == (self.side, self.side) and np.array_equal(transform, self.transform):
            return layer
        matrix = self._onto(transform)
        layer = smoothed(layer, finer_by(transform_scale(matrix)))
        size = (self.side, self.side)
        warped = cv2.warpAffine(layer, centred(matrix, Box(0, 0, *size)), size, flags=interpolation)
        return np.asarray(warped, np.float32)

    def steps(self, transform: Matrix) -> Matrix:
        """What a step of a grid with that transform is in the crop's pixels (2, 2)."""
        return self._onto(transform)[:, :2]

    def _onto(self, transform: Matrix) -> Matrix:
        """From such a grid to the crop (2, 3)."""
        whole = np.vstack([self.transform, [0, 0, 1]]), np.vstack([transform, [0, 0, 1]])
        return np.asarray(np.linalg.solve(*whole)[:2], np.float64)


def over_crop(
    crop: NDArray[np.uint8], transform: Matrix, changes: Iterable[Change]
) -> tuple[NDArray[np.uint8], Mask]:
    """The crop (S, S, 3) with the changes, and where it changed (S, S) in 0..1. Other pixels keep their
    value."""
    seen = [change for change in changes if change.touched.any()]
    if not seen:
        return crop, np.zeros(crop.shape[:2], np.float32)
    picture, reach = _laid(seen, crop.astype(np.float32), CropView(transform, crop.shape[0]))
    touched = np.clip(reach, 0, 1)
    edited = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    return np.where(touched[..., None] > 0, edited, crop), touched


def paste(photo: Photo, pixels: NDArray[Any], changes: Sequence[Change]) -> None:
    """Change `pixels` (H, W, 3), a writable copy in the photo's own depth and colours, in order.

    `photo` is the one without any changes. What moves pixels needs those before it done.
    """
    waiting: list[Change] = []
    for change in changes:
        if isinstance(change, Field):
            _lay_together(photo, pixels, waiting)
            _move(pixels, photo.depth_max, change)
            waiting = []
        else:
            waiting.append(change)
    _lay_together(photo, pixels, waiting)


def touched_box(change: Change, width: int, height: int) -> Box | None:
    """The photo's pixels that a change may touch, or None."""
    rows = np.flatnonzero(change.touched.any(axis=1))
    columns = np.flatnonzero(change.touched.any(axis=0))
    if rows.size == 0:
        return None
    left, right = columns[0] - 1.0, columns[-1] + 2.0  # bilinear masks reach one pixel of the grid further
    top, bottom = rows[0] - 1.0, rows[-1] + 2.0
    corners = np.array([[left, top, 1], [right, top, 1], [left, bottom, 1], [right, bottom, 1]])
    x, y = (corners @ change.transform.T).T
    box = Box(
        max(int(np.floor(x.min())), 0),
        max(int(np.floor(y.min())), 0),
        min(int(np.ceil(x.max())) + 1, width),
        min(int(np.ceil(y.max())) + 1, height),
    )
    return box if box.left < box.right and box.top < box.bottom else None


def _lay_together(photo: Photo, pixels: NDArray[Any], changes: Sequence[Change]) -> None:
    """Lay changes that move nothing, rounding once."""
    found = [(each, touched_box(each, photo.width, photo.height)) for each in changes]
    placed = [(each, box) for each, box in found if box is not None]  # the others touch nothing here
    if not placed:
        return
    whole = reduce(Box.united, (box for _, box in placed))
    ready = [change.for_photo(photo) for change, _ in placed]
    for strip in whole.strips():
        _lay_strip(photo, pixels, ready, strip)


def _lay_strip(photo: Photo, pixels: NDArray[Any], changes: Sequence[Change], strip: Box) -> None:
    source = pixels[strip.slices]
    base = to_srgb(photo, source)
    out, reach = _laid(changes, base, strip)
    touched = reach > 0
    if not touched.any():
        return
    # The change is added in the file's own values, so its depth and its colours beyond sRGB stay.
    added = from_srgb(photo, np.clip(out, 0, 255)) - from_srgb(photo, base)
    edited = np.clip(np.rint(source + added), 0, photo.depth_max).astype(pixels.dtype)
    pixels[strip.slices] = np.where(touched[..., None], edited, source)


def _laid(changes: Sequence[Change], base: Levels, view: View) -> tuple[Image, Mask]:
    """What a view shows (h, w, 3) with the changes laid in order, and where any of them reaches (h, w).

    A mask that several share is looked at once; where all share it, nothing has to be kept apart.
    """
    reaches: dict[Hashable, Mask] = {}
    for change in changes:
        key = _mask_key(change)
        if key not in reaches:
            reaches[key] = view.seen(change.touched, change.transform, cv2.INTER_LINEAR)
    out = base.astype(np.float32)
    for change in changes:
        reach = reaches[_mask_key(change)]
        if reach.any():
            laid = change.lay(out, base, view)
            out = laid if len(reaches) == 1 else np.where(reach[..., None] > 0, laid, out)
    return out, reduce(np.maximum, reaches.values())


def _mask_key(change: Change) -> Hashable:
    """Tells masks apart by number, and where each lies: one mask may be laid in two places."""
    return id(change.touched), change.transform.tobytes()


def _move(pixels: NDArray[Any], most: float, field: Field) -> None:
    """Move the file's own values along a field."""
    height, width = pixels.shape[:2]
    box = touched_box(field, width, height)
    if box is None:
        return
    linear = field.transform[:, :2].astype(np.float32)
    reach = int(np.ceil(float(np.abs(field.shift @ linear.T).max(initial=0)))) + 3
    wide = box.grown(reach, width, height)
    before = pixels[wide.slices].astype(np.float32)
    weight = np.clip(wide.seen(field.touched, field.transform, cv2.INTER_LINEAR), 0, 1)
    shift = wide.seen(field.shift, field.transform, cv2.INTER_LINEAR) @ linear.T
    after = np.clip(np.rint(moved(before, np.asarray(shift, np.float32), weight)), 0, most)
    inside = (weight > 0)[..., None]
    pixels[wide.slices] = np.where(inside, after.astype(pixels.dtype), pixels[wide.slices])


def centred(transform: Matrix, box: Box) -> Matrix:
    """The transform for OpenCV, whose pixel centres are whole numbers, onto a box of the photo."""
    matrix = transform.astype(np.float64).copy()
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5 - np.array([box.left, box.top])
    return matrix
