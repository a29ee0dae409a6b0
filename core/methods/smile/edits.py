"""The edits of SMILE: attributes of the layout (SMILE_SEM), styles of regions (SMILE_SYN)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OMIT_DEFAULT, OneOf, Within
from core.document.edits import Edit, Seed, Share, Source
from core.labels import GROUPS
from core.methods.smile.attributes import ATTRIBUTES

_FIRST_SEED = Seed(0)


@dataclass(frozen=True, kw_only=True)
class SetAttribute(Edit):
    """Turn an attribute on or off, or change how it looks when it is on already (SMILE_SEM).

    `strength` in 0..1 goes from the photo's own style code to the full one of `source`.
    """

    attribute: Annotated[str, OneOf(tuple(each.name for each in ATTRIBUTES))]
    present: bool
    source: Source = _FIRST_SEED
    strength: Share = 1.0


@dataclass(frozen=True, kw_only=True)
class SetRegionStyle(Edit):
    """Give a region (a name of `core.labels.GROUPS`) the look of a source (SMILE_SYN)."""

    region: Annotated[str, OneOf(GROUPS)]
    source: Source
    strength: Share = 1.0


@dataclass(frozen=True, kw_only=True)
class Direction(Edit):
    """Move the styles of the face along a direction that the pack names; `amount` in -1..1.

    With `region` (a name of `core.labels.GROUPS`) only there.
    """

    name: str
    amount: Annotated[float, Within(-1, 1)]
    region: Annotated[str, OneOf(("", *GROUPS)), OMIT_DEFAULT] = ""
