"""What the canvas shows before a photo is open."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import icon


class EmptyState(QWidget):
    """A hint and a button, in the middle of the canvas. Drops fall through to the canvas."""

    open_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel("Drop a portrait here", alignment=Qt.AlignmentFlag.AlignCenter)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self.hint = QLabel(
            "or paste a picture, or open one from a file.\nIt stays on this computer.",
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self.hint.setProperty("faint", True)
        self.open = QPushButton("Open photo…")
        self.open.setMinimumSize(140, 34)
        self.open.clicked.connect(self.open_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for widget in (self._picture, title, self.hint):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        size = QSize(72, 72)
        self._picture.setPixmap(icon("mdi6.account-box-outline").pixmap(size, self.devicePixelRatioF()))
        self.open.setIcon(icon("mdi6.folder-open-outline"))
