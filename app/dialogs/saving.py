"""How pictures are saved: the part that the dialogs for one export and for a batch share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from app.program.settings import Settings
from app.widgets.small import PathField, make_slider
from app.words.translate import mark, tr
from core.photo import METADATA, Credentials, SaveOptions, credentials_available
from core.photo.credentials import EXTRA_MISSING
from core.photo.options import LARGEST_SIDE, SMALLEST_SIDE

LOSSY = ("JPEG", "WebP", "AVIF")
_METADATA_WORDS = {
    "all": mark("Keep everything"),
    "no-place": mark("Leave out where it was taken"),
    "none": mark("Only the colour profile"),
}
_METADATA_TIP = mark("Each says that a trained model changed parts of the photo")
_SIGN_HELP = mark(
    "Tells viewers who exported the photo, and that a trained model changed parts of it. It takes your own "
    "certificate and its private key as PEM files, the key without a password."
)


class PathLine(QWidget):
    """A path with a button that asks for it: a file of the `pattern`, or a folder where that is empty."""

    changed = Signal()

    def __init__(self, name: str, text: str, pattern: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._pattern = name, pattern
        self.edit = PathField(text)
        self.edit.setAccessibleName(name)
        self.edit.textChanged.connect(self.changed)
        browse = QPushButton(tr("Browse…"))
        browse.setAccessibleName(tr("Browse for: {what}", what=name))
        browse.clicked.connect(self._on_browse)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.edit, 1)
        line.addWidget(browse)
        self.setFocusProxy(self.edit)

    @property
    def path(self) -> Path:
        return Path(self.edit.text().strip()).expanduser()

    def empty(self) -> bool:
        return not self.edit.text().strip()

    @Slot()
    def _on_browse(self) -> None:
        dialog = QFileDialog(self, self._name, str(self.path), self._pattern)
        mode = QFileDialog.FileMode.ExistingFile if self._pattern else QFileDialog.FileMode.Directory
        dialog.setFileMode(mode)
        dialog.fileSelected.connect(self.edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class SavingForm(QWidget):
    """Quality, size, metadata, recipe and content credentials, below the dialog's own rows.

    `changed` when a choice could stand against saving, see `problem`.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setHorizontalSpacing(14)
        self.form.setVerticalSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._own = 0
        self._add(tr("&Quality"), self._quality_line())
        self._add(tr("&Size"), self._size_line())
        self._add(tr("&Metadata"), self._metadata_box())
        self.sidecar = QCheckBox(tr("&Write the edits beside it, as a recipe"))
        self.sidecar.setToolTip(
            tr("A recipe repeats the edits on other photos, here in a batch or without a window")
        )
        self.sidecar.setChecked(settings["export.sidecar"])
        self._add("", self.sidecar)
        self._build_credentials()
        self._refresh()

    def add_own(self, title: str, field: QWidget | QLayout) -> None:
        """A row of the dialog, above those that are shared."""
        self._insert(self._own, title, field)
        self._own += 1

    def _add(self, title: str, field: QWidget | QLayout) -> None:
        self._insert(self.form.rowCount(), title, field)

    def _insert(self, row: int, title: str, field: QWidget | QLayout) -> None:
        label = QLabel(title)
        first = field.itemAt(0) if isinstance(field, QLayout) else None
        buddy = first.widget() if first is not None else field
        if isinstance(buddy, QWidget) and title:
            label.setBuddy(buddy)
        self.form.insertRow(row, label, field)

    def _quality_line(self) -> QHBoxLayout:
        self.quality = make_slider(1, 100, tr("Quality"), tr("Larger files keep more"), page=5)
        self.number = QSpinBox(minimum=1, maximum=100)
        self.number.setAccessibleName(tr("Quality in figures"))
        self.number.lineEdit().setAcceptDrops(False)
        self.quality.valueChanged.connect(self.number.setValue)
        self.number.valueChanged.connect(self.quality.setValue)
        self.quality.setValue(self._settings["export.quality"])
        return _line(self.quality, self.number, stretch=0)

    def _size_line(self) -> QHBoxLayout:
        self.size_box = QComboBox()
        self.size_box.addItems([tr("Original"), tr("Longest side")])
        self.size_box.setCurrentIndex(int(self._settings["export.shrink"]))
        self.size_box.currentIndexChanged.connect(self._refresh)
        self.side = QSpinBox(minimum=SMALLEST_SIDE, maximum=LARGEST_SIDE, singleStep=128, suffix=" px")
        self.side.setAccessibleName(tr("Longest side in pixels"))
        self.side.lineEdit().setAcceptDrops(False)
        self.side.setToolTip(tr("Smaller photos are not enlarged"))
        self.side.setValue(self._settings["export.side"])
        line = _line(self.size_box, self.side)
        line.addStretch(1)
        return line

    def _metadata_box(self) -> QComboBox:
        self.metadata = QComboBox()
        for name in METADATA:
            self.metadata.addItem(tr(_METADATA_WORDS[name]), name)
        self.metadata.setCurrentIndex(METADATA.index(self._settings["export.metadata"]))
        self.metadata.setToolTip(tr(_METADATA_TIP))
        return self.metadata

    def _build_credentials(self) -> None:
        available = credentials_available()
        self.sign = QCheckBox(tr("Sign with &content credentials"))
        self.sign.setEnabled(available)
        self.sign.setChecked(available and self._settings["export.sign"])
        self.sign.toggled.connect(self._refresh)
        self.certificate = PathLine(
            tr("Certificate"),
            self._settings["credentials.certificate"],
            tr("Certificates (*.pem *.crt *.cer)"),
        )
        self.key = PathLine(tr("Private key"), self._settings["credentials.key"], tr("Keys (*.pem *.key)"))
        self.sign_help = QLabel(tr(_SIGN_HELP if available else EXTRA_MISSING), wordWrap=True)
        self.sign_help.setProperty("faint", True)
        self._add("", self.sign)
        self._add("", self.sign_help)
        self._add(tr("Certificate"), self.certificate)
        self._add(tr("Private key"), self.key)
        self.certificate.changed.connect(self._refresh)
        self.key.changed.connect(self._refresh)

    @Slot()
    def _refresh(self) -> None:
        signing = self.sign.isChecked()
        self.side.setEnabled(self.size_box.currentIndex() == 1)
        for row in (self.certificate, self.key):
            self.form.setRowVisible(row, signing)
        self.form.setRowVisible(self.sign_help, signing or not self.sign.isEnabled())
        self.changed.emit()

    def set_lossy(self, lossy: bool) -> None:
        """Whether the format has a quality."""
        self.quality.setEnabled(lossy)
        self.number.setEnabled(lossy)

    @property
    def problem(self) -> str:
        """What stands against saving, in one sentence; empty when nothing does."""
        if not self.sign.isChecked():
            return ""
        for line in (self.certificate, self.key):
            if line.empty():
                return tr("Signing takes the files of your certificate and of its private key.")
            if not line.path.is_file():
                return tr("There is no file “{path}”.", path=line.path)
        return ""

    @property
    def options(self) -> SaveOptions:
        signed = Credentials(self.certificate.path, self.key.path) if self.sign.isChecked() else None
        side = self.side.value() if self.size_box.currentIndex() == 1 else None
        return SaveOptions(self.quality.value(), side, self.metadata.currentData(), signed)

    def remember(self) -> None:
        """Keep the choices for the next time."""
        kept = {
            "export.quality": self.quality.value(),
            "export.shrink": self.size_box.currentIndex() == 1,
            "export.side": self.side.value(),
            "export.metadata": self.metadata.currentData(),
            "export.sidecar": self.sidecar.isChecked(),
            "credentials.certificate": self.certificate.edit.text().strip(),
            "credentials.key": self.key.edit.text().strip(),
        }
        if self.sign.isEnabled():
            kept["export.sign"] = self.sign.isChecked()
        for name, value in kept.items():
            self._settings[name] = value


def _line(*widgets: QWidget, stretch: int | None = None) -> QHBoxLayout:
    """Widgets side by side; the one at `stretch` grows."""
    line = QHBoxLayout()
    line.setSpacing(8)
    for index, widget in enumerate(widgets):
        line.addWidget(widget, int(index == stretch))
    return line
