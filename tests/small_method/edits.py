from __future__ import annotations

from dataclasses import dataclass

from core.document.edits import Edit, Share


@dataclass(frozen=True, kw_only=True)
class Darken(Edit):
    """Make the hair darker, by an `amount` from 0 to 1."""

    amount: Share
