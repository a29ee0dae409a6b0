"""What each reference gives to the face: references across, parts, attributes and regions down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLabel, QWidget

from app.session.values import takes_source
from app.widgets.incoming import Look
from app.words.translate import mark, tr
from core.labels import GROUPS
from core.methods import control
from core.methods.control import Control, Toggle

Kind = Literal["head", "attribute", "region"]
CELL = QSize(54, 28)
THUMB = 50


@dataclass(frozen=True)
class Row:
    """One thing that references can give."""

    kind: Kind
    name: str
    title: str
    tip: str = ""


HEADS = (
    Row("head", "head", mark("Whole head"),
        mark("Their face, hair and accessories on these shoulders; pose stays")),
    Row("head", "face", mark("Face"),
        mark("Their face within this one's outline; hair and skin colour stay")),
    Row("head", "hair", mark("Hair itself"), mark("Their very hair, and hat, as their photo shows it")),
    Row("head", "eyeglasses", mark("Glasses"),
        mark("Their very eyeglasses, without what is behind the lenses")),
)  # fmt: skip
Sections = tuple[tuple[str, tuple[Row, ...]], ...]


def sections(controls: Sequence[Control]) -> Sections:
    """What references can give where a person can set this: headings and their rows."""
    toggles = (each for each in controls if isinstance(each, Toggle) and takes_source(each))
    regions = {each.fixed.get("region") for each in controls if isinstance(each, control.Look)}
    return (
        (mark("As their photo shows it"), HEADS),
        (mark("Attributes"), tuple(Row("attribute", each.name, each.title) for each in toggles)),
        (mark("Look of regions"), tuple(Row("region", n, n.capitalize()) for n in GROUPS if n in regions)),
    )


class Draggable(QAbstractButton):
    """A button that a look can be dragged off."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._from: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._from = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        now = event.position().toPoint()
        if self._from is None or (now - self._from).manhattanLength() < QApplication.startDragDistance():
            return
        self._from = None
        self.setDown(False)
        drag = QDrag(self)
        drag.setMimeData(self.look.as_mime())
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)


class Thumbnail(Draggable):
    """A reference at the head of its column."""

    def __init__(self, key: str, title: str, picture: QPixmap) -> None:
        super().__init__(Look(key))
        self._picture = picture
        self.setFixedSize(CELL.width(), THUMB + 4)
        self.setAccessibleName(tr("Reference {title}", title=title))
        self.setToolTip(
            tr(
                "{title}: drag it onto the photo, an attribute or a region; a right click offers more",
                title=title,
            )
        )
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap((self.width() - THUMB) // 2, 0, self._picture)
        if self.hasFocus():
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self.rect().adjusted(1, 0, -2, -2))
        painter.end()


class Cell(Draggable):
    """Whether a reference gives one thing, and how much of it. A click toggles; the wheel or + and - set how
    much."""

    strength_wanted = Signal(float)

    def __init__(self, row: Row, key: str, title: str) -> None:
        super().__init__(Look(key, row.kind, row.name))
        self.row = row
        self._strength, self._image, self._words = 1.0, None, ""
        self.setCheckable(True)
        self.setFixedSize(CELL)
        self.setAccessibleName(tr("{what} of {title}", what=tr(row.title), title=title))
        self.setToolTip(tr(row.tip) or tr("{what} of {title}", what=tr(row.title), title=title))

    def show_state(self, strength: float | None, image: QImage | None, words: str = "") -> None:
        """`strength` is None where the reference does not give it; `words` stand where there is no image."""
        self.setChecked(strength is not None)
        self._strength, self._image, self._words = strength or 0.0, image, words
        self.setAccessibleDescription(
            f"{round(self._strength * 100)} %" if strength is not None else tr("off")
        )
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self.isChecked() or self.row.kind == "head":
            event.ignore()
            return
        self._step(0.1 if event.angleDelta().y() > 0 else -0.1)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Plus: 0.1, Qt.Key.Key_Minus: -0.1}.get(Qt.Key(event.key()))
        if step is not None and self.isChecked() and self.row.kind != "head":
            self._step(step)
        else:
            super().keyPressEvent(event)

    def _step(self, step: float) -> None:
        self.strength_wanted.emit(min(1.0, max(0.0, round(self._strength + step, 2))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        palette, box = self.palette(), self.rect().adjusted(2, 2, -3, -3)
        painter.setPen(
            palette.highlight().color() if self.isChecked() or self.hasFocus() else palette.mid().color()
        )
        painter.setBrush(palette.button())
        painter.drawRoundedRect(box, 4, 4)
        painter.setOpacity(1.0 if self.isEnabled() else 0.4)
        if self._image is not None:
            room = box.size() - QSize(4, 5)
            small = self._image.scaled(room, _KEEP, Qt.TransformationMode.SmoothTransformation)
            painter.drawImage(box.center() - small.rect().center() - QPoint(0, 1), small)
        elif self._words:
            painter.setPen(palette.placeholderText().color())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._words)
        if self.isChecked():
            width = round(box.width() * self._strength)
            painter.fillRect(QRect(box.left(), box.bottom() - 3, width, 4), palette.highlight())
        painter.end()


class Matrix(QWidget):
    """The grid of cells. `toggled(kind, name, key, on)`, `strength_wanted(kind, name, strength)`."""

    toggled = Signal(str, str, str, bool)
    strength_wanted = Signal(str, str, float)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(2)
        self._grid.setVerticalSpacing(0)
        self.cells: dict[tuple[Kind, str, str], Cell] = {}
        self.thumbnails: dict[str, Thumbnail] = {}

    def build(self, references: Sequence[tuple[str, str, QPixmap]], shown: Sections) -> None:
        """Make the columns anew: key, title and thumbnail of each reference; the rows of these sections."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cells, self.thumbnails, line = {}, {}, 1
        for column, (key, title, picture) in enumerate(references, 1):
            self._add_thumbnail(key, title, picture, column)
        for heading, rows in shown:
            label = QLabel(tr(heading))
            label.setProperty("heading", True)
            label.setContentsMargins(0, 6, 0, 2)
            self._grid.addWidget(label, line, 0, 1, len(references) + 1)
            line += 1
            for row in rows:
                name = QLabel(tr(row.title))
                name.setToolTip(tr(row.tip))
                self._grid.addWidget(name, line, 0)
                for column, (key, title, _) in enumerate(references, 1):
                    self._add_cell(row, key, title, line, column)
                line += 1
        self._grid.setColumnStretch(len(references) + 1, 1)
        self._grid.setRowStretch(line, 1)

    def _add_thumbnail(self, key: str, title: str, picture: QPixmap, column: int) -> None:
        thumbnail = Thumbnail(key, title, picture)
        thumbnail.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(key, thumbnail.mapToGlobal(at))
        )
        self.thumbnails[key] = thumbnail
        self._grid.addWidget(thumbnail, 0, column)

    def _add_cell(self, row: Row, key: str, title: str, line: int, column: int) -> None:
        cell = Cell(row, key, title)
        cell.clicked.connect(lambda on: self.toggled.emit(row.kind, row.name, key, on))
        cell.strength_wanted.connect(lambda strength: self.strength_wanted.emit(row.kind, row.name, strength))
        self.cells[row.kind, row.name, key] = cell
        self._grid.addWidget(cell, line, column)


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
