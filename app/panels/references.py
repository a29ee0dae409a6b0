"""The shelf of references, and what the chosen one gives to the current face."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.incoming import can_take, sources_of
from app.past import ReferenceItem
from app.session import Session
from app.theme import icon
from app.widgets import scrolled
from core.attributes import ATTRIBUTES
from core.labels import GROUPS

_KEY = Qt.ItemDataRole.UserRole
_THUMB = 64
_HEADS = {
    "head": ("Whole head", "Their face, hair and accessories on these shoulders; pose and light stay"),
    "face": ("Face", "Their face within this one's outline; hair and skin colour stay"),
    "hair": ("Hair itself", "Their very hair, and hat, as their photo shows it"),
    "eyeglasses": ("Glasses", "Their very eyeglasses, without what is behind the lenses"),
}
"""What a swap brings, by part: title and tip."""
_EMPTY = "Drop a picture of another face here.\nYou choose what it gives: eyeglasses, hair, lips …"


class ReferencesPanel(QWidget):
    """Thumbnails on top; below, a box for each attribute and region that the chosen reference can give."""

    add_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: str | None = None
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(self._make_shelf())
        self.heading = QLabel(wordWrap=True)
        self.add = QPushButton("Add reference…")
        self.add.clicked.connect(self.add_wanted)
        line = QHBoxLayout()
        line.addWidget(self.heading, 1)
        line.addWidget(self.add, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self._make_choices(), 1)
        for signal in (session.references_changed, session.document_changed, session.face_changed):
            signal.connect(self.refresh)
        session.reference_added.connect(self.choose)
        self.refresh_icons()
        self.refresh()

    def _make_shelf(self) -> QListWidget:
        self.shelf = QListWidget()
        self.shelf.setViewMode(QListView.ViewMode.IconMode)
        self.shelf.setIconSize(QSize(_THUMB, _THUMB))
        self.shelf.setFlow(QListView.Flow.LeftToRight)
        self.shelf.setWrapping(False)
        self.shelf.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.shelf.setMovement(QListView.Movement.Static)
        self.shelf.setFixedHeight(_THUMB + 24)
        self.shelf.setSpacing(3)
        self.shelf.setAccessibleName("References")
        self.shelf.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.shelf.customContextMenuRequested.connect(self._on_menu)
        self.shelf.currentItemChanged.connect(self._on_current)
        return self.shelf

    def _make_choices(self) -> QScrollArea:
        self.choices = QWidget()
        grid = QGridLayout(self.choices)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(3)
        self.attributes = {a.name: QCheckBox(a.title) for a in ATTRIBUTES}
        self.regions = {name: QCheckBox(name.capitalize()) for name in GROUPS}
        self.heads = {part: QCheckBox(title) for part, (title, _) in _HEADS.items()}
        grid.addWidget(_heading_label("As their photo shows it"), 0, 0, 1, 2)
        for number, (part, box) in enumerate(self.heads.items()):
            box.setToolTip(_HEADS[part][1])
            box.clicked.connect(lambda on, part=part: self._give_head(part, on))
            grid.addWidget(box, 1 + number // 2, number % 2)
        first = 2 + len(self.heads) // 2
        for column, title in enumerate(("Attributes", "Look of regions")):
            grid.addWidget(_heading_label(title), first - 1, column)
        for row, (name, box) in enumerate(self.attributes.items(), first):
            grid.addWidget(box, row, 0)
            box.clicked.connect(lambda on, name=name: self._give_attribute(name, on))
        for row, (name, box) in enumerate(self.regions.items(), first):
            box.setAccessibleName(f"Look of {name}")
            grid.addWidget(box, row, 1)
            box.clicked.connect(lambda on, name=name: self._give_region(name, on))
        grid.setRowStretch(len(self.regions) + first, 1)
        return scrolled(self.choices)

    @property
    def key(self) -> str | None:
        """The chosen reference."""
        return self._key

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show what this reference gives."""
        self._key = key
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        items = self._session.references
        if self._key not in items:
            self._key = next(iter(items), None)
        self._refresh_shelf(items)
        item = items.get(self._key) if self._key else None
        self.shelf.setVisible(bool(items))
        self.heading.setText(_heading(item))
        self.add.setEnabled(self._session.document is not None)
        self.choices.setVisible(item is not None)
        self.choices.setEnabled(item is not None and item.face is not None and self._session.face is not None)
        if item is not None:
            self._refresh_choices(item)

    def refresh_icons(self) -> None:
        self.add.setIcon(icon("mdi6.image-plus-outline"))

    def _refresh_shelf(self, items: dict[str, ReferenceItem]) -> None:
        self.shelf.blockSignals(True)
        self.shelf.clear()
        for key, reference in items.items():
            item = QListWidgetItem(_thumbnail(reference, self.devicePixelRatioF()), "")
            item.setData(_KEY, key)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, reference.title)
            item.setToolTip(reference.title)
            item.setSizeHint(QSize(_THUMB + 8, _THUMB + 8))
            self.shelf.addItem(item)
            if key == self._key:
                self.shelf.setCurrentItem(item)
        self.shelf.blockSignals(False)

    def _refresh_choices(self, item: ReferenceItem) -> None:
        for part, box in self.heads.items():
            box.setChecked(self._session.gives_head(item.key, part))
        for name, box in self.attributes.items():
            box.setChecked(self._session.gives_attribute(item.key, name))
            title = next(a.title for a in ATTRIBUTES if a.name == name)
            box.setText(title if self._session.reference_has(item.key, name) else f"{title} (without)")
        for name, box in self.regions.items():
            box.setChecked(self._session.gives_region(item.key, name))

    def _give_head(self, part: str, on: bool) -> None:
        if self._key is not None:
            self._session.give_head(self._key, part, on)

    def _give_attribute(self, name: str, on: bool) -> None:
        if self._key is not None:
            self._session.give_attribute(self._key, name, on)

    def _give_region(self, name: str, on: bool) -> None:
        if self._key is not None:
            self._session.give_region(self._key, name, on)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if item is not None:
            self._key = item.data(_KEY)
            self.refresh()

    @Slot(QPoint)
    def _on_menu(self, at: QPoint) -> None:
        item = self.shelf.itemAt(at)
        if item is None:
            return
        key = item.data(_KEY)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(
            icon("mdi6.trash-can-outline"), "Remove reference", lambda: self._session.remove_reference(key)
        )
        menu.popup(self.shelf.viewport().mapToGlobal(at))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._session.document is not None and can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for source, title in sources_of(event.mimeData()):
            self._session.add_reference(source, title)
        event.acceptProposedAction()


def _heading_label(title: str) -> QLabel:
    label = QLabel(title)
    label.setProperty("heading", True)
    return label


def _heading(item: ReferenceItem | None) -> str:
    if item is None:
        return _EMPTY
    if item.error is not None:
        return item.error
    if item.face is None:
        return f"Looking for the face in {item.title} …"
    return f"What {item.title} gives:"


def _thumbnail(item: ReferenceItem, ratio: float) -> QIcon:
    """The reference's face where it is known, else the whole picture."""
    size = round(_THUMB * ratio)
    if item.face is not None:
        crop = item.face.crop
        height, width = crop.shape[:2]
        image = QImage(crop.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    else:
        image = item.picture.levels[-1]
    fill = Qt.AspectRatioMode.KeepAspectRatioByExpanding
    scaled = image.scaled(size, size, fill, Qt.TransformationMode.SmoothTransformation)
    left, top = (scaled.width() - size) // 2, (scaled.height() - size) // 2
    picture = QPixmap.fromImage(scaled.copy(left, top, size, size))
    picture.setDevicePixelRatio(ratio)
    return QIcon(picture)
