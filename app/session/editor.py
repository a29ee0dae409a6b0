"""The edits of the open document: made, changed, ordered, undone. Files and the engine are the session's."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from app.session.history import History
from app.session.past import ReferenceItem
from app.session.values import source_of
from app.words.edits import edit_words, state_words
from app.words.translate import inside, mark, tr
from core.document.document import Document, reference_keys
from core.document.edits import Blend, Edit, Seed, Source
from core.methods.control import Control, Look, Slider, Toggle
from core.methods.fitness import obstacle
from core.methods.heads.edits import HeadSwap
from core.methods.registry import known_controls

if TYPE_CHECKING:
    from core.face import Face

_SEEDS = 2**31


class Editor(QObject):
    """The document with its history, the face that is worked on, and the shelf of references.

    The session keeps `faces` (those found so far; empty while they are looked for), `references`, and the
    `controls` of the open packs; until those are there they are what every method offers. `experimental` says
    whether those are shown that seldom pass for a photograph.
    `document_changed`: edits, faces or history are others now.
    """

    document_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History | None = None
        self.references: dict[str, ReferenceItem] = {}
        self.faces: tuple[Face, ...] = ()
        self.face_index = 0
        self.controls: tuple[Control, ...] = known_controls()
        self.experimental = False
        self._obstacles: tuple[Face | None, dict[str, str]] = (None, {})
        self.chance = random.Random()

    @property
    def document(self) -> Document | None:
        return self.history.document if self.history else None

    @property
    def face(self) -> Face | None:
        """The current face."""
        return self.faces[self.face_index] if self.face_index < len(self.faces) else None

    @property
    def modified(self) -> bool:
        return self.history is not None and self.history.modified

    @property
    def reference_titles(self) -> dict[str, str]:
        return {key: item.title for key, item in self.references.items()}

    # edits
    def push(self, document: Document, text: str, merge: str | None = None) -> None:
        """The next state, as a step that can be undone; `text` names it in the menu."""
        if self.history is not None and self.history.push(document, text, merge):
            self.document_changed.emit()

    def keep(self, document: Document, saved: bool = False) -> None:
        """The document was exported, or `saved` as a project; by now another photo may be open."""
        if self.history is not None and self.history.document.photo is document.photo:
            self.history.keep(document, saved)
            self.document_changed.emit()

    def seal(self) -> None:
        """A slider was let go: its next move is a new step."""
        if self.history is not None:
            self.history.seal()

    @Slot()
    def undo(self) -> None:
        if self.history is not None and self.history.undo():
            self.document_changed.emit()

    @Slot()
    def redo(self) -> None:
        if self.history is not None and self.history.redo():
            self.document_changed.emit()

    # controls
    @property
    def shown_controls(self) -> tuple[Control, ...]:
        """Those that a person is offered."""
        return tuple(each for each in self.controls if self.experimental or not each.experimental)

    def obstacle(self, control: Control) -> str:
        """Why a control cannot come out well on the current face; empty where it can, or is in use."""
        face, told = self._obstacles
        if face is not self.face:
            self._obstacles = face, told = self.face, {}
        if face is None or self.edit_of(control) is not None:
            return ""
        if control.name not in told:
            told[control.name] = obstacle(control, face)
        return told[control.name]

    def control(self, name: str) -> Control | None:
        """What a person can set under that name; None where no open method offers it."""
        return next((each for each in self.controls if each.name == name), None)

    def look(self, region: str) -> Look | None:
        """The control that gives a region its look."""
        looks = (each for each in self.controls if isinstance(each, Look))
        return next((each for each in looks if each.fixed.get("region") == region), None)

    def edit_of(self, control: Control | None) -> tuple[int, Edit] | None:
        """The current face's last edit of a control, with its index."""
        return None if control is None else self._last(control.makes)

    def attribute_edit(self, name: str) -> tuple[int, Edit] | None:
        """The current face's last edit of the control of that name, with its index."""
        return self.edit_of(self.control(name))

    def region_edit(self, region: str) -> tuple[int, Edit] | None:
        """The current face's last style edit of a region, with its index."""
        return self.edit_of(self.look(region))

    def head_edit(self, part: str) -> tuple[int, Edit] | None:
        """The current face's last swap of that part of its head, with its index."""
        return self._last(lambda e: isinstance(e, HeadSwap) and e.part == part)

    def _last(self, matches: Callable[[Edit], bool]) -> tuple[int, Edit] | None:
        edits = self.document.edits if self.document else ()
        for index in range(len(edits) - 1, -1, -1):
            if edits[index].face == self.face_index and edits[index].enabled and matches(edits[index]):
                return index, edits[index]
        return None

    def _put(self, found: tuple[int, Edit] | None, edit: Edit, text: str, merge: str | None = None) -> None:
        """Replace the edit found, or add this one; the references it reads come along."""
        if self.document is None or self.face is None:
            return
        document = self._with_references(edit)
        if found is None:
            self.push(document.with_edit(edit), text, merge)
        else:
            self.push(document.replace_edit(found[0], edit), text, merge)

    def _with_references(self, edit: Edit) -> Document:
        """The document with the references that an edit reads."""
        assert self.document is not None
        document = self.document
        for key in reference_keys(edit) - document.references.keys():
            document = document.with_reference(key, self.references[key].photo)
        return document

    def set_attribute(self, name: str, present: bool | None) -> None:
        """A toggle on, off, or (None) as it is in the photo."""
        toggle = self.control(name)
        if not isinstance(toggle, Toggle):
            return
        found = self.edit_of(toggle)
        if present is None:
            self._take_back(toggle)
            return
        if found is None:
            edit = toggle.edit(self.face_index, present, self.seed())
        else:
            edit = toggle.replaced(found[1], present=present)
        self._put(found, edit, state_words(toggle, edit))

    def set_attribute_source(
        self, name: str, source: Source, text: str = mark("Look of {what}"), on: bool = True
    ) -> None:
        """Another look; what was as it is is turned on."""
        toggle = self.control(name)
        if not isinstance(toggle, Toggle):
            return
        found = self.edit_of(toggle)
        edit = (
            toggle.edit(self.face_index, on, source)
            if found is None
            else toggle.with_source(found[1], source)
        )
        self._put(found, edit, tr(text, what=inside(toggle.title)))

    def put_on(self, name: str, source: Source) -> None:
        """Turn a toggle on with that look, whatever it was."""
        toggle = self.control(name)
        if isinstance(toggle, Toggle):
            edit = self._worn(toggle, source)
            self._put(self.edit_of(toggle), edit, state_words(toggle, edit))

    def _worn(self, toggle: Toggle, source: Source) -> Edit:
        found = self.edit_of(toggle)
        if found is None:
            return toggle.edit(self.face_index, True, source)
        return toggle.replaced(toggle.with_source(found[1], source), present=True)

    def with_attribute_sources(self, name: str, sources: Iterable[Source]) -> list[Document]:
        """The document as it would be with each of these looks turned on, for choosing among them."""
        toggle, document = self.control(name), self.document
        if document is None or not isinstance(toggle, Toggle):
            return []
        found = self.edit_of(toggle)
        edits = [self._worn(toggle, source) for source in sources]
        if found is None:
            return [document.with_edit(edit) for edit in edits]
        return [document.replace_edit(found[0], edit) for edit in edits]

    def set_attribute_strength(self, name: str, strength: float) -> None:
        self._strengthen(self.control(name), strength)

    def set_attribute_blend(self, name: str, amount: float) -> None:
        """How much of the second of two looks is taken."""
        self._blend(self.control(name), amount)

    def roll_region(self, region: str) -> None:
        """A random look for a region of the current face."""
        self.set_region_source(region, self.seed())

    def set_region_source(self, region: str, source: Source) -> None:
        """A look for a region of the current face."""
        look = self.look(region)
        if look is not None:
            found = self.edit_of(look)
            edit = look.edit(self.face_index, source) if found is None else look.with_source(found[1], source)
            self._put(found, edit, self.words(edit))

    def set_region_strength(self, region: str, strength: float) -> None:
        self._strengthen(self.look(region), strength)

    def set_region_blend(self, region: str, amount: float) -> None:
        """How much of the second of two looks a region takes."""
        self._blend(self.look(region), amount)

    def _strengthen(self, control: Control | None, strength: float) -> None:
        found = self.edit_of(control)
        if control is not None and found is not None:
            edit = control.replaced(found[1], strength=strength)
            text = tr("Strength of {what}", what=inside(control.title))
            self._put(found, edit, text, f"strength {control.name}")

    def _blend(self, control: Control | None, amount: float) -> None:
        found = self.edit_of(control)
        source = source_of(found[1]) if found is not None else None
        if control is not None and found is not None and isinstance(source, Blend):
            edit = control.with_source(found[1], replace(source, amount=amount))
            self._put(found, edit, tr("Blend of {what}", what=inside(control.title)), f"blend {control.name}")

    def clear_region(self, region: str) -> None:
        """The region as in the photo again."""
        self._take_back(self.look(region))

    def _take_back(self, control: Control | None) -> None:
        found = self.edit_of(control)
        if control is not None and found is not None:
            self.remove_edit(found[0], tr("{what} as it is", what=tr(control.title)))

    def set_slider(self, name: str, amount: float) -> None:
        """Move a slider of the current face; where it rests it leaves the face as in the photo."""
        slider, merge = self.control(name), f"slider {name}"
        if not isinstance(slider, Slider):
            return
        found = self.edit_of(slider)
        if amount != slider.rest:
            made = slider.edit(self.face_index, amount)
            edit = made if found is None else slider.moved(found[1], amount)
            self._put(found, edit, self.words(edit), merge)
        elif found is not None and self.document is not None:
            text = tr("{what} as it is", what=tr(slider.title))
            self.push(self.document.without_edit(found[0]), text, merge)

    def paint(self, edit: Edit) -> None:
        """Something drawn by hand on the current face, in crop coordinates."""
        self._put(None, edit, self.words(edit))

    def enable_edit(self, index: int, enabled: bool) -> None:
        if self.document is not None and self.document.edits[index].enabled != enabled:
            edit = replace(self.document.edits[index], enabled=enabled)
            text = tr("Enable an edit") if enabled else tr("Disable an edit")
            self.push(self.document.replace_edit(index, edit), text)

    def remove_edit(self, index: int, text: str = "") -> None:
        if self.document is not None:
            self.push(self.document.without_edit(index), text or tr("Delete an edit"))

    @Slot()
    def reset(self) -> None:
        """Take back every edit of every face, as one step."""
        if self.document is not None:
            self.push(self.document.with_edits(()), tr("Remove all edits"))

    def move_edit(self, index: int, to: int) -> None:
        """Carry out an edit earlier or later than it was."""
        document = self.document
        if document is None or index == to:
            return
        moved = list(document.edits)
        moved.insert(to, moved.pop(index))
        self.push(document.with_edits(tuple(moved)), tr("Move an edit"))

    def seed(self) -> Seed:
        """A new random look."""
        return Seed(self.chance.randrange(_SEEDS))

    # what references give
    def give(self, kind: str, name: str, key: str, given: bool = True) -> None:
        """The reference gives (or no longer gives) a head part, an attribute or a region's look."""
        give = {"head": self._give_head, "attribute": self._give_attribute, "region": self._give_region}
        give[kind](key, name, given)

    def _give_attribute(self, key: str, name: str, given: bool) -> None:
        toggle = self.control(name)
        if isinstance(toggle, Toggle):
            edit = toggle.edit(self.face_index, self.reference_has(key, name), self.references[key].source)
            self._give(toggle, edit, key, given)

    def _give_region(self, key: str, region: str, given: bool) -> None:
        look = self.look(region)
        if look is not None:
            self._give(look, look.edit(self.face_index, self.references[key].source), key, given)

    def _give(self, control: Control, edit: Edit, key: str, given: bool) -> None:
        found = self.edit_of(control)
        if given:
            self._put(found, edit, self.words(edit))
        elif found is not None and uses(found[1], key):
            self._take_back(control)

    def _give_head(self, key: str, part: str, given: bool) -> None:
        """A head comes before all other edits, which go on from there."""
        found = self.head_edit(part)
        if self.document is None or self.face is None:
            return
        if given:
            edit = HeadSwap(reference=self.references[key].source, face=self.face_index, part=part)
            kept = self._with_references(edit)
            if found is not None:
                kept = kept.without_edit(found[0])
            swaps = [i for i, e in enumerate(kept.edits) if isinstance(e, HeadSwap)]
            at = swaps[-1] + 1 if swaps else 0
            swapped = kept.with_edits((*kept.edits[:at], edit, *kept.edits[at:]))
            self.push(swapped, self.words(edit))
        elif found is not None and uses(found[1], key):
            self.remove_edit(found[0], tr("Own {what}", what=inside(part)))

    def drop_reference(self, key: str) -> None:
        """Off the shelf, with the edits that use it (those as one step that undo brings back)."""
        if self.document is not None:
            kept = tuple(edit for edit in self.document.edits if not uses(edit, key))
            self.references.pop(key, None)
            self.push(self.document.with_edits(kept), tr("Remove a reference"))

    def gives(self, kind: str, name: str, key: str) -> bool:
        """Whether the current face takes that head part, attribute or region's look from the reference."""
        found = {"head": self.head_edit, "attribute": self.attribute_edit, "region": self.region_edit}[kind](
            name
        )
        return found is not None and uses(found[1], key)

    def reference_has(self, key: str, name: str) -> bool:
        """Whether the reference turns a toggle on or off: the method says what its face makes of it."""
        toggle, item = self.control(name), self.references.get(key)
        if not isinstance(toggle, Toggle) or item is None or item.face is None:
            return True
        return toggle.present_in(item.face.label_map)

    def state_given(self, key: str, name: str) -> str:
        """In a word what a reference makes of a toggle, where it turns it off."""
        toggle = self.control(name)
        return "" if self.reference_has(key, name) or not isinstance(toggle, Toggle) else tr(toggle.when_off)

    def words(self, edit: Edit) -> str:
        """An edit as the history names it."""
        return edit_words(edit, self.reference_titles, self.controls)


def uses(edit: Edit, key: str) -> bool:
    """Whether an edit reads that reference."""
    return key in reference_keys(edit)
