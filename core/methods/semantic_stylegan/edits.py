"""The edit of SemanticStyleGAN: a part of the face with another shape, another texture, or both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf
from core.document.edits import Edit, Own, Share, Source
from core.labels import PARTS

_AS_IT_IS = Own()


@dataclass(frozen=True, kw_only=True)
class Part(Edit):
    """Give a part (a name of `core.labels.PARTS`) the shape of one source and the texture of another.

    `strength` in 0..1 goes from the photo's own codes to theirs.
    """

    part: Annotated[str, OneOf(PARTS)]
    shape: Source = _AS_IT_IS
    texture: Source = _AS_IT_IS
    strength: Share = 1.0
