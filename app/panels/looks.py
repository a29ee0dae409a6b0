"""How each region looks: as in the photo, at random, or like a reference; how much of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.panels.source_line import SourceLine
from app.session import Session
from app.theme import icon
from app.widgets import make_button
from core.document.edits import SetRegionStyle
from core.labels import GROUPS


class LookRow(QWidget):
    """One region. Signals carry what the person chose; `show_edit` says what holds.

    Where a look comes from and how much of it shows when there is an edit.
    """

    rolled = Signal(str)
    reference_chosen = Signal(str, object)
    strength_moved = Signal(str, float)
    strength_left = Signal()
    cleared = Signal(str)

    def __init__(self, region: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.region = region
        title = region.capitalize()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        name = QLabel(title)
        grid.addWidget(name, 0, 0)
        self.line = SourceLine(title)
        self.line.rolled.connect(lambda: self.rolled.emit(region))
        self.line.reference_chosen.connect(lambda source: self.reference_chosen.emit(region, source))
        self.line.strength_moved.connect(lambda strength: self.strength_moved.emit(region, strength))
        self.line.strength_left.connect(self.strength_left)
        grid.addWidget(self.line, 1, 0, 1, 4)
        self.dice = make_button(name=f"{title}: another look", tip="Another random look", size=18)
        self.dice.clicked.connect(lambda: self.rolled.emit(region))
        grid.addWidget(self.dice, 0, 3)
        self.clear = make_button(name=f"{title}: as in the photo", tip="As in the photo", size=18)
        self.clear.clicked.connect(lambda: self.cleared.emit(region))
        grid.addWidget(self.clear, 0, 2)
        grid.setColumnStretch(1, 1)
        self.show_edit(None, {})

    def show_edit(self, edit: SetRegionStyle | None, titles: Mapping[str, str]) -> None:
        """Show what the document says; `titles` names its references."""
        if edit is not None:
            self.line.show_source(edit.source, edit.strength, titles)
        self.line.setVisible(edit is not None)
        self.clear.setVisible(edit is not None)

    def refresh_icons(self) -> None:
        self.dice.setIcon(icon("mdi6.dice-5-outline"))
        self.clear.setIcon(icon("mdi6.restore"))


class LooksPanel(QWidget):
    """The rows of the current face, one a region that a person names."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(0)
        self.rows = {region: LookRow(region) for region in GROUPS}
        for row in self.rows.values():
            column.addWidget(row)
            row.rolled.connect(session.roll_region)
            row.reference_chosen.connect(self._on_reference)
            row.strength_moved.connect(session.set_region_strength)
            row.strength_left.connect(session.seal)
            row.cleared.connect(session.clear_region)
        column.addStretch(1)
        session.document_changed.connect(self.refresh)
        session.face_changed.connect(self.refresh)
        session.references_changed.connect(self.refresh)
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the document's edits of the current face."""
        face = self._session.face
        self.setEnabled(face is not None)
        titles = self._session.reference_titles
        for region, row in self.rows.items():
            found = self._session.region_edit(region)
            row.show_edit(found[1] if found else None, titles)

    def refresh_icons(self) -> None:
        for row in self.rows.values():
            row.refresh_icons()

    @Slot(str, object)
    def _on_reference(self, region: str, source: object) -> None:
        self._session.give_region(getattr(source, "key", ""), region, True)
