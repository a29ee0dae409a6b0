"""The aligned crop: a square around the face, upright, after the recipe of the FFHQ data set."""

from __future__ import annotations

import math
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.errors import FaceError
from core.face.points import Face, FacePoints
from core.opencv import cv2

Depth = TypeVar("Depth", np.uint8, np.uint16)

CROP_SIZE = 256
"""Side of a crop; crop coordinates run from 0 to 256 whatever the pixels of the picture made of it."""


def crop_transform(points: FacePoints) -> NDArray[np.float64]:
    """Similarity (2, 3) that takes crop coordinates to photo coordinates.

    The crop's x axis is the mean of the line between the eyes and the normal of the line from eyes to mouth;
    its half side is twice the eyes' distance, or 1.8 times eyes to mouth where that is more; its centre lies
    a tenth of the way from the eyes to the mouth. Eyes land at about (96, 121.5) and (160, 121.5).
    Raises FaceError when the points are not finite or lie on one spot.
    """
    place = points.array()
    eye, mouth = place[:2].mean(0), place[3:].mean(0)
    across, down = place[1] - place[0], mouth - eye
    x = across + np.array([down[1], -down[0]])
    length = math.hypot(*x)
    half = max(2.0 * math.hypot(*across), 1.8 * math.hypot(*down))
    if not math.isfinite(length + half) or length < 1e-9 or half < 1e-9:
        raise FaceError("The five points of this face lie on one spot; set them again.")
    x *= half / length
    y = np.array([-x[1], x[0]])
    linear = np.stack([x, y], 1) * (2 / CROP_SIZE)
    origin = eye + 0.1 * down - x - y
    return np.concatenate([linear, origin[:, None]], 1)


def transform_scale(transform: NDArray[np.float64]) -> float:
    """Photo pixels per unit of crop coordinates."""
    return math.sqrt(abs(float(np.linalg.det(transform[:, :2]))))


def to_photo(transform: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Crop coordinates (N, 2) in the photo."""
    return np.asarray(points @ transform[:, :2].T + transform[:, 2], np.float64)


def to_crop(transform: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Photo coordinates (N, 2) in the crop."""
    return np.asarray(np.linalg.solve(transform[:, :2], (points - transform[:, 2]).T).T, np.float64)


def mesh_in_crop(face: Face) -> NDArray[np.float64] | None:
    """The mesh (478, 3) in crop pixels, depth in the same scale; None where there is none."""
    if face.mesh is None:
        return None
    mesh = face.mesh.with_iris()
    flat = to_crop(face.transform, mesh[:, :2])
    return np.column_stack([flat, mesh[:, 2] / transform_scale(face.transform)])


def extract_crop(
    photo_rgb: NDArray[Depth], transform: NDArray[np.float64], size: int = CROP_SIZE
) -> tuple[NDArray[Depth], NDArray[np.float32]]:
    """The crop (size, size, 3) and where it lies inside the photo (size, size), 0..1 with a soft edge.

    Shrinking averages over all pixels that a crop pixel covers; beyond its border the photo is mirrored.
    """
    ratio = transform_scale(transform) * CROP_SIZE / size
    region, origin = _around(photo_rgb, transform)
    # Shrink to twice the crop's own resolution, turn there, and halve: sharp, without stair-steps.
    over = 2 if ratio > 1 else 1
    shrink = min(1.0, over / ratio)
    if shrink < 1:
        width, height = max(1, round(region.shape[1] * shrink)), max(1, round(region.shape[0] * shrink))
        factors = np.array([width / region.shape[1], height / region.shape[0]])
        region = cv2.resize(region, (width, height), interpolation=cv2.INTER_AREA)
    else:
        factors = np.ones(2)
    matrix = transform.copy()
    matrix[:, 2] -= origin
    matrix *= factors[:, None]
    step = CROP_SIZE / (size * over)
    matrix[:, :2] *= step
    matrix[:, 2] += matrix[:, :2] @ (0.5, 0.5) - 0.5
    # Cubic for enlargement only: on the way down the second halving would show its overshoot.
    how = (cv2.INTER_LINEAR if over == 2 else cv2.INTER_CUBIC) | cv2.WARP_INVERSE_MAP
    warped = cv2.warpAffine(region, matrix, (size * over,) * 2, flags=how, borderMode=cv2.BORDER_REFLECT_101)
    if over == 2:
        warped = cv2.resize(warped, (size, size), interpolation=cv2.INTER_AREA)
    return warped.astype(photo_rgb.dtype, copy=False), _inside(photo_rgb.shape[:2], transform, size)


def _around(
    photo: NDArray[Depth], transform: NDArray[np.float64]
) -> tuple[NDArray[Depth], NDArray[np.float64]]:
    """The part of the photo that the crop can see, and its upper left corner (x, y)."""
    side = float(CROP_SIZE)
    corners = to_photo(transform, np.array([[0, 0], [side, 0], [0, side], [side, side]]))
    height, width = photo.shape[:2]
    margin = 4 * max(1.0, transform_scale(transform))
    low = np.floor(corners.min(0) - margin).clip(0, (width - 1, height - 1)).astype(int)
    high = np.ceil(corners.max(0) + margin).clip(low + 1, (width, height)).astype(int)
    return photo[low[1] : high[1], low[0] : high[0]], low.astype(np.float64)


def _inside(shape: tuple[int, ...], transform: NDArray[np.float64], size: int) -> NDArray[np.float32]:
    step = CROP_SIZE / size
    axis = (np.arange(size) + 0.5) * step
    x = transform[0, 0] * axis[None] + transform[0, 1] * axis[:, None] + transform[0, 2]
    y = transform[1, 0] * axis[None] + transform[1, 1] * axis[:, None] + transform[1, 2]
    away = np.minimum(np.minimum(x, shape[1] - x), np.minimum(y, shape[0] - y))
    return (away / (transform_scale(transform) * step) + 0.5).clip(0, 1).astype(np.float32)
