"""What each slider moves: steps of a mesh's points in the head's frame, millimetres, at amount 1.

A smile was learned; all else follows from the mesh's own geometry, so that it fits the person's proportions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from core.methods.shape.fitted import SMILE, fitted
from core.methods.shape.head import Head
from core.methods.shape.points import (
    BROWS,
    CHIN,
    EYE_RINGS,
    INNER_CORNERS,
    INNER_LOWER_LIP,
    INNER_UPPER_LIP,
    MOUTH_CORNERS,
    OUTER_LOWER_LIP,
    OUTER_UPPER_LIP,
    UPPER_LIDS,
    WINGS_OF_NOSE,
)
from core.methods.shape.tuning import TUNING

Points = NDArray[np.float64]
Part = Callable[[Head, float], Points]
"""Steps (468, 3) of a head's points for an amount from -1 to 1."""


def smile(head: Head, amount: float) -> Points:
    return fitted(SMILE) * amount * (TUNING.smile if amount > 0 else TUNING.sadness)


def mouth_open(head: Head, amount: float) -> Points:
    """The jaw turns about its joint, and all that hangs on it; the other way until the lips nearly meet."""
    joint = np.array([0.0, TUNING.jaw_joint_low, TUNING.jaw_joint_deep])
    turn = about_x(amount * (_drop(head) if amount > 0 else _until_closed(head, joint)))
    turned = (head.points - joint) @ turn.T + joint
    return (turned - head.points) * _of_jaw(head)[:, None]


def _gap(head: Head) -> float:
    """Between the lips, beyond what the mesh has between closed ones."""
    upper, lower = head.points[INNER_UPPER_LIP[4]], head.points[INNER_LOWER_LIP[4]]
    return max(float(np.linalg.norm(lower - upper)) - TUNING.lips_meet, 0.0)


def _drop(head: Head) -> float:
    """Degrees that the jaw drops: less where the lips are closed, and no teeth can be shown."""
    opened = float(np.clip(_gap(head) / TUNING.lips_meet, 0, 1))
    return TUNING.jaw_parts + (TUNING.jaw_drop - TUNING.jaw_parts) * opened


def _until_closed(head: Head, joint: Points) -> float:
    """Degrees that the jaw has to turn until the lips have met as far as they may."""
    lower = head.points[INNER_LOWER_LIP[4]]
    return float(np.degrees(_gap(head) * TUNING.mouth_closes / np.linalg.norm((lower - joint)[1:])))


def _of_jaw(head: Head) -> Points:
    """How far each point goes with the jaw, (468,): 0 above the mouth, 1 at the chin and the lower lip."""
    points = head.points
    corners = points[list(MOUTH_CORNERS)]
    low = corners[:, 1].mean()
    share = ramp(points[:, 1], low - 4.0, low + 14.0)
    middle, half = corners[:, 0].mean(), np.abs(corners[1, 0] - corners[0, 0]) / 2
    across = np.clip(1 - ((points[:, 0] - middle) / half) ** 2, 0, 1)
    share[list(MOUTH_CORNERS)] = share[list(INNER_CORNERS)] = 0.35
    for row in (INNER_LOWER_LIP, OUTER_LOWER_LIP):
        share[list(row)] = 0.35 + 0.65 * across[list(row)] ** 0.5
    for row in (INNER_UPPER_LIP, OUTER_UPPER_LIP):
        share[list(row)] = 0.35 * (1 - across[list(row)] ** 0.5)
    return share


def eye_size(head: Head, amount: float) -> Points:
    steps = np.zeros_like(head.points)
    for ring in EYE_RINGS:
        middle = head.points[list(ring)].mean(0)
        away = head.points - middle
        near = np.exp(-0.5 * (np.hypot(away[:, 0], away[:, 1]) / 17.0) ** 4)
        steps += TUNING.eye_size * amount * away * near[:, None]
    return steps


def brows(head: Head, amount: float) -> Points:
    """Brows with the forehead above them, which takes it up; frowning ones come together."""
    steps = np.zeros_like(head.points)
    points, height = head.points, TUNING.brow_rise if amount > 0 else TUNING.brow_fall
    top = points[[each for brow in BROWS for each in brow], 1].mean()
    above = (points[:, 1] < top) & (np.abs(points[:, 0]) < 52)
    steps[above, 1] = -height * amount * (1 - ramp(top - points[above, 1], 0.0, 45.0))
    for side, brow in zip((1.0, -1.0), BROWS, strict=True):
        rows = list(brow)
        steps[rows, 1] = -height * amount
        if amount < 0:
            inner = 1 - ramp(np.abs(points[rows, 0]), 12.0, 40.0)
            steps[rows, 0] = -amount * side * TUNING.brow_knit * inner
    for lids in UPPER_LIDS:
        steps[list(lids), 1] = -0.12 * height * amount
    return steps


def face_width(head: Head, amount: float) -> Points:
    x, y = head.points[:, 0], head.points[:, 1]
    share = TUNING.face_width * amount * ramp(np.abs(x), 15.0, 60.0) * (0.35 + 0.65 * ramp(y, -25.0, 15.0))
    return _across(share * x)


def jaw_width(head: Head, amount: float) -> Points:
    x, y = head.points[:, 0], head.points[:, 1]
    share = TUNING.jaw_width * amount * ramp(np.abs(x), 5.0, 45.0) * ramp(y, 25.0, 75.0)
    return _across(share * x)


def chin_length(head: Head, amount: float) -> Points:
    y = head.points[:, 1]
    lip = head.points[list(OUTER_LOWER_LIP), 1].max()
    share = ramp(y, lip, head.points[CHIN, 1])
    return np.stack([np.zeros_like(y), TUNING.chin_length * amount * share, np.zeros_like(y)], 1)


def nose_width(head: Head, amount: float) -> Points:
    x, y = head.points[:, 0], head.points[:, 1]
    wings = head.points[list(WINGS_OF_NOSE)]
    half = np.abs(wings[:, 0]).mean()
    near = np.exp(-0.5 * ((y - wings[:, 1].mean()) / 10.0) ** 2) * (1 - ramp(np.abs(x), half, 2.2 * half))
    return _across(TUNING.nose_width * amount * near * x)


def lip_fullness(head: Head, amount: float) -> Points:
    steps = np.zeros_like(head.points)
    rows = ((OUTER_UPPER_LIP, INNER_UPPER_LIP), (OUTER_LOWER_LIP, INNER_LOWER_LIP))
    for outer, inner in rows:
        height = head.points[list(outer)] - head.points[list(inner)]
        steps[list(outer)] = TUNING.lip_fullness * amount * height
    return steps


def turned(head: Head, amount: float) -> Points:
    return _about_neck(head, about_y(TUNING.turn * amount))


def nodded(head: Head, amount: float) -> Points:
    return _about_neck(head, about_x(TUNING.nod * amount))


def _about_neck(head: Head, rotation: Points) -> Points:
    neck = np.array(TUNING.neck)
    return (head.points - neck) @ (rotation - np.eye(3)).T


def _across(x: Points) -> Points:
    return np.stack([x, np.zeros_like(x), np.zeros_like(x)], 1)


def ramp(values: Points, low: float, high: float) -> Points:
    """0 below `low`, 1 above `high`, smooth between."""
    t = np.clip((values - low) / (high - low), 0, 1)
    return t * t * (3 - 2 * t)


def about_x(degrees: float) -> Points:
    """A turn (3, 3) that lowers what is in front."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(degrees: float) -> Points:
    """A turn (3, 3) that brings what is in front to the right of the picture."""
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])


PARTS: Mapping[str, Part] = {
    "smile": smile,
    "mouth-open": mouth_open,
    "eye-size": eye_size,
    "brow-height": brows,
    "face-width": face_width,
    "jaw-width": jaw_width,
    "chin-length": chin_length,
    "nose-width": nose_width,
    "lip-fullness": lip_fullness,
}
"""Those that move the face within the head."""

TURNS: Mapping[str, Part] = {"turn": turned, "nod": nodded}
"""Those that move the whole head."""

EYE_OPENING, GAZE_RIGHT, GAZE_DOWN = "eye-opening", "gaze-right", "gaze-down"
"""Those of core.methods.shape.eyes."""
