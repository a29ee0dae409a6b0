"""Filters on pictures with a mask: what lies outside it has no say."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2

Image = NDArray[np.float32]
Mask = NDArray[np.float32]
Area = NDArray[np.bool_]


def masked_blur(values: Image, area: Area, sigma: float) -> Image:
    """Gaussian blur of values `(S, S)` or `(S, S, C)` that takes nothing from outside the area."""
    weight = area.astype(np.float32)
    total = np.maximum(blur(weight, sigma), 1e-3)
    if values.ndim == 3:
        weight, total = weight[..., None], total[..., None]
    return image(blur(values * weight, sigma) / total)


def blur(values: NDArray[Any], sigma: float) -> NDArray[np.float32]:
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), np.float32)


def pull_push(values: Image, known: Area) -> Image:
    """Values `(S, S, C)` carried smoothly from `known` pixels to all others, through a pyramid of means
    (Gortler et al. 1996, section 3.6)."""
    weight = known.astype(np.float32)
    if min(known.shape) <= 2 or known.all():
        total = max(float(weight.sum()), 1e-6)
        mean = (values * weight[..., None]).sum(axis=(0, 1)) / total
        return image(np.where(known[..., None], values, mean))
    half = (known.shape[1] // 2, known.shape[0] // 2)
    small_weight = image(cv2.resize(weight, half, interpolation=cv2.INTER_AREA))
    sums = image(cv2.resize(values * weight[..., None], half, interpolation=cv2.INTER_AREA))
    means = sums / np.maximum(small_weight, 1e-6)[..., None]
    coarse = pull_push(image(means), small_weight > 0)
    full = image(cv2.resize(coarse, known.shape[::-1], interpolation=cv2.INTER_LINEAR))
    return image(np.where(known[..., None], values, full))


def lightness(picture: Image) -> Mask:
    """Mean of the channels `(S, S)`; as numpy's, and many times as fast."""
    return image(cv2.transform(picture, np.full((1, 3), 1 / 3)))


def image(values: NDArray[Any]) -> Image:
    return np.asarray(values, np.float32)


def distance_inside(area: Area) -> NDArray[np.float32]:
    """Distance of every pixel of the area to the nearest pixel outside it; 0 outside."""
    if area.all():
        return np.full(area.shape, 1e6, np.float32)
    distance = cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(distance, np.float32)


def signed_distance(area: Area) -> NDArray[np.float32]:
    """Distance to the area's border: positive inside, negative outside."""
    return distance_inside(area) - distance_inside(~area)


def smooth_step(x: NDArray[np.float32]) -> Mask:
    t = np.clip(x, 0, 1)
    return (t * t * (3 - 2 * t)).astype(np.float32)


def within(area: Area, side: int) -> Area:
    """The pixels around which a whole square of that side lies in the area."""
    return cv2.erode(area.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
