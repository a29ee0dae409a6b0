"""Roll, pitch and yaw of a head from its five points, for comparing a result with its source."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FIVE_POINTS = np.array(
    [[-31.5, 0.0, 0.0], [31.5, 0.0, 0.0], [0.0, 34.6, -39.8], [-29.8, 64.6, 3.2], [29.8, 64.6, 3.2]]
)
"""Pupils, tip of the nose and corners of the mouth of the mean of many face meshes, about millimetres:
x to the right of the picture, y down, z away from the viewer."""

Angles = tuple[float, float, float]


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
