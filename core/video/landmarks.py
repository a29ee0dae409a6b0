"""Where a face's parts lie, read off its label map, and the smooth warp between two such maps.

No further network is needed: the parts' outlines are what a landmark network would be trained to find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from core.face import CROP_SIZE
from core.labels import HEAD, Label
from core.methods.heads.guest import Field
from core.methods.layout import Area, LabelMap, labelled
from core.opencv import cv2
from core.video.tuning import TUNING

Landmarks = dict[str, tuple[float, float]]
"""Places (x, y) by name in crop coordinates, pixel centres at .5."""

_LIPS = (Label.U_LIP, Label.MOUTH, Label.L_LIP)
_FACE = (Label.SKIN, Label.NOSE, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.EYE_G, *_LIPS)
_PARTS = (Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.NOSE, Label.U_LIP, Label.L_LIP)
_JAW = tuple(range(0, 181, 15))
_SKULL = tuple(range(195, 346, 25))
"""Directions in degrees, from the right of the picture by way of the chin, in which the outline is read."""


def find_landmarks(label_map: LabelMap) -> Landmarks:
    """The landmarks of an upright face; parts that it does not show are left out."""
    found: Landmarks = {}
    fewest = TUNING.at(len(label_map)).fewest
    for label in _PARTS:
        area = label_map == label
        if np.count_nonzero(area) >= fewest:
            found |= {f"{label.name} {side}": place for side, place in _extremes(area).items()}
    lips = labelled(label_map, _LIPS)
    if np.count_nonzero(lips) >= fewest:
        found |= {f"mouth {side}": place for side, place in _extremes(lips).items()}
    return found | _outline(label_map, _FACE, _JAW, "jaw") | _outline(label_map, HEAD, _SKULL, "skull")


def _extremes(area: Area) -> dict[str, tuple[float, float]]:
    """Left and right end of an area, and its upper and lower edge half-way between them."""
    columns = np.flatnonzero(area.any(axis=0))
    left, right = int(columns[0]), int(columns[-1])
    ends = {"left": left, "right": right}
    places = {name: (x + 0.5, float(np.flatnonzero(area[:, x]).mean()) + 0.5) for name, x in ends.items()}
    middle = (left + right) // 2
    inside = np.flatnonzero(area[:, max(middle - 1, 0) : middle + 2].any(axis=1))
    if inside.size:
        places |= {"top": (middle + 0.5, float(inside[0])), "bottom": (middle + 0.5, float(inside[-1] + 1))}
    return places


def _outline(
    label_map: LabelMap, labels: Collection[Label], directions: Iterable[int], name: str
) -> Landmarks:
    """The furthest pixel of the labels in each direction from the middle of the face."""
    face, area = labelled(label_map, _FACE), labelled(label_map, labels)
    if np.count_nonzero(face) < TUNING.at(len(label_map)).fewest:
        return {}
    rows, columns = np.nonzero(face)
    centre = np.array([columns.mean(), rows.mean()])
    size = len(label_map)
    lengths = np.arange(0, size, dtype=np.float64)
    reach: dict[int, float] = {}
    for degrees in directions:
        angle = np.radians(degrees)
        x, y = centre[:, None] + np.array([[np.cos(angle)], [np.sin(angle)]]) * lengths
        inside = (x >= 0) & (y >= 0) & (x < size) & (y < size)
        hits = np.flatnonzero(area[y[inside].astype(np.intp), x[inside].astype(np.intp)])
        # An outline that the crop cuts off is nobody's outline.
        if hits.size and hits[-1] < np.count_nonzero(inside) - 2:
            reach[degrees] = float(lengths[hits[-1]])
    return {
        f"{name} {degrees}": (
            float(centre[0] + np.cos(np.radians(degrees)) * length) + 0.5,
            float(centre[1] + np.sin(np.radians(degrees)) * length) + 0.5,
        )
        for degrees, length in _without_spurs(reach).items()
    }


def _without_spurs(reach: dict[int, float]) -> dict[int, float]:
    """Without directions in which the area reaches far beyond, or not nearly as far as, in those beside."""
    if len(reach) < 3:
        return reach
    lengths = np.array(list(reach.values()))
    padded = np.pad(lengths, 2, mode="reflect")
    usual = np.array([np.median(padded[i : i + 5]) for i in range(lengths.size)])
    return {d: r for (d, r), u in zip(reach.items(), usual, strict=True) if abs(r - u) <= TUNING.spur * u}


def warp_field(target: Landmarks, source: Landmarks, size: int = CROP_SIZE) -> Field:
    """For every pixel of the target crop the place in the source's, `(size, size, 2)`.

    A thin-plate spline (Bookstein 1989) through the landmarks that both have, a little stiff, so that a
    pixel of noise in an outline bends nothing; the crop's border stays where it is.
    """
    names = [name for name in target if name in source]
    border, tuning = _border(size), TUNING.at(size)
    to = np.concatenate([np.array([target[n] for n in names]).reshape(-1, 2), border])
    come = np.concatenate([np.array([source[n] for n in names]).reshape(-1, 2), border])
    weights = _solve(to, come - to, tuning.stiffness)
    steps = np.arange(0, size + 1, tuning.step, dtype=np.float64)
    grid = np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2)
    moves = (_basis(grid, to) @ weights).reshape(steps.size, steps.size, 2).astype(np.float32)
    axis = (np.arange(size, dtype=np.float32) + np.float32(0.5)) / np.float32(tuning.step)
    columns, rows = np.meshgrid(axis, axis)
    smooth = np.asarray(cv2.remap(moves, columns, rows, cv2.INTER_LINEAR), np.float32)
    return np.asarray(smooth + np.stack([columns, rows], axis=-1) * np.float32(tuning.step), np.float32)


def _border(size: int) -> NDArray[np.float64]:
    ends = np.linspace(0, size, 5)
    return np.array([(x, y) for x in ends for y in ends if x in (0, size) or y in (0, size)])


def _basis(places: NDArray[np.float64], knots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows of the spline's equations: r² log r to every knot, and a plane."""
    squared = np.square(places[:, None] - knots[None]).sum(axis=-1)
    kernel = 0.5 * squared * np.log(np.maximum(squared, 1e-9))
    return np.column_stack([kernel, np.ones(len(places)), places])


def _solve(knots: NDArray[np.float64], moves: NDArray[np.float64], stiffness: float) -> NDArray[np.float64]:
    count = len(knots)
    system = np.zeros((count + 3, count + 3))
    system[:count] = _basis(knots, knots)
    system[:count, :count] += stiffness * np.eye(count)
    system[count:, :count] = system[:count, count:].T
    wanted = np.concatenate([moves, np.zeros((3, 2))])
    return np.asarray(np.linalg.lstsq(system, wanted, rcond=None)[0], np.float64)
