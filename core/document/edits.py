"""The edits: frozen steps of a document, compared by value, with a JSON form.

Every edit names the face it belongs to (index into the document's faces), can be disabled, and carries
whatever chance needs (a seed inside its style source), so that a document renders the same pixels again.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Own:
    """The style that the photo itself has."""


@dataclass(frozen=True)
class Seed:
    """A random style; the same seed gives the same style.

    `truncation` in 0..1 draws it towards the average style: 1 is as drawn, 0 the average itself.
    """

    seed: int
    truncation: float = 1.0


@dataclass(frozen=True)
class Reference:
    """The style of another face: `key` names a reference of the document, `face` one of its faces."""

    key: str
    face: int = 0


@dataclass(frozen=True)
class Blend:
    """`first` at amount 0, `second` at amount 1, linear in style space."""

    first: Source
    second: Source
    amount: float


Source = Own | Seed | Reference | Blend


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What every edit has."""

    face: int = 0
    enabled: bool = True
