"""Where a head is in the crop: a pose from its face mesh, and the mesh in the head's own coordinates.

Head coordinates are in units of about a millimetre (pupils 63 apart on the mean face): x to the right of
the picture, y down, z away from the viewer; the origin lies between the pupils.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.face.pose import MEAN_FACE, fit_similarity

Points = NDArray[np.floating]


@dataclass(frozen=True, eq=False)
class Head:
    """A pose and the face mesh seen in it.

    `rotation (3, 3)`, `scale` (crop pixels a unit) and `offset (3,)` carry head coordinates to the crop;
    `mesh (478, 3)` is the person's own face mesh in head coordinates.
    """

    rotation: Points
    scale: float
    offset: Points
    mesh: Points

    def project(self, points: Points) -> Points:
        """Crop coordinates `(..., 2)` of head points `(..., 3)`, weak perspective."""
        return self.to_crop(points)[..., :2]

    def to_crop(self, points: Points) -> Points:
        """Crop coordinates with depth `(..., 3)`, smaller = nearer."""
        return self.scale * points @ self.rotation.T + self.offset

    def turn(self, direction: Points) -> Points:
        """A direction of the head as the viewer sees it."""
        return direction @ self.rotation.T

    def shifted(self, x: float, y: float) -> Head:
        """The same head in a picture that begins at crop position (x, y)."""
        return replace(self, offset=self.offset - np.array([x, y, 0.0]))

    @property
    def yaw(self) -> float:
        """Turn of the head in degrees, positive towards the right of the picture."""
        return float(-np.degrees(np.arctan2(self.rotation[0, 2], self.rotation[2, 2])))

    @property
    def face_width(self) -> float:
        """Width of the face at the temples, head units."""
        return float(self.mesh[[356, 454], 0].max() - self.mesh[[127, 234], 0].min())


EYE_REGION = (33, 133, 362, 263, 168, 6, 197, 195, 8, 9, 105, 334, 70, 300, 116, 345, 127, 356, 468, 473)
"""Rigid points round the eyes and back to the ears: a pose of these is what eyeglasses rest on. In a turned
head near and far parts are of different size, and the pose of the whole head fits the eyes less well."""


def fit_head(mesh: NDArray[np.floating], points: tuple[int, ...] = tuple(MEAN_FACE)) -> Head:
    """Pose of a face mesh `(478, 3)` in crop pixels, by a least-squares similarity onto the mean face.

    Raises `ValueError` where the mesh is of another shape or not finite.
    """
    rotation, scale, offset = fit_similarity(mesh, points)
    own = (mesh.astype(np.float64) - offset) / scale @ rotation
    return Head(rotation, scale, offset, own)
