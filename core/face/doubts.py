"""Plain words for what is doubtful about a face."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from core.face.points import FacePoints

SMALL = "small"
_SMALL_SIZE = 24.0
_SIDE_ON, _TURNED = 0.62, 0.36


def face_doubts(
    points: FacePoints,
    photo_size: tuple[int, int],
    crop: NDArray[np.uint8],
    inside: NDArray[np.float32],
    seen: NDArray[np.float32],
    confidence: float,
) -> tuple[str, ...]:
    """What a person should know before trusting an edit of this face, the gravest first.

    `photo_size` is (width, height); `crop` (S, S, 3) and `inside` (S, S) are the aligned view at any size;
    `seen` (5,) says how likely each point is visible.
    """
    found = [
        "this may not be a face" if confidence < 0.8 else "",
        _border(points, photo_size, inside),
        _turned(points),
        _covered(seen, points),
        _tilt(points),
        _small(points),
        _light(crop, inside),
    ]
    return tuple(words for words in found if words)


def yaw_index(points: FacePoints) -> float:
    """How far the nose lies beside the line from eyes to mouth, in units of the face's size; 0 is frontal.

    Positive when the nose points to the side of the second eye. About 0.35 at 30 degrees, above 0.6 side on.
    """
    place = points.array()
    eye, mouth = place[:2].mean(0), place[3:].mean(0)
    down = mouth - eye
    length = math.hypot(*down)
    if length < 1e-9:
        return 0.0
    nose = place[2] - eye
    return float((down[1] * nose[0] - down[0] * nose[1]) / (length * max(points.size, 1e-9)))


def _turned(points: FacePoints) -> str:
    place = points.array()
    eyes = math.hypot(*(place[1] - place[0]))
    narrow = eyes / max(points.size, 1e-9)
    turn = abs(yaw_index(points))
    if turn > _SIDE_ON or narrow < 0.5:
        return "seen from the side: the far half of the face is hidden"
    if turn > _TURNED or narrow < 0.75:
        return "turned away"
    return ""


def _border(points: FacePoints, photo_size: tuple[int, int], inside: NDArray[np.float32]) -> str:
    place = points.array()
    out = (place < 0).any(1) | (place > photo_size).any(1)
    if out.any():
        return "cut off at the photo's border: part of the face is missing"
    if float(inside.mean()) < 0.85:
        return "close to the photo's border"
    return ""


def _covered(seen: NDArray[np.float32], points: FacePoints) -> str:
    hidden = seen < 0.5
    if abs(yaw_index(points)) > _TURNED:
        # The far eye and the far corner of the mouth are hidden by the turn, which is said already.
        far = [1, 4] if yaw_index(points) > 0 else [0, 3]
        hidden = hidden.copy()
        hidden[far] = False
    if not hidden.any():
        return ""
    if hidden[:2].any() and hidden[2:].any():
        return "partly covered"
    return "eyes covered" if hidden[:2].any() else "mouth or nose covered"


def _tilt(points: FacePoints) -> str:
    place = points.array()
    down = place[3:].mean(0) - place[:2].mean(0)
    angle = abs(math.degrees(math.atan2(down[0], down[1])))
    if angle > 120:
        return "upside down"
    return "lying on its side" if angle > 60 else ""


def _small(points: FacePoints) -> str:
    if points.size >= _SMALL_SIZE:
        return ""
    return f"very small: only about {max(1, round(2.2 * points.size))} pixels wide"


def _light(crop: NDArray[np.uint8], inside: NDArray[np.float32]) -> str:
    side = crop.shape[0]
    middle = slice(side // 4, 3 * side // 4)
    here = inside[middle, middle] > 0.5
    if not here.any():
        return ""
    brightness = crop[middle, middle].mean(2)[here]
    if float(np.percentile(brightness, 75)) < 60:
        return "dark"
    if float(np.percentile(brightness, 95) - np.percentile(brightness, 5)) < 25:
        return "hardly any contrast"
    return ""
