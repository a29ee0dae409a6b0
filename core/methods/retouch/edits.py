"""The edit of retouching: one thing made better."""

from __future__ import annotations

from dataclasses import dataclass

from core.document.edits import Edit, Share


@dataclass(frozen=True, kw_only=True)
class Retouch(Edit):
    """What `core.methods.retouch.controls` names, by an `amount` from 0 to 1."""

    what: str
    amount: Share
