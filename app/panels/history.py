"""The edits of the document, in order: switched off, on, deleted."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.session import Session
from app.theme import icon
from app.widgets import make_button
from app.words import edit_words


class HistoryPanel(QWidget):
    """One line an edit. Its box switches it; Delete removes it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        self.hint = QLabel("Edits appear here in their order. Untick one to see the face without it.")
        self.hint.setWordWrap(True)
        self.hint.setProperty("faint", True)
        column.addWidget(self.hint)
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Edits")
        self.list.itemChanged.connect(self._on_checked)
        self.list.currentRowChanged.connect(self._on_row)
        column.addWidget(self.list, 1)
        self.delete = make_button("Delete edit", tip="Delete the chosen edit (Delete)", size=16)
        self.delete.clicked.connect(self._on_delete)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.delete)
        column.addLayout(line)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_delete)
        session.document_changed.connect(self.refresh)
        session.references_changed.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        document = self._session.document
        edits = document.edits if document else ()
        titles = self._session.reference_titles
        several = len({edit.face for edit in edits}) > 1
        if (shown := (edits, titles)) == self._shown:
            return
        self._shown = shown
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for edit in edits:
            words = edit_words(edit, titles)
            item = QListWidgetItem(f"Face {edit.face + 1}: {words}" if several else words)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if edit.enabled else Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, 24))
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(edits) - 1))
        self.list.blockSignals(False)
        self.hint.setVisible(not edits)
        self._on_row(self.list.currentRow())

    def refresh_icons(self) -> None:
        self.delete.setIcon(icon("mdi6.trash-can-outline"))

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self.delete.setEnabled(row >= 0)

    @Slot(QListWidgetItem)
    def _on_checked(self, item: QListWidgetItem) -> None:
        self._session.enable_edit(self.list.row(item), item.checkState() == Qt.CheckState.Checked)

    @Slot()
    def _on_delete(self) -> None:
        if self.list.currentRow() >= 0:
            self._session.remove_edit(self.list.currentRow())
