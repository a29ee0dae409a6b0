"""The document: a photo, its faces and an ordered list of frozen edits. Undo is the previous document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from core.document.edits import Edit, Reference, UnknownEdit
from core.errors import EditError

if TYPE_CHECKING:  # only names: the document must open before torch is loaded
    from core.document.kept import Kept
    from core.face import FacePoints
    from core.photo import Photo


def _no_references() -> Mapping[str, Photo]:
    return MappingProxyType({})


def _nothing_kept() -> Kept:
    return MappingProxyType({})


@dataclass(frozen=True)
class Document:
    """Everything that rendering reads, beside the model pack.

    `faces` is None while faces are to be detected, else the points set by hand. `references` maps a key,
    as `Reference` sources name it, to the photo it stands for; it cannot be changed in place. `kept` is what
    took long to find for its photos, as far as its project brought it: what rendering finds is the same
    without. Documents compare by value, photos by identity.
    """

    photo: Photo
    faces: tuple[FacePoints, ...] | None = None
    edits: tuple[Edit, ...] = ()
    references: Mapping[str, Photo] = field(default_factory=_no_references, hash=False)
    kept: Kept = field(default_factory=_nothing_kept, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "edits", tuple(self.edits))
        object.__setattr__(self, "references", MappingProxyType(dict(self.references)))

    def with_edit(self, edit: Edit) -> Document:
        """The document with one more edit, after the others."""
        return replace(self, edits=(*self.edits, edit))

    def with_edits(self, edits: tuple[Edit, ...]) -> Document:
        """The document with these edits in place of its own."""
        return replace(self, edits=tuple(edits))

    def replace_edit(self, index: int, edit: Edit) -> Document:
        """The document with another edit at `index`. Raises `EditError` where there is none."""
        at = self._position(index)
        return replace(self, edits=(*self.edits[:at], edit, *self.edits[at + 1 :]))

    def without_edit(self, index: int) -> Document:
        """The document without the edit at `index`. Raises `EditError` where there is none."""
        at = self._position(index)
        return replace(self, edits=self.edits[:at] + self.edits[at + 1 :])

    def with_reference(self, key: str, photo: Photo) -> Document:
        """The document with a reference photo under `key`, in place of an earlier one of that key."""
        return replace(self, references={**self.references, key: photo})

    def without_reference(self, key: str) -> Document:
        """The document without that reference. Raises `EditError` while an edit still needs it."""
        if any(key in reference_keys(edit) for edit in self.edits):
            raise EditError(f"The reference “{key}” is still used by an edit.")
        return replace(self, references={k: v for k, v in self.references.items() if k != key})

    def with_faces(self, faces: tuple[FacePoints, ...] | None) -> Document:
        """The document with faces set by hand, or None to detect them again."""
        return replace(self, faces=None if faces is None else tuple(faces))

    def edits_of(self, face: int) -> tuple[Edit, ...]:
        """The enabled edits of one face, in order."""
        return tuple(edit for edit in self.edits if edit.enabled and edit.face == face)

    def reference(self, key: str) -> Photo:
        """The reference photo of that key. Raises `EditError` when the document has none."""
        if key not in self.references:
            raise EditError(f"The edit needs the reference “{key}”, which this document does not have.")
        return self.references[key]

    def _position(self, index: int) -> int:
        if not 0 <= index < len(self.edits):
            raise EditError(f"There is no edit number {index + 1}; the document has {len(self.edits)}.")
        return index


def reference_keys(edit: Edit) -> frozenset[str]:
    """The keys of the references that an edit reads, in its fields, in theirs and in lists of them."""
    return frozenset(_keys_in(edit))


def _keys_in(value: object) -> Iterator[str]:
    if isinstance(value, Reference):
        yield value.key
    elif isinstance(value, UnknownEdit):
        yield from value.references()
    elif isinstance(value, tuple | list):
        for part in cast("tuple[object, ...] | list[object]", value):
            yield from _keys_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _keys_in(getattr(value, each.name))
