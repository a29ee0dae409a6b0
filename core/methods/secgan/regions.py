"""Where an attribute of the picture may act: soft masks from the label map, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.layout import labelled
from core.methods.secgan.tuning import TUNING
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
    "bald": Reach(_HAIR, TUNING.around_hair),
    "bangs": Reach(_HAIR | _BROWS | {Label.SKIN}, above=True),
    "black_hair": Reach(_HAIR, toned=True),
    "blond_hair": Reach(_HAIR, toned=True),
    "brown_hair": Reach(_HAIR, toned=True),
    "bushy_brows": Reach(_BROWS, TUNING.around_brows),
    "eyeglasses": Reach(_FACE | _HAIR, above=True),
    "identity": Reach(_FACE | _HAIR),
    "mouth_open": Reach(_LIPS, TUNING.around_lips, below=True),
    "moustache": Reach(_LIPS | {Label.SKIN}, below=True),
    "beard": Reach(_LIPS | {Label.SKIN, Label.NECK}, below=True),
    "pale_skin": Reach(_SKIN, toned=True),
    "age": Reach(_FACE | _HAIR),
}


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
    t = np.clip(np.asarray(inside, np.float32) / TUNING.at(side).soft, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def _tip(label_map: LabelMap) -> int:
    """The row at which the nose ends; a few pixels that a parser strewed elsewhere do not count."""
    tuning, rows = TUNING.at(len(label_map)), np.nonzero(label_map == Label.NOSE)[0]
    return round(float(np.percentile(rows, tuning.nose_end)) - tuning.above_tip if rows.size else tuning.nose)
