"""Where an attribute of the picture may act: soft masks from the label map, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.layout import labelled
from core.opencv import cv2

LabelMap = NDArray[np.uint8]
Mask = NDArray[np.float32]
_HAIR = frozenset({Label.HAIR})
_BROWS = frozenset({Label.L_BROW, Label.R_BROW})
_EYES = frozenset({Label.L_EYE, Label.R_EYE, Label.EYE_G})
_LIPS = frozenset({Label.U_LIP, Label.L_LIP, Label.MOUTH})
_SKIN = frozenset({Label.SKIN, Label.NOSE, Label.L_EAR, Label.R_EAR, Label.NECK})
_FACE = _SKIN | _BROWS | _EYES | _LIPS


@dataclass(frozen=True)
class Reach:
    """The labels that an attribute changes, and how far beyond them, as a share of the crop's side.

    `below` and `above` the nose's tip bound it for what grows on one half of the face only. What is `toned`
    changes colour and shade alone: the photo takes the ratio and keeps its strands and pores.
    """

    labels: frozenset[Label]
    beyond: float = 0.0
    below: bool = False
    above: bool = False
    toned: bool = False


REACHES: Mapping[str, Reach] = {
    "bald": Reach(_HAIR, 0.03),
    "bangs": Reach(_HAIR | _BROWS | {Label.SKIN}, above=True),
    "black_hair": Reach(_HAIR, toned=True),
    "blond_hair": Reach(_HAIR, toned=True),
    "brown_hair": Reach(_HAIR, toned=True),
    "bushy_brows": Reach(_BROWS, 0.02),
    "eyeglasses": Reach(_FACE | _HAIR, above=True),
    "identity": Reach(_FACE | _HAIR),
    "mouth_open": Reach(_LIPS, 0.05, below=True),
    "moustache": Reach(_LIPS | {Label.SKIN}, below=True),
    "beard": Reach(_LIPS | {Label.SKIN, Label.NECK}, below=True),
    "pale_skin": Reach(_SKIN, toned=True),
    "age": Reach(_FACE | _HAIR),
}
_SOFT = 0.012
"""Share of the crop's side over which a mask fades."""
_ABOVE_TIP = 0.01
"""Share of the crop's height by which a lower half begins above the nose's end."""
_NOSE = 0.55
"""Share of the crop's height at which the nose's tip lies where none is seen."""


def reach_mask(name: str, label_map: LabelMap) -> Mask:
    """Where the attribute may act on a face, (S, S) in 0..1: 0 wherever it must not."""
    reach, side = REACHES[name], len(label_map)
    area = labelled(label_map, reach.labels)
    grown = round(reach.beyond * side)
    if grown:
        around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * grown + 1, 2 * grown + 1))
        area = cv2.dilate(area.astype(np.uint8), around) > 0
    rows = np.arange(side)[:, None]
    tip = _tip(label_map)
    if reach.below:
        area = area & (rows >= tip)
    if reach.above:
        area = area & (rows < tip)
    inside = cv2.distanceTransform(area.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    t = np.clip(np.asarray(inside, np.float32) / (_SOFT * side), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _tip(label_map: LabelMap) -> int:
    """The row at which the nose ends; a few pixels that a parser strewed elsewhere do not count."""
    side, rows = len(label_map), np.nonzero(label_map == Label.NOSE)[0]
    return round(float(np.percentile(rows, 95)) - _ABOVE_TIP * side) if rows.size else round(_NOSE * side)
