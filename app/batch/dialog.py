"""Many photos, the same edits: a queue beside the choices of how to save."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.batch.queue import BatchOrder, BatchQueue, Line, State, time_words
from app.dialogs.saving import LOSSY, PathLine, SavingForm
from app.program.settings import Settings
from app.session.messages import Choice
from app.session.session import Session
from app.widgets.incoming import accept_copy
from app.widgets.small import make_button, scrolled
from app.widgets.theme import icon
from app.words.translate import mark, tr
from core.batch import photos_in
from core.errors import EditError
from core.photo import READABLE_SUFFIXES, WRITABLE

_WORDS: dict[State, str] = {"waiting": mark("Waiting"), "working": mark("Working…"), "done": "", "failed": ""}
_ICONS: dict[State, str] = {
    "waiting": "mdi6.clock-outline",
    "working": "mdi6.progress-clock",
    "done": "mdi6.check",
    "failed": "mdi6.alert-circle-outline",
}
_EMPTY = mark("Drop photos or folders here, or add them.")


class BatchDialog(QDialog):
    """Fills the queue and starts it. Closing hides it, and the queue goes on."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        open_folder: Callable[[Path], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._open_folder = session, settings, open_folder
        self.queue = BatchQueue(session.renderer, self)
        self.setWindowTitle(tr("Batch"))
        self.setAcceptDrops(True)
        self.resize(980, 600)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addLayout(self._queue_column(), 3)
        columns.addWidget(self._choices(), 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(columns, 1)
        column.addLayout(self._foot())
        self._connect()
        self._refresh_icons()
        self._refill()
        self._refresh()

    # construction
    def _queue_column(self) -> QVBoxLayout:
        self.add_photos = make_button(tr("Add photos…"))
        self.add_folder = make_button(tr("Add folder…"))
        self.remove = make_button(
            tr("Remove"), tr("Remove the selected photos"), tr("Take them out of the list (Del)")
        )
        line = QHBoxLayout()
        for button in (self.add_photos, self.add_folder, self.remove):
            line.addWidget(button)
        line.addStretch(1)
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderLabels([tr("Photo"), tr("Result")])
        self.list.setAccessibleName(tr("Photos of the batch"))
        self.list.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.list.header().resizeSection(0, 230)
        self.hint = QLabel(tr(_EMPTY), self.list)
        self.hint.setProperty("faint", True)
        inside = QVBoxLayout(self.list)
        inside.addWidget(self.hint, 0, Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout()
        column.addLayout(line)
        column.addWidget(self.list, 1)
        return column

    def _choices(self) -> QWidget:
        self.source = QComboBox()
        self.source.addItems([tr("Of the open photo"), tr("Of a recipe")])
        self.recipe = PathLine(tr("Recipe"), "", tr("Recipes (*.json)"))
        self.folder = PathLine(tr("Folder"), self._settings["folder.batch"])
        self.format = QComboBox()
        self.format.addItem(tr("As each photo"), "")
        for form in WRITABLE:
            self.format.addItem(form.name, form.suffixes[0])
        self.format.setCurrentIndex(max(0, self.format.findData(self._settings["batch.format"])))
        self.saving = SavingForm(self._settings)
        rows = ((tr("&Edits"), self.source), (tr("Rec&ipe"), self.recipe), (tr("Fo&lder"), self.folder))
        for title, field in (*rows, (tr("Fo&rmat"), self.format)):
            self.saving.add_own(title, field)
        area = scrolled(self.saving)
        area.setMinimumWidth(390)
        return area

    def _foot(self) -> QVBoxLayout:
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(tr("Progress of the batch"))
        self.note = QLabel(wordWrap=True)
        self.retry = QPushButton(tr("Retry failed"), autoDefault=False)
        self.cancel = QPushButton(tr("Cancel"), autoDefault=False)
        self.start = QPushButton(tr("Start"), default=True)
        close = QPushButton(tr("Close"), autoDefault=False)
        close.setToolTip(tr("The batch goes on"))
        close.clicked.connect(self.close)
        line = QHBoxLayout()
        line.addWidget(self.note, 1)
        for button in (self.retry, self.cancel, self.start, close):
            line.addWidget(button)
        foot = QVBoxLayout()
        foot.addWidget(self.bar)
        foot.addLayout(line)
        return foot

    def _connect(self) -> None:
        queue = self.queue
        queue.filled.connect(self._refill)
        queue.line_changed.connect(self._on_line)
        queue.moved.connect(self._refresh)
        queue.stopped.connect(self._on_stopped)
        queue.finished.connect(self._on_finished)
        self.add_photos.clicked.connect(self._on_add_photos)
        self.add_folder.clicked.connect(self._on_add_folder)
        self.remove.clicked.connect(self._on_remove)
        self.list.itemSelectionChanged.connect(self._refresh)
        self.list.itemDoubleClicked.connect(self._on_double_click)
        self.source.currentIndexChanged.connect(self._refresh)
        self.format.currentIndexChanged.connect(self._refresh)
        self.recipe.changed.connect(self._refresh)
        self.folder.changed.connect(self._refresh)
        self.saving.changed.connect(self._refresh)
        self._session.editor.document_changed.connect(self._refresh)
        self.start.clicked.connect(self._on_start)
        self.retry.clicked.connect(self._on_retry)
        self.cancel.clicked.connect(queue.cancel)

    # the list
    def add_paths(self, paths: list[Path]) -> None:
        """Photos, and folders for the photos in them. Others are left out, and so is all while it runs."""
        if self.queue.running:
            return
        found: list[Path] = []
        for path in paths:
            if path.is_dir():
                found += self._in_folder(path)
            elif path.suffix.lower() in READABLE_SUFFIXES:
                found.append(path)
        self.queue.add(found)
        if found and self.folder.empty():
            self.folder.edit.setText(str(found[0].parent / "edited"))

    def _in_folder(self, folder: Path) -> list[Path]:
        try:
            return photos_in(folder)
        except (EditError, OSError):
            return []

    @Slot()
    def _refill(self) -> None:
        self.list.clear()
        for line in self.queue.lines:
            item = QTreeWidgetItem([line.source.name, ""])
            item.setToolTip(0, str(line.source))
            self.list.addTopLevelItem(item)
            self._show_line(item, line)
        self.hint.setVisible(not self.queue.lines)

    @Slot(int)
    def _on_line(self, index: int) -> None:
        item, line = self.list.topLevelItem(index), self.queue.lines[index]
        if item is None:
            return
        self._show_line(item, line)
        if line.state == "working":
            self.list.scrollToItem(item)

    def _show_line(self, item: QTreeWidgetItem, line: Line) -> None:
        saved = tr("Saved as {name}", name=line.result.name) if line.result else ""
        words = tr(line.text) or saved or tr(_WORDS[line.state])
        item.setText(1, words)
        item.setToolTip(1, words)
        item.setIcon(1, icon(_ICONS[line.state]))

    @Slot()
    def _on_remove(self) -> None:
        chosen = [self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems()]
        if not self.queue.running:
            self.queue.remove(chosen)

    @Slot(QTreeWidgetItem, int)
    def _on_double_click(self, item: QTreeWidgetItem, column: int) -> None:
        result = self.queue.lines[self.list.indexOfTopLevelItem(item)].result
        if result is not None:
            self._open_folder(result.parent)

    @Slot()
    def _on_add_photos(self) -> None:
        patterns = " ".join(f"*{suffix}" for suffix in READABLE_SUFFIXES)
        self._ask(
            tr("Add photos"), QFileDialog.FileMode.ExistingFiles, tr("Pictures ({endings})", endings=patterns)
        )

    @Slot()
    def _on_add_folder(self) -> None:
        self._ask(tr("Add the photos of a folder"), QFileDialog.FileMode.Directory, "")

    def _ask(self, title: str, mode: QFileDialog.FileMode, pattern: str) -> None:
        dialog = QFileDialog(self, title, self._settings["folder.open"], pattern)
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(self._on_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def _on_files(self, names: list[str]) -> None:
        self.add_paths([Path(name) for name in names])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.queue.running and any(url.isLocalFile() for url in event.mimeData().urls()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        accept_copy(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self.list.hasFocus():
            self._on_remove()
        else:
            super().keyPressEvent(event)

    # running
    @Slot()
    def _on_start(self) -> None:
        self._begin(again=False)

    @Slot()
    def _on_retry(self) -> None:
        self._begin(again=True)

    def _begin(self, again: bool) -> None:
        self.saving.remember()
        self._settings["folder.batch"] = str(self.folder.path)
        self._settings["batch.format"] = self.format.currentData()
        document = self._session.document
        use_recipe = self.source.currentIndex() == 1 or document is None
        order = BatchOrder(
            folder=self.folder.path,
            options=self.saving.options,
            sidecar=self.saving.sidecar.isChecked(),
            suffix=self.format.currentData(),
            edits=() if document is None else document.edits,
            references={} if document is None else document.references,
            recipe=self.recipe.path if use_recipe else None,
        )
        self._problem = ""
        self.queue.start(order, again)

    @Slot(str)
    def _on_stopped(self, sentence: str) -> None:
        self._problem = sentence
        self._refresh()
        if not self.isVisible():
            self._session.tell("error", sentence, Choice(tr("Show the batch"), self.show), key="batch")

    @Slot()
    def _on_finished(self) -> None:
        if not self.isVisible():
            folder = self.folder.path
            choices = (
                Choice(tr("Open folder"), lambda: self._open_folder(folder)),
                Choice(tr("Show"), self.show),
            )
            self._session.tell("info", tr("Batch: {counts}.", counts=self._counts()), *choices, key="batch")

    _problem = ""
    """What stopped the last run."""

    def problem(self) -> str:
        """What stands against starting, in one sentence."""
        document = self._session.document
        if self.source.currentIndex() == 1:
            if not self.recipe.path.is_file():
                return tr("Choose the file of a recipe.")
        elif document is None or not document.edits:
            return tr("The open photo has no edits yet. Make some, or choose a recipe.")
        if not self.queue.lines:
            return ""
        if self.folder.empty():
            return tr("Choose a folder for the results.")
        if any(line.source.parent == self.folder.path for line in self.queue.lines):
            return tr("The results need a folder of their own.")
        return self.saving.problem

    @Slot()
    def _refresh(self) -> None:
        queue, running = self.queue, self.queue.running
        document = self._session.document
        edits = len(document.edits) if document else 0
        self.source.setItemText(0, tr("Of the open photo ({count})", count=edits))
        self.saving.form.setRowVisible(self.recipe, self.source.currentIndex() == 1)
        form = self.format.currentText()
        self.saving.set_lossy(form in LOSSY or self.format.currentIndex() == 0)
        self.saving.setEnabled(not running)
        for button in (self.add_photos, self.add_folder):
            button.setEnabled(not running)
        self.remove.setEnabled(not running and bool(self.list.selectedItems()))
        problem = "" if running else self.problem()
        self.start.setEnabled(not running and not problem and queue.count("waiting") > 0)
        self.start.setVisible(not running)
        self.cancel.setVisible(running)
        self.retry.setVisible(not running and queue.count("failed") > 0)
        self.retry.setEnabled(not problem)
        self.bar.setValue(round(1000 * queue.fraction))
        self.note.setText(problem or tr(self._problem) or self._counts())

    def _counts(self) -> str:
        queue = self.queue
        if not queue.lines:
            return ""
        done, failed = queue.count("done"), queue.count("failed")
        words = [tr("{done} of {count} done", done=done, count=len(queue.lines))]
        if failed:
            words.append(tr("{count} failed", count=failed))
        if (left := queue.seconds_left) is not None:
            words.append(time_words(left))
        return tr(", ").join(words)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "bar"):
            self._refresh_icons()

    def _refresh_icons(self) -> None:
        self.add_photos.setIcon(icon("mdi6.image-plus-outline"))
        self.add_folder.setIcon(icon("mdi6.folder-plus-outline"))
        self.remove.setIcon(icon("mdi6.close"))
        for index in range(len(self.queue.lines)):
            self._on_line(index)
