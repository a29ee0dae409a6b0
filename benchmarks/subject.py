"""What everything is timed on: scikit-image's astronaut, a real portrait that needs no download."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.face import FacePoints
from core.opencv import cv2

SIDE_24_MEGAPIXELS = (6000, 4000)
_POINTS = np.array([[205, 107], [247, 108], [229, 133], [207, 150], [246, 151]], np.float64)
"""Eyes, nose tip and mouth corners in the astronaut, by eye."""


def portrait() -> NDArray[np.uint8]:
    """The astronaut, (512, 512, 3)."""
    from skimage.data import astronaut

    return np.asarray(astronaut(), np.uint8)


def portrait_points() -> tuple[FacePoints, ...]:
    """Her points by hand, so that timing an edit does not depend on the detector."""
    return (FacePoints.from_array(_POINTS),)


def enlarged_portrait(side: int, copies: int = 1) -> NDArray[np.uint8]:
    """`copies` of her side by side, each `side` pixels wide and high."""
    enlarged = cv2.resize(portrait(), (side, side), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.hstack([enlarged] * copies), np.uint8)


def large_portrait() -> tuple[NDArray[np.uint8], tuple[FacePoints, ...]]:
    """A photo of 24 megapixels with grain whose face takes about a third of its height, and its points."""
    width, height = SIDE_24_MEGAPIXELS
    scale = height / 512
    enlarged = cv2.resize(portrait(), (height, height), interpolation=cv2.INTER_CUBIC)
    canvas = np.full((height, width, 3), 128, np.uint8)
    left = (width - height) // 2
    canvas[:, left : left + height] = enlarged
    grain = np.random.default_rng(0).integers(-6, 7, (500, 500, 1), np.int16)
    tiled = np.tile(grain, (height // 500, width // 500, 1))
    pixels = np.clip(canvas.astype(np.int16) + tiled, 0, 255).astype(np.uint8)
    return pixels, (FacePoints.from_array(_POINTS * scale + np.array([left, 0])),)
