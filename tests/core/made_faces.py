"""Faces that nobody has, for tests of what is said about faces."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from core.face import Face, FaceMesh, FacePoints, crop_transform
from core.face.points import LIDS
from core.face.pose import MEAN_FACE
from core.labels import Label

FACE = np.array([[96.0, 121.5], [160.0, 121.5], [128, 156], [98, 186], [158, 186]])


def face(points: np.ndarray, *, label: Label = Label.SKIN, light: int = 130, confidence: float = 1.0) -> Face:
    low, high = light // 2, light * 3 // 2 + 1
    crop = np.random.default_rng(0).integers(low, high, (256, 256, 3)).astype(np.uint8)
    five = FacePoints.from_array(points)
    return Face(
        five, crop_transform(five), confidence, (), crop, np.ones((256, 256), np.float32),
        np.full((256, 256), int(label), np.uint8), np.zeros((256, 256), np.float32),
    )  # fmt: skip


def with_mesh(plain: Face) -> Face:
    """The same, with the mesh of a mean face that looks at the camera."""
    points = np.zeros((478, 3))
    for index, place in MEAN_FACE.items():
        points[index] = np.array(place) + np.array([128, 121.5, 0])
    eye = np.array([[-9, 0], [-4, -4], [4, -4], [9, 0], [4, 4], [-4, 4]])
    for lids, middle in zip(LIDS, ((96, 121.5), (160, 121.5)), strict=True):
        points[list(lids), :2] = np.array(middle) + eye
    return replace(plain, mesh=FaceMesh(points[:468], 1.0, points[468:, :2]))
