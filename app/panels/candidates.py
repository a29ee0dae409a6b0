"""Six looks to choose from, as pictures of the face with each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.canvas.pictures import array_image
from app.words.translate import tr
from core.document.edits import Seed, Source
from core.render.preview import Preview

COUNT = 6
_SIDE = 42


class CandidateStrip(QWidget):
    """`chosen(Seed)`: the person clicked one of the pictures."""

    chosen = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seeds: tuple[Seed, ...] = ()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 4)
        line.setSpacing(3)
        self.group = QButtonGroup(self)
        self.group.idClicked.connect(lambda index: self.chosen.emit(self.seeds[index]))
        for index in range(COUNT):
            button = QToolButton()
            button.setCheckable(True)
            button.setAccessibleName(
                tr("{what}: look {number} of {count}", what=title, number=index + 1, count=COUNT)
            )
            button.setIconSize(QSize(_SIDE, _SIDE))
            button.setFixedHeight(_SIDE + 6)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setProperty("candidate", True)
            self.group.addButton(button, index)
            line.addWidget(button, 1)
        self.hide()

    def offer(self, seeds: Sequence[Seed]) -> None:
        """Show these looks; their pictures follow."""
        self.seeds = tuple(seeds)
        for button in self.group.buttons():
            button.setIcon(blank_icon(_SIDE))
        self.show()

    def show_preview(self, index: int, preview: Preview) -> None:
        self.group.button(index).setIcon(preview_icon(preview, _SIDE, self.devicePixelRatioF()))

    def show_source(self, source: Source | None) -> None:
        """Press the picture of the look that holds; without any such edit the strip goes away."""
        self.group.setExclusive(False)
        for index, button in enumerate(self.group.buttons()):
            button.setChecked(index < len(self.seeds) and self.seeds[index] == source)
        self.group.setExclusive(True)
        if source is None:
            self.hide()


def blank_icon(side: int) -> QIcon:
    """A place for a picture that is on its way."""
    blank = QPixmap(side, side)
    blank.fill(Qt.GlobalColor.transparent)
    return QIcon(blank)


def preview_icon(preview: Preview, side: int, ratio: float) -> QIcon:
    """A face as a picture to choose, `side` wide on a screen of that pixel ratio."""
    pixels = round(side * ratio)
    smooth = Qt.TransformationMode.SmoothTransformation
    picture = QPixmap.fromImage(
        array_image(preview.crop).scaled(pixels, pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    )
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
