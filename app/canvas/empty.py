"""What the canvas shows before a photo is open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.widgets.theme import icon
from app.words.translate import tr

_THUMBNAIL = QSize(84, 84)


class EmptyState(QWidget):
    """A hint, a button and `samples` to try, in the middle. Drops fall through to the canvas."""

    open_wanted = Signal()
    sample_wanted = Signal(object)
    tour_wanted = Signal()

    def __init__(self, samples: Sequence[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        title = QLabel(tr("Drop a portrait here"), alignment=Qt.AlignmentFlag.AlignCenter)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        self.hint = QLabel(
            tr("or paste a picture, or open one from a file.\nIt stays on this computer."),
            alignment=Qt.AlignmentFlag.AlignCenter,
        )
        self.hint.setProperty("faint", True)
        self.open = QPushButton(tr("Open photo…"))
        self.open.setMinimumSize(140, 34)
        self.open.clicked.connect(self.open_wanted)
        self.tour = QPushButton(tr("Take the tour"))
        self.tour.setMinimumSize(140, 34)
        self.tour.clicked.connect(self.tour_wanted)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(1)
        for widget in (self._picture, title, self.hint):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(self._choices())
        if samples:
            column.addSpacing(22)
            note = QLabel(
                tr("No portrait at hand? Try one of nobody real:"), alignment=Qt.AlignmentFlag.AlignCenter
            )
            note.setProperty("faint", True)
            column.addWidget(note)
            column.addLayout(self._sample_line(samples))
        column.addStretch(1)
        self.refresh_icons()

    def _choices(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.open)
        line.addWidget(self.tour)
        line.addStretch(1)
        return line

    def _sample_line(self, samples: Sequence[Path]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        for number, path in enumerate(samples, start=1):
            button = QToolButton(autoRaise=True)
            button.setIcon(_thumbnail(path))
            button.setIconSize(_THUMBNAIL)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(tr("Open sample portrait {number}", number=number))
            button.setToolTip(tr("Open sample portrait {number}", number=number))
            button.clicked.connect(lambda checked=False, path=path: self.sample_wanted.emit(path))
            line.addWidget(button)
        line.addStretch(1)
        return line

    def refresh_icons(self) -> None:
        size = QSize(72, 72)
        self._picture.setPixmap(icon("mdi6.account-box-outline").pixmap(size, self.devicePixelRatioF()))
        self.open.setIcon(icon("mdi6.folder-open-outline"))
        self.tour.setIcon(icon("mdi6.map-marker-path"))


def _thumbnail(path: Path) -> QIcon:
    """The picture as an icon, read at twice its size on screen."""
    reader = QImageReader(str(path))
    size = reader.size()
    reader.setScaledSize(size.scaled(_THUMBNAIL * 2, Qt.AspectRatioMode.KeepAspectRatio))
    return QIcon(QPixmap.fromImage(reader.read()))
