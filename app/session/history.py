"""Undo and redo: documents on two stacks. Undo is the previous document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.document.document import Document

if TYPE_CHECKING:
    from core.photo import Photo

MOST_BYTES = 512 << 20
"""Of references' pictures that only the past holds; older steps are forgotten."""


@dataclass(frozen=True)
class Step:
    """A document and the words for the step that led away from it."""

    document: Document
    text: str


class History:
    """The present document, the past and the undone future.

    Steps with the same `merge` key in a row (a slider on its way) become one, until `seal` or another step.
    """

    def __init__(self, document: Document, *, saved: bool = False, kept: bool = True) -> None:
        """`saved`: the document comes from a project. Not `kept`: nor does any file hold it as it is."""
        self.document = document
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._merge: str | None = None
        self._kept = document if kept else None
        self._saved = saved

    def push(self, document: Document, text: str, merge: str | None = None) -> bool:
        """Go on to `document`. False when it equals the present one."""
        if document == self.document:
            return False
        if merge is None or merge != self._merge:
            self._past.append(Step(self.document, text))
        self._merge = merge
        self._future.clear()
        self.document = document
        self._forget()
        return True

    @property
    def references(self) -> Iterator[Photo]:
        """The pictures that the present, the past or the undone future name; some of them more than once."""
        yield from self.document.references.values()
        for step in (*self._past, *self._future):
            yield from step.document.references.values()

    def _forget(self) -> None:
        """Forget the oldest steps where the pictures that they alone hold take too much memory."""
        seen, held = {id(photo) for photo in self.document.references.values()}, 0
        for index in range(len(self._past) - 1, -1, -1):
            for photo in self._past[index].document.references.values():
                if id(photo) not in seen:
                    seen.add(id(photo))
                    held += photo.pixels.nbytes
            if held > MOST_BYTES:
                del self._past[: index + 1]
                return

    def seal(self) -> None:
        """The next step starts a new undo entry, whatever its merge key."""
        self._merge = None

    def undo(self) -> bool:
        return self._go(self._past, self._future)

    def redo(self) -> bool:
        return self._go(self._future, self._past)

    @property
    def undo_text(self) -> str | None:
        """What undo would take back; None when there is nothing."""
        return self._past[-1].text if self._past else None

    @property
    def redo_text(self) -> str | None:
        return self._future[-1].text if self._future else None

    @property
    def modified(self) -> bool:
        """Whether edits were made that no export and no save has kept."""
        if self._kept is None:
            return True
        if self._saved:  # then the project would be another, were it saved again
            return (self.document.edits, self.document.faces) != (self._kept.edits, self._kept.faces)
        return self.document.edits != self._kept.edits and bool(self.document.edits)

    def keep(self, document: Document, saved: bool = False) -> None:
        """`document` was exported, or `saved` as a project."""
        self._kept = document
        self._saved = self._saved or saved

    def _go(self, source: list[Step], target: list[Step]) -> bool:
        self._merge = None
        if not source:
            return False
        step = source.pop()
        target.append(Step(self.document, step.text))
        self.document = step.document
        return True
