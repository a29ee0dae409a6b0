"""The edit of retouching: one thing made better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from core.codec import OneOf
from core.document.edits import Edit, Share

KINDS = ("smooth-skin", "no-shine", "white-teeth", "bright-eyes", "no-eye-bags", "no-red-eyes")


@dataclass(frozen=True, kw_only=True)
class Retouch(Edit):
    """What `core.methods.retouch.controls` names, by an `amount` from 0 to 1."""

    what: Annotated[str, OneOf(KINDS)]
    amount: Share
