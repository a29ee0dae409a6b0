"""The faces of the photo: which one is worked on, how it was found, and what is doubtful about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.canvas.geometry import CROP, apply, invert
from app.canvas.layers import ACCENT
from app.canvas.pictures import array_image
from app.session.session import Session
from app.widgets.small import make_button
from app.widgets.theme import icon
from app.words.edits import doubt_words
from app.words.translate import tr

if TYPE_CHECKING:  # it brings OpenCV, which the window need not wait for
    from core.face import Face

_THUMB = 56


class CropView(QWidget):
    """The aligned crop of a face with its five points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face: Face | None = None
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The face as the models see it, with its five points"))

    def show_face(self, face: Face | None) -> None:
        self._face = face
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        face = self._face
        if face is None:
            return
        side = min(self.width(), self.height())
        box = QRectF((self.width() - side) / 2, 0, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(box, array_image(face.crop))
        painter.setPen(QPen(ACCENT, 1.6))
        to_crop = invert(face.transform)
        for point in face.points.points:
            x, y = apply(to_crop, point)
            painter.drawEllipse(QRectF(box.x() + x * side / CROP - 4, y * side / CROP - 4, 8, 8))
        painter.end()


class FacesPanel(QWidget):
    """Thumbnails to choose from; the chosen face's crop, confidence and doubts; points anew.

    `points_wanted`: the person wants to set the five points by hand.
    """

    points_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._make_list())
        self.crop = CropView()
        column.addWidget(self.crop, 1)
        self.words = QLabel(wordWrap=True)
        column.addWidget(self.words)
        column.addLayout(self._buttons())
        session.face_changed.connect(self.refresh)
        session.photo_changed.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    def _make_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setIconSize(QSize(_THUMB, _THUMB))
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(_THUMB + 24)
        self.list.setSpacing(3)
        self.list.setAccessibleName(tr("Faces of the photo"))
        self.list.currentRowChanged.connect(self._session.select_face)
        return self.list

    def _buttons(self) -> QVBoxLayout:
        self.points = make_button(
            tr("Set points…"), tip=tr("Place eyes, nose and mouth by hand (P)"), size=16
        )
        self.points.clicked.connect(self.points_wanted)
        self.again = make_button(
            tr("Find again"), tip=tr("Forget points set by hand and look for faces"), size=16
        )
        self.again.clicked.connect(lambda: self._session.find_faces_again())
        self.reference = make_button(
            tr("Use as a reference"),
            tip=tr("Put this face on the shelf, to give its looks to another"),
            size=16,
        )
        self.reference.clicked.connect(lambda: self._session.add_face_as_reference())
        lines = QVBoxLayout()
        for buttons in ((self.points, self.again), (self.reference,)):
            line = QHBoxLayout()
            for button in buttons:
                line.addWidget(button)
            line.addStretch(1)
            lines.addLayout(line)
        return lines

    @Slot()
    def refresh(self) -> None:
        session = self._session
        faces, face, document = session.faces, session.face, session.document
        if self._shown != faces:
            self._shown = faces
            self._fill(faces)
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(session.face_index if faces else -1)
        self.list.setVisible(len(faces) > 1)
        self.crop.show_face(face)
        self.words.setText(_words(session))
        self.points.setEnabled(document is not None)
        self.again.setEnabled(document is not None and document.faces is not None)
        self.reference.setEnabled(face is not None)

    def _fill(self, faces: tuple[Face, ...]) -> None:
        with QSignalBlocker(self.list):
            self.list.clear()
            for number, face in enumerate(faces, 1):
                item = QListWidgetItem(QIcon(QPixmap.fromImage(array_image(face.crop))), "")
                item.setSizeHint(QSize(_THUMB + 8, _THUMB + 8))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("Face {number}", number=number))
                item.setToolTip(tr("Face {number}", number=number))
                self.list.addItem(item)

    def refresh_icons(self) -> None:
        self.points.setIcon(icon("mdi6.face-recognition"))
        self.again.setIcon(icon("mdi6.refresh"))
        self.reference.setIcon(icon("mdi6.image-plus-outline"))


def _words(session: Session) -> str:
    face, document = session.face, session.document
    if document is None:
        return tr("Open a photo to see its faces.")
    if session.looking:
        return tr("Looking for faces …")
    if face is None:
        return tr("No face was found. Set its five points by hand.")
    by_hand = document.faces is not None
    found = (
        tr("Its points were set by hand.")
        if by_hand
        else tr("Found with {percent} % confidence.", percent=round(face.confidence * 100))
    )
    doubts = (
        tr("Doubtful: {doubts}.", doubts=doubt_words(face))
        if face.doubts
        else tr("Nothing is doubtful about it.")
    )
    which = tr("Face {number} of {count}.", number=session.face_index + 1, count=len(session.faces))
    return f"{which} {found} {doubts}"
