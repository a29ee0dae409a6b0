"""Five points of a face, and what is known about a face as a whole."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.errors import FaceError
from core.face.pose import Pose, head_angles, mesh_pose

Point = tuple[float, float]
_NAMES = ("right eye", "left eye", "nose tip", "right corner of the mouth", "left corner of the mouth")
EYE_CORNERS = ((33, 133), (362, 263))
"""In the mesh: of the right eye, outer and inner, and of the left eye, inner and outer."""
LIDS = ((33, 160, 158, 133, 153, 144), (362, 385, 387, 263, 373, 380))
_NOSE_TIP, _MOUTH_CORNERS = 4, (61, 291)
SURE = 0.9
"""A face of less confidence than this may be none."""


@dataclass(frozen=True)
class FacePoints:
    """The five points in photo pixels (x, y).

    In order: the person's right eye (on the left of an upright picture), the left eye, the nose tip, the
    mouth's corner below the right eye, the corner below the left eye. The order goes with the face: in a
    photo that stands on its head the first eye is on the right.
    """

    points: tuple[Point, Point, Point, Point, Point]

    @staticmethod
    def from_array(array: NDArray[np.floating]) -> FacePoints:
        """Points from an array (5, 2)."""
        a, b, c, d, e = ((float(x), float(y)) for x, y in array)
        return FacePoints((a, b, c, d, e))

    @staticmethod
    def of_mesh(mesh: NDArray[np.floating]) -> FacePoints:
        """Points of a mesh (468, 2 or more).

        An eye is the mean of six points around it, as in the recipe of the FFHQ data set, and no pupil: a
        face does not move when it looks aside.
        """
        eyes = [mesh[list(lids), :2].mean(0) for lids in LIDS]
        others = mesh[[_NOSE_TIP, *_MOUTH_CORNERS], :2]
        return FacePoints.from_array(np.concatenate([np.stack(eyes), others]))

    def array(self) -> NDArray[np.float64]:
        """The points as (5, 2) float64."""
        return np.array(self.points, np.float64)

    @property
    def size(self) -> float:
        """Distance between the eyes in pixels, or what it would be if the face looked at the camera."""
        return face_size(self.array())

    def scaled(self, factor: float) -> FacePoints:
        """The same points in a photo `factor` times as large."""
        return FacePoints.from_array(self.array() * factor)


@dataclass(frozen=True, eq=False)
class FaceMesh:
    """A face in photo pixels.

    `points` (468, 3): x, y, and depth z in the same scale, smaller is nearer; `presence` in 0..1: how surely
    this is a face; `iris` (10, 2): middle, and four points around it, of the right eye's and of the left's.
    """

    points: NDArray[np.float64]
    presence: float
    iris: NDArray[np.float64]

    def scaled(self, factor: float) -> FaceMesh:
        """The same in a photo `factor` times as large."""
        return replace(self, points=self.points * factor, iris=self.iris * factor)

    def moved(self, x: float, y: float) -> FaceMesh:
        """The same in a photo of which this one begins at (x, y)."""
        return replace(self, points=self.points + np.array([x, y, 0.0]), iris=self.iris + np.array([x, y]))

    def with_iris(self) -> NDArray[np.float64]:
        """(478, 3): the irises follow as in MediaPipe's attention mesh, each as deep as its eye."""
        depth = np.repeat([self.points[list(corners), 2].mean() for corners in EYE_CORNERS], 5)
        return np.concatenate([self.points, np.column_stack([self.iris, depth])])


@dataclass(frozen=True)
class Detection:
    """A face that was found: where, and how surely (0..1)."""

    points: FacePoints
    confidence: float


@dataclass(frozen=True, eq=False)
class Face:
    """One analysed face of a photo; see core.face for the crop's geometry."""

    points: FacePoints
    transform: NDArray[np.float64]
    """(2, 3): crop coordinates to photo coordinates."""
    confidence: float
    doubts: tuple[str, ...]
    crop: NDArray[np.uint8]
    """(256, 256, 3) sRGB."""
    inside: NDArray[np.float32]
    """(256, 256), 1 where the crop lies inside the photo."""
    label_map: NDArray[np.uint8]
    """(256, 256), ids of core.labels."""
    opacity: NDArray[np.float32]
    """(256, 256), 0..1: how much of a pixel is an accessory in front of the face."""
    mesh: FaceMesh | None = None
    """None where points were set by hand and the mesh's networks see no face there."""
    unclear: frozenset[str] = frozenset()
    """Parts ("face", "hair") that the parser is not sure of."""

    @property
    def pose(self) -> Pose:
        """How the head is turned; without a mesh about so, from the five points."""
        if self.mesh is not None:
            return mesh_pose(self.mesh.with_iris())
        roll, pitch, yaw = head_angles(self.points.array())
        return Pose(yaw, pitch, roll)

    @property
    def may_be_none(self) -> bool:
        """Whether this may be no face at all; points set by hand are always one."""
        return self.confidence < SURE


def face_size(points: NDArray[np.float64]) -> float:
    """Distance between the eyes of `points` (5, 2), or nine tenths of eyes to mouth where that is more."""
    across = points[1] - points[0]
    down = points[3:].mean(0) - points[:2].mean(0)
    return float(max(math.hypot(*across), 0.9 * math.hypot(*down)))


def parse_points(text: str) -> FacePoints:
    """Points from five pairs "x,y x,y x,y x,y x,y" as a person types them; semicolons may part the pairs.

    Raises FaceError when there are not five pairs of finite numbers, or when they cannot be a face's points.
    """
    pairs = [pair for pair in re.split(r"[;\s]+", text.strip()) if pair]
    if len(pairs) != 5:
        raise FaceError(
            f"Five points are needed, as “x,y x,y x,y x,y x,y”: {', '.join(_NAMES)}. These are {len(pairs)}."
        )
    return checked(FacePoints.from_array(np.array([_pair(pair) for pair in pairs], np.float64)))


def _pair(text: str) -> tuple[float, float]:
    try:
        x, y = (float(part) for part in text.split(","))
    except ValueError:
        raise FaceError(f"“{text}” is not a point; write it as x,y, for example 310,245.5.") from None
    if not (math.isfinite(x) and math.isfinite(y)):
        raise FaceError(f"“{text}” is not a point in the photo.")
    return x, y


def checked(points: FacePoints) -> FacePoints:
    """The points themselves; FaceError when no face can have them: all on one spot, or mirrored."""
    place = points.array()
    across = place[1] - place[0]
    down = place[3:].mean(0) - place[:2].mean(0)
    if (math.hypot(*across) < 1 and math.hypot(*down) < 1) or math.hypot(*down) < 0.5:
        raise FaceError("These five points lie on one spot; a face needs room between them.")
    if across[0] * down[1] - across[1] * down[0] <= 0:
        raise FaceError(
            f"These points are mirrored or out of order. The order is: {', '.join(_NAMES)} "
            "(as the person in the photo has them; their right eye is on the left of the picture)."
        )
    return points
