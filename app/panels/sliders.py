"""Sliders of the open methods: sad or smiling, narrow or full, older or younger."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QVBoxLayout,
    QWidget,
)

from app.session.session import Session
from app.widgets.bind import Bound
from app.widgets.small import make_button
from app.widgets.theme import icon
from app.words.translate import tr
from core.methods.control import Control, Slider

_WHOLE = 100


class RestingSlider(QSlider):
    """In hundredths of the control's amount; a double click brings it back to where it rests."""

    def __init__(self, control: Slider) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._rest = round(control.rest * _WHOLE)
        self.setRange(round(control.low * _WHOLE), round(control.high * _WHOLE))
        self.setPageStep(10)
        self.setAccessibleName(tr(control.title))

    def rest(self) -> None:
        """As in the photo."""
        self.setValue(self._rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the style draws it, but filled from where it rests on and not from the left."""
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        style, control = self.style(), QStyle.ComplexControl.CC_Slider
        handle = style.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, self)
        at, line = handle.center().x() + 0.5, QRectF(self.rect())
        line = QRectF(handle.width() / 2, line.center().y() - 2, line.width() - handle.width(), 4)
        share = (self._rest - self.minimum()) / max(1, self.maximum() - self.minimum())
        middle = line.left() + share * line.width()
        colours = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.mid())
        painter.drawRoundedRect(line, 2, 2)
        painter.setBrush(colours.highlight() if self.isEnabled() else colours.mid())
        painter.drawRect(QRectF(min(middle, at), line.top(), abs(at - middle), line.height()))
        painter.setBrush(colours.placeholderText())
        painter.drawRect(QRectF(middle - 0.5, line.top() - 3, 1, line.height() + 6))
        option.subControls = QStyle.SubControl.SC_SliderHandle
        style.drawComplexControl(control, option, painter, self)
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.rest()


class SliderRow(QWidget):
    """One slider between its two ends. `moved(name, amount)` while the slider goes, `left` after that."""

    moved = Signal(str, float)
    left = Signal()

    def __init__(self, slider: Slider) -> None:
        super().__init__()
        self.control = slider
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 1, 0, 1)
        grid.setHorizontalSpacing(6)
        title = tr(slider.title)
        self.slider = RestingSlider(slider)
        self._bound = Bound(self.slider, lambda amount: self.moved.emit(slider.name, amount), _WHOLE)
        self.slider.sliderReleased.connect(self.left)
        self.ends = less, more = QLabel(tr(slider.less)), QLabel(tr(slider.more))
        less.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.reset = make_button(name=tr("{what}: as in the photo", what=title), size=14)
        self.reset.setToolTip(tr("As in the photo"))
        self.reset.clicked.connect(self._on_reset)
        for column, widget in enumerate((less, self.slider, more, self.reset)):
            grid.addWidget(widget, 0, column)
        grid.setColumnStretch(1, 1)
        self._weak = tr(slider.weak) if slider.weak else ""
        self.hinder("")
        self.show_amount(slider.rest)

    def hinder(self, obstacle: str) -> None:
        """Why it cannot come out well on this face; "" where it can."""
        self.setEnabled(self.control.supported and not obstacle)
        self.setToolTip(tr(obstacle))

    def show_amount(self, amount: float) -> None:
        """Show what the document says."""
        value = round(amount * _WHOLE)
        self._bound.show(amount)
        self.slider.setToolTip("\n".join(filter(None, (f"{value:+d} %" if value else "", self._weak))))
        self.reset.setEnabled(amount != self.control.rest)

    def refresh_icons(self) -> None:
        self.reset.setIcon(icon("mdi6.restore"))

    @Slot()
    def _on_reset(self) -> None:
        self.slider.rest()
        self.left.emit()


class SlidersPanel(QWidget):
    """A row for each slider of the open methods, under the headings of their groups, or a sentence where
    they have none."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.rows: dict[str, SliderRow] = {}
        self.headings: list[QLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(0)
        self.none = QLabel(tr("This model pack has no sliders."), wordWrap=True)
        self.none.setProperty("faint", True)
        self.none.hide()
        self._column.addWidget(self.none)
        self._column.addStretch(1)
        session.editor.document_changed.connect(self.refresh)
        session.face_changed.connect(self.refresh)
        session.controls_changed.connect(self._on_controls)
        self._on_controls()

    @Slot()
    def _on_controls(self) -> None:
        if self._session.renderer.controls:
            self.offer(self._session.editor.shown_controls)

    def offer(self, controls: Sequence[Control]) -> None:
        """Show the sliders among these from now on."""
        sliders = [each for each in controls if isinstance(each, Slider)]
        for widget in (*self.rows.values(), *self.headings):
            self._column.removeWidget(widget)
            widget.deleteLater()
        groups = list(dict.fromkeys(each.group for each in sliders))
        sliders.sort(key=lambda each: groups.index(each.group))
        self.rows = {each.name: SliderRow(each) for each in sliders}
        self.headings = [_heading(group) for group in groups]
        self.none.setVisible(not sliders)
        for group, heading in zip(groups, self.headings, strict=True):
            for widget in (heading, *(row for row in self.rows.values() if row.control.group == group)):
                self._column.insertWidget(self._column.count() - 2, widget)
        for row in self.rows.values():
            row.moved.connect(self._session.editor.set_slider)
            row.left.connect(self._session.editor.seal)
        for side in range(2):  # the sliders stand one below the other in every language
            width = max((row.ends[side].sizeHint().width() for row in self.rows.values()), default=0)
            for row in self.rows.values():
                row.ends[side].setFixedWidth(width)
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.setEnabled(self._session.face is not None)
        for row in self.rows.values():
            found = self._session.editor.edit_of(row.control)
            row.show_amount(row.control.amount(found[1]) if found else row.control.rest)
            row.hinder(self._session.editor.obstacle(row.control))

    def refresh_icons(self) -> None:
        for row in self.rows.values():
            row.refresh_icons()


def _heading(group: str) -> QLabel:
    heading = QLabel(tr(group))
    heading.setProperty("heading", True)
    heading.setContentsMargins(0, 8, 0, 2)
    return heading
