"""Which pixels a hand-drawn line covers: shared by the engine and by the canvas under the brush."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.methods.paint.tuning import TUNING

Point = tuple[float, float]
Box = tuple[int, int, int, int]
"""x0, y0, x1, y1 in pixels, the last ones excluded."""
Area = NDArray[np.bool_]


def segment_cover(a: Point, b: Point, radii: tuple[float, float], shape: tuple[int, ...]) -> tuple[Box, Area]:
    """Pixels of `shape` (H, W) whose centre lies near the line from `a` to `b`: their box, and which of it.

    `radii` are those at the two ends, in pixels; between them the line grows or shrinks evenly. The pixel
    under each end is always part, so that a dab of the finest brush does something.
    """
    height, width = shape[:2]
    first, last = (max(radius, TUNING.finest) for radius in radii)
    reach = max(first, last)
    x0, y0 = (max(0, math.floor(min(a[i], b[i]) - reach - 0.5)) for i in (0, 1))
    x1, y1 = (min((width, height)[i], math.ceil(max(a[i], b[i]) + reach + 0.5)) for i in (0, 1))
    if x0 >= x1 or y0 >= y1:
        return (0, 0, 0, 0), np.zeros((0, 0), np.bool_)
    dx, dy = b[0] - a[0], b[1] - a[1]
    px = np.arange(x0, x1)[None, :] + 0.5 - a[0]
    py = np.arange(y0, y1)[:, None] + 0.5 - a[1]
    length = dx * dx + dy * dy
    along = np.clip((px * dx + py * dy) / length, 0.0, 1.0) if length > 0 else np.zeros((1, 1))
    cover = (px - along * dx) ** 2 + (py - along * dy) ** 2 <= (first + (last - first) * along) ** 2
    for x, y in ((math.floor(x), math.floor(y)) for x, y in (a, b)):
        if x0 <= x < x1 and y0 <= y < y1:
            cover[y - y0, x - x0] = True
    return (x0, y0, x1, y1), cover


def stroke_area(
    points: tuple[Point, ...], radius: float, shape: tuple[int, ...], pressures: tuple[float, ...] = ()
) -> Area:
    """Pixels (H, W) that a stroke through `points` covers; `pressures` scale its radius, point by point."""
    area = np.zeros(shape[:2], np.bool_)
    scales = pressures or (1.0,) * len(points)
    for i in range(len(points)):
        before = max(i - 1, 0)
        radii = (radius * scales[before], radius * scales[i])
        (x0, y0, x1, y1), cover = segment_cover(points[before], points[i], radii, shape)
        area[y0:y1, x0:x1] |= cover
    return area


def mirrored(points: tuple[Point, ...], width: float) -> tuple[Point, ...]:
    """The points on the other side of the crop's middle."""
    return tuple((width - x, y) for x, y in points)
