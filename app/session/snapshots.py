"""States that were put aside, to compare with or to come back to."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from app.engine.renderer import Renderer
from app.session.editor import Editor
from app.session.past import Snapshot
from app.words.translate import tr


class Snapshots(QObject):
    """The snapshots of what is open, oldest first. `changed`: others, or another one to compare with."""

    changed = Signal()

    def __init__(self, editor: Editor, renderer: Renderer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._renderer = editor, renderer
        self.items: list[Snapshot] = []
        self.baseline: int | None = None

    @property
    def compared(self) -> Snapshot | None:
        """What the canvas shows as before; None for the photo without edits."""
        return None if self.baseline is None else self.items[self.baseline]

    def take(self) -> None:
        """Put the present state aside."""
        document = self._editor.document
        if document is None:
            return
        faces = range(len(self._editor.faces))
        previews = {i: p for i in faces if (p := self._renderer.preview(i)) is not None}
        number, count = len(self.items) + 1, len(document.edits)
        if count == 1:
            title = tr("Snapshot {number}: 1 edit", number=number)
        else:
            title = tr("Snapshot {number}: {count} edits", number=number, count=count)
        self.items.append(Snapshot(title, document, previews))
        self.changed.emit()

    def restore(self, number: int) -> None:
        """Go back to that state, as a step that can be undone."""
        if 0 <= number < len(self.items):
            self._editor.push(self.items[number].document, tr("Back to a snapshot"))

    def drop(self, number: int) -> None:
        del self.items[number]
        self.compare_with(None)

    def compare_with(self, number: int | None) -> None:
        """What the canvas shows as before: that snapshot, or (None) the photo without edits."""
        self.baseline = number
        self.changed.emit()

    def replace(self, snapshots: Iterable[Snapshot]) -> None:
        """Another document is open, with these."""
        self.items, self.baseline = list(snapshots), None
        self.changed.emit()
