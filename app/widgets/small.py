"""Small widgets made in one line, each with its name for screen readers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QSlider, QToolButton, QWidget

from app.widgets.incoming import accept_copy, look_of

ROW = QSize(0, 24)
"""Of a line in a table: its text with some air."""


def application() -> QApplication:
    """The one application, of the type that it has."""
    return cast(QApplication, QApplication.instance())


def is_seen(widget: QWidget) -> bool:
    """Whether it is on screen: a dock behind another's tab is visible to Qt, somewhere outside the window."""
    window = widget.window()
    there = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    return widget.isVisible() and window.rect().intersects(there)


class DropTarget(QWidget):
    """A widget that looks dragged off the shelf can be dropped on. `look_dropped(Look)`."""

    look_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.isEnabled() and look_of(event.mimeData()) is not None:
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        look = look_of(event.mimeData())
        if look is not None:
            accept_copy(event)
            self.look_dropped.emit(look)


class PathField(QLineEdit):
    """A field for a path: a file that is let go over it puts its own there."""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._on_drag(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._on_drag(event)

    def _on_drag(self, event: QDragMoveEvent) -> None:
        if self.isEnabled() and any(url.isLocalFile() for url in event.mimeData().urls()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        first = next(url for url in event.mimeData().urls() if url.isLocalFile())
        accept_copy(event)
        self.setText(str(Path(first.toLocalFile())))


def search_field(name: str) -> QLineEdit:
    """A field for words to look for. Nothing can be dropped there: Qt would answer that a file was moved."""
    field = QLineEdit(placeholderText=name, clearButtonEnabled=True)
    field.setAccessibleName(name)
    field.setAcceptDrops(False)
    return field


def make_slider(low: int, high: int, name: str, tip: str = "", page: int = 10) -> QSlider:
    """A horizontal slider."""
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(low, high)
    slider.setPageStep(page)
    slider.setAccessibleName(name)
    slider.setToolTip(tip or name)
    return slider


def make_button(text: str = "", name: str = "", tip: str = "", size: int = 0) -> QToolButton:
    """A flat tool button: text beside the icon, or an icon alone where there is no text."""
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keyboard reaches it
    button.setAccessibleName(name or text)
    button.setToolTip(tip)
    if text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if size:
        button.setIconSize(QSize(size, size))
    return button


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget in a frameless area that scrolls up and down only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    return area
