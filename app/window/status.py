"""The status bar: what is going on, the face in words, the zoom."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QWidget

from app.session.session import Session
from app.widgets.small import make_button
from app.widgets.theme import icon
from app.words.edits import doubt_words
from app.words.translate import figure, tr


class StatusBar(QStatusBar):
    """Shows the session's activity with progress and cancel, the current face, and figures."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self.text = QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedSize(120, 8)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel = make_button(tr("Cancel"), tr("Cancel what is being written"), size=14)
        self.cancel.clicked.connect(session.renderer.cancel_export)
        left = QWidget()
        line = QHBoxLayout(left)
        line.setContentsMargins(8, 2, 0, 2)
        for widget in (self.text, self.bar, self.cancel):
            line.addWidget(widget)
        line.addStretch(1)
        self.addWidget(left, 1)
        self.face = QLabel()
        self.size_text = QLabel()
        self.zoom = QLabel()
        self.zoom.setMinimumWidth(52)
        for label in (self.face, self.size_text, self.zoom):
            label.setContentsMargins(8, 0, 8, 0)
            self.addPermanentWidget(label)
        session.renderer.activity_changed.connect(self.refresh)
        session.reading_changed.connect(self.refresh)
        session.face_changed.connect(self.refresh)
        session.photo_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        activity = self._session.renderer.activity
        text = activity.text or (tr("Opening…") if self._session.reading else tr("Ready"))
        if self._session.reading:
            text = tr("Opening photo…")
        busy = self._session.reading or (bool(activity.text) and not activity.waiting)
        self.text.setText(text)
        self.bar.setVisible(busy)
        if activity.fraction is None:
            self.bar.setRange(0, 0)
        else:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(activity.fraction * 100))
        self.cancel.setVisible(activity.cancellable)
        self.face.setText(self._face_words())
        document = self._session.document
        self.size_text.setText(f"{document.photo.width} × {document.photo.height}" if document else "")

    @Slot(float)
    def show_zoom(self, zoom: float) -> None:
        """`zoom` in device pixels a photo pixel."""
        self.zoom.setText(
            f"{figure(zoom * 100, 0 if zoom >= 0.095 else 1)} %" if self._session.document else ""
        )

    def refresh_icons(self) -> None:
        self.cancel.setIcon(icon("mdi6.close"))

    def _face_words(self) -> str:
        session = self._session
        if session.document is None:
            return ""
        face = session.face
        if face is None:
            return "" if session.looking else tr("No face")
        which = (
            tr("Face {number} of {count}", number=session.face_index + 1, count=len(session.faces))
            if len(session.faces) > 1
            else tr("Face found")
        )
        return tr("{face}: {doubts}", face=which, doubts=doubt_words(face)) if face.doubts else which
