"""The inside of a mouth that opens: the photo of a closed one does not show it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.face import Face
from core.face.align import CROP_SIZE
from core.labels import Label
from core.methods.shape.points import (
    INNER_CORNERS,
    INNER_LOWER_LIP,
    INNER_UPPER_LIP,
    OUTER_LOWER_LIP,
    OUTER_UPPER_LIP,
)
from core.methods.shape.tuning import TUNING
from core.methods.shape.warp import Grid
from core.opencv import cv2
from core.render.change import Layer
from core.render.filters import blur

Points = NDArray[np.float64]
_MIDDLE = 4
"""Of the nine points along a lip."""
_MARGIN = 6.0
"""Crop pixels of the grid around the lips."""
_FROM, _TO = 0.4, 1.2
"""Crop pixels between lips from which on their inside begins to show, and from which on it is there."""


def dark_inside(face: Face, before: Points, ends: Points) -> Layer | None:
    """What lies between lips whose points (468, 2) went from `before` to `ends`, crop pixels; None where they
    did not part, or were open by themselves and show an inside of their own."""
    seen = np.count_nonzero(face.label_map == Label.MOUTH)
    parted = min(_gap(ends), _gap(ends) - _gap(before))
    shown = float(np.clip((parted - _FROM) / (_TO - _FROM), 0, 1))
    if shown == 0 or seen > TUNING.at(len(face.label_map)).parted:
        return None
    if _gap(before) > TUNING.at(CROP_SIZE).open_gap:  # the parser sees no inside of small or dark mouths
        return None
    upper, lower = ends[list(INNER_UPPER_LIP)], ends[list(INNER_LOWER_LIP)]
    corners = ends[list(INNER_CORNERS)]
    outline = np.concatenate([corners[:1], upper, corners[1:], lower[::-1]])
    grid = Grid.around(outline, _MARGIN, TUNING.at(CROP_SIZE).cell / 2)
    inside = np.zeros((grid.height, grid.width), np.uint8)
    cv2.fillPoly(inside, [np.rint(grid.cells(outline) * 16).astype(np.int32)], (255,), cv2.LINE_AA, 4)
    alpha = blur(inside, TUNING.at(CROP_SIZE).inside_edge / grid.cell) * np.float32(shown / 255)
    colour = alpha[..., None] * _tone(before, face.crop)
    touched = (alpha > 1 / 512).astype(np.float32)
    return Layer(transform=grid.transform(face.transform), touched=touched, alpha=alpha, colour=colour)


def _gap(points: Points) -> float:
    """Between the lips at their middle, downwards; the mesh of closed ones may have them overlap."""
    upper, lower = points[INNER_UPPER_LIP[_MIDDLE]], points[INNER_LOWER_LIP[_MIDDLE]]
    down = points[OUTER_LOWER_LIP[_MIDDLE]] - points[OUTER_UPPER_LIP[_MIDDLE]]
    return float((lower - upper) @ down / max(float(np.linalg.norm(down)), 1e-6))


def _tone(points: Points, crop: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Its colour (3,) in levels: that of the person's lips in this light, much darker."""
    rows = [*OUTER_UPPER_LIP, *OUTER_LOWER_LIP[::-1]]
    lips = np.zeros(crop.shape[:2], np.uint8)
    scale = len(crop) / CROP_SIZE
    cv2.fillPoly(lips, [np.rint(points[rows] * scale - 0.5).astype(np.int32)], (1,))
    seen = crop[lips > 0]
    return np.asarray(np.median(seen, axis=0) * TUNING.inside if len(seen) else np.zeros(3), np.float32)
