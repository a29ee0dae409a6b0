"""What retouching sees of a face: its crop in logarithms, and where skin, teeth and eyes are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from core.face.align import CROP_SIZE
from core.labels import Label
from core.methods.layout import labelled
from core.methods.retouch.tuning import TUNING, RetouchTuning
from core.opencv import cv2
from core.render.filters import Area, Image, Mask, blur, distance_inside, lightness, masked_blur, smooth_step

Points = NDArray[np.float64]
_SKIN = (Label.SKIN, Label.NOSE)
_ENOUGH = 4.0
"""Pixels of a blur's sigma that a smaller size still shows it by."""


@dataclass(frozen=True, eq=False)
class Sight:
    """`crop` (S, S, 3) in sRGB, `label_map` (256, 256), `mesh` (478, 2) in crop coordinates 0..256."""

    crop: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    mesh: Points

    @property
    def side(self) -> int:
        return len(self.crop)

    @property
    def numbers(self) -> RetouchTuning:
        return TUNING.at(self.side)

    @cached_property
    def logs(self) -> Image:
        """(S, S, 3): the natural logarithm of its levels."""
        return np.log(self.crop.astype(np.float32) + np.float32(TUNING.floor))

    def softened(self, sigma: float) -> Image:
        """The logarithms of the blurred crop (S, S, 3); `sigma` in its pixels."""
        return np.log(blur(self.crop.astype(np.float32), sigma) + np.float32(TUNING.floor))

    def softened_within(self, area: Area, sigma: float) -> Image:
        """The same with nothing from outside an area (S, S); what is wide is blurred at a smaller size."""
        smaller = next((each for each in (8, 4, 2) if sigma / each >= _ENOUGH), 1)
        size = (self.side // smaller, self.side // smaller)
        crop = cv2.resize(self.crop, size, interpolation=cv2.INTER_AREA).astype(np.float32)
        inside = cv2.resize(area.astype(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
        logs = np.log(masked_blur(crop, inside, sigma / smaller) + np.float32(TUNING.floor))
        whole = (self.side, self.side)
        return np.asarray(cv2.resize(logs, whole, interpolation=cv2.INTER_LINEAR), np.float32)

    def area(self, labels: Iterable[Label]) -> Area:
        """(S, S): where the label map shows one of these."""
        found = labelled(self.label_map, frozenset(labels)).astype(np.float32)
        size = (self.side, self.side)
        return np.asarray(cv2.resize(found, size, interpolation=cv2.INTER_LINEAR)) > 0.5

    def outline(self, points: Sequence[int]) -> Points:
        """Points of the mesh in the crop's pixels (N, 2)."""
        return self.mesh[list(points)] * (self.side / CROP_SIZE)

    def filled(self, outlines: Iterable[Points]) -> Area:
        """(S, S): within one of the outlines."""
        inside = np.zeros((self.side, self.side), np.uint8)
        for outline in outlines:
            cv2.fillPoly(inside, [np.rint((outline - 0.5) * 16).astype(np.int32)], (1,), cv2.LINE_8, 4)
        return inside > 0

    @cached_property
    def skin(self) -> Area:
        """The face's skin, without what stands on it."""
        return self.area(_SKIN)

    @cached_property
    def skin_mask(self) -> Mask:
        """The same, soft towards its inside."""
        return smooth_step(distance_inside(self.skin) / np.float32(2 * self.numbers.skin_edge))

    def soft(self, area: Area) -> Mask:
        """An area with a soft edge."""
        return blur(area.astype(np.float32), self.numbers.mask_edge)


def light(logs: Image) -> Mask:
    """(S, S): the mean of the channels' logarithms."""
    return lightness(logs)


def grown(area: Area, by: float) -> Area:
    """An area with what lies within `by` pixels of it."""
    side = 2 * round(by) + 1
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (side, side))
    return np.asarray(cv2.dilate(area.astype(np.uint8), around)) > 0
