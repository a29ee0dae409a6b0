"""The edit of heads: another person's in place of the photo's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf
from core.document.edits import Edit, Reference
from core.labels import HEAD_PARTS


@dataclass(frozen=True, kw_only=True)
class HeadSwap(Edit):
    """Put the head of a reference on these shoulders: its identity, hair and accessories, in the pose and the
    light of the photo. `part` is a name of `core.labels.HEAD_PARTS`: the whole head, its face, its hair (and
    hat) or its eyeglasses."""

    reference: Reference
    part: Annotated[str, OneOf(HEAD_PARTS)] = "head"
