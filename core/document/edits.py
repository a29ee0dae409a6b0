"""The edits: frozen steps of a document, compared by value, with a JSON form.

Every edit names the face it belongs to (index into the document's faces), can be disabled, and carries
whatever chance needs (a seed inside its style source), so that a document renders the same pixels again.
What a field may hold stands in its annotation; `core.codec` reads files by that.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Any, cast

from core.codec import OMIT_DEFAULT, Within, tagged
from core.errors import EditError

FaceNumber = Annotated[int, Within(0, 10**6)]
Share = Annotated[float, Within(0, 1)]
Coordinate = Annotated[float, Within(-(10**9), 10**9)]
Point = tuple[Coordinate, Coordinate]
LARGEST_SEED = 2**63 - 1
_MOST_BLENDS = 16  # one in another: a hand-made file must not exhaust the stack


@tagged("from", "own")
@dataclass(frozen=True)
class Own:
    """The style that the photo itself has."""


@tagged("from", "seed")
@dataclass(frozen=True)
class Seed:
    """A random style; the same seed gives the same style.

    `truncation` in 0..1 draws it towards the average style: 1 is as drawn, 0 the average itself.
    """

    seed: Annotated[int, Within(0, LARGEST_SEED)]
    truncation: Annotated[Share, OMIT_DEFAULT] = 1.0


@tagged("from", "reference")
@dataclass(frozen=True)
class Reference:
    """The style of another face: `key` names a reference of the document, `face` one of its faces."""

    key: str
    face: FaceNumber = 0


@tagged("from", "look")
@dataclass(frozen=True)
class Named:
    """A look that has a name, as “Beanie, grey wool”; the control that takes it knows which there are."""

    look: str

    def as_seed(self) -> Seed:
        """For those who know looks by chance only: always the same one."""
        return Seed(zlib.crc32(self.look.encode()) % LARGEST_SEED)


@tagged("from", "blend")
@dataclass(frozen=True)
class Blend:
    """`first` at amount 0, `second` at amount 1, linear in style space.

    Raises `EditError` when blends of blends of blends go too far.
    """

    first: Source
    second: Source
    amount: Share

    def __post_init__(self) -> None:
        if _depth(self) > _MOST_BLENDS:
            raise EditError("Blends are nested too deeply.")


Source = Own | Seed | Reference | Named | Blend


def _depth(source: Source) -> int:
    return 1 + max(_depth(source.first), _depth(source.second)) if isinstance(source, Blend) else 0


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What every edit has."""

    face: FaceNumber = 0
    enabled: bool = True


@dataclass(frozen=True, kw_only=True)
class UnknownEdit(Edit):
    """An edit of a method that this Semblance does not have: kept as it was written, never carried out.

    `content` is its JSON object as text, so that it compares by value.
    """

    name: str
    content: str

    def to_json(self) -> dict[str, Any]:
        """The object as it was read, but for what every edit has."""
        content: dict[str, Any] = json.loads(self.content)
        for key, value, default in (("face", self.face, 0), ("enabled", self.enabled, True)):
            if content.get(key, default) != value:
                content[key] = value
        return content

    def references(self) -> Iterator[str]:
        """The keys of what looks like references in it, so that their pictures stay with the document."""
        yield from _keys_in(json.loads(self.content))


def _keys_in(content: object) -> Iterator[str]:
    items: Iterable[object] = ()
    if isinstance(content, dict):
        found = cast("dict[str, object]", content)
        items, key = found.values(), found.get("key")
        if found.get("from") == "reference" and isinstance(key, str):
            yield key
    elif isinstance(content, list):
        items = cast("list[object]", content)
    for item in items:
        yield from _keys_in(item)
