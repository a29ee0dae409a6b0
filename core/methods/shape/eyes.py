"""Eyes: lids that open and close over an eyeball that stays round, and an iris that looks elsewhere.

A lid slides over the eyeball, so the field breaks along it: without, an iris under a sinking lid would be
squeezed to an oval. Where an eye opens, what the lid hid is unknown, and the iris grows with the opening.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.align import CROP_SIZE
from core.face.points import EYE_CORNERS
from core.methods.shape.points import LOWER_LIDS, UPPER_LIDS
from core.methods.shape.tuning import TUNING
from core.methods.shape.warp import Grid, Shift, backward
from core.opencv import cv2
from core.render.filters import blur, smooth_step

Points = NDArray[np.float64]
_FADING = 0.2
"""Share of an eye's grid over which its field fades towards the border."""


@dataclass(frozen=True)
class Look:
    """What is asked of both eyes, each from -1 to 1: lids open (positive) or close, the gaze goes to the
    right of the picture, and down."""

    opening: float = 0.0
    right: float = 0.0
    down: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.opening or self.right or self.down)


@dataclass(frozen=True, eq=False)
class Eye:
    """One eye in crop pixels: lids (7, 2) from left to right, both corners (2, 2) from left to right, the
    iris' middle (2,) and radius. `around` (N, 2) are the mesh's other points."""

    upper: Points
    lower: Points
    corners: Points
    iris: Points
    radius: float
    around: Points

    @staticmethod
    def of(mesh: Points, side: int) -> Eye:
        """The right eye (0) or the left one (1) of a mesh (478, 2 or more)."""
        flat = mesh[:, :2]
        corners = EYE_CORNERS[side]
        iris = flat[468 + 5 * side : 473 + 5 * side]
        lids = {*UPPER_LIDS[side], *LOWER_LIDS[side], *corners}
        around = flat[[each for each in range(468) if each not in lids]]
        radius = float(np.linalg.norm(iris[1:] - iris[0], axis=1).mean())
        return Eye(
            flat[list(UPPER_LIDS[side])],
            flat[list(LOWER_LIDS[side])],
            flat[list(corners)],
            iris[0],
            radius,
            around,
        )

    @property
    def width(self) -> float:
        return float(np.linalg.norm(self.corners[1] - self.corners[0]))

    @property
    def opening(self) -> float:
        """Between the lids at their widest, in eye widths."""
        return float(np.linalg.norm(self.lower - self.upper, axis=1).max() / self.width)

    def reach(self, right: float) -> float:
        """How far, of the way that `right` (-1 to 1) asks for, its iris can go before the corner."""
        way = TUNING.gaze_right * right * self.radius
        corner = self.corners[1 if right > 0 else 0, 0]
        room = TUNING.gaze_room * max(abs(corner - self.iris[0]) - self.radius, 0.0)
        return min(1.0, room / abs(way)) if way else 1.0

    def grid(self) -> Grid:
        """A fine grid over the eye and what its lids move."""
        points = np.concatenate([self.upper, self.lower, self.corners])
        return Grid.around(points, TUNING.eye_reach * self.width, TUNING.at(CROP_SIZE).cell)

    def field(self, look: Look, grid: Grid) -> Shift:
        """Where cells of a grid come from, crop pixels away (height, width, 2); 0 at the grid's border."""
        aside = np.array([TUNING.gaze_right * look.right, TUNING.gaze_down * look.down]) * self.radius
        upper, lower = self._lids(look.opening, aside[1])
        lids = np.zeros((grid.height, grid.width, 2), np.float32)
        if look.opening or look.down:
            lids = self._outside(upper, lower, max(look.opening, 0.0), grid)
        seen = self._seen(upper, lower, grid)[..., None]
        within = lids if look.opening > 0 else np.zeros_like(lids)
        field = lids * (1 - seen) + (within + self._gaze(aside, grid)) * seen
        return np.asarray(field * grid.fading(_FADING)[..., None], np.float32)

    def _lids(self, opening: float, down: float) -> tuple[Points, Points]:
        """Where the lids go: the upper one also follows the iris up and down."""
        gap = self.lower - self.upper
        share = opening * (TUNING.lid_rise if opening > 0 else TUNING.lid_fall)
        profile = np.linalg.norm(gap, axis=1, keepdims=True) / np.linalg.norm(gap, axis=1).max()
        follow = np.array([0.0, TUNING.lid_follows * down]) * profile
        upper = self.upper - share * TUNING.upper_lid * gap + follow
        return upper, self.lower + share * (1 - TUNING.upper_lid) * gap

    def _outside(self, upper: Points, lower: Points, opening: float, grid: Grid) -> Shift:
        """The skin around the eye, which follows the lids; an opening eye's iris grows as they part."""
        circle = np.array([[-1.0, 0.0], [1.0, 0.0], [0.0, -1.0], [0.0, 1.0]]) * self.radius
        grown = circle * opening * TUNING.lid_rise * TUNING.iris_grows
        moving = [self.upper, self.lower, *([self.iris + circle] if opening else [])]
        steps = [upper - self.upper, lower - self.lower, *([grown] if opening else [])]
        middle = self.corners.mean(0)
        near = self.around[np.linalg.norm(self.around - middle, axis=1) < self.width * 1.5]
        stays = np.concatenate([near, self.corners])
        return backward(
            np.concatenate(moving),
            np.concatenate(steps),
            stays,
            TUNING.lid_smoothing,
            grid,
            TUNING.at(CROP_SIZE).fine_step,
        )

    def _seen(self, upper: Points, lower: Points, grid: Grid) -> NDArray[np.float32]:
        """The eyeball between lids, 0..1; lashes go with their lid."""
        upper = upper + np.array([0.0, TUNING.at(CROP_SIZE).lash])
        outline = np.concatenate([self.corners[:1], upper, self.corners[1:], lower[::-1]])
        inside = np.zeros((grid.height, grid.width), np.uint8)
        fine = np.rint(grid.cells(outline) * 16).astype(np.int32)
        cv2.fillPoly(inside, [fine], (255,), lineType=cv2.LINE_AA, shift=4)
        return blur(inside, TUNING.at(CROP_SIZE).lid_edge / grid.cell) / np.float32(255)

    def _gaze(self, aside: Points, grid: Grid) -> Shift:
        """The iris moves as a whole; the white beside it is stretched or pushed together."""
        places = grid.places()
        x, y = places[..., 0], places[..., 1]
        middle = self.iris + aside
        left, right = self.corners[:, 0]
        sides = np.array([right - middle[0], middle[0] - left]) - self.radius
        beside = sides[(x < middle[0]).astype(np.intp)]
        away = np.maximum(np.abs(x - middle[0]) - self.radius, 0) / np.maximum(beside, 0.1 * self.radius)
        bottom = np.interp(places[0, :, 0], self.lower[:, 0], self.lower[:, 1])[None]
        deep = np.clip((bottom - y) / np.maximum(bottom - middle[1], 0.1 * self.radius), 0, 1)
        share = (1 - smooth_step(away.astype(np.float32)))[..., None]
        vertical = smooth_step(deep.astype(np.float32))
        held = np.stack([np.ones_like(vertical), vertical], -1)
        return np.asarray(-aside * share * held, np.float32)
