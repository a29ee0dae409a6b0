"""Where a head is in the crop: a pose from its face mesh, and the mesh in the head's own coordinates.

Head coordinates are in units of about a millimetre (pupils 63 apart on the mean face): x to the right of
the picture, y down, z away from the viewer; the origin lies between the pupils.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.floating]

# Mean of many faces' rigid points (brows, eyes, nose, temples, cheek bones), made symmetric. The mouth and
# the jaw move with the expression and are left out.
_MEAN_FACE: dict[int, tuple[float, float, float]] = {
    33: (-43.9, 0.8, 5.3), 133: (-17.1, 2.6, 0.1), 362: (17.1, 2.6, 0.1), 263: (43.9, 0.8, 5.3),
    168: (0.0, -2.6, -17.4), 6: (0.0, 4.7, -21.7), 197: (0.0, 11.9, -26.6), 195: (0.0, 18.6, -32.0),
    5: (0.0, 25.9, -37.5), 4: (0.0, 34.6, -39.8), 1: (0.0, 41.3, -37.6), 2: (0.0, 46.8, -21.7),
    10: (0.0, -50.7, -13.4), 151: (0.0, -35.0, -16.6), 9: (0.0, -17.7, -19.3), 8: (0.0, -9.5, -17.9),
    127: (-70.3, 5.8, 54.9), 356: (70.3, 5.8, 54.9), 234: (-69.9, 20.3, 59.8), 454: (69.9, 20.3, 59.8),
    93: (-69.1, 35.1, 60.5), 323: (69.1, 35.1, 60.5), 70: (-56.5, -12.7, 5.4), 300: (56.5, -12.7, 5.4),
    105: (-40.5, -20.5, -9.7), 334: (40.5, -20.5, -9.7), 50: (-50.0, 32.2, -0.1), 280: (50.0, 32.2, -0.1),
    116: (-63.6, 17.6, 18.2), 345: (63.6, 17.6, 18.2), 21: (-65.5, -21.4, 31.4), 251: (65.5, -21.4, 31.4),
    54: (-59.2, -32.6, 19.0), 284: (59.2, -32.6, 19.0), 468: (-31.5, 0.0, 0.0), 473: (31.5, 0.0, 0.0),
}  # fmt: skip
_RIGID = np.array(sorted(_MEAN_FACE))
_MEAN = np.array([_MEAN_FACE[i] for i in sorted(_MEAN_FACE)], np.float64)


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


def fit_head(mesh: NDArray[np.floating]) -> Head:
    """Pose of a face mesh `(478, 3)` in crop pixels, by a least-squares similarity onto the mean face.

    Raises `ValueError` where the mesh is of another shape or not finite.
    """
    if mesh.shape != (478, 3) or not np.isfinite(mesh).all():
        raise ValueError("A face mesh has 478 finite points (x, y, z).")
    target = mesh[_RIGID].astype(np.float64)
    centre, mean_centre = target.mean(0), _MEAN.mean(0)
    source, seen = _MEAN - mean_centre, target - centre
    u, stretch, vt = np.linalg.svd(seen.T @ source)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = u @ np.diag(signs) @ vt
    scale = float((stretch * signs).sum() / (source**2).sum())
    offset = centre - scale * rotation @ mean_centre
    own = (mesh.astype(np.float64) - offset) / scale @ rotation
    return Head(rotation, scale, offset, own)
