"""A fault of ours, shown once, with a report to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from app.words.translate import mark, tr

_TEXT = mark(
    "Something went wrong inside Semblance. Your photo is untouched, and you can go on working; "
    "exporting what you have is a good idea.\n\n"
    "The report below helps to mend it. It holds no picture and no folder names."
)


class CrashDialog(QDialog):
    """Does not block; a second fault while it is open is added to its report."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Semblance: something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 380)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(QLabel(tr(_TEXT), wordWrap=True))
        self.text = QPlainTextEdit(report, readOnly=True)
        self.text.setAccessibleName(tr("Report"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        column.addWidget(self.text, 1)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.copy = buttons.addButton(tr("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.close)
        column.addWidget(buttons)

    def add(self, report: str) -> None:
        if report not in self.text.toPlainText():
            self.text.appendPlainText(f"\n{report}")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(tr("Copied"))
