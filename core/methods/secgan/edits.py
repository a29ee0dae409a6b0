"""The edit of SeCGAN: one attribute of the picture, more or less of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf, Within
from core.document.edits import Edit
from core.face_attributes import FACE_ATTRIBUTES


@dataclass(frozen=True, kw_only=True)
class PictureAttribute(Edit):
    """Change an attribute (a name of `core.face_attributes`) of the picture: towards it up to 1, away from it
    down to -1 (SeCGAN's difference vector, section 3.1)."""

    attribute: Annotated[str, OneOf(tuple(each.name for each in FACE_ATTRIBUTES))]
    amount: Annotated[float, Within(-1, 1)]
