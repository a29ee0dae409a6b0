"""One field for all that is asked of a face's shape."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.align import CROP_SIZE
from core.face.mesh import COUNT, bundled_correction
from core.face.points import EYE_CORNERS
from core.methods.shape.eyes import Eye, Look
from core.methods.shape.head import Head
from core.methods.shape.parts import EYE_OPENING, GAZE_DOWN, GAZE_RIGHT, PARTS, TURNS, Part
from core.methods.shape.points import BROWS, EYE_RINGS, LIPS, OVAL
from core.methods.shape.tuning import TUNING
from core.methods.shape.warp import Grid, Shift, after, backward, window

Points = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Moved:
    """What is asked, carried out: a shift (height, width, 2) in crop pixels on a grid, and where the mesh's
    points (468, 2) go."""

    grid: Grid
    shift: Shift
    points: Points


def move_face(mesh: Points, wanted: Mapping[str, float]) -> Moved:
    """The mesh (478, 3) of a face in crop pixels, with parts moved by amounts in -1..1."""
    head = Head.of(mesh)
    inner, outer = (_steps(head, parts, wanted) for parts in (PARTS, TURNS))
    grid, numbers = _grid(mesh[:COUNT, :2], inner, outer), TUNING.at(CROP_SIZE)
    shift = np.zeros((grid.height, grid.width, 2), np.float32)
    if inner.any():
        shift += _field(mesh[:COUNT, :2], inner, numbers.reach, TUNING.smoothing, grid)
    if outer.any():
        shift += _field(mesh[:COUNT, :2], outer, numbers.turn_reach, TUNING.turn_smoothing, grid)
    return Moved(grid, _with_eyes(mesh, wanted, grid, shift), mesh[:COUNT, :2] + inner + outer)


def _grid(points: Points, inner: Points, outer: Points) -> Grid:
    """As large as needed: over the eyes, the face, or the head."""
    numbers = TUNING.at(CROP_SIZE)
    if outer.any():
        return Grid.around(points[list(OVAL)], numbers.turn_reach, numbers.cell)
    if inner.any():
        return Grid.around(points[list(OVAL)], numbers.reach, numbers.cell)
    corners = points[[corner for eye in EYE_CORNERS for corner in eye]]
    width = float(np.linalg.norm(np.diff(corners.reshape(2, 2, 2), axis=1), axis=-1).max())
    return Grid.around(corners, 1.2 * width, numbers.cell)


def _steps(head: Head, parts: Mapping[str, Part], wanted: Mapping[str, float]) -> Points:
    """All that is asked of these parts as one step of each point in the picture (468, 2)."""
    steps = np.zeros_like(head.points)
    for name, amount in wanted.items():
        if name in parts and amount:
            steps += parts[name](head, amount)
    return head.seen_steps(steps)


@functools.cache
def _followed() -> NDArray[np.intp]:
    """The mesh's points that the field goes through; between others of the cheeks it is smooth anyway."""
    pairs = np.minimum(np.arange(COUNT), bundled_correction().mirror)
    halved = np.flatnonzero(pairs % 2 == 0)
    features = [*LIPS, *OVAL, *(each for ring in (*EYE_RINGS, *BROWS) for each in ring)]
    return np.union1d(halved, features)


def _field(points: Points, steps: Points, reach: float, smoothing: float, grid: Grid) -> Shift:
    outline = points[list(OVAL)]
    away = outline - outline.mean(0)
    ring = outline + away / np.linalg.norm(away, axis=1, keepdims=True) * reach
    step = TUNING.at(CROP_SIZE).step
    field = backward(points[_followed()], steps[_followed()], ring[::2], smoothing, grid, step)
    return np.asarray(field * window(outline, reach, grid)[..., None], np.float32)


def _with_eyes(mesh: Points, wanted: Mapping[str, float], grid: Grid, shift: Shift) -> Shift:
    """The eyes look otherwise first, then the face is moved with them."""
    eyes, right = (Eye.of(mesh, 0), Eye.of(mesh, 1)), wanted.get(GAZE_RIGHT, 0.0)
    right *= min(eye.reach(right) for eye in eyes)  # both alike: a person does not squint
    look = Look(wanted.get(EYE_OPENING, 0.0), right, wanted.get(GAZE_DOWN, 0.0))
    if not look:
        return shift
    for eye in eyes:
        over = eye.grid()
        shift = after(shift, grid, eye.field(look, over), over)
    return shift
