"""Mattes: soft masks along hair and outlines, at whatever resolution the photo has.

The guided filter (He, Sun and Tang 2010, in colour) explains a mask, within small windows, by the picture's
own colours: matte = slope . colour + rest. Slope and rest vary slowly, so that they can be found on a crop
and used on the photo's own pixels (He and Sun 2015, "Fast Guided Filter"): strands thinner than a crop's
pixel are there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Matte:
    """A matte as its two maps: `slope` (H, W, 3) per level of colour, and `rest` (H, W)."""

    slope: Array
    rest: Array

    def of(self, picture: NDArray[np.uint8] | Array) -> Array:
        """The matte (H, W), 0..1, of a picture (H, W, 3) in levels on the maps' own grid."""
        return matte_of(self.slope, self.rest, picture)


def matte_of(slope: Array, rest: Array, picture: NDArray[np.uint8] | Array) -> Array:
    """The matte (H, W), 0..1, of a picture (H, W, 3) in levels, from the maps as that picture's grid sees
    them."""
    found = np.einsum("hwc,hwc->hw", slope, picture.astype(np.float32)) + rest
    return np.clip(found, 0, 1).astype(np.float32)


def guided(picture: NDArray[np.uint8], mask: Array, radius: float, epsilon: float) -> Matte:
    """The matte that comes nearest to a mask (H, W), 0..1, by the colours of the picture (H, W, 3).

    `radius` is in pixels; colours that vary less than by `epsilon` (a variance, of colours 0..1) tell
    nothing.
    """
    side = 2 * max(1, round(radius)) + 1

    def box(values: NDArray[Any]) -> Array:
        return np.asarray(cv2.boxFilter(values, -1, (side, side), borderType=cv2.BORDER_REFLECT), np.float32)

    colour = picture.astype(np.float32) / 255
    mean, mean_mask = box(colour), box(mask)
    covariance = box(colour * mask[..., None]) - mean * mean_mask[..., None]
    products = (colour[..., :, None] * colour[..., None, :]).reshape(*mask.shape, 9)
    second = [box(np.ascontiguousarray(products[..., k : k + 3])) for k in (0, 3, 6)]
    variance = np.stack(second, axis=-2) - mean[..., :, None] * mean[..., None, :]
    variance += np.float32(epsilon) * np.eye(3, dtype=np.float32)
    slope = np.linalg.solve(variance, covariance[..., None])[..., 0]
    rest = mean_mask - np.einsum("hwc,hwc->hw", slope, mean)
    return Matte(np.asarray(box(slope) / 255, np.float32), box(rest))
