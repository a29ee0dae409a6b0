"""Better points from the parsed face: where its label map shows the eyes and the mouth to be."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from core.face.align import CROP_SIZE, to_crop, to_photo
from core.face.points import FacePoints
from core.labels import Label

_LEAST_PIXELS = 12
_FARTHEST = 20.0
"""A parsed part that lies farther than this from its point, in crop pixels, is taken for a mistake."""
_TRUST = 0.5
"""How far a point moves towards what was parsed: both are uncertain, and their errors are unlike."""


def refine_points(
    points: FacePoints, transform: NDArray[np.float64], label_map: NDArray[np.uint8]
) -> FacePoints:
    """`points` in the photo moved towards the eyes and the mouth of `label_map` (256, 256).

    A part that is missing, tiny, behind eyeglasses or far from its point moves nothing. One eye alone moves
    nothing either: a crop must not turn because glasses hide the other.
    """
    place = to_crop(transform, points.array())
    eyes = [_near(_centre(label_map, label), place[k]) for k, label in enumerate((Label.R_EYE, Label.L_EYE))]
    if eyes[0] is not None and eyes[1] is not None:
        for k, eye in enumerate((eyes[0], eyes[1])):
            place[k] += _TRUST * (eye - place[k])
    corners = _mouth_corners(label_map, place[4] - place[3])
    if corners is not None:
        near = [_near(corner, place[3 + k]) for k, corner in enumerate(corners)]
        if near[0] is not None and near[1] is not None:
            for k, corner in enumerate((near[0], near[1])):
                place[3 + k] += _TRUST * (corner - place[3 + k])
    return FacePoints.from_array(to_photo(transform, place))


def _pixels(label_map: NDArray[np.uint8], labels: tuple[Label, ...]) -> NDArray[np.float64]:
    """Centres (N, 2) of the pixels with one of `labels`, in crop coordinates."""
    ys, xs = np.nonzero(np.isin(label_map, labels))
    return (np.stack([xs, ys], 1) + 0.5) * (CROP_SIZE / label_map.shape[0])


def _centre(label_map: NDArray[np.uint8], label: Label) -> NDArray[np.float64] | None:
    found = _pixels(label_map, (label,))
    return np.median(found, 0) if len(found) >= _LEAST_PIXELS else None


def _mouth_corners(
    label_map: NDArray[np.uint8], across: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """The outermost parts of lips and mouth along `across`, the direction from corner to corner."""
    found = _pixels(label_map, (Label.MOUTH, Label.U_LIP, Label.L_LIP))
    length = float(np.hypot(*across))
    if len(found) < 4 * _LEAST_PIXELS or length < 1e-6:
        return None
    along = found @ (across / length)
    low, high = np.percentile(along, (1.5, 98.5))
    if high - low < 8:
        return None
    return found[along <= low + 1].mean(0), found[along >= high - 1].mean(0)


def _near(found: NDArray[np.float64] | None, expected: NDArray[np.float64]) -> NDArray[np.float64] | None:
    if found is None or float(np.hypot(*(found - expected))) > _FARTHEST:
        return None
    return found
