"""The shelf of looks that have names, as pictures of the person's own face with each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.panels.candidates import blank_icon, preview_icon
from app.program.settings import Settings
from app.widgets.small import scrolled
from app.widgets.theme import icon
from app.words.translate import tr
from core.document.edits import Named
from core.render.preview import Preview

_SIDE, _COLUMNS = 112, 4
_KEY = "looks.favourites"


class LooksShelf(QFrame):
    """`chosen(Named)`: the person took one; `closed`: it is seen no more. A right click makes a look a
    favourite, or no longer one."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._settings = settings
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.buttons: list[QToolButton] = []
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(scrolled(inside))
        self.resize(_COLUMNS * (_SIDE + 16) + 40, 480)

    def offer(self, names: Sequence[str], at: QPoint) -> tuple[Named, ...]:
        """Show these looks below a place of the screen, favourites first; their pictures follow in the order
        that is answered."""
        for button in self.buttons:
            self._grid.removeWidget(button)
            button.deleteLater()
        favourites = self._settings[_KEY]
        names = sorted(names, key=lambda name: name not in favourites)
        self.buttons = [self._button(name) for name in names]
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
        self._mark()
        screen = self.screen().availableGeometry()
        place = QRect(at, self.size())
        place.moveRight(min(place.right(), screen.right()))
        place.moveBottom(min(place.bottom(), screen.bottom()))
        self.move(place.topLeft())
        self.show()
        self.buttons[0].setFocus()
        return tuple(Named(name) for name in names)

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setText(tr(name))
        button.setToolTip(tr(name))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIconSize(QSize(_SIDE, _SIDE))
        button.setFixedSize(_SIDE + 12, _SIDE + 30)
        button.setProperty("candidate", True)
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(lambda at: self.menu(button).popup(button.mapToGlobal(at)))
        button.clicked.connect(lambda: self._take(name))
        button.setIcon(blank_icon(_SIDE))
        return button

    def menu(self, button: QToolButton) -> QMenu:
        """What a right click on a look offers."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kept = button.objectName() in self._settings[_KEY]
        words = tr("No longer a favourite") if kept else tr("Keep as a favourite")
        menu.addAction(icon("mdi6.star-outline"), words, lambda: self._keep(button.objectName(), not kept))
        return menu

    def show_preview(self, index: int, preview: Preview) -> None:
        if index < len(self.buttons):
            self.buttons[index].setIcon(preview_icon(preview, _SIDE, self.devicePixelRatioF()))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()

    def _keep(self, name: str, kept: bool) -> None:
        others = tuple(each for each in self._settings[_KEY] if each != name)
        self._settings[_KEY] = (*others, name) if kept else others
        self._mark()

    def _mark(self) -> None:
        for button in self.buttons:
            name = button.objectName()
            button.setText(f"★ {tr(name)}" if name in self._settings[_KEY] else tr(name))

    @Slot(str)
    def _take(self, name: str) -> None:
        self.hide()
        self.chosen.emit(Named(name))
