"""The shelf of references, and what each gives to the current face."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.canvas.pictures import array_image
from app.panels.matrix import THUMB, Cell, Kind, Matrix, Sections, sections
from app.panels.regions import region_image
from app.session.past import ReferenceItem
from app.session.session import Session
from app.session.values import strength_of
from app.widgets.incoming import accept_copy, can_take, sources_of
from app.widgets.small import scrolled
from app.widgets.theme import icon
from app.words.translate import mark, tr
from core.labels import GROUPS

_EMPTY = mark("Drop a picture of another face here.\nYou choose what it gives: its hair, eyeglasses, lips …")


class ReferencesPanel(QWidget):
    """The matrix of references and what they give; a line of words and a button above it."""

    add_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[list[ReferenceItem], Sections] | None = None
        self._images: dict[tuple[str, str], QImage | None] = {}
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 6, 8)
        column.setSpacing(6)
        self.heading = QLabel(wordWrap=True)
        self.add = QPushButton(tr("Add…"))
        self.add.setAccessibleName(tr("Add a reference"))
        self.add.clicked.connect(self.add_wanted)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        self.matrix = Matrix()
        self.matrix.toggled.connect(self._on_toggled)
        self.matrix.strength_wanted.connect(self._on_strength)
        self.matrix.menu_wanted.connect(self._on_menu)
        self.area = scrolled(self.matrix)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        column.addWidget(self.area, 1)
        for signal in (session.references_changed, session.editor.document_changed, session.face_changed):
            signal.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        items = list(self._session.references.values())
        shown = sections(self._session.editor.controls)
        if (items, shown) != self._shown:
            self._shown = (items, shown)
            self._images = {}
            ratio = self.devicePixelRatioF()
            self.matrix.build([(item.key, item.title, thumbnail(item, ratio)) for item in items], shown)
        self.heading.setText(_heading(items))
        self.add.setEnabled(self._session.document is not None)
        self.area.setVisible(bool(items))
        for item in items:
            self._refresh_column(item)

    def refresh_icons(self) -> None:
        self.add.setIcon(icon("mdi6.image-plus-outline"))

    def cell(self, kind: Kind, name: str, key: str) -> Cell:
        """The cell of what a reference gives."""
        return self.matrix.cells[kind, name, key]

    def _refresh_column(self, item: ReferenceItem) -> None:
        usable = item.face is not None and self._session.face is not None
        for (kind, name, key), cell in self.matrix.cells.items():
            if key != item.key:
                continue
            words = self._session.editor.state_given(key, name) if kind == "attribute" else ""
            cell.show_state(self._strength(kind, name, key), self._image(item, kind, name), words)
            cell.setEnabled(usable)

    def _strength(self, kind: Kind, name: str, key: str) -> float | None:
        """How much of it the reference gives to the current face; None for not at all."""
        session = self._session
        if not session.editor.gives(kind, name, key):
            return None
        if kind == "head":
            return 1.0
        found = (session.editor.attribute_edit if kind == "attribute" else session.editor.region_edit)(name)
        return strength_of(found[1]) if found is not None else None

    def _image(self, item: ReferenceItem, kind: Kind, name: str) -> QImage | None:
        """What the reference shows of a region."""
        if kind != "region" or item.face is None:
            return None
        if (item.key, name) not in self._images:
            self._images[item.key, name] = region_image(item.face.crop, item.face.label_map, GROUPS[name])
        return self._images[item.key, name]

    @Slot(str, str, str, bool)
    def _on_toggled(self, kind: Kind, name: str, key: str, on: bool) -> None:
        self._session.editor.give(kind, name, key, on)

    @Slot(str, str, float)
    def _on_strength(self, kind: Kind, name: str, strength: float) -> None:
        if kind == "attribute":
            self._session.editor.set_attribute_strength(name, strength)
        elif kind == "region":
            self._session.editor.set_region_strength(name, strength)

    @Slot(str, QPoint)
    def _on_menu(self, key: str, at: QPoint) -> None:
        menu = self.menu(key)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def menu(self, key: str) -> QMenu:
        """What a right click on a reference offers."""
        session, menu = self._session, QMenu(self)
        for part, words in (("head", tr("Give the whole head")), ("hair", tr("Give the hair itself"))):
            action = menu.addAction(words, lambda part=part: session.editor.give("head", part, key, True))
            action.setEnabled(session.references[key].face is not None and session.face is not None)
        menu.addSeparator()
        menu.addAction(
            icon("mdi6.trash-can-outline"), tr("Remove reference"), lambda: session.remove_reference(key)
        )
        return menu

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._session.document is not None and can_take(event.mimeData()):
            accept_copy(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        for source, title in sources_of(event.mimeData()):
            self._session.add_reference(source, title)
        accept_copy(event)


def _heading(items: list[ReferenceItem]) -> str:
    if not items:
        return tr(_EMPTY)
    wrong = [item.error for item in items if item.error is not None]
    if wrong:
        return tr(wrong[-1])
    looking = [item.title for item in items if item.face is None]
    if looking:
        return tr("Looking for the face in {title} …", title=looking[0])
    return tr("Click what each gives; turn the wheel over a cell for less or more of it.")


def thumbnail(item: ReferenceItem, ratio: float) -> QPixmap:
    """The reference's face where it is known, else the whole picture."""
    size = round(THUMB * ratio)
    image = array_image(item.face.crop) if item.face is not None else item.picture.levels[-1]
    fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(size, size, fill, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size) // 2, (scaled.height() - size) // 2
    picture = QPixmap.fromImage(scaled.copy(left, top, size, size))
    picture.setDevicePixelRatio(ratio)
    return picture
