"""What a session holds beside its document: references on the shelf, and what was open before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.canvas.pictures import Picture
from app.history import History
from core.attributes import attribute
from core.document.document import Document
from core.document.edits import Reference
from core.render.preview import Preview

if TYPE_CHECKING:
    from core.face import Face
    from core.photo import Photo


_WORN = ("eyeglasses", "earrings", "hat")
_FEWEST = 24


@dataclass(frozen=True, eq=False)
class ReferenceItem:
    """A reference on the shelf. `face` is None while it is looked for, `error` says that none was found."""

    key: str
    title: str
    photo: Photo
    picture: Picture
    face: Face | None = None
    error: str | None = None

    @property
    def source(self) -> Reference:
        """The source of style that the edits name."""
        return Reference(self.key)

    def has(self, name: str) -> bool:
        """Whether the face wears what the attribute names; True where labels cannot tell."""
        if name not in _WORN or self.face is None:
            return True
        labels = [int(region) for region in attribute(name).regions]
        return sum(int((self.face.label_map == label).sum()) for label in labels) >= _FEWEST


@dataclass(frozen=True, eq=False)
class Snapshot:
    """A state that was put aside, with what the engine had made of it (face -> preview)."""

    title: str
    document: Document
    previews: Mapping[int, Preview]


@dataclass(frozen=True, eq=False)
class Past:
    """What was open before, for the way back."""

    history: History
    title: str
    path: Path | None
    picture: Picture
    references: dict[str, ReferenceItem]
    face: int
