"""The edit of shape: one part of a face made otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf, Within
from core.document.edits import Edit

PARTS = (
    "smile", "mouth-open", "eye-opening", "gaze-right", "gaze-down", "brow-height", "turn", "nod",
    "face-width", "jaw-width", "chin-length", "nose-width", "lip-fullness", "eye-size",
)  # fmt: skip
Amount = Annotated[float, Within(-1, 1)]


@dataclass(frozen=True, kw_only=True)
class Reshape(Edit):
    """A part of the face, as `core.methods.shape.controls` names them, moved by an `amount` from -1 to 1."""

    part: Annotated[str, OneOf(PARTS)]
    amount: Amount
