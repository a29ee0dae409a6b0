"""Can it be done? Whether a control can come out well on a face, told before anything is drawn.

What would not pass for a photograph is not offered: the window greys the control, the command line refuses,
each with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.document.edits import Edit
from core.labels import Label
from core.methods.control import Control, maker_of

if TYPE_CHECKING:
    from core.face import Face

_HAT, _EYEGLASSES = 300, 150
"""Pixels of a hat and of eyeglasses in the crop from which on they are worn."""
_COVERED: Mapping[str, str] = {
    "eyes": "The eyes are covered.",
    "brows": "Eyeglasses lie over the brows.",
    "nose": "The nose is covered.",
    "mouth": "The mouth is covered.",
    "hair": "A hat covers the hair.",
}
_UNCLEAR: Mapping[str, str] = {
    "face": "The face cannot be made out clearly enough.",
    "hair": "It cannot be made out clearly enough what is hair.",
}
_CROWN = np.array([[128.0, 24.0]])
"""Where the top of a head is in an aligned crop."""
_GREY = 4.0
"""Levels by which the channels of a photo without colour differ at most, nearly everywhere."""


def obstacle(control: Control, face: Face) -> str:
    """Why the control cannot come out well on this face, in a sentence; empty where it can."""
    from core.face import to_photo  # OpenCV comes with it
    from core.face.doubts import covered_parts, is_dark

    asks, pose = control.asks, face.pose
    if asks.mesh and face.mesh is None:
        return "The face cannot be read in 3D here, which this needs."
    if abs(pose.yaw) > asks.turn:
        return "The head is turned too far for this."
    if abs(pose.pitch) > asks.nod:
        return "The face looks too far up or down for this."
    if asks.whole and _outside(face, face.points.array()):
        return "Part of the face lies outside the photo."
    if asks.whole == "head" and _outside(face, to_photo(face.transform, _CROWN)):
        return "The top of the head lies outside the photo."
    covered = asks.bare & (covered_parts(face) | _under_things(face))
    if covered:
        return next(words for part, words in _COVERED.items() if part in covered)
    if asks.light and is_dark(face.crop, face.inside):
        return "The face is too dark for this."
    if asks.colour and _is_grey(face):
        return "The photo is in shades of grey."
    unclear = asks.clear & face.unclear
    return next((words for part, words in _UNCLEAR.items() if part in unclear), "")


def obstacles(
    edits: Iterable[Edit], controls: Iterable[Control], faces: Mapping[int, Face]
) -> tuple[tuple[Control, str], ...]:
    """The controls whose enabled edits cannot come out well on their faces, and why. `faces` are by index."""
    told: dict[str, tuple[Control, str]] = {}
    known = tuple(controls)
    for edit in edits:
        control = maker_of(edit, known)
        if control is None or not edit.enabled or edit.face not in faces:
            continue
        why = obstacle(control, faces[edit.face])
        if why:
            told.setdefault(control.name, (control, why))
    return tuple(told.values())


def _under_things(face: Face) -> frozenset[str]:
    """What a hat and eyeglasses lie over: a bent frame would give a moved brow away."""
    found = {"hair": (Label.HAT, _HAT), "brows": (Label.EYE_G, _EYEGLASSES)}
    return frozenset(
        part for part, (label, least) in found.items() if np.count_nonzero(face.label_map == label) > least
    )


def _outside(face: Face, places: NDArray[np.float64]) -> bool:
    """Whether any of the places (N, 2) in the photo lies outside it, as far as the crop shows."""
    from core.face import to_crop

    size = len(face.inside)
    x, y = np.floor(to_crop(face.transform, places)).astype(int).clip(0, size - 1).T
    return bool((face.inside[y, x] < 0.5).any())


def _is_grey(face: Face) -> bool:
    seen = face.crop[face.inside > 0.5].astype(np.int16)
    apart = seen.max(-1) - seen.min(-1) if seen.size else np.zeros(0, np.int16)
    return apart.size > 0 and float(np.percentile(apart, 98)) <= _GREY
