"""Every face of a photo: the detector on a few sizes of it, and the face mesh's word on each candidate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.blazeface import BlazeFace
from core.face.mesh import MeshReader, Square, square_of_candidate, square_of_points
from core.face.points import SURE
from core.opencv import cv2

Image = NDArray[np.uint8]
Points = NDArray[np.float64]


@dataclass(frozen=True)
class FinderSettings:
    """Sizes in pixels of the picture's long side, thresholds in 0..1."""

    sides: tuple[int, ...] = (144, 256, 640)
    coarse: tuple[int, ...] = (144, 256)
    """Of the photo upside down, always."""
    finer: tuple[int, ...] = (1280, 2048)
    """Looked at as well, one after the other, while no face or only small ones are found."""
    small: float = 64.0
    """Pixels of the finest look up to which a face counts as small: there may be smaller ones."""
    enlarge: float = 4.0
    """Small photos are enlarged by at most this."""
    candidate: float = 0.4
    """Candidates of the detector below this are not looked at."""
    present: float = 0.5
    """Of the mesh: below it there is no face."""
    turned: float = 0.65
    """Of both together, where the photo is turned: most that is looked at like this has no face, and patterns
    that pass for one had up to 0.60, faces 0.70 and more."""
    sure: float = SURE
    """When no face is as surely there, the photo is also looked at turned by quarter turns."""
    most: int = 200


@dataclass(frozen=True, eq=False)
class Find:
    """A face, roughly: the square that its mesh fills, and how sure detector and mesh are (0..1)."""

    square: Square
    points: Points
    """(468, 3) in photo pixels."""
    score: float
    presence: float

    @property
    def certainty(self) -> float:
        return self.score * self.presence


class FaceFinder:
    """Finds faces. Not to be shared between threads; raises `PackError` without its models."""

    def __init__(self, reader: MeshReader, settings: FinderSettings | None = None) -> None:
        self._detector, self._reader = BlazeFace(), reader
        self.settings = settings or FinderSettings()

    def find(self, rgb: Image) -> list[Find]:
        """Faces of a photo (H, W, 3): those that surely are, the largest first, then the others."""
        settings = self.settings
        found = self._look(rgb, settings.sides)
        # A face on its head looks like one to both networks, only less so: the surer way up is right.
        found = _distinct(found + self._look(rgb, settings.coarse, 2))
        looked = max(settings.sides)
        for side in settings.finer:
            if max(rgb.shape[:2]) <= looked or not self._smaller_ones(found, looked / max(rgb.shape[:2])):
                break
            found, looked = _distinct(found + self._look(rgb, (side,))), side
        if not any(find.presence >= settings.sure for find in found):
            for quarter in (1, 2, 3):
                found = _distinct(found + self._look(rgb, settings.sides, quarter))
        return sorted(found, key=lambda f: (f.presence < settings.sure, -f.square.side * f.certainty))

    def _smaller_ones(self, found: list[Find], factor: float) -> bool:
        """Whether the faces are so small in the last look, `factor` of the photo, that it may miss others."""
        sides = [find.square.side * factor for find in found if find.presence >= self.settings.sure]
        return not sides or float(np.median(sides)) < self.settings.small

    def _look(self, rgb: Image, sides: Sequence[int], quarter: int = 0) -> list[Find]:
        """Faces found on the photo turned `quarter` times, at several sizes."""
        turned = np.ascontiguousarray(np.rot90(rgb, quarter))
        squares: list[tuple[float, Square]] = []
        for side in sides:
            small, factor = _resized(turned, side, self.settings.enlarge)
            for candidate in self._detector.find(small, self.settings.candidate)[: self.settings.most]:
                square = square_of_candidate(candidate.scaled(1 / factor))
                squares.append((candidate.score, _turned_back(square, turned.shape[:2], quarter)))
        squares.sort(key=lambda pair: -pair[0])
        kept: list[tuple[float, Square]] = []
        for score, square in squares:
            if not any(_same(square, other) for _, other in kept):
                kept.append((score, square))
        finds = [self._checked(rgb, square, score) for score, square in kept]
        return _distinct([find for find in finds if self._is_face(find, quarter)])

    def _is_face(self, find: Find, quarter: int) -> bool:
        settings = self.settings
        return find.presence >= settings.present and (quarter == 0 or find.certainty >= settings.turned)

    def _checked(self, rgb: Image, square: Square, score: float) -> Find:
        """The mesh twice: the second look, on the first one's own square, says whether there is a face."""
        points, first = self._reader.glance(rgb, square)
        if first < self.settings.present / 2:
            return Find(square, points, score, first)
        points, second = self._reader.glance(rgb, square_of_points(points))
        return Find(square_of_points(points), points, score, min(first, second))


def _resized(image: Image, side: int, enlarge: float) -> tuple[Image, float]:
    """`image` with a long side of `side`, enlarged no more than `enlarge` times; and the factor."""
    height, width = image.shape[:2]
    factor = min(side / max(height, width), enlarge)
    if factor == 1:
        return image, 1.0
    size = (max(1, round(width * factor)), max(1, round(height * factor)))
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(image, size, interpolation=how), np.uint8), factor


def _turned_back(square: Square, shape: tuple[int, int], quarter: int) -> Square:
    """A square of a picture `shape` (height, width) that np.rot90 turned `quarter` times, undone."""
    (x, y), (height, width) = square.middle, shape
    for _ in range(quarter % 4):
        x, y = height - y, x
        height, width = width, height
    return Square(np.array([x, y]), square.side, square.angle + np.pi / 2 * (quarter % 4))


def _distinct(finds: list[Find]) -> list[Find]:
    """Without those that are the same face as a surer one; the surest first."""
    kept: list[Find] = []
    for find in sorted(finds, key=lambda find: -find.certainty):
        if not any(_same(find.square, other.square) for other in kept):
            kept.append(find)
    return kept


def _same(a: Square, b: Square) -> bool:
    """Whether two squares must be one face: two real faces never come as close as half of one."""
    away = float(np.hypot(*(a.middle - b.middle)))
    return away < 0.3 * max(a.side, b.side) + 0.2 * min(a.side, b.side)
