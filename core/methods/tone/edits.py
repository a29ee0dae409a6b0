"""The edit of tone: hair of another colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf
from core.document.edits import Edit, Share

HAIR_COLOURS = ("black", "brown", "blond", "red", "grey")


@dataclass(frozen=True, kw_only=True)
class HairColour(Edit):
    """Dye the hair. Several colours of one face are mixed in proportion, as dyes are."""

    colour: Annotated[str, OneOf(HAIR_COLOURS)]
    amount: Share
