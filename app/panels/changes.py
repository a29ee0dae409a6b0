"""What the edits changed: before and after, where pixels moved, how far the face drifted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.canvas.state import CanvasState
from app.session.session import Session
from app.widgets.bind import bind
from app.widgets.small import is_seen
from app.words.translate import figure, mark, tr
from core.render.drift import Drift

_WAYS = (("off", mark("After")), ("split", mark("Split")), ("side", mark("Side by side")))
_NOTE = mark(
    "100 % is how far two different people are apart on average. Measured with the features of our own "
    "attribute classifier: a guide for the eye, not a proof of who somebody is."
)


class ChangesPanel(QWidget):
    """Switches for the canvas, and the drift meter of the current face."""

    def __init__(self, session: Session, state: CanvasState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._state = session, state
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addLayout(self._ways())
        self.heat = QCheckBox(tr("Colour the pixels that changed"))
        bind(self.heat, state, "changes", state.compare_changed)
        column.addWidget(self.heat)
        column.addLayout(self._meter())
        note = QLabel(tr(_NOTE), wordWrap=True)
        note.setProperty("faint", True)
        column.addWidget(note)
        column.addStretch(1)
        state.compare_changed.connect(self.refresh)
        session.face_changed.connect(self.refresh)
        session.editor.document_changed.connect(self.refresh)
        session.renderer.preview_changed.connect(self.measure)
        session.renderer.drift_ready.connect(self._on_drift)
        self.refresh()

    def _ways(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self.ways = QButtonGroup(self)
        for number, (_, title) in enumerate(_WAYS):
            button = QToolButton()
            button.setText(tr(title))
            button.setCheckable(True)
            button.setProperty("segment", True)
            button.setProperty("place", ("first", "middle", "last")[number])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setMinimumHeight(26)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # equal widths
            self.ways.addButton(button, number)
            line.addWidget(button, 1)
        self.ways.idClicked.connect(self._on_way)
        return line

    def _meter(self) -> QFormLayout:
        self.identity = QProgressBar()
        self.identity.setRange(0, 100)
        self.identity.setAccessibleName(tr("Drift of identity"))
        self.changed, self.outside = QLabel(wordWrap=True), QLabel(wordWrap=True)
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(tr("Identity drift"), self.identity)
        form.addRow(tr("Changed"), self.changed)
        form.addRow(tr("Outside the edits"), self.outside)
        return form

    @Slot()
    def refresh(self) -> None:
        way = next(i for i, (name, _) in enumerate(_WAYS) if name == self._state.compare)
        self.ways.button(way).setChecked(True)
        self.setEnabled(self._session.document is not None)
        if self._session.renderer.preview(self._session.face_index) is None:
            self._show(Drift(0.0, 0.0, 0, 0))

    def refresh_icons(self) -> None:
        """It has none."""

    @Slot()
    def measure(self) -> None:
        """Ask for the drift; only while somebody looks."""
        if is_seen(self):
            self._session.renderer.measure_drift(self._session.face_index)

    @Slot(int, object)
    def _on_drift(self, face: int, drift: Drift) -> None:
        if face == self._session.face_index:
            self._show(drift)

    def _show(self, drift: Drift) -> None:
        self.identity.setValue(min(100, round(drift.identity * 100)))
        self.identity.setFormat(f"{drift.identity * 100:.0f} %")
        share = figure(drift.changed * 100, 1)
        if drift.largest:
            words = tr("{percent} % of the crop, by {most} of 255 at most", percent=share, most=drift.largest)
        else:
            words = tr("{percent} % of the crop", percent=share)
        self.changed.setText(words)
        self.outside.setText(tr("{count} pixels", count=drift.outside))

    @Slot(int)
    def _on_way(self, number: int) -> None:
        self._state.compare = _WAYS[number][0]
