"""Where the edited photo goes, and as what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from app.widgets import make_slider
from core.errors import PhotoError
from core.photo import WRITABLE, format_for, saving_losses

if TYPE_CHECKING:
    from core.photo import Photo

_LOSSY = ("JPEG", "WebP", "AVIF")


@dataclass(frozen=True)
class ExportChoice:
    """What the person chose."""

    path: Path
    quality: int
    overwrite: bool


class ExportDialog(QDialog):
    """Asks for name, format and quality. `chosen(ExportChoice)`; replacing a file takes a tick of its own."""

    chosen = Signal(object)

    def __init__(
        self, photo: Photo, suggestion: Path, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._photo, self._settings = photo, settings
        self.setWindowTitle("Export photo")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(520)
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        for text, line in (
            ("&File", self._path_line(suggestion)),
            ("Fo&rmat", self._format_box()),
            ("&Quality", self._quality_line()),
        ):
            label = QLabel(text)
            first = line.itemAt(0)
            buddy = first.widget() if first is not None else None
            if buddy is not None:
                label.setBuddy(buddy)
            form.addRow(label, line)
        self.note = QLabel(wordWrap=True)
        self.note.setProperty("faint", True)
        self.replace = QCheckBox("Replace the existing file")
        self.replace.toggled.connect(self._refresh)
        self.buttons = QDialogButtonBox()
        self.buttons.addButton("Cancel", QDialogButtonBox.ButtonRole.RejectRole)
        self.accept_button = self.buttons.addButton("Export", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._on_accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 14)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.replace)
        column.addWidget(self.note)
        column.addWidget(self.buttons)
        self.path.textChanged.connect(self._on_path)
        self._refresh()

    def _path_line(self, suggestion: Path) -> QHBoxLayout:
        self.path = QLineEdit(str(suggestion))
        self.path.setAccessibleName("File")
        browse = QPushButton("Browse…")
        browse.clicked.connect(self._on_browse)
        line = QHBoxLayout()
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

    def _quality_line(self) -> QHBoxLayout:
        self.quality = make_slider(1, 100, "Quality", "Larger files keep more", page=5)
        number = QSpinBox(minimum=1, maximum=100)
        number.setAccessibleName("Quality in figures")
        self.quality.valueChanged.connect(number.setValue)
        number.valueChanged.connect(self.quality.setValue)
        self.quality.setValue(self._settings["export.quality"])
        self._number = number
        line = QHBoxLayout()
        line.addWidget(self.quality, 1)
        line.addWidget(number)
        return line

    @property
    def target(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    @Slot()
    def _on_path(self) -> None:
        self.replace.setChecked(False)  # a tick is for one file
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        """Say what stands against the name, and what the format loses."""
        exists = self.target.is_file()
        own = exists and self._is_source()
        self.replace.setVisible(exists)
        self.replace.setText("Replace the original photo" if own else "Replace the existing file")
        try:
            form = format_for(self.target)
            problem, losses = "", saving_losses(self._photo, self.target)
        except PhotoError as error:
            form, problem, losses = None, str(error), ()
        if not problem and not self.target.parent.is_dir():
            problem = "This folder does not exist."
        lossy = form is not None and form.name in _LOSSY
        self.quality.setEnabled(lossy)
        self._number.setEnabled(lossy)
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
        dialog = QFileDialog(self, "Export photo", str(self.target), f"Pictures ({patterns})")
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
        quality = self.quality.value()
        self._settings["export.quality"] = quality
        self._settings["folder.export"] = str(self.target.parent)
        self.chosen.emit(ExportChoice(self.target, quality, self.replace.isChecked()))
        self.accept()
