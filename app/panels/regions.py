"""The labels: which one the brush gives, which ones the overlay shows."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.canvas.state import CanvasState
from app.theme import icon
from app.widgets import make_slider
from app.words import LABEL_TITLES, SIDED, SIDED_TIP
from core.labels import Label, palette

_LABEL = Qt.ItemDataRole.UserRole


class RegionsPanel(QWidget):
    """The list of labels with colours. Clicking one chooses it for the brush; its box shows or hides it."""

    brush_wanted = Signal()

    def __init__(self, state: CanvasState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = state
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addLayout(self._overlay_line())
        column.addLayout(self._brush_line())
        self.list = QListWidget()
        self.list.setIconSize(QSize(16, 16))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName("Labels")
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._on_menu)
        for label in Label:
            self.list.addItem(self._item(label))
        self.list.currentItemChanged.connect(self._on_current)
        self.list.itemChanged.connect(self._on_checked)
        self.list.itemDoubleClicked.connect(self.brush_wanted)
        column.addWidget(self.list, 1)
        state.label_changed.connect(self.refresh)
        state.overlay_changed.connect(self.refresh)
        state.radius_changed.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    def _overlay_line(self) -> QHBoxLayout:
        self.visible = QCheckBox("Show labels")
        self.visible.setToolTip("Lay the coloured label map over the face (Q)")
        self.visible.toggled.connect(self._on_visible)
        self.opacity = make_slider(5, 100, "Opacity of the labels")
        self.opacity.valueChanged.connect(self._on_opacity)
        line = QHBoxLayout()
        line.addWidget(self.visible)
        line.addWidget(self.opacity, 1)
        return line

    def _brush_line(self) -> QHBoxLayout:
        self.radius = make_slider(
            1, 96, "Brush size", "Radius in pixels of the face's crop ([ and ])", page=8
        )
        self.radius.valueChanged.connect(self._on_radius)
        self.radius_text = QLabel()
        self.radius_text.setProperty("faint", True)
        self.radius_text.setMinimumWidth(44)
        self.radius_text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        name = QLabel("Brush size")
        name.setBuddy(self.radius)
        line = QHBoxLayout()
        line.addWidget(name)
        line.addWidget(self.radius, 1)
        line.addWidget(self.radius_text)
        return line

    @Slot()
    def refresh(self) -> None:
        """Show the state's values."""
        state = self._state
        for widget in (self.visible, self.opacity, self.radius, self.list):
            widget.blockSignals(True)
        self.visible.setChecked(state.overlay)
        self.opacity.setValue(round(state.opacity * 100))
        self.opacity.setEnabled(state.overlay)
        self.radius.setValue(round(state.radius))
        self.radius_text.setText(f"{state.radius:.3g} px")
        self.list.setCurrentRow(int(state.label))
        for label in Label:
            shown = label not in state.hidden
            self.list.item(label).setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
        for widget in (self.visible, self.opacity, self.radius, self.list):
            widget.blockSignals(False)

    def refresh_icons(self) -> None:
        """The swatches, for the screen's present resolution."""
        ratio = self.devicePixelRatioF()
        for label in Label:
            self.list.item(label).setIcon(swatch(label, ratio))

    def _item(self, label: Label) -> QListWidgetItem:
        item = QListWidgetItem(LABEL_TITLES[label])
        item.setData(_LABEL, int(label))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        item.setSizeHint(QSize(0, 24))
        tip = SIDED_TIP if label in SIDED else "Click to paint with it; untick to hide it"
        item.setToolTip("Clear in the overlay" if label is Label.BACKGROUND else tip)
        return item

    @Slot(bool)
    def _on_visible(self, visible: bool) -> None:
        self._state.overlay = visible

    @Slot(int)
    def _on_opacity(self, value: int) -> None:
        self._state.opacity = value / 100

    @Slot(int)
    def _on_radius(self, value: int) -> None:
        self._state.radius = value

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if item is not None:
            self._state.label = Label(item.data(_LABEL))

    @Slot(QListWidgetItem)
    def _on_checked(self, item: QListWidgetItem) -> None:
        self._state.set_hidden(Label(item.data(_LABEL)), item.checkState() != Qt.CheckState.Checked)

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is None:
            return
        label = Label(item.data(_LABEL))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("mdi6.brush"), "Paint with it", self.brush_wanted.emit)
        menu.addAction(icon("mdi6.eye-outline"), "Show only this label", lambda: self._show_only(label))
        menu.addAction("Show all labels", lambda: self._show_only(None))
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _show_only(self, only: Label | None) -> None:
        for label in Label:
            self._state.set_hidden(label, only is not None and label is not only)


def swatch(label: Label, ratio: float) -> QIcon:
    """A label's colour as an icon; the background, which the overlay leaves clear, as an empty frame."""
    picture = QPixmap(round(16 * ratio), round(16 * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(128, 128, 128, 160))
    if label is not Label.BACKGROUND:
        painter.setBrush(QColor(*palette()[label].tolist()))
    painter.drawRoundedRect(1, 1, 14, 14, 3, 3)
    painter.end()
    return QIcon(picture)
