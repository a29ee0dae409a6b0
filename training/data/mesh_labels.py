"""Eyes, brows, mouth and lips of a label map from the face mesh, which knows them exactly."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE, Label
from core.opencv import cv2

_OUTER_ABOVE = (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291)
_INNER_ABOVE = (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308)
_OUTER_BELOW = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291)
_INNER_BELOW = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
OUTLINES: Mapping[Label, tuple[int, ...]] = {
    Label.R_EYE: (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246),
    Label.L_EYE: (263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466),
    Label.R_BROW: (70, 63, 105, 66, 107, 55, 65, 52, 53, 46),
    Label.L_BROW: (300, 293, 334, 296, 336, 285, 295, 282, 283, 276),
    Label.MOUTH: (*_INNER_ABOVE, *_INNER_BELOW[::-1]),
    Label.U_LIP: (*_OUTER_ABOVE, *_INNER_ABOVE[::-1]),
    Label.L_LIP: (*_OUTER_BELOW, *_INNER_BELOW[::-1]),
}
"""Points of the mesh around each part, in order."""
_ON = (Label.SKIN, Label.NOSE, *OUTLINES)
"""What a part of the mesh may replace: not eyeglasses, hair or a hand before it."""
_FINE = 8


def paint_parts(label_map: NDArray[np.uint8], mesh: NDArray[np.floating]) -> NDArray[np.uint8]:
    """The label map `(H, W)` with those parts where the mesh `(468 or more, 3)` in its pixels has them.

    What the map calls one of them elsewhere is unknown (255). What lies before the face stays.
    """
    painted = label_map.copy()
    painted[np.isin(label_map, list(OUTLINES))] = IGNORE
    free = np.isin(label_map, _ON) | (painted == IGNORE)
    for label, outline in OUTLINES.items():
        area = np.zeros(label_map.shape, np.uint8)
        points = np.round((mesh[list(outline), :2].astype(np.float64) - 0.5) * 2**_FINE).astype(np.int32)
        cv2.fillPoly(area, [points], 1, shift=_FINE)
        painted[(area > 0) & free] = label
    return painted
