"""The regions of the face as layers: painted with, shown, locked, and given other looks."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from app.canvas.pictures import cut_out_image
from app.canvas.state import CanvasState
from app.panels.region_row import LayerLine, RegionRow
from app.session.session import Session
from app.widgets.bind import bind
from app.widgets.incoming import Look
from app.widgets.small import is_seen, make_slider, scrolled
from app.widgets.theme import icon
from app.words.translate import tr
from core.labels import GROUPS, Label

_LATE = 40  # ms from a preview to its thumbnails: the canvas comes first
_NOTHING = object()


class RegionsPanel(QWidget):
    """The overlay's and the brush's sliders, and below them a row for each region.

    `brush_wanted`: the person wants to paint with the chosen label.
    """

    brush_wanted = Signal()

    def __init__(self, session: Session, state: CanvasState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        self._pictured: object = _NOTHING
        self._late = QTimer(self, singleShot=True, interval=_LATE)
        self._late.timeout.connect(self._refresh_pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.setSpacing(6)
        column.addLayout(self._overlay_line())
        column.addLayout(self._brush_lines())
        self.rows = {region: RegionRow(region, state, session.editor.seed) for region in GROUPS}
        inside = QWidget()
        layers = QVBoxLayout(inside)
        layers.setContentsMargins(0, 0, 4, 0)
        layers.setSpacing(0)
        for row in self.rows.values():
            layers.addWidget(row)
            self._connect(row)
        layers.addStretch(1)
        column.addWidget(scrolled(inside), 1)
        for signal in (state.label_changed, state.overlay_changed, state.radius_changed, state.locks_changed):
            signal.connect(self.refresh)
        for signal in (session.editor.document_changed, session.face_changed, session.references_changed):
            signal.connect(self.refresh_edits)
        session.face_changed.connect(self.refresh_pictures)
        session.renderer.preview_changed.connect(self.refresh_pictures)
        self.refresh_icons()
        self.refresh()
        self.refresh_edits()

    def _connect(self, row: RegionRow) -> None:
        session = self._session
        row.rolled.connect(session.editor.roll_region)
        row.source_chosen.connect(session.editor.set_region_source)
        row.strength_moved.connect(session.editor.set_region_strength)
        row.blend_moved.connect(session.editor.set_region_blend)
        row.slider_left.connect(session.editor.seal)
        row.look_dropped.connect(lambda look: self._on_look(look, row.region))
        for line in row.lines:
            line.wanted.connect(self._on_wanted)
            line.brush_wanted.connect(self.brush_wanted)
            line.menu_wanted.connect(lambda line, at, row=row: self._on_menu(row, line, at))

    def _overlay_line(self) -> QHBoxLayout:
        self.visible = QCheckBox(tr("Show labels"))
        self.visible.setToolTip(tr("Lay the coloured label map over the face (Q)"))
        bind(self.visible, self._state, "overlay", self._state.overlay_changed)
        self.opacity = make_slider(5, 100, tr("Opacity of the labels"))
        bind(self.opacity, self._state, "opacity", self._state.overlay_changed, 100)
        line = QHBoxLayout()
        line.addWidget(self.visible)
        line.addWidget(self.opacity, 1)
        return line

    def _brush_lines(self) -> QGridLayout:
        self.radius = make_slider(
            1, 96, tr("Brush size"), tr("Radius in pixels of the face's crop ([ and ])"), page=8
        )
        bind(self.radius, self._state, "radius", self._state.radius_changed)
        self.hardness = make_slider(
            0, 100, tr("Hardness"), tr("How narrowly what is painted fades into the photo ({ and })")
        )
        bind(self.hardness, self._state, "hardness", self._state.radius_changed, 100)
        self.radius_text, self.hardness_text = QLabel(), QLabel()
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        rows = ((self.radius, self.radius_text), (self.hardness, self.hardness_text))
        for row, (slider, figure) in enumerate(rows):
            name = QLabel(slider.accessibleName())
            name.setBuddy(slider)
            figure.setProperty("faint", True)
            figure.setMinimumWidth(44)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for column, widget in enumerate((name, slider, figure)):
                grid.addWidget(widget, row, column)
        grid.setColumnStretch(1, 1)
        return grid

    @Slot()
    def refresh(self) -> None:
        """Show the canvas's state."""
        state = self._state
        self.opacity.setEnabled(state.overlay)
        self.radius_text.setText(f"{state.radius:.3g} px")
        self.hardness_text.setText(f"{round(state.hardness * 100)} %")
        for row in self.rows.values():
            for line in row.lines:
                line.show_state()

    @Slot()
    def refresh_edits(self) -> None:
        """Show the document's looks of the current face."""
        there = self._session.face is not None
        for region, row in self.rows.items():
            found = self._session.editor.region_edit(region)
            row.show_edit(found[1] if found else None, self._session.references)
            look = self._session.editor.look(region)
            why = "" if look is None else self._session.editor.obstacle(look)
            row.hinder(tr(why), there)

    @Slot()
    def refresh_pictures(self) -> None:
        """The thumbnails, from the face as the edits leave it: soon, and only while somebody looks."""
        if not self._late.isActive():
            self._late.start()

    @Slot()
    def _refresh_pictures(self) -> None:
        if not is_seen(self):
            return  # the dock's coming to the front asks again
        session = self._session
        shown = session.renderer.preview(session.face_index) or session.face
        if shown is self._pictured:
            return
        self._pictured = shown
        for row in self.rows.values():
            labels = row.head.labels
            row.show_picture(None if shown is None else region_image(shown.crop, shown.label_map, labels))

    def refresh_icons(self) -> None:
        for row in self.rows.values():
            row.refresh_icons()
        self._pictured = _NOTHING
        self.refresh_pictures()

    @Slot(object)
    def _on_wanted(self, label: Label) -> None:
        self._state.label = label
        self.refresh()  # a second click on the chosen one must not unpress it

    @Slot(bool)
    def _on_look(self, look: Look, region: str) -> None:
        if look.kind in ("reference", "region") and look.key in self._session.references:
            self._session.editor.give("region", region, look.key)

    def _on_menu(self, row: RegionRow, line: LayerLine, at: QPoint) -> None:
        menu = self.menu(row, line)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self, row: RegionRow, line: LayerLine) -> QMenu:
        """What a right click on a layer offers."""
        session, state, labels = self._session, self._state, line.labels
        menu = QMenu(self)
        menu.addAction(icon("mdi6.brush"), tr("Paint with it"), lambda: self._paint_with(labels[0]))
        menu.addSeparator()
        menu.addAction(icon("mdi6.eye-outline"), tr("Show only this"), lambda: self._show_only(labels))
        menu.addAction(tr("Show all"), lambda: self._show_only(tuple(Label)))
        menu.addSeparator()
        others = frozenset(Label) - set(labels)
        menu.addAction(icon("mdi6.lock"), tr("Paint only over this"), lambda: _lock(state, others))
        menu.addAction(tr("Unlock all"), lambda: _lock(state, frozenset()))
        if line is not row.head:
            return menu
        menu.addSeparator()
        there = session.face is not None
        roll = menu.addAction(
            icon("mdi6.dice-5-outline"),
            tr("Another random look"),
            lambda: session.editor.roll_region(row.region),
        )
        roll.setEnabled(there)
        looks = menu.addMenu(tr("Look like"))
        looks.setEnabled(there and bool(session.references))
        for item in session.references.values():
            looks.addAction(
                item.title, lambda source=item.source: session.editor.set_region_source(row.region, source)
            )
        own = menu.addAction(
            icon("mdi6.restore"), tr("As in the photo"), lambda: session.editor.clear_region(row.region)
        )
        own.setEnabled(session.editor.region_edit(row.region) is not None)
        return menu

    def _paint_with(self, label: Label) -> None:
        self._state.label = label
        self.brush_wanted.emit()

    def _show_only(self, only: tuple[Label, ...]) -> None:
        for label in Label:
            self._state.set_hidden(label, label not in only)


def _lock(state: CanvasState, labels: frozenset[Label]) -> None:
    state.locked = labels


def region_image(
    crop: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    label_map: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    labels: tuple[Label, ...],
) -> QImage | None:
    """What a face shows of a region, cut out; None where it shows nothing of it."""
    chosen = np.zeros(256, np.bool_)
    chosen[list(labels)] = True
    area = chosen[label_map]
    rows, columns = np.flatnonzero(area.any(axis=1)), np.flatnonzero(area.any(axis=0))
    if not len(rows):
        return None
    box = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return cut_out_image(crop[box], area[box])
