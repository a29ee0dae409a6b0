"""A smooth field through moved points: thin plates, evaluated on a grid over the face and around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2
from core.render.filters import smooth_step

Points = NDArray[np.float64]
Shift = NDArray[np.float32]
_BLOCK = 8
"""A grid's sides are whole numbers of blocks of that many cells."""


@dataclass(frozen=True)
class Grid:
    """Cells over crop coordinates: the first one's corner `left`, `top`, their `cell` in crop pixels, and how
    many there are across and down."""

    left: float
    top: float
    cell: float
    width: int
    height: int

    @staticmethod
    def around(points: Points, margin: float, cell: float) -> Grid:
        """One that covers points (N, 2) of a crop, with a margin."""
        low, high = points.min(0) - margin, points.max(0) + margin
        width, height = (int(np.ceil(each / cell / _BLOCK)) * _BLOCK for each in high - low)
        return Grid(float(low[0]), float(low[1]), cell, width, height)

    def transform(self, crop: Points) -> Points:
        """(2, 3) to the photo, where `crop` (2, 3) takes crop coordinates there."""
        linear = crop[:, :2] * self.cell
        return np.column_stack([linear, crop[:, :2] @ [self.left, self.top] + crop[:, 2]])

    def places(self, step: int = 1) -> Points:
        """Crop coordinates (height / step, width / step, 2) of the middles of cells, or of blocks of them."""
        rows, columns = np.mgrid[0 : self.height : step, 0 : self.width : step] + step / 2
        return np.stack([columns * self.cell + self.left, rows * self.cell + self.top], -1)

    def fading(self, share: float) -> NDArray[np.float32]:
        """(height, width): 0 at the border, 1 from that share of the sides on."""
        rows, columns = np.linspace(0, 1, self.height), np.linspace(0, 1, self.width)
        near = np.minimum(np.minimum(rows, 1 - rows)[:, None], np.minimum(columns, 1 - columns)[None])
        return smooth_step(np.asarray(near / share, np.float32))

    def cells(self, points: Points) -> Points:
        """Crop coordinates (..., 2) as OpenCV's pixels of the grid."""
        return (points - [self.left, self.top]) / self.cell - 0.5


def backward(
    points: Points, steps: Points, anchors: Points, smoothing: float, grid: Grid, step: float
) -> Shift:
    """Where each cell of a grid comes from (height, width, 2), in crop pixels away, when `points` (N, 2) are
    moved by `steps` (N, 2) and `anchors` (M, 2) stay.

    The smoothest field by bending energy (Bookstein 1989, "Principal Warps"), fitted at the moved points, so
    that they end where they should; `smoothing` lets it miss points that contradict one another. It is
    evaluated about every `step` crop pixels, and cubic between.
    """
    ends = np.concatenate([points + steps, anchors])
    values = np.concatenate([-steps, np.zeros_like(anchors)])
    count = len(ends)
    system = np.zeros((count + 3, count + 3))
    system[:count, :count] = _plate(ends, ends) + smoothing * np.eye(count)
    flat_part = np.column_stack([np.ones(count), ends])
    system[:count, count:], system[count:, :count] = flat_part, flat_part.T
    weights = np.linalg.solve(system, np.concatenate([values, np.zeros((3, 2))]))
    places = grid.places(max(each for each in (1, 2, 4, 8) if each == 1 or each * grid.cell <= step))
    at = places.reshape(-1, 2)
    bent = _plate(at.astype(np.float32), ends.astype(np.float32)) @ weights[:count].astype(np.float32)
    field = bent + weights[count] + at @ weights[count + 1 :]
    coarse = field.reshape(*places.shape).astype(np.float32)
    size = (grid.width, grid.height)
    return np.asarray(cv2.resize(coarse, size, interpolation=cv2.INTER_CUBIC), np.float32)


def _plate(at: NDArray[Any], ends: NDArray[Any]) -> NDArray[Any]:
    """r² log r between places (P, 2) and points (N, 2): (P, N), in their precision."""
    across, down = at[:, None, 0] - ends[None, :, 0], at[:, None, 1] - ends[None, :, 1]
    square = across * across + down * down
    return np.multiply(square, cv2.log(np.maximum(square, square.dtype.type(1e-12)))) * square.dtype.type(0.5)


def window(outline: Points, reach: float, grid: Grid) -> NDArray[np.float32]:
    """(height, width): 1 within an outline (N, 2), 0 from `reach` crop pixels beyond it on."""
    coarse = (grid.height // _BLOCK * 2, grid.width // _BLOCK * 2)  # it varies slowly
    outside = np.ones(coarse, np.uint8)
    hull = cv2.convexHull(((grid.cells(outline) + 0.5) * (2 / _BLOCK) - 0.5).astype(np.float32))
    cv2.fillConvexPoly(outside, np.rint(hull).astype(np.int32), (0,))
    away = np.asarray(cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)
    share = smooth_step(1 - away * np.float32(_BLOCK / 2 * grid.cell / reach))
    return np.asarray(
        cv2.resize(share, (grid.width, grid.height), interpolation=cv2.INTER_LINEAR), np.float32
    )


def after(first: Shift, grid: Grid, then: Shift, over: Grid) -> Shift:
    """The shift (height, width, 2) on `grid` of a picture that was moved by `then`, which is 0 beyond its own
    grid `over`, and after that by `first`."""
    at = over.cells(grid.places() + first).astype(np.float32)
    return first + cv2.remap(then, at[..., 0], at[..., 1], cv2.INTER_LINEAR)
