"""Where a look comes from, and how much of it: a chip with a menu, a slider, and a second one for blends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QSlider, QToolButton, QWidget

from app.session.past import ReferenceItem
from app.widgets.bind import Bound
from app.widgets.small import make_slider
from app.words.edits import source_words
from app.words.translate import tr
from core.document.edits import Blend, Own, Seed, Source


class SourceLine(QWidget):
    """Shows an edit's source and strength. Signals carry what the person chose instead."""

    source_chosen = Signal(object)
    strength_moved = Signal(float)
    blend_moved = Signal(float)
    slider_left = Signal()

    def __init__(self, title: str, draw: Callable[[], Seed], parent: QWidget | None = None) -> None:
        """`draw` gives a new random look."""
        super().__init__(parent)
        self._title, self._draw = title, draw
        self._references: Mapping[str, ReferenceItem] = {}
        self._source: Source = Own()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(2)
        self.source = self._chip()
        grid.addWidget(self.source, 0, 0)
        tip = tr("Strength: from the photo's own look to the whole new one")
        self.slider, self.percent = self._slider(tr("{what}: strength", what=title), tip)
        self._strength = Bound(self.slider, self.strength_moved.emit, 100)
        grid.addWidget(self.slider, 0, 1)
        grid.addWidget(self.percent, 0, 2)
        self.blend_text = QLabel(tr("Blend"))
        self.blend_text.setProperty("faint", True)
        tip = tr("From the first look to the second")
        self.blend, self.blend_percent = self._slider(tr("{what}: blend", what=title), tip)
        self._blend = Bound(self.blend, self.blend_moved.emit, 100)
        for column, widget in enumerate((self.blend_text, self.blend, self.blend_percent)):
            grid.addWidget(widget, 1, column)
        grid.setColumnStretch(1, 1)

    def _chip(self) -> QToolButton:
        chip = QToolButton(popupMode=QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setAccessibleName(tr("{what}: where the look comes from", what=self._title))
        chip.setToolTip(tr("Where the look comes from"))
        chip.setProperty("chip", True)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setMaximumWidth(124)
        chip.setMenu(QMenu(chip))
        chip.menu().aboutToShow.connect(self._fill_menu)
        return chip

    def _slider(self, name: str, tip: str) -> tuple[QSlider, QLabel]:
        slider = make_slider(0, 100, name, tip)
        slider.sliderPressed.connect(self.slider_left)
        slider.sliderReleased.connect(self.slider_left)
        percent = QLabel("0 %")
        slider.valueChanged.connect(lambda value: percent.setText(f"{value} %"))
        percent.setProperty("faint", True)
        percent.setMinimumWidth(38)
        percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return slider, percent

    def show_source(self, source: Source, strength: float, references: Mapping[str, ReferenceItem]) -> None:
        """Show what holds; `references` are those on the shelf."""
        self._source, self._references = source, references
        words = source_words(source, {key: item.title for key, item in references.items()})
        self.source.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, 84))
        self.source.setAccessibleName(tr("{what} comes from {source}", what=self._title, source=words))
        self._strength.show(strength)
        blended = isinstance(source, Blend)
        for widget in (self.blend_text, self.blend, self.blend_percent):
            widget.setVisible(blended)
        if isinstance(source, Blend):
            self._blend.show(source.amount)

    def _fill_menu(self) -> None:
        menu = self.source.menu()
        menu.clear()
        menu.addAction(tr("Another random look"), lambda: self.source_chosen.emit(self._draw()))
        if self._references:
            menu.addSection(tr("Like a reference"))
        for item in self._references.values():
            menu.addAction(item.title, lambda item=item: self.source_chosen.emit(item.source))
        menu.addSeparator()
        with_what = menu.addMenu(tr("Blend with"))
        with_what.addAction(tr("The photo's own look"), lambda: self._blend_with(Own()))
        with_what.addAction(tr("A random look"), lambda: self._blend_with(self._draw()))
        for item in self._references.values():
            with_what.addAction(item.title, lambda item=item: self._blend_with(item.source))
        if isinstance(self._source, Blend):
            first = self._source.first
            menu.addAction(tr("Without the blend"), lambda: self.source_chosen.emit(first))

    def _blend_with(self, second: Source) -> None:
        present = self._source
        if isinstance(present, Blend):
            self.source_chosen.emit(replace(present, second=second))
        else:
            self.source_chosen.emit(Blend(present, second, 0.5))
