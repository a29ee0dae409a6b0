"""The face mesh: 468 points of a face in 3D, how surely there is a face, and both irises.

Kartynnik et al. 2019, "Real-time Facial Surface Geometry from Monocular Video on Mobile GPUs", arXiv
1907.06724, and Ablavatski et al. 2020, "Real-time Pupil Tracking from Monocular Video for Digital Puppetry",
arXiv 2006.11341, as MediaPipe published them. One pass lies two or three pixels of a 256 pixel crop beside
what MediaPipe's newer network finds, always in the same way, so the passes of several views and the eyes'
contours are put together by a regression (`Correction`) that portraits taught: training/face_mesh.py.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import PackError
from core.face.align import CROP_SIZE, extract_crop, to_photo, transform_scale
from core.face.blazeface import Candidate
from core.face.files import IRIS, MESH, open_network
from core.face.points import EYE_CORNERS, FaceMesh
from core.opencv import cv2

Image = NDArray[np.uint8]
Points = NDArray[np.float64]

COUNT, IRIS_COUNT = 468, 10
_HINTS_LAYER, _HINTS = "p_re_lu_17", 1152
CORRECTION = Path(__file__).resolve().parents[2] / "resources" / "faces" / "mesh.safetensors"
_SIDE, _EYE_SIDE = 192, 64
_VIEWS = ((1.3, False), (1.3, True), (1.5, False), (1.5, True))
"""Sides of the squares that are looked at, in sides of the mesh's own box, and whether mirrored."""
_FIRST_VIEW = 1.5
HINTS = len(_VIEWS) * _HINTS
_NUMBERS = ("middle", "into", "limits", "out", "always")
_EYE_VIEW = 2.3


@dataclass(frozen=True, eq=False)
class Square:
    """A turned square of a photo: middle (2,) and side in pixels, angle in radians."""

    middle: Points
    side: float
    angle: float

    def transform(self, mirrored: bool = False) -> Points:
        """(2, 3): from coordinates 0..256 within the square to the photo."""
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        linear = np.array([[cos, -sin], [sin, cos]]) * (self.side / CROP_SIZE)
        if mirrored:
            linear[:, 0] *= -1
        return np.column_stack([linear, self.middle - linear.sum(1) * (CROP_SIZE / 2)])

    def grown(self, factor: float) -> Square:
        return replace(self, side=self.side * factor)

    def within(self, points: Points) -> Points:
        """Photo points (..., 2 or 3) in units of the square: upright, the middle at 0, the side is 1."""
        back = np.array([[np.cos(self.angle), np.sin(self.angle)], [-np.sin(self.angle), np.cos(self.angle)]])
        flat = (points[..., :2] - self.middle) @ back.T
        return np.concatenate([flat, points[..., 2:]], -1) / self.side

    def outside(self, points: Points) -> Points:
        """The way back from `within`."""
        turn = np.array([[np.cos(self.angle), -np.sin(self.angle)], [np.sin(self.angle), np.cos(self.angle)]])
        points = points * self.side
        return np.concatenate([points[..., :2] @ turn.T + self.middle, points[..., 2:]], -1)


def square_of_candidate(candidate: Candidate) -> Square:
    """The detector's box, upright by its eyes."""
    return _upright(
        candidate.box[:2], float(max(candidate.box[2:])), candidate.points[1] - candidate.points[0]
    )


def square_of_points(points: Points) -> Square:
    """The box of a mesh (468, 2 or more), upright by its eyes."""
    square = _upright(np.zeros(2), 1.0, points[263, :2] - points[33, :2])
    flat = square.within(points[:, :2])
    low, high = flat.min(0), flat.max(0)
    return Square(square.outside((low + high) / 2), float((high - low).max()), square.angle)


def square_of_five(points: Points) -> Square:
    """About the square of a mesh whose eyes and corners of the mouth are known, `points` (5, 2)."""
    eyes, mouth = points[:2].mean(0), points[3:].mean(0)
    across, down = points[1] - points[0], mouth - eyes
    side = max(2.6 * float(np.hypot(*across)), 2.4 * float(np.hypot(*down)))
    return _upright(eyes + 0.4 * down, side, across + np.array([down[1], -down[0]]))


def _upright(middle: Points, side: float, across: Points) -> Square:
    return Square(np.asarray(middle, np.float64), side, float(np.arctan2(across[1], across[0])))


@dataclass(frozen=True, eq=False)
class Views:
    """What the networks say of one face, in units of `square`; the input of `Correction`.

    `meshes` (4, 468, 3) of `_VIEWS`, mirrored ones mirrored back and in their usual order; `eyes` (2, 76, 2):
    71 points of an eye's and its brow's contours and five of the iris, right eye and left. `hints` (4, 1152):
    what the mesh's network knows in each view three layers before its points.
    """

    square: Square
    meshes: Points
    eyes: Points
    hints: Points
    presence: float

    def numbers(self) -> Points:
        """All of them in one row; the last `HINTS` are hints."""
        return np.concatenate([self.meshes[..., :2].ravel(), self.eyes.ravel(), self.hints.ravel()])

    def mean(self) -> Points:
        """The mean mesh and the iris points as the networks give them, in one row (1424,)."""
        return np.concatenate([self.meshes.mean(0).ravel(), self.eyes[:, 71:].ravel()])


@dataclass(frozen=True, eq=False)
class Correction:
    """A linear map of small rank from `Views` to what is to be added to their mean.

    `middle` (F,), `into` (F, R): scores of a face, R numbers; `limits` (R,): the largest that portraits had,
    beyond which no score goes, so that an unusual face is never bent in unheard-of ways; `out` (R, 1424) and
    `always` (1424,). `mirror` (468,): the order of the mesh's points in a mirror.
    """

    middle: Points
    into: Points
    limits: Points
    out: Points
    always: Points
    mirror: NDArray[np.intp]

    @staticmethod
    def none(mirror: NDArray[np.intp]) -> Correction:
        """One that adds nothing."""
        count = len(_VIEWS) * COUNT * 2 + 2 * 76 * 2 + HINTS
        added = 3 * COUNT + 2 * IRIS_COUNT
        return Correction(
            np.zeros(count), np.zeros((count, 1)), np.zeros(1), np.zeros((1, added)), np.zeros(added), mirror
        )

    def __call__(self, views: Views) -> tuple[Points, Points]:
        """Points (468, 3) and iris (10, 2) in units of the square."""
        scores = np.clip((views.numbers() - self.middle) @ self.into, -self.limits, self.limits)
        row = views.mean() + self.always + scores @ self.out
        return row[: 3 * COUNT].reshape(COUNT, 3), row[3 * COUNT :].reshape(IRIS_COUNT, 2)


@functools.cache
def bundled_correction() -> Correction:
    """The one that ships. Raises `PackError` where its file is missing or damaged."""
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        stored = load(CORRECTION.read_bytes())
        numbers = {name: stored[name].astype(np.float64) for name in _NUMBERS}
        return Correction(**numbers, mirror=stored["mirror"].astype(np.intp))
    except (OSError, KeyError, SafetensorError) as error:
        raise PackError(f"“{CORRECTION}”, a part of the program, is missing or damaged.") from error


class MeshReader:
    """Reads meshes off photos. Not to be shared between threads; raises `PackError` without its files."""

    def __init__(self, correction: Correction | None = None) -> None:
        self._mesh, self._iris = open_network(MESH), open_network(IRIS)
        self._correction = correction or bundled_correction()

    def glance(self, rgb: Image, square: Square) -> tuple[Points, float]:
        """One pass: about the points (468, 3) of the face in the square, and its presence."""
        return self._look(rgb, square.grown(_FIRST_VIEW), False)[:2]

    def read(self, rgb: Image, square: Square) -> FaceMesh:
        """The face whose mesh about fills the square, refined twice."""
        views = self.views(rgb, square_of_points(self.glance(rgb, square)[0]))
        points, iris = self._correction(views)
        return FaceMesh(views.square.outside(points), views.presence, views.square.outside(iris))

    def views(self, rgb: Image, square: Square) -> Views:
        """The face in all views of the square, which is the box of its mesh."""
        looks = [self._look(rgb, square.grown(size), mirrored) for size, mirrored in _VIEWS]
        meshes = np.stack([square.within(points) for points, _, _ in looks])
        mean = square.outside(meshes.mean(0))
        eyes = np.stack([square.within(self._eye(rgb, mean, square.angle, side)) for side in (0, 1)])
        hints = np.stack([hints for _, _, hints in looks])
        return Views(square, meshes, eyes, hints, float(np.mean([presence for _, presence, _ in looks])))

    def _look(self, rgb: Image, square: Square, mirrored: bool) -> tuple[Points, float, Points]:
        """Points in photo pixels, presence, and hints (1152,)."""
        transform = square.transform(mirrored)
        crop = extract_crop(rgb, transform, _SIDE)[0]
        points, logit, hints = _run(self._mesh, crop, ("conv2d_20", "conv2d_30", _HINTS_LAYER))
        points = points.reshape(COUNT, 3) * (CROP_SIZE / _SIDE)
        points[:, :2] = to_photo(transform, points[:, :2])
        points[:, 2] *= transform_scale(transform)
        presence = 1 / (1 + np.exp(-np.clip(float(logit[0]), -40, 40)))
        return points[self._correction.mirror] if mirrored else points, float(presence), hints

    def _eye(self, rgb: Image, points: Points, angle: float, side: int) -> Points:
        """Contour and iris (76, 2) of an eye; the network knows right eyes, left ones are mirrored."""
        corners = points[list(EYE_CORNERS[side]), :2]
        width = float(np.hypot(*(corners[1] - corners[0])))
        transform = Square(corners.mean(0), width * _EYE_VIEW, angle).transform(mirrored=side == 1)
        crop = extract_crop(rgb, transform, _EYE_SIDE)[0]
        contour, iris = _run(self._iris, crop, ("output_eyes_contours_and_brows", "output_iris"))
        iris = iris.reshape(5, 3)
        if side == 1:  # around it from the right of the picture, whichever eye it is
            iris = iris[[0, 3, 2, 1, 4]]
        found = np.concatenate([contour.reshape(-1, 3), iris])[:, :2]
        return to_photo(transform, found * (CROP_SIZE / _EYE_SIDE))


def _run(network: cv2.dnn.Net, crop: Image, layers: tuple[str, ...]) -> list[Points]:
    """Layers' outputs for a crop, which enters as RGB in 0..1, each in one row."""
    network.setInput(cv2.dnn.blobFromImage(crop, 1 / 255))
    return [np.asarray(each, np.float64).ravel() for each in network.forward(layers)]
