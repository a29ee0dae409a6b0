"""Where a look comes from, and how much of it: a chip with a menu, and a slider."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.widgets import make_slider
from app.words import source_words
from core.document.edits import Reference, Source


class SourceLine(QWidget):
    """Shows an edit's source and strength. Signals carry what the person chose instead."""

    rolled = Signal()
    reference_chosen = Signal(object)
    strength_moved = Signal(float)
    strength_left = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._titles: Mapping[str, str] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 4)
        self.source = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        self.source.setAccessibleName(f"{title}: where the look comes from")
        self.source.setToolTip("Where the look comes from")
        self.source.setProperty("chip", True)
        self.source.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.source.setMaximumWidth(124)
        self.source.setMenu(QMenu(self.source))
        self.source.menu().aboutToShow.connect(self._fill_menu)
        tip = "Strength: from the photo's own look to the whole new one"
        self.slider = make_slider(0, 100, f"{title}: strength", tip)
        self.slider.valueChanged.connect(self._on_slider)
        self.slider.sliderPressed.connect(self.strength_left)
        self.slider.sliderReleased.connect(self.strength_left)
        self.percent = QLabel()
        self.percent.setProperty("faint", True)
        self.percent.setMinimumWidth(38)
        self.percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for widget, stretch in ((self.source, 0), (self.slider, 1), (self.percent, 0)):
            line.addWidget(widget, stretch)

    def show_source(self, source: Source, strength: float, titles: Mapping[str, str]) -> None:
        """Show what holds; `titles` names the document's references."""
        self._titles = titles
        words = source_words(source, titles)
        self.source.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 84))
        self.source.setAccessibleName(f"{self._title} comes from {words}")
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(strength * 100))
            self.slider.blockSignals(False)
        self.percent.setText(f"{round(strength * 100)} %")

    def _fill_menu(self) -> None:
        menu = self.source.menu()
        menu.clear()
        menu.addAction("Another random look", self.rolled.emit)
        if self._titles:
            menu.addSection("Like a reference")
        for key, title in self._titles.items():
            menu.addAction(title, lambda key=key: self.reference_chosen.emit(Reference(key)))

    @Slot(int)
    def _on_slider(self, value: int) -> None:
        self.percent.setText(f"{value} %")
        self.strength_moved.emit(value / 100)
