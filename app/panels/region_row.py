"""One region as a layer: its thumbnail, shown, locked, its look; and the labels that it is made of."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout

from app.canvas.state import CanvasState
from app.panels.source_line import SourceLine
from app.session.past import ReferenceItem
from app.session.values import source_of, strength_of
from app.widgets.small import DropTarget, make_button
from app.widgets.theme import icon
from app.words.edits import LABEL_TITLES, SIDED, SIDED_TIP
from app.words.translate import midway, tr
from core.document.edits import Edit, Seed
from core.labels import GROUPS, Label, palette

THUMB = 28
_BUTTON = QSize(28, 24)


class LayerLine(QFrame):
    """A picture, a title that chooses the label for the brush, an eye and a lock.

    `wanted(label)`: painted with; `menu_wanted(line, global point)`.
    """

    wanted = Signal(object)
    brush_wanted = Signal()
    menu_wanted = Signal(object, QPoint)

    def __init__(self, title: str, labels: tuple[Label, ...], state: CanvasState) -> None:
        super().__init__()
        self.labels, self._state = labels, state
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(2, 1, 2, 1)
        self.line.setSpacing(4)
        self.name = QPushButton(title, flat=True)
        self.name.setAccessibleName(tr("Paint with {what}", what=midway(title)))
        self.name.setToolTip(tr(SIDED_TIP) if labels[0] in SIDED else tr("Click to paint with it"))
        self.name.setCheckable(True)
        self.name.setProperty("layer", True)
        self.name.clicked.connect(lambda: self.wanted.emit(labels[0]))
        self.line.addWidget(self.name, 1)
        self.eye = self._switch(tr("{what}: shown", what=title), tr("Show or hide it among the labels"))
        self.eye.clicked.connect(self._on_eye)
        self.lock = self._switch(tr("{what}: locked", what=title), tr("Locked: nothing is painted over it"))
        self.lock.clicked.connect(self._on_lock)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self, self.mapToGlobal(at)))

    def _switch(self, name: str, tip: str) -> QToolButton:
        button = make_button(name=name, tip=tip, size=16)
        button.setCheckable(True)
        button.setProperty("layer", True)
        button.setFixedSize(_BUTTON)
        self.line.addWidget(button)
        return button

    def show_state(self) -> None:
        """Show what the canvas's state says of these labels."""
        state, labels = self._state, set(self.labels)
        chosen = state.label in labels
        self.name.setChecked(chosen)  # whatever the click made of it
        if self.property("chosen") != chosen:
            self.setProperty("chosen", chosen)
            self.style().unpolish(self)  # a style sheet sees a changed property only so
            self.style().polish(self)
        self.eye.setChecked(not labels <= state.hidden)
        self.lock.setChecked(labels <= state.locked)
        self.refresh_icons()

    def refresh_icons(self) -> None:
        self.eye.setIcon(icon("mdi6.eye-outline" if self.eye.isChecked() else "mdi6.eye-off-outline"))
        locked = self.lock.isChecked()
        self.lock.setIcon(icon("mdi6.lock" if locked else "mdi6.lock-open-variant-outline"))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.brush_wanted.emit()

    def _on_eye(self, shown: bool) -> None:
        for label in self.labels:
            self._state.set_hidden(label, not shown)

    def _on_lock(self, locked: bool) -> None:
        self._state.set_locked(self.labels, locked)


class RegionRow(DropTarget):
    """A region with its labels below, and its look when an edit gives it another."""

    source_chosen = Signal(str, object)
    strength_moved = Signal(str, float)
    blend_moved = Signal(str, float)
    slider_left = Signal()
    rolled = Signal(str)

    def __init__(self, region: str, state: CanvasState, draw: Callable[[], Seed]) -> None:
        super().__init__()
        self.region, labels = region, GROUPS[region]
        title = tr(region.capitalize())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = LayerLine(title, labels, state)
        self.head.name.setIconSize(QSize(THUMB, THUMB))
        self.opener = make_button(
            name=tr("{what}: its labels", what=title), tip=tr("Show the labels it is made of"), size=14
        )
        self.opener.setCheckable(True)
        self.opener.setProperty("layer", True)
        self.opener.toggled.connect(self._on_open)
        self.opener.setVisible(len(labels) > 1)
        self.dice = make_button(
            name=tr("{what}: another look", what=title), tip=tr("Another random look"), size=16
        )
        self.dice.clicked.connect(lambda: self.rolled.emit(region))
        for at, button in ((1, self.opener), (2, self.dice)):
            button.setFixedSize(_BUTTON)
            self.head.line.insertWidget(at, button)
        column.addWidget(self.head)
        self.look = SourceLine(title, draw)
        self.look.setContentsMargins(34, 0, 4, 2)
        self.look.source_chosen.connect(lambda source: self.source_chosen.emit(region, source))
        self.look.strength_moved.connect(lambda value: self.strength_moved.emit(region, value))
        self.look.blend_moved.connect(lambda value: self.blend_moved.emit(region, value))
        self.look.slider_left.connect(self.slider_left)
        column.addWidget(self.look)
        self.parts = [LayerLine(tr(LABEL_TITLES[part]), (part,), state) for part in _parts(labels)]
        for part in self.parts:
            part.line.setContentsMargins(30, 0, 2, 0)
            part.hide()
            column.addWidget(part)
        self.show_edit(None, {})

    @property
    def lines(self) -> list[LayerLine]:
        return [self.head, *self.parts]

    def show_edit(self, edit: Edit | None, references: Mapping[str, ReferenceItem]) -> None:
        """Show what the document says; `references` are those on the shelf."""
        source = source_of(edit) if edit is not None else None
        if edit is not None and source is not None:
            self.look.show_source(source, strength_of(edit), references)
        self.look.setVisible(source is not None)

    def hinder(self, obstacle: str, there: bool) -> None:
        """Why its look cannot be changed well on this face; "" where it can. `there`: there is a face."""
        self.dice.setEnabled(there and not obstacle)
        self.dice.setToolTip(obstacle or tr("Another random look"))
        self.look.setEnabled(there)

    def show_picture(self, image: QImage | None) -> None:
        """The region as the face shows it; None where it does not."""
        self.head.name.setIcon(swatch(self.head.labels[0], self.devicePixelRatioF(), image))

    def refresh_icons(self) -> None:
        ratio = self.devicePixelRatioF()
        self.dice.setIcon(icon("mdi6.dice-5-outline"))
        for line in self.lines:
            line.refresh_icons()
        for part in self.parts:
            part.name.setIcon(swatch(part.labels[0], ratio))
        self.opener.setIcon(icon("mdi6.chevron-down" if self.opener.isChecked() else "mdi6.chevron-right"))

    def _on_open(self, opened: bool) -> None:
        for part in self.parts:
            part.setVisible(opened)
        self.refresh_icons()


def _parts(labels: tuple[Label, ...]) -> tuple[Label, ...]:
    """The labels that deserve lines of their own."""
    return labels if len(labels) > 1 else ()


def swatch(label: Label, ratio: float, image: QImage | None = None) -> QIcon:
    """A label's colour, with a picture of the region on it where there is one."""
    side = THUMB if image is not None else 16
    picture = QPixmap(round(THUMB * ratio), round(THUMB * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    colour = QColor(*palette()[label].tolist())
    offset = (THUMB - side) // 2
    painter.setPen(QColor(128, 128, 128, 160))
    if label is not Label.BACKGROUND and image is None:
        painter.setBrush(colour)
    painter.drawRoundedRect(offset + 1, offset + 1, side - 2, side - 2, 3, 3)
    if image is not None:
        small = image.scaled(THUMB - 4, THUMB - 6, _KEEP, _SMOOTH)
        at = QPoint((THUMB - small.width()) // 2, (THUMB - 3 - small.height()) // 2)
        painter.drawImage(at, small)
        painter.fillRect(1, THUMB - 4, THUMB - 2, 3, colour)
    painter.end()
    return QIcon(picture)


_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH = Qt.TransformationMode.SmoothTransformation
