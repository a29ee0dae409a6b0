"""The canvas's geometry as pure functions: view transform, hit tests."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.methods.paint.strokes import Point

CROP = 256
"""The side of a face's crop."""

MIN_SCALE, MAX_SCALE = 0.01, 64.0


@dataclass(frozen=True)
class ViewTransform:
    """Photo to widget coordinates: `widget = photo * scale + (x, y)`, in logical pixels."""

    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def to_widget(self, point: Point) -> Point:
        return point[0] * self.scale + self.x, point[1] * self.scale + self.y

    def to_photo(self, point: Point) -> Point:
        return (point[0] - self.x) / self.scale, (point[1] - self.y) / self.scale

    def panned(self, dx: float, dy: float) -> ViewTransform:
        return ViewTransform(self.scale, self.x + dx, self.y + dy)

    def zoomed(self, factor: float, at: Point) -> ViewTransform:
        """Scaled by `factor` so that the photo's point under the widget point `at` stays there."""
        scale = min(MAX_SCALE, max(MIN_SCALE, self.scale * factor))
        px, py = self.to_photo(at)
        return ViewTransform(scale, at[0] - px * scale, at[1] - py * scale)

    def clamped(self, photo: tuple[int, int], view: tuple[int, int], keep: float = 48.0) -> ViewTransform:
        """Moved so that at least `keep` pixels of the photo stay in view."""
        width, height = photo[0] * self.scale, photo[1] * self.scale
        x = min(max(self.x, keep - width), view[0] - keep)
        y = min(max(self.y, keep - height), view[1] - keep)
        return ViewTransform(self.scale, x, y)


def fitted(
    box: tuple[float, float, float, float], view: tuple[int, int], margin: float = 16.0, largest: float = 1.0
) -> ViewTransform:
    """The transform that shows the photo box (x0, y0, x1, y1) whole and centred."""
    width, height = max(1e-6, box[2] - box[0]), max(1e-6, box[3] - box[1])
    room = max(1.0, view[0] - 2 * margin), max(1.0, view[1] - 2 * margin)
    scale = min(room[0] / width, room[1] / height, largest)
    scale = min(MAX_SCALE, max(MIN_SCALE, scale))
    centre = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ViewTransform(scale, view[0] / 2 - centre[0] * scale, view[1] / 2 - centre[1] * scale)


def apply(transform: NDArray[np.float64], point: Point) -> Point:
    """A point through a (2, 3) transform."""
    x, y = point
    (a, b, c), (d, e, f) = transform.tolist()
    return a * x + b * y + c, d * x + e * y + f


def invert(transform: NDArray[np.float64]) -> NDArray[np.float64]:
    """The inverse of a (2, 3) transform."""
    linear = np.linalg.inv(transform[:, :2])
    return np.column_stack([linear, -linear @ transform[:, 2]]).astype(np.float64)


def scale_of(transform: NDArray[np.float64]) -> float:
    """How many photo pixels one crop pixel spans."""
    return math.sqrt(abs(float(np.linalg.det(transform[:, :2]))))


def corners(transform: NDArray[np.float64], size: float, inset: float = 0.0) -> list[Point]:
    """The crop's corners in the photo, clockwise from the top left, `inset` crop pixels inside."""
    low, high = inset, size - inset
    return [apply(transform, p) for p in ((low, low), (high, low), (high, high), (low, high))]


def contains(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a convex polygon holds the point."""
    signs = {
        (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) >= 0
        for a, b in zip(polygon, [*polygon[1:], polygon[0]], strict=True)
    }
    return len(signs) == 1


def nearest(points: Sequence[Point], at: Point, within: float) -> int | None:
    """Index of the point closest to `at`, None when all are farther than `within`."""
    distances = [math.dist(point, at) for point in points]
    best = min(range(len(points)), key=distances.__getitem__, default=None)
    return best if best is not None and distances[best] <= within else None
