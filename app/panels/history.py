"""The edits of the document, in order: switched off, moved, deleted; and states put aside to compare with."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.canvas.state import CanvasState
from app.session.session import Session
from app.widgets.small import make_button
from app.widgets.theme import icon
from app.words.edits import obstacle_words
from app.words.translate import tr
from core.document.edits import Edit


class HistoryPanel(QWidget):
    """One line an edit: its box switches it, dragging moves it, Delete removes it. Below, the snapshots."""

    def __init__(self, session: Session, state: CanvasState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        self.hint = QLabel(
            tr("Edits appear here in their order. Untick one to see the face without it, drag it to move it.")
        )
        self.hint.setWordWrap(True)
        self.hint.setProperty("faint", True)
        column.addWidget(self.hint)
        column.addWidget(self._edit_list(), 2)
        column.addLayout(self._edit_line())
        heading = QLabel(tr("Snapshots"))
        heading.setProperty("heading", True)
        column.addWidget(heading)
        column.addWidget(self._snapshot_list(), 1)
        column.addLayout(self._snapshot_line())
        for signal in (session.references_changed, session.snapshots.changed):
            signal.connect(self.refresh)
        session.editor.document_changed.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    def _edit_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(tr("Edits"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.itemChanged.connect(self._on_checked)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.model().rowsMoved.connect(self._on_moved)
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self._on_delete)
        return self.list

    def _edit_line(self) -> QHBoxLayout:
        self.earlier = make_button(name=tr("Earlier"), tip=tr("Carry out the chosen edit earlier"), size=16)
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later = make_button(name=tr("Later"), tip=tr("Carry out the chosen edit later"), size=16)
        self.later.clicked.connect(lambda: self._move(1))
        self.delete = make_button(tr("Delete edit"), tip=tr("Delete the chosen edit (Delete)"), size=16)
        self.delete.clicked.connect(self._on_delete)
        line = QHBoxLayout()
        for button in (self.earlier, self.later):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.delete)
        return line

    def _snapshot_list(self) -> QListWidget:
        self.snapshots = QListWidget()
        self.snapshots.setUniformItemSizes(True)
        self.snapshots.setAccessibleName(tr("Snapshots"))
        self.snapshots.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.snapshots.customContextMenuRequested.connect(self._on_snapshot_menu)
        self.snapshots.itemDoubleClicked.connect(lambda: self._restore(self.snapshots.currentRow()))
        self.snapshots.currentRowChanged.connect(self._on_row)
        return self.snapshots

    def _snapshot_line(self) -> QHBoxLayout:
        tip = tr("Put the present state aside, to compare with or to come back to")
        self.take = make_button(tr("Take snapshot"), tip=tip, size=16)
        self.take.clicked.connect(lambda: self._session.snapshots.take())
        self.compare = make_button(
            tr("Compare"), tip=tr("See the chosen snapshot beside the present state"), size=16
        )
        self.compare.clicked.connect(lambda: self._compare(self.snapshots.currentRow()))
        line = QHBoxLayout()
        line.addWidget(self.take)
        line.addStretch(1)
        line.addWidget(self.compare)
        return line

    @Slot()
    def refresh(self) -> None:
        session = self._session
        edits = session.document.edits if session.document else ()
        titles, snapshots = session.editor.reference_titles, [s.title for s in session.snapshots.items]
        if (shown := (edits, titles, snapshots, session.snapshots.baseline)) == self._shown:
            return
        self._shown = shown
        self._refresh_edits(edits)
        self._refresh_snapshots(snapshots)
        self.take.setEnabled(bool(edits))
        self._on_row()

    def _refresh_edits(self, edits: tuple[Edit, ...]) -> None:
        several = len({edit.face for edit in edits}) > 1
        row = self.list.currentRow()
        with QSignalBlocker(self.list):
            self.list.clear()
            for edit in edits:
                self.list.addItem(self._item(edit, several))
            self.list.setCurrentRow(min(row, len(edits) - 1))
        self.hint.setVisible(not edits)

    def _item(self, edit: Edit, several: bool) -> QListWidgetItem:
        """An edit's line; greyed, with the reason, where no method here carries it out."""
        words, obstacle = self._session.editor.words(edit), obstacle_words(edit)
        item = QListWidgetItem(
            tr("Face {number}: {edit}", number=edit.face + 1, edit=words) if several else words
        )
        item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
        item.setCheckState(Qt.CheckState.Checked if edit.enabled else Qt.CheckState.Unchecked)
        item.setSizeHint(QSize(0, 24))
        if obstacle:
            faint = self.palette().brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
            item.setForeground(faint)
            item.setToolTip(obstacle)
        return item

    def _refresh_snapshots(self, titles: list[str]) -> None:
        row = self.snapshots.currentRow()
        with QSignalBlocker(self.snapshots):
            self.snapshots.clear()
            for number, title in enumerate(titles):
                compared = self._session.snapshots.baseline == number
                self.snapshots.addItem(tr("{title} (compared with)", title=title) if compared else title)
            self.snapshots.setCurrentRow(min(max(row, 0), len(titles) - 1))

    def refresh_icons(self) -> None:
        self.delete.setIcon(icon("mdi6.trash-can-outline"))
        self.earlier.setIcon(icon("mdi6.arrow-up"))
        self.later.setIcon(icon("mdi6.arrow-down"))
        self.take.setIcon(icon("mdi6.camera-outline"))
        self.compare.setIcon(icon("mdi6.compare"))

    @Slot()
    def _on_row(self) -> None:
        row, last = self.list.currentRow(), self.list.count() - 1
        self.delete.setEnabled(row >= 0)
        self.earlier.setEnabled(row > 0)
        self.later.setEnabled(0 <= row < last)
        self.compare.setEnabled(self.snapshots.currentRow() >= 0)

    @Slot(QListWidgetItem)
    def _on_checked(self, item: QListWidgetItem) -> None:
        self._session.editor.enable_edit(self.list.row(item), item.checkState() == Qt.CheckState.Checked)

    @Slot()
    def _on_delete(self) -> None:
        if self.list.currentRow() >= 0:
            self._session.editor.remove_edit(self.list.currentRow())

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self.list.setCurrentRow(row + by)  # the choice goes with the edit
        self._session.editor.move_edit(row, row + by)

    @Slot(QModelIndex, int, int, QModelIndex, int)
    def _on_moved(self, source: QModelIndex, first: int, last: int, target: QModelIndex, row: int) -> None:
        to = row - 1 if row > first else row
        # the list is still at it: the document's answer builds it anew
        QTimer.singleShot(0, self, lambda: self._session.editor.move_edit(first, to))

    def _restore(self, number: int) -> None:
        self._session.snapshots.restore(number)

    def _compare(self, number: int) -> None:
        self._session.snapshots.compare_with(number)
        if self._state.compare == "off":
            self._state.compare = "split"

    @Slot(QPoint)
    def _on_snapshot_menu(self, at: QPoint) -> None:
        item = self.snapshots.itemAt(at)
        if item is None:
            return
        number = self.snapshots.row(item)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Back to this state"), lambda: self._restore(number))
        menu.addAction(icon("mdi6.compare"), tr("Compare with it"), lambda: self._compare(number))
        menu.addAction(tr("Compare with the photo"), lambda: self._session.snapshots.compare_with(None))
        menu.addAction(
            icon("mdi6.trash-can-outline"), tr("Delete"), lambda: self._session.snapshots.drop(number)
        )
        menu.popup(self.snapshots.viewport().mapToGlobal(at))
