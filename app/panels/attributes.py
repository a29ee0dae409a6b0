"""The six attributes: as it is, on, off; another look; strength; where the look comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

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
from app.panels.source_line import SourceLine
from app.session.past import ReferenceItem
from app.session.session import Session
from app.widgets.incoming import Look
from app.widgets.small import DropTarget, make_button
from app.widgets.theme import icon
from app.words.translate import inside, mark, tr
from core.document.edits import Reference, Seed, Source
from core.methods.smile.attributes import ATTRIBUTES, Attribute
from core.methods.smile.edits import SetAttribute
from core.packs.descriptor import AttributeSupport
from core.render.preview import Preview

_STATES: tuple[bool | None, ...] = (None, True, False)


class AttributeRow(DropTarget):
    """One attribute; a reference can be dropped on it.

    Signals carry what the person chose; `show_edit` says what holds.
    """

    state_chosen = Signal(str, object)
    rolled = Signal(str)
    strength_moved = Signal(str, float)
    blend_moved = Signal(str, float)
    slider_left = Signal()
    source_chosen = Signal(str, object)

    def __init__(self, attribute: Attribute, draw: Callable[[], Seed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attribute, self._draw = attribute, draw
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(2)
        self.title = QLabel(tr(attribute.title))
        self.title.setMinimumWidth(76)
        grid.addWidget(self.title, 0, 0)
        grid.addLayout(self._segments(), 0, 1)
        self.dice = self._dice()
        grid.addWidget(self.dice, 0, 2)
        self.detail = self._detail()
        grid.addWidget(self.detail, 1, 0, 1, 3)
        self.strip = CandidateStrip(tr(attribute.title))
        self.strip.chosen.connect(lambda seed: self.source_chosen.emit(attribute.name, seed))
        grid.addWidget(self.strip, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.show_edit(None, {})

    def _segments(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        self.buttons = QButtonGroup(self)
        names = (
            tr("As is"),
            tr(self.attribute.when_on.capitalize()),
            tr(self.attribute.when_off.capitalize()),
        )
        for index, name in enumerate(names):
            button = QToolButton()
            button.setText(name)
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setProperty("segment", True)
            button.setProperty("place", ("first", "middle", "last")[index])
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAccessibleName(tr("{what}: {state}", what=tr(self.attribute.title), state=name))
            button.setMinimumSize(54, 26)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)  # equal widths
            self.buttons.addButton(button, index)
            line.addWidget(button, 1)
        self.buttons.button(0).setToolTip(
            tr("Leave {what} as in the photo", what=inside(self.attribute.title))
        )
        self.buttons.idClicked.connect(self._on_state)
        return line

    def _dice(self) -> QToolButton:
        dice = make_button(
            name=tr("{what}: another look", what=tr(self.attribute.title)),
            tip=tr("Six random looks to choose from"),
            size=18,
        )
        dice.clicked.connect(self._on_dice)
        return dice

    def _detail(self) -> SourceLine:
        name = self.attribute.name
        detail = SourceLine(tr(self.attribute.title), self._draw)
        detail.source_chosen.connect(lambda source: self.source_chosen.emit(name, source))
        detail.strength_moved.connect(lambda strength: self.strength_moved.emit(name, strength))
        detail.blend_moved.connect(lambda amount: self.blend_moved.emit(name, amount))
        detail.slider_left.connect(self.slider_left)
        return detail

    def show_edit(self, edit: SetAttribute | None, references: Mapping[str, ReferenceItem]) -> None:
        """Show what the document says; `references` are those on the shelf."""
        state = 0 if edit is None else (1 if edit.present else 2)
        self.buttons.button(state).setChecked(True)
        self.detail.setVisible(edit is not None)
        self.strip.show_source(edit.source if edit is not None else None)
        if edit is not None:
            self.detail.show_source(edit.source, edit.strength, references)

    def refresh_icons(self) -> None:
        self.dice.setIcon(icon("mdi6.dice-5-outline"))

    def limit(self, supported: bool, weak: str) -> None:
        """What the pack says of the attribute: whether it can, and "" or why it does so badly."""
        self.setEnabled(supported)
        title = tr(self.attribute.title)
        self.title.setText(f"{title} *" if supported and weak else title)
        reason = "" if supported else tr("The model pack cannot change this")
        self.setToolTip(tr(weak) or reason)

    @Slot(int)
    def _on_state(self, index: int) -> None:
        self.state_chosen.emit(self.attribute.name, _STATES[index])

    @Slot()
    def _on_dice(self) -> None:
        self.rolled.emit(self.attribute.name)


class AttributesPanel(QWidget):
    """The rows of the current face."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._offering = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 8)
        column.setSpacing(0)
        self.rows = {attribute.name: AttributeRow(attribute, session.editor.seed) for attribute in ATTRIBUTES}
        for row in self.rows.values():
            column.addWidget(row)
            row.state_chosen.connect(session.editor.set_attribute)
            row.rolled.connect(self._offer)
            row.strength_moved.connect(session.editor.set_attribute_strength)
            row.blend_moved.connect(session.editor.set_attribute_blend)
            row.slider_left.connect(session.editor.seal)
            row.source_chosen.connect(self._on_source)
            row.look_dropped.connect(lambda look, name=row.attribute.name: self._on_look(look, name))
        column.addStretch(1)
        session.editor.document_changed.connect(self.refresh)
        session.face_changed.connect(self._on_face)
        session.references_changed.connect(self.refresh)
        session.renderer.candidate_ready.connect(self._on_candidate)
        session.renderer.engine_changed.connect(self._on_engine)
        self.refresh_icons()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        self.setEnabled(self._session.face is not None)
        for name, row in self.rows.items():
            found = self._session.editor.attribute_edit(name)
            row.show_edit(found[1] if found else None, self._session.references)

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
        self._offering = name

    @Slot(int, object)
    def _on_candidate(self, index: int, preview: Preview) -> None:
        self.rows[self._offering].strip.show_preview(index, preview)

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
    def _on_engine(self) -> None:
        pack = self._session.renderer.pack
        if pack is None:
            return
        for name, row in self.rows.items():
            support = pack.offers.attributes.get(name, AttributeSupport())
            row.limit(support.supported, support.weak)
