"""Where the edited photo goes, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.saving import LOSSY, SavingForm
from app.program.settings import Settings
from app.widgets.small import PathField
from app.words.translate import tr
from core.errors import PhotoError
from core.photo import WRITABLE, format_for, saving_losses

if TYPE_CHECKING:
    from core.photo import Photo, SaveOptions


@dataclass(frozen=True)
class ExportChoice:
    """What the person chose."""

    path: Path
    options: SaveOptions
    overwrite: bool
    sidecar: bool = False


class ExportDialog(QDialog):
    """Asks for the name, and how to save. `chosen(ExportChoice)`; replacing a file takes its own tick."""

    chosen = Signal(object)

    def __init__(
        self, photo: Photo, suggestion: Path, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photo, self._settings = photo, settings
        self.setWindowTitle(tr("Export photo"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        self.saving = SavingForm(settings)
        self.saving.add_own(tr("&File"), self._path_line(suggestion))
        self.saving.add_own(tr("Fo&rmat"), self._format_box())
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("faint", True)
        self.replace = QCheckBox(tr("Replace the existing file"))
        self.replace.toggled.connect(self._refresh)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton(tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button = self.buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addWidget(self.saving)
        column.addWidget(self.replace)
        column.addWidget(self.note)
        column.addWidget(self.buttons)
        self.path.textChanged.connect(self._on_path)
        self.saving.changed.connect(self._on_saving)
        self._refresh()

    def _path_line(self, suggestion: Path) -> QHBoxLayout:
        self.path = PathField(str(suggestion))
        self.path.setAccessibleName(tr("File"))
        browse = QPushButton(tr("Browse…"))
        browse.clicked.connect(self._on_browse)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.path, 1)
        line.addWidget(browse)
        return line

    def _format_box(self) -> QHBoxLayout:
        self.format = QComboBox()
        self.format.addItems([form.name for form in WRITABLE])
        self.format.activated.connect(self._on_format)
        line = QHBoxLayout()
        line.addWidget(self.format)
        line.addStretch(1)
        return line

    @property
    def target(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    @Slot()
    def _on_path(self) -> None:
        self.replace.setChecked(False)  # a tick is for one file
        self._refresh()

    @Slot()
    def _on_saving(self) -> None:
        self._refresh()
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the rows that are there now; Qt by itself only grows, and cuts wrapped lines."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    @Slot()
    def _refresh(self) -> None:
        """Say what stands against the name, and what the format loses."""
        exists = self.target.is_file()
        own = exists and self._is_source()
        self.replace.setVisible(exists)
        self.replace.setText(tr("Replace the original photo") if own else tr("Replace the existing file"))
        try:
            form = format_for(self.target)
            problem, losses = "", saving_losses(self._photo, self.target)
        except PhotoError as error:
            form, problem, losses = None, str(error), ()
        if not problem and not self.target.parent.is_dir():
            problem = tr("This folder does not exist.")
        problem = problem or self.saving.problem
        self.saving.set_lossy(form is not None and form.name in LOSSY)
        if form is not None:
            self.format.setCurrentText(form.name)
        self.note.setText(problem or " ".join(losses))
        self.note.setVisible(bool(self.note.text()))
        self.accept_button.setEnabled(not problem and (not exists or self.replace.isChecked()))

    def _is_source(self) -> bool:
        source = self._photo.source
        return source is not None and source.exists() and source.samefile(self.target)

    @Slot(int)
    def _on_format(self, index: int) -> None:
        suffix = WRITABLE[index].suffixes[0]
        if self.target.suffix.lower() not in WRITABLE[index].suffixes:
            self.path.setText(str(self.target.with_suffix(suffix)))

    @Slot()
    def _on_browse(self) -> None:
        patterns = " ".join(f"*{suffix}" for form in WRITABLE for suffix in form.suffixes)
        dialog = QFileDialog(
            self, tr("Export photo"), str(self.target), tr("Pictures ({endings})", endings=patterns)
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # this dialog asks by itself
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    @Slot(str)
    def _on_file(self, name: str) -> None:
        path = Path(name)
        self.path.setText(str(path if path.suffix else path.with_suffix(self.target.suffix)))

    @Slot()
    def _on_accept(self) -> None:
        self.saving.remember()
        self._settings["folder.export"] = str(self.target.parent)
        saving = self.saving
        choice = ExportChoice(
            self.target, saving.options, self.replace.isChecked(), saving.sidecar.isChecked()
        )
        self.chosen.emit(choice)
        self.accept()
