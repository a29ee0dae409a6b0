"""How a head is turned: from its mesh, or, more roughly, from five points."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

FIVE_POINTS = np.array(
    [[-31.5, 0.0, 0.0], [31.5, 0.0, 0.0], [0.0, 34.6, -39.8], [-29.8, 64.6, 3.2], [29.8, 64.6, 3.2]]
)
"""Pupils, tip of the nose and corners of the mouth of the mean of many face meshes, about millimetres:
x to the right of the picture, y down, z away from the viewer."""

# Mean of many faces' rigid points (brows, eyes, nose, temples, cheek bones), made symmetric. The mouth and
# the jaw move with the expression and are left out.
MEAN_FACE: dict[int, tuple[float, float, float]] = {
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

Angles = tuple[float, float, float]


class Pose(NamedTuple):
    """Turns of a head in degrees, 0 when it looks at the camera upright: `yaw` is positive towards the right
    of the picture, `pitch` downwards, `roll` clockwise."""

    yaw: float
    pitch: float
    roll: float


def mesh_pose(mesh: NDArray[np.floating]) -> Pose:
    """The pose of a face mesh `(478, 3)`, irises included. Raises `ValueError` as `fit_similarity`."""
    roll, pitch, yaw = angles_of(fit_similarity(mesh)[0])
    return Pose(yaw, pitch, roll)


def fit_similarity(
    mesh: NDArray[np.floating], points: tuple[int, ...] = tuple(MEAN_FACE)
) -> tuple[NDArray[np.float64], float, NDArray[np.float64]]:
    """Rotation `(3, 3)`, scale and offset `(3,)` that carry the mean face's rigid points best onto those of a
    mesh `(478, 3)`: scale * rotation @ p + offset, least squares (Umeyama 1991); or only some of the
    `MEAN_FACE`'s points.

    Raises `ValueError` where the mesh is of another shape or not finite.
    """
    if mesh.shape != (478, 3) or not np.isfinite(mesh).all():
        raise ValueError("a face mesh has 478 finite points (x, y, z)")
    target, mean = mesh[list(points)].astype(np.float64), np.array([MEAN_FACE[i] for i in points])
    centre, mean_centre = target.mean(0), mean.mean(0)
    source, seen = mean - mean_centre, target - centre
    u, stretch, vt = np.linalg.svd(seen.T @ source)
    signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])
    rotation = np.asarray(u @ np.diag(signs) @ vt, np.float64)
    scale = float((stretch * signs).sum() / (source**2).sum())
    return rotation, scale, np.asarray(centre - scale * rotation @ mean_centre, np.float64)


def head_angles(points: NDArray[np.floating]) -> Angles:
    """Roll, pitch and yaw in degrees of five points `(5, 2)` (eyes, nose, corners of the mouth, as seen).

    A scaled orthographic camera is fitted to the mean face. A person's own proportions are taken for pose,
    so only differences between two pictures of one face mean much.
    """
    return angles_of(head_rotation(points))


def head_rotation(points: NDArray[np.floating]) -> NDArray[np.float64]:
    """Rotation `(3, 3)` of head coordinates into the picture's, from five points `(5, 2)`."""
    source = FIVE_POINTS - FIVE_POINTS.mean(axis=0)
    seen = points - points.mean(axis=0)
    affine = np.asarray(np.linalg.lstsq(source, seen, rcond=None)[0], np.float64)
    x, y = affine[:, 0], affine[:, 1]
    x, y = x / np.linalg.norm(x), y / np.linalg.norm(y)
    z = np.cross(x, y)
    u, _, vt = np.linalg.svd(np.stack([x, y, z / np.linalg.norm(z)]))
    return np.asarray(u @ vt, np.float64)


def angles_of(rotation: NDArray[np.floating]) -> Angles:
    """Roll, pitch and yaw in degrees of a rotation `(3, 3)` of head coordinates into the picture's.

    The head yaws first and then pitches; roll is the turn within the picture, and changes neither.
    """
    roll = np.degrees(np.arctan2(-rotation[0, 1], rotation[1, 1]))
    pitch = np.degrees(np.arcsin(np.clip(rotation[2, 1], -1, 1)))
    yaw = np.degrees(np.arctan2(rotation[2, 0], rotation[2, 2]))
    return float(roll), float(pitch), float(yaw)
