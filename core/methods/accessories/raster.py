"""Surfaces seen in a picture: which triangle is in front at every sample, and what is known there.

Triangles are filled from the farthest to the nearest by OpenCV, so that the cost hardly depends on the
picture's size (docs/decisions/0017); what a surface has at its corners is then interpolated for all samples
at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.methods.accessories.head import Head, Points
from core.methods.accessories.solid import Solid, Triangles
from core.opencv import cv2

Samples = NDArray[np.floating]
_SHIFT = 6


@dataclass(frozen=True)
class Frame:
    """The part of a grid that is drawn: its upper left corner, its size, and samples a pixel each way."""

    left: int
    top: int
    width: int
    height: int
    finer: int = 1

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of samples."""
        return self.height * self.finer, self.width * self.finer

    def within(self, points: Points) -> Points:
        """Grid coordinates `(..., 2 or 3)` in samples of the frame, pixel centres at .5."""
        moved = np.asarray(points, np.float64).copy()
        moved[..., :2] = (moved[..., :2] - (self.left, self.top)) * self.finer
        return moved

    def of(self, picture: NDArray[np.generic]) -> NDArray[np.generic]:
        """The frame's part of an array on the grid."""
        return picture[self.top : self.top + self.height, self.left : self.left + self.width]

    def at(self, finer: int) -> Frame:
        return Frame(self.left, self.top, self.width, self.height, finer)

    @staticmethod
    def around(points: Points, margin: float, height: int, width: int) -> Frame | None:
        """What holds these grid points with a margin, cut to the grid; None where nothing is left."""
        low, high = points[:, :2].min(0) - margin, points[:, :2].max(0) + margin
        left, top = max(int(np.floor(low[0])), 0), max(int(np.floor(low[1])), 0)
        right, bottom = min(int(np.ceil(high[0])), width), min(int(np.ceil(high[1])), height)
        if right - left < 2 or bottom - top < 2:
            return None
        return Frame(left, top, right - left, bottom - top)


@dataclass(frozen=True, eq=False)
class Seen:
    """The covered samples of a frame: their flat `index (N,)`, their triangle's `corners (N, 3)` and the
    `weights (N, 3)` of these, `front (N,)` whether the outside is seen, and `depth (N,)` in grid pixels."""

    frame: Frame
    index: NDArray[np.intp]
    corners: NDArray[np.int32]
    weights: Samples
    front: NDArray[np.bool_]
    depth: Samples

    def of(self, values: Points) -> Samples:
        """Values `(V, K)` of a surface's points at the samples, `(N, K)`."""
        values = np.asarray(values, np.float32)
        found = values[self.corners[:, 0]] * self.weights[:, :1]
        found += values[self.corners[:, 1]] * self.weights[:, 1:2]
        found += values[self.corners[:, 2]] * self.weights[:, 2:]
        return found

    def kept(self, keep: NDArray[np.bool_]) -> Seen:
        """Only some of the samples."""
        return Seen(self.frame, self.index[keep], self.corners[keep], self.weights[keep], self.front[keep],
                    self.depth[keep])  # fmt: skip

    def spread(self, values: Samples) -> Samples:
        """Values `(N, K)` as a picture `(rows, columns, K)` of samples, 0 elsewhere."""
        rows, columns = self.frame.size
        picture = np.zeros((rows * columns, values.shape[1]), np.float32)
        picture[self.index] = values
        return picture.reshape(rows, columns, -1)

    def averaged(self, values: Samples) -> Samples:
        """Values `(N, K)` as a picture `(height, width, K)` of pixels: means over their samples."""
        return shrunk(self.spread(values), self.frame)


def shrunk(picture: Samples, frame: Frame) -> Samples:
    """A picture of samples at the frame's pixels."""
    if frame.finer == 1:
        return picture
    size = (frame.width, frame.height)
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.float32)
    return small.reshape(frame.height, frame.width, -1) if picture.ndim == 3 else small


_SMALL = 2.0
"""Samples a millimetre below which fewer triangles show as much."""


def look(solid: Solid, head: Head, frame: Frame) -> Seen:
    """A surface on a head as the frame sees it."""
    small = head.scale < _SMALL
    return look_at(
        head.to_crop(solid.points), solid.coarse if small else solid.triangles, frame, both=solid.open
    )


def look_at(placed: Points, triangles: Triangles, frame: Frame, *, both: bool) -> Seen:
    """A surface whose points lie at `placed (V, 3)` in grid pixels with depth, from `both` sides or from its
    outside."""
    flat = frame.within(placed)
    corners = flat[triangles]
    area = _twice_area(corners)
    rows, columns = frame.size
    low, high = corners[..., :2].min(1), corners[..., :2].max(1)
    shown = (np.abs(area) > 1e-7) & (high > 0).all(1) & (low < (columns, rows)).all(1)
    if not both:
        shown &= area < 0
    chosen = np.flatnonzero(shown)
    chosen = chosen[np.argsort(-corners[chosen, :, 2].sum(1), kind="stable")]
    ids = _filled(corners[chosen, :, :2], (rows, columns))
    index = np.flatnonzero(ids)
    number = chosen[ids.ravel()[index] - 1]
    return _interpolated(frame, index, triangles[number], flat, area[number])


def _twice_area(corners: Points) -> Points:
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    return (b[:, 0] - a[:, 0]) * (c[:, 1] - a[:, 1]) - (b[:, 1] - a[:, 1]) * (c[:, 0] - a[:, 0])


def _filled(corners: Points, size: tuple[int, int]) -> NDArray[np.int32]:
    """Numbers (from 1) of the triangles `(F, 3, 2)`, later ones over earlier ones."""
    ids = np.zeros(size, np.int32)
    # OpenCV's pixel centres are whole numbers, ours are at .5.
    fixed = np.round((np.clip(corners, -4000, 30000) - 0.5) * 2**_SHIFT).astype(np.int32)
    fill = cv2.fillConvexPoly
    for number, triangle in enumerate(fixed, 1):
        fill(ids, triangle, number, cv2.LINE_8, _SHIFT)
    return ids


def _interpolated(
    frame: Frame, index: NDArray[np.intp], corners: Triangles, flat: Points, area: Points
) -> Seen:
    points = flat.astype(np.float32)
    x = (index % frame.size[1]).astype(np.float32) + np.float32(0.5)
    y = (index // frame.size[1]).astype(np.float32) + np.float32(0.5)
    a, b, c = (points[corners[:, k]] for k in range(3))
    whole = area.astype(np.float32)
    second = ((x - a[:, 0]) * (c[:, 1] - a[:, 1]) - (y - a[:, 1]) * (c[:, 0] - a[:, 0])) / whole
    third = ((b[:, 0] - a[:, 0]) * (y - a[:, 1]) - (b[:, 1] - a[:, 1]) * (x - a[:, 0])) / whole
    # Filling takes pixels that a triangle only touches: what it has is not carried on beyond its edges.
    second, third = np.clip(second, 0, 1), np.clip(third, 0, 1)
    over = np.maximum(second + third, 1)
    weights = np.stack([1 - (second + third) / over, second / over, third / over], -1)
    depth = a[:, 2] * weights[:, 0] + b[:, 2] * weights[:, 1] + c[:, 2] * weights[:, 2]
    return Seen(frame, index, corners, weights, whole < 0, depth)


def covered(solid: Solid, head: Head, frame: Frame) -> Samples:
    """1 at the samples `(rows, columns)` of a frame that a surface covers, from either side."""
    flat = frame.within(head.to_crop(solid.points))[..., :2]
    return (_filled(flat[solid.coarse if head.scale < _SMALL else solid.triangles], frame.size) > 0).astype(
        np.float32
    )
