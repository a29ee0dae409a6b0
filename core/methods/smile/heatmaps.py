"""Where facial landmarks lie, drawn from the label map, for networks that were trained with such heatmaps.

SMILE's released SEM weights its skips by the heatmaps of a landmark network, so that contours of what stays
come through and those of what goes do not. Label maps show the same lines, so no further network is needed.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.tuning import TUNING
from core.opencv import cv2

LabelMap = NDArray[np.uint8]
Heatmap = NDArray[np.float32]

INNER = ((Label.L_EYE,), (Label.R_EYE,), (Label.NOSE,))
OUTER = ((Label.L_BROW,), (Label.R_BROW,), (Label.U_LIP,), (Label.L_LIP,))
_FACE = (Label.SKIN, Label.NOSE, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW,
         Label.MOUTH, Label.U_LIP, Label.L_LIP, Label.EYE_G)  # fmt: skip


def landmark_heatmaps(label_map: LabelMap) -> tuple[Heatmap, Heatmap]:
    """Two maps like the label map (S, S), in 0..1: all facial landmarks, and those without chin, brows and
    lips. A face that lacks a part has nothing there."""
    inner = [_outline(label_map, labels) for labels in INNER]
    outer = [_outline(label_map, labels) for labels in OUTER]
    return _blobs([*inner, *outer, _chin(label_map)]), _blobs(inner)


def _outline(label_map: LabelMap, labels: Collection[Label]) -> NDArray[np.bool_]:
    area = np.isin(label_map, list(labels)).astype(np.uint8)
    return (area - cv2.erode(area, np.ones((3, 3), np.uint8))) > 0


def _chin(label_map: LabelMap) -> NDArray[np.bool_]:
    """The face's outline below the mouth, or below the nose where no mouth shows."""
    below = np.isin(label_map, (Label.U_LIP, Label.L_LIP, Label.MOUTH))
    if not below.any():
        below = label_map == Label.NOSE
    line = _outline(label_map, _FACE)
    rows = np.flatnonzero(below.any(axis=1))
    line[: rows[-1] if rows.size else None] = False
    return line


def _blobs(lines: list[NDArray[np.bool_]]) -> Heatmap:
    line = np.asarray(np.any(lines, axis=0), np.bool_)
    if not line.any():
        return np.zeros(line.shape, np.float32)
    free = (~line).astype(np.uint8)
    away = np.asarray(cv2.distanceTransform(free, cv2.DIST_L2, cv2.DIST_MASK_PRECISE), np.float32)
    spread = np.float32(TUNING.at(len(line)).heatmap_spread)
    return np.exp(-0.5 * np.square(away / spread)).astype(np.float32)
