"""The edits of the open document: made, changed, ordered, undone. Files and the engine are the session's."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.session.history import History
from app.session.past import ReferenceItem
from app.words.edits import direction_title, edit_words, state_words
from app.words.translate import inside, mark, tr
from core.document.document import Document, reference_keys
from core.document.edits import Blend, Edit, Seed, Source
from core.methods.heads.edits import HeadSwap
from core.methods.smile.attributes import attribute
from core.methods.smile.edits import Direction, SetAttribute, SetRegionStyle

if TYPE_CHECKING:
    from core.face import Face

_SEEDS = 2**31


class Editor(QObject):
    """The document with its history, the face that is worked on, and the shelf of references.

    The session keeps `faces` (those found so far; empty while they are looked for) and `references`.
    `document_changed`: edits, faces or history are others now.
    """

    document_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History | None = None
        self.references: dict[str, ReferenceItem] = {}
        self.faces: tuple[Face, ...] = ()
        self.face_index = 0
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

    def attribute_edit(self, name: str) -> tuple[int, SetAttribute] | None:
        """The current face's last edit of an attribute, with its index."""
        return self._last(lambda e: isinstance(e, SetAttribute) and e.attribute == name)

    def region_edit(self, region: str) -> tuple[int, SetRegionStyle] | None:
        """The current face's last style edit of a region, with its index."""
        return self._last(lambda e: isinstance(e, SetRegionStyle) and e.region == region)

    def direction_edit(self, name: str) -> tuple[int, Direction] | None:
        """The current face's last move along a direction, with its index."""
        return self._last(lambda e: isinstance(e, Direction) and e.name == name and not e.region)

    def head_edit(self, part: str) -> tuple[int, HeadSwap] | None:
        """The current face's last swap of that part of its head, with its index."""
        return self._last(lambda e: isinstance(e, HeadSwap) and e.part == part)

    def _last(self, matches: Callable[[Edit], bool]) -> Any:
        edits = self.document.edits if self.document else ()
        for index in range(len(edits) - 1, -1, -1):
            if edits[index].face == self.face_index and edits[index].enabled and matches(edits[index]):
                return index, edits[index]
        return None

    def _put(self, found: tuple[int, Any] | None, edit: Edit, text: str, merge: str | None = None) -> None:
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
        """Attribute on, off, or (None) as it is in the photo."""
        found = self.attribute_edit(name)
        if present is None:
            if found is not None:
                self.remove_edit(found[0], tr("{what} as it is", what=tr(attribute(name).title)))
            return
        if found is None:
            edit = SetAttribute(attribute=name, present=present, source=self.seed(), face=self.face_index)
        else:
            edit = replace(found[1], present=present)
        self._put(found, edit, state_words(edit))

    def set_attribute_source(
        self, name: str, source: Source, text: str = mark("Look of {what}"), on: bool = True
    ) -> None:
        """Another look; an attribute that was as it is is turned on."""
        found = self.attribute_edit(name)
        if found is None:
            edit = SetAttribute(attribute=name, present=on, source=source, face=self.face_index)
        else:
            edit = replace(found[1], source=source)
        self._put(found, edit, tr(text, what=inside(attribute(name).title)))

    def with_attribute_sources(self, name: str, sources: Iterable[Source]) -> list[Document]:
        """The document as it would be with each of these looks of an attribute, for choosing among them."""
        found = self.attribute_edit(name)
        if self.document is None or found is None:
            return []
        index, edit = found
        return [self.document.replace_edit(index, replace(edit, source=source)) for source in sources]

    def set_attribute_strength(self, name: str, strength: float) -> None:
        self._strengthen(self.attribute_edit(name), strength, attribute(name).title, f"strength {name}")

    def set_attribute_blend(self, name: str, amount: float) -> None:
        """How much of the second of two looks an attribute takes."""
        self._blend(self.attribute_edit(name), amount, attribute(name).title, f"blend {name}")

    def roll_region(self, region: str) -> None:
        """A random look for a region of the current face."""
        self.set_region_source(region, self.seed())

    def set_region_source(self, region: str, source: Source) -> None:
        """A look for a region of the current face."""
        found = self.region_edit(region)
        if found is None:
            edit = SetRegionStyle(region=region, source=source, face=self.face_index)
        else:
            edit = replace(found[1], source=source)
        self._put(found, edit, edit_words(edit, self.reference_titles))

    def set_region_strength(self, region: str, strength: float) -> None:
        self._strengthen(self.region_edit(region), strength, region, f"strength region {region}")

    def set_region_blend(self, region: str, amount: float) -> None:
        """How much of the second of two looks a region takes."""
        self._blend(self.region_edit(region), amount, region, f"blend region {region}")

    def _strengthen(
        self, found: tuple[int, SetAttribute | SetRegionStyle] | None, strength: float, what: str, merge: str
    ) -> None:
        if found is not None:
            text = tr("Strength of {what}", what=inside(what))
            self._put(found, replace(found[1], strength=strength), text, merge)

    def _blend(
        self, found: tuple[int, SetAttribute | SetRegionStyle] | None, amount: float, what: str, merge: str
    ) -> None:
        if found is not None and isinstance(found[1].source, Blend):
            edit = replace(found[1], source=replace(found[1].source, amount=amount))
            self._put(found, edit, tr("Blend of {what}", what=inside(what)), merge)

    def clear_region(self, region: str) -> None:
        """The region as in the photo again."""
        found = self.region_edit(region)
        if found is not None:
            self.remove_edit(found[0], tr("{what} as it is", what=tr(region.capitalize())))

    def set_direction(self, name: str, amount: float) -> None:
        """Move the current face along a direction of the pack; 0 leaves it as in the photo."""
        found, merge = self.direction_edit(name), f"direction {name}"
        if amount:
            edit = Direction(name=name, amount=amount, face=self.face_index)
            self._put(found, edit, edit_words(edit, {}), merge)
        elif found is not None and self.document is not None:
            text = tr("{what} as it is", what=direction_title(name))
            self.push(self.document.without_edit(found[0]), text, merge)

    def paint(self, edit: Edit) -> None:
        """Something drawn by hand on the current face, in crop coordinates."""
        self._put(None, edit, edit_words(edit, {}))

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
        found = self.attribute_edit(name)
        if given:
            source, present = self.references[key].source, self.reference_has(key, name)
            edit = SetAttribute(attribute=name, present=present, source=source, face=self.face_index)
            self._put(found, edit, edit_words(edit, self.reference_titles))
        elif found is not None and uses(found[1], key):
            self.remove_edit(found[0], tr("{what} as it is", what=tr(attribute(name).title)))

    def _give_region(self, key: str, region: str, given: bool) -> None:
        found = self.region_edit(region)
        if given:
            source = self.references[key].source
            edit = SetRegionStyle(region=region, source=source, face=self.face_index)
            self._put(found, edit, edit_words(edit, self.reference_titles))
        elif found is not None and uses(found[1], key):
            self.remove_edit(found[0], tr("{what} as it is", what=tr(region.capitalize())))

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
            self.push(swapped, edit_words(edit, self.reference_titles))
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
        """Whether the reference's face wears what the attribute names; True where labels cannot tell."""
        return key not in self.references or self.references[key].has(name)


def uses(edit: Edit, key: str) -> bool:
    """Whether an edit reads that reference."""
    return key in reference_keys(edit)
