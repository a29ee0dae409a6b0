"""A row for each toggle: as it is, on, off; another look; strength; where the look comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.panels.candidates import COUNT, CandidateStrip
from app.panels.shelf import LooksShelf
from app.panels.source_line import SourceLine
from app.program.settings import Settings
from app.session.past import ReferenceItem
from app.session.session import Session
from app.session.values import is_on, source_of, strength_of, takes_source
from app.widgets.incoming import Look
from app.widgets.small import DropTarget, make_button
from app.widgets.theme import icon
from app.words.translate import inside, mark, tr
from core.document.edits import Edit, Reference, Seed, Source
from core.methods.control import Control, Toggle
from core.render.preview import Preview

_STATES: tuple[bool | None, ...] = (None, True, False)


class AttributeRow(DropTarget):
    """One toggle; a reference can be dropped on it.

    Signals carry what the person chose; `show_edit` says what holds.
    """

    state_chosen = Signal(str, object)
    rolled = Signal(str)
    shelf_wanted = Signal(str)
    strength_moved = Signal(str, float)
    blend_moved = Signal(str, float)
    slider_left = Signal()
    source_chosen = Signal(str, object)

    def __init__(self, toggle: Toggle, draw: Callable[[], Seed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.toggle, self._draw = toggle, draw
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        self.title = QLabel(tr(toggle.title))
        self.title.setMinimumWidth(76)
        grid.addWidget(self.title, 0, 0)
        grid.addLayout(self._segments(), 0, 1)
        self.dice = self._dice()
        grid.addWidget(self.dice, 0, 2)
        self.shelf = self._shelf()
        grid.addWidget(self.shelf, 0, 3)
        self.detail = self._detail()
        grid.addWidget(self.detail, 1, 0, 1, 4)
        self.strip = CandidateStrip(tr(toggle.title))
        self.strip.chosen.connect(lambda seed: self.source_chosen.emit(toggle.name, seed))
        grid.addWidget(self.strip, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        self.dice.setVisible(takes_source(toggle))
        self.show_edit(None, {})
        self.limit(toggle)

    def _segments(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self.buttons = QButtonGroup(self)
        names = (
            tr("As is"),
            tr(self.toggle.when_on.capitalize()),
            tr(self.toggle.when_off.capitalize()),
        )
        for index, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setProperty("segment", True)
            button.setProperty("place", ("first", "middle", "last")[index])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(tr("{what}: {state}", what=tr(self.toggle.title), state=name))
            button.setMinimumSize(54, 26)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # equal widths
            self.buttons.addButton(button, index)
            line.addWidget(button, 1)
        self.buttons.button(0).setToolTip(tr("Leave {what} as in the photo", what=inside(self.toggle.title)))
        self.buttons.idClicked.connect(self._on_state)
        return line

    def _dice(self) -> QToolButton:
        dice = make_button(
            name=tr("{what}: another look", what=tr(self.toggle.title)),
            tip=tr("Six random looks to choose from"),
            size=18,
        )
        dice.clicked.connect(self._on_dice)
        return dice

    def _shelf(self) -> QToolButton:
        title = tr(self.toggle.title)
        shelf = make_button(name=tr("{what}: looks with names", what=title), tip=tr("Choose a look"), size=18)
        shelf.clicked.connect(lambda: self.shelf_wanted.emit(self.toggle.name))
        policy = shelf.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the dice stand one below the other
        shelf.setSizePolicy(policy)
        if self.toggle.looks is None:  # to show it before it stands in the row would make it a window
            shelf.hide()
        return shelf

    def _detail(self) -> SourceLine:
        name = self.toggle.name
        detail = SourceLine(tr(self.toggle.title), self._draw)
        detail.source_chosen.connect(lambda source: self.source_chosen.emit(name, source))
        detail.strength_moved.connect(lambda strength: self.strength_moved.emit(name, strength))
        detail.blend_moved.connect(lambda amount: self.blend_moved.emit(name, amount))
        detail.slider_left.connect(self.slider_left)
        return detail

    def show_edit(self, edit: Edit | None, references: Mapping[str, ReferenceItem]) -> None:
        """Show what the document says; `references` are those on the shelf."""
        state = 0 if edit is None else (1 if is_on(edit) else 2)
        source = source_of(edit) if edit is not None else None
        self.buttons.button(state).setChecked(True)
        self.detail.setVisible(source is not None)
        self.strip.show_source(source)
        if edit is not None and source is not None:
            self.detail.show_source(source, strength_of(edit), references)

    def refresh_icons(self) -> None:
        self.dice.setIcon(icon("mdi6.dice-5-outline"))
        self.shelf.setIcon(icon("mdi6.view-grid-outline"))

    def limit(self, toggle: Toggle) -> None:
        """What the pack says of it now: whether it can, and "" or why it does so badly."""
        self.toggle = toggle
        title = tr(toggle.title)
        self.title.setText(f"{title} *" if toggle.supported and toggle.weak else title)
        self.hinder("")

    def hinder(self, obstacle: str) -> None:
        """Why it cannot come out well on this face; "" where it can."""
        reason = tr(obstacle) if self.toggle.supported else tr("The model pack cannot change this")
        self.setEnabled(not reason)
        self.setToolTip(reason or tr(self.toggle.weak))

    @Slot(int)
    def _on_state(self, index: int) -> None:
        self.state_chosen.emit(self.toggle.name, _STATES[index])

    @Slot()
    def _on_dice(self) -> None:
        self.rolled.emit(self.toggle.name)


class AttributesPanel(QWidget):
    """The rows of the current face."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offering = ""
        self._candidates: CandidateStrip | LooksShelf | None = None
        self.shelf = LooksShelf(settings, self)
        self.shelf.chosen.connect(lambda look: session.editor.put_on(self._offering, look))
        self.shelf.closed.connect(self._forget)
        self.rows: dict[str, AttributeRow] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 6, 10, 8)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        session.editor.document_changed.connect(self.refresh)
        session.face_changed.connect(self._on_face)
        session.references_changed.connect(self.refresh)
        session.renderer.candidate_ready.connect(self._on_candidate)
        session.controls_changed.connect(self._on_controls)
        self._on_controls()

    def offer(self, controls: Sequence[Control]) -> None:
        """Show the toggles among these from now on."""
        toggles = {each.name: each for each in controls if isinstance(each, Toggle)}
        if list(toggles) == list(self.rows):
            for name, row in self.rows.items():
                row.limit(toggles[name])
            self.refresh()
            return
        for row in self.rows.values():
            self._column.removeWidget(row)
            row.deleteLater()
        session = self._session
        self.rows = {name: AttributeRow(toggle, session.editor.seed) for name, toggle in toggles.items()}
        for place, row in enumerate(self.rows.values()):
            self._column.insertWidget(place, row)
            row.state_chosen.connect(session.editor.set_attribute)
            row.rolled.connect(self._offer)
            row.shelf_wanted.connect(self._show_shelf)
            row.strength_moved.connect(session.editor.set_attribute_strength)
            row.blend_moved.connect(session.editor.set_attribute_blend)
            row.slider_left.connect(session.editor.seal)
            row.source_chosen.connect(self._on_source)
            row.look_dropped.connect(lambda look, name=row.toggle.name: self._on_look(look, name))
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.setEnabled(self._session.face is not None)
        for name, row in self.rows.items():
            found = self._session.editor.attribute_edit(name)
            row.show_edit(found[1] if found else None, self._session.references)
            row.hinder(self._session.editor.obstacle(row.toggle))

    def refresh_icons(self) -> None:
        for row in self.rows.values():
            row.refresh_icons()

    @Slot()
    def _on_face(self) -> None:
        """The looks on offer are pictures of the face that was current."""
        self._close_strips()
        self._session.renderer.forget_candidates()
        self.refresh()

    @Slot(str)
    def _offer(self, name: str) -> None:
        """Six new looks: the first is taken, the others wait as pictures."""
        self._close_strips()
        session, seeds = self._session, tuple(self._session.editor.seed() for _ in range(COUNT))
        self.rows[name].strip.offer(seeds)
        session.editor.set_attribute_source(name, seeds[0], mark("Another look of {what}"))
        session.renderer.render_candidates(
            session.editor.with_attribute_sources(name, seeds), session.face_index
        )
        self._offering, self._candidates = name, self.rows[name].strip

    @Slot()
    def _forget(self) -> None:
        """Nobody looks at the shelf any more: its pictures need not be drawn."""
        if self._candidates is self.shelf:
            self._candidates = None
            self._session.renderer.forget_candidates()

    @Slot(str)
    def _show_shelf(self, name: str) -> None:
        """The looks that have names, each on this face."""
        self._close_strips()
        session, row = self._session, self.rows[name]
        if row.toggle.looks is None:
            return
        looks = self.shelf.offer(row.toggle.looks(), row.mapToGlobal(row.rect().bottomLeft()))
        self._offering, self._candidates = name, self.shelf
        session.renderer.render_candidates(
            session.editor.with_attribute_sources(name, looks), session.face_index
        )

    @Slot(int, object)
    def _on_candidate(self, index: int, preview: Preview) -> None:
        if self._candidates is not None:
            self._candidates.show_preview(index, preview)

    def _close_strips(self) -> None:
        for row in self.rows.values():
            row.strip.hide()

    @Slot(str, object)
    def _on_source(self, name: str, source: Source) -> None:
        if isinstance(source, Reference):
            self._session.editor.give("attribute", name, source.key)
        else:
            self._session.editor.set_attribute_source(name, source)

    def _on_look(self, look: Look, name: str) -> None:
        if look.kind in ("reference", "attribute") and look.key in self._session.references:
            self._session.editor.give("attribute", name, look.key)

    @Slot()
    def _on_controls(self) -> None:
        self.offer(self._session.editor.shown_controls)
