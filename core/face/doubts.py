"""Plain words for what is doubtful about a face."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.errors import FaceError
from core.face.align import CROP_SIZE, to_crop
from core.face.points import LIDS, Face, FacePoints
from core.labels import Label
from core.opencv import cv2

_SMALL_SIZE = 24.0
_SIDE_ON, _TURNED = 50.0, 30.0
_MOUTH = (61, 40, 37, 0, 267, 270, 291, 321, 314, 17, 84, 91)
_NOSE = (6, 4, 98, 327)
_OTHER_THINGS = (Label.BACKGROUND, Label.HAIR, Label.HAT, Label.NECK, Label.CLOTH)
"""What lies before a face where the parser sees it there."""


def require_face(faces: Sequence[Face], index: int) -> None:
    """Raise FaceError where the face of that index may be none: nobody asked for it by its number."""
    if index < len(faces) and faces[index].may_be_none:
        raise FaceError(
            f"What was found may not be a face (sure by {faces[index].confidence:.0%}); "
            f"“--face {index + 1}” edits it all the same."
        )


def face_doubts(face: Face, photo_size: tuple[int, int]) -> tuple[str, ...]:
    """What a person should know before trusting an edit of this face, the gravest first.

    `photo_size` is (width, height).
    """
    points = face.points
    found = [
        "this may not be a face" if face.may_be_none else "",
        _border(points, photo_size, face.inside),
        _turned(abs(face.pose.yaw)),
        _covered(face),
        _tilt(points),
        _small(points),
        _light(face.crop, face.inside),
    ]
    return tuple(words for words in found if words)


def _turned(yaw: float) -> str:
    if yaw > _SIDE_ON:
        return "seen from the side: the far half of the face is hidden"
    return "turned away" if yaw > _TURNED else ""


def _border(points: FacePoints, photo_size: tuple[int, int], inside: NDArray[np.float32]) -> str:
    place = points.array()
    out = (place < 0).any(1) | (place > photo_size).any(1)
    if out.any():
        return "cut off at the photo's border: part of the face is missing"
    if float(inside.mean()) < 0.85:
        return "close to the photo's border"
    return ""


def covered_parts(face: Face) -> frozenset[str]:
    """Which of "eyes", "nose" and "mouth" lie behind hair, a hand or cloth, as far as the parser tells.

    An eye that the head's turn hides is not among them.
    """
    if face.mesh is None:
        return frozenset()
    yaw = face.pose.yaw
    near = [eye for side, eye in zip((1, -1), LIDS, strict=True) if yaw * side > -_TURNED]
    covered = {
        "eyes": any(_hidden(face, eye) for eye in near),
        "nose": _hidden(face, _NOSE),
        "mouth": _hidden(face, _MOUTH),
    }
    return frozenset(part for part, hidden in covered.items() if hidden)


def _covered(face: Face) -> str:
    covered = covered_parts(face)
    if "eyes" in covered and len(covered) > 1:
        return "partly covered"
    if "eyes" in covered:
        return "eyes covered"
    return "mouth or nose covered" if covered else ""


def _hidden(face: Face, outline: tuple[int, ...]) -> bool:
    assert face.mesh is not None
    area = np.zeros(face.label_map.shape, np.uint8)
    place = to_crop(face.transform, face.mesh.points[list(outline), :2]) * (len(area) / CROP_SIZE)
    cv2.fillPoly(area, [np.rint(place - 0.5).astype(np.int32)], (1,))
    seen = face.label_map[area > 0]
    return seen.size > 0 and float(np.isin(seen, _OTHER_THINGS).mean()) > 0.5


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


def is_dark(crop: NDArray[np.uint8], inside: NDArray[np.float32]) -> bool:
    """Whether the middle of a crop (S, S, 3), where it lies `inside` the photo, is dark."""
    brightness = _brightness(crop, inside)
    return brightness.size > 0 and float(np.percentile(brightness, 75)) < 60


def _brightness(crop: NDArray[np.uint8], inside: NDArray[np.float32]) -> NDArray[np.float64]:
    side = crop.shape[0]
    middle = slice(side // 4, 3 * side // 4)
    return np.asarray(crop[middle, middle].mean(2)[inside[middle, middle] > 0.5], np.float64)


def _light(crop: NDArray[np.uint8], inside: NDArray[np.float32]) -> str:
    brightness = _brightness(crop, inside)
    if not brightness.size:
        return ""
    if is_dark(crop, inside):
        return "dark"
    if float(np.percentile(brightness, 95) - np.percentile(brightness, 5)) < 25:
        return "hardly any contrast"
    return ""
