"""The open document: photos come in, edits are made and undone, messages go out."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from app.canvas.pictures import Picture
from app.engine_thread import EngineFactory, Outcome, WorkerThread, no_context
from app.history import History
from app.messages import Choice, Kind, Message
from app.past import Past, ReferenceItem, past_of
from app.renderer import Renderer
from app.requests import OPEN, OpenedProject, ReadPhoto, RenderDetail
from app.words import edit_words, state_words
from core.attributes import attribute
from core.document.document import Document, reference_keys
from core.document.edits import (
    AnyEdit,
    FillRegion,
    HeadSwap,
    Reference,
    Seed,
    SetAttribute,
    SetRegionStyle,
    Source,
    Stroke,
)
from core.errors import SemblanceError
from core.labels import Label

if TYPE_CHECKING:
    from core.document.manifest import PackStamp
    from core.face import Face, FacePoints

_SEEDS = 2**31


class Session(QObject):
    """The document with its history, the current face and the shelf of references.

    Signals: `photo_changed` (another photo), `document_changed` (edits, faces or history), `face_changed`
    (another current face, or its analysis), `references_changed`, `reference_added(key)`,
    `message(Message)`, `withdrawn(key)` (that message no longer holds), `broken(error)` (a fault of ours),
    `reading_changed` (files on their way), `points_wanted` (the person wants to set a face's points).
    """

    photo_changed = Signal()
    document_changed = Signal()
    face_changed = Signal()
    references_changed = Signal()
    reference_added = Signal(str)
    message = Signal(object)
    withdrawn = Signal(str)
    broken = Signal(object)
    reading_changed = Signal()
    points_wanted = Signal()

    def __init__(self, factory: EngineFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.history: History | None = None
        self.title = ""
        self.path: Path | None = None
        self.project: Path | None = None
        self.pack: PackStamp | None = None
        self.picture: Picture | None = None
        self.references: dict[str, ReferenceItem] = {}
        self.face_index = 0
        self.chance = random.Random()
        self._serial = 0
        self._closed = False
        self._reader = WorkerThread(no_context, "reader", parent=self)
        self._reader.done.connect(self._on_read)
        self.renderer = Renderer(factory, self)
        self.renderer.faces_changed.connect(self._on_faces)
        self.renderer.failed.connect(self._on_failed)
        self.renderer.reference_analysed.connect(self._on_reference)
        self.renderer.engine_changed.connect(self._on_engine)
        self.renderer.exported.connect(self._on_exported)
        self.renderer.preview_changed.connect(self._on_preview)

    def start(self) -> None:
        """Start the worker threads; the engine begins to load."""
        if self._closed:  # the window was closed before the event loop came to this
            return
        self._reader.start()
        self.renderer.start()

    def close(self) -> bool:
        """Stop both threads; False when one of them could not be waited for."""
        self._closed = True
        reader = self._reader.close()
        return self.renderer.close() and reader

    # what is open
    @property
    def document(self) -> Document | None:
        return self.history.document if self.history else None

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces found so far; empty while they are looked for."""
        return self.renderer.faces or ()

    @property
    def face(self) -> Face | None:
        """The current face."""
        return self.faces[self.face_index] if self.face_index < len(self.faces) else None

    @property
    def looking(self) -> bool:
        """Whether faces of the photo are still being looked for."""
        return self.document is not None and self.renderer.faces is None

    @property
    def reading(self) -> bool:
        return self._reader.busy()

    @property
    def modified(self) -> bool:
        return self.history is not None and self.history.modified

    @property
    def name(self) -> str:
        """What the window is called after: the project, or the photo."""
        return self.project.name if self.project is not None else self.title

    @property
    def reference_titles(self) -> dict[str, str]:
        return {key: item.title for key, item in self.references.items()}

    # photos come in
    def open_photo(self, source: Any, title: str = "") -> None:
        """Open a file, bytes or uint8 RGB pixels as the photo, read in the background."""
        self._read(OPEN, source, title, "photo")

    def add_reference(self, source: Any, title: str = "") -> None:
        """Put a file, bytes or pixels on the shelf of references, read in the background."""
        self._serial += 1
        self._read(("reference", self._serial), source, title, "reference")

    def receive(self, source: Any, title: str = "") -> None:
        """What was dropped or pasted: the photo when there is none, else a reference."""
        if self.document is None and not self._reader.busy_with(OPEN):
            self.open_photo(source, title)
        else:
            self.add_reference(source, title)

    def _read(self, lane: object, source: Any, title: str, wanted_as: str) -> None:
        title = title or (source.name if isinstance(source, Path) else "Pasted picture")
        self._reader.submit(lane, ReadPhoto(source, title, wanted_as))  # type: ignore[arg-type]  # str, tuple
        self.reading_changed.emit()

    @Slot(object)
    def _on_read(self, outcome: Outcome) -> None:
        wanted = self._reader.settle(outcome)
        self.reading_changed.emit()
        if not wanted:
            return
        if outcome.error is not None:
            self._tell_error(outcome.error, "read")
        elif isinstance(outcome.value, OpenedProject):
            self.show_project(outcome.value, outcome.request.source)
        elif outcome.request.wanted_as == "photo":
            source = outcome.request.source
            self._set_photo(outcome.value, source if isinstance(source, Path) else None)
        else:
            self._shelve(outcome.value, outcome.request.source)

    def _set_photo(self, opened: Any, path: Path | None) -> None:
        fresh = Past(History(Document(opened.photo)), opened.title, path, opened.picture, {}, 0)
        self._replace(fresh, opened.photo.notices)

    def show_project(self, opened: OpenedProject, file: Path | None, unsaved: bool = False) -> None:
        """Open a project that is saved in `file`; `unsaved` when it is newer than what the file holds."""
        project = opened.project
        self._replace(past_of(opened, file, unsaved), (*project.notices, *project.document.photo.notices))

    def _replace(self, opened: Past, notices: tuple[str, ...]) -> None:
        past = self._past() if self.modified else None
        self._restore(opened)
        for notice in notices:
            self.tell("info", notice, key=f"notice {notice}")
        for key, item in opened.references.items():
            self.renderer.analyse_reference(key, item.photo)
        if past is not None:
            back = Choice(f"Back to {past.title}", lambda: self._restore(past))
            self.tell("info", f"{past.title} was closed with edits that were not exported.", back, key="past")

    def _past(self) -> Past:
        assert self.history is not None
        assert self.picture is not None
        return Past(
            self.history, self.title, self.path, self.picture, self.references, self.face_index, self.project,
            self.pack,
        )  # fmt: skip

    def _restore(self, past: Past) -> None:
        self.history, self.title, self.path = past.history, past.title, past.path
        self.picture, self.references, self.face_index = past.picture, past.references, past.face
        self.project, self.pack = past.project, past.pack
        self._announce_photo()

    def _announce_photo(self) -> None:
        for key in ("face", "read", "past", "reference", "render", "export"):
            self.withdrawn.emit(key)
        self.photo_changed.emit()
        self.references_changed.emit()
        self._follow()

    def _follow(self) -> None:
        self.renderer.show(self.document)
        self.document_changed.emit()

    # faces
    def select_face(self, index: int) -> None:
        """Make a face the one that edits go to."""
        if 0 <= index < len(self.faces) and index != self.face_index:
            self.face_index = index
            self.face_changed.emit()

    def set_points(self, index: int | None, points: FacePoints) -> None:
        """Set a face's five points by hand: face `index`, or one more face."""
        faces = [face.points for face in self.faces]
        if index is None or index >= len(faces):
            index = len(faces)
            faces.append(points)
        else:
            faces[index] = points
        self.face_index = index
        if self.document is not None:
            self._push(self.document.with_faces(tuple(faces)), "Set points")

    @Slot()
    def _on_faces(self) -> None:
        faces = self.renderer.faces
        if faces:
            self.face_index = min(self.face_index, len(faces) - 1)
        if faces is None or faces:
            self.withdrawn.emit("face")
        elif self.renderer.document is not None:
            by_hand = Choice("Set points by hand", self.points_wanted.emit)
            self.tell("warning", "No face was found in this photo.", by_hand, key="face")
        self.face_changed.emit()

    # edits
    def _push(self, document: Document, text: str, merge: str | None = None) -> None:
        if self.history is not None and self.history.push(document, text, merge):
            self._follow()

    def seal(self) -> None:
        """A slider was let go: its next move is a new step."""
        if self.history is not None:
            self.history.seal()

    @Slot()
    def undo(self) -> None:
        if self.history is not None and self.history.undo():
            self._follow()

    @Slot()
    def redo(self) -> None:
        if self.history is not None and self.history.redo():
            self._follow()

    def attribute_edit(self, name: str) -> tuple[int, SetAttribute] | None:
        """The current face's last edit of an attribute, with its index."""
        return self._last(lambda e: isinstance(e, SetAttribute) and e.attribute == name)

    def region_edit(self, region: str) -> tuple[int, SetRegionStyle] | None:
        """The current face's last style edit of a region, with its index."""
        return self._last(lambda e: isinstance(e, SetRegionStyle) and e.region == region)

    def head_edit(self, part: str) -> tuple[int, HeadSwap] | None:
        """The current face's last swap of that part of its head, with its index."""
        return self._last(lambda e: isinstance(e, HeadSwap) and e.part == part)

    def _last(self, matches: Callable[[AnyEdit], bool]) -> Any:
        edits = self.document.edits if self.document else ()
        for index in range(len(edits) - 1, -1, -1):
            if edits[index].face == self.face_index and edits[index].enabled and matches(edits[index]):
                return index, edits[index]
        return None

    def _put(self, found: tuple[int, Any] | None, edit: AnyEdit, text: str, merge: str | None = None) -> None:
        """Replace the edit found, or add this one."""
        if self.document is None or self.face is None:
            return
        if found is None:
            self._push(self.document.with_edit(edit), text, merge)
        else:
            self._push(self.document.replace_edit(found[0], edit), text, merge)

    def set_attribute(self, name: str, present: bool | None) -> None:
        """Attribute on, off, or (None) as it is in the photo."""
        found = self.attribute_edit(name)
        if present is None:
            if found is not None:
                self.remove_edit(found[0], f"{attribute(name).title} as it is")
            return
        if found is None:
            edit = SetAttribute(attribute=name, present=present, source=self._seed(), face=self.face_index)
        else:
            edit = replace(found[1], present=present)
        self._put(found, edit, state_words(edit))

    def roll_attribute(self, name: str) -> None:
        """Another random look; an attribute that was as it is is turned on."""
        self.set_attribute_source(name, self._seed(), "Another look")

    def set_attribute_source(self, name: str, source: Source, text: str = "Look", on: bool = True) -> None:
        found = self.attribute_edit(name)
        if found is None:
            edit = SetAttribute(attribute=name, present=on, source=source, face=self.face_index)
        else:
            edit = replace(found[1], source=source)
        self._put(found, edit, f"{text} of {attribute(name).title.lower()}")

    def set_attribute_strength(self, name: str, strength: float) -> None:
        found = self.attribute_edit(name)
        if found is not None:
            edit = replace(found[1], strength=strength)
            self._put(found, edit, f"Strength of {attribute(name).title.lower()}", merge=f"strength {name}")

    def roll_region(self, region: str) -> None:
        """A random look for a region of the current face."""
        found = self.region_edit(region)
        if found is None:
            edit = SetRegionStyle(region=region, source=self._seed(), face=self.face_index)
        else:
            edit = replace(found[1], source=self._seed())
        self._put(found, edit, f"Another look of {region}")

    def clear_region(self, region: str) -> None:
        """The region as in the photo again."""
        found = self.region_edit(region)
        if found is not None:
            self.remove_edit(found[0], f"{region.capitalize()} as it is")

    def paint(
        self, label: Label, points: tuple[tuple[float, float], ...], radius: float, erase: bool
    ) -> None:
        """One stroke on the current face, in crop coordinates."""
        stroke = Stroke(label=label, points=points, radius=radius, erase=erase, face=self.face_index)
        self._put(None, stroke, edit_words(stroke, {}))

    def fill(self, label: Label, point: tuple[float, float]) -> None:
        edit = FillRegion(label=label, point=point, face=self.face_index)
        self._put(None, edit, edit_words(edit, {}))

    def enable_edit(self, index: int, enabled: bool) -> None:
        if self.document is not None and self.document.edits[index].enabled != enabled:
            edit = replace(self.document.edits[index], enabled=enabled)
            text = "Enable" if enabled else "Disable"
            self._push(self.document.replace_edit(index, edit), f"{text} an edit")

    def remove_edit(self, index: int, text: str = "Delete an edit") -> None:
        if self.document is not None:
            self._push(self.document.without_edit(index), text)

    @Slot()
    def reset(self) -> None:
        """Take back every edit of every face, as one step."""
        if self.document is not None:
            self._push(self.document.with_edits(()), "Remove all edits")

    def _seed(self) -> Seed:
        return Seed(self.chance.randrange(_SEEDS))

    # references
    def _shelve(self, opened: Any, source: Any) -> None:
        if self.document is None or self.history is None:
            return
        self._serial += 1
        while f"reference-{self._serial}" in {*self.references, *self.document.references}:
            self._serial += 1  # a project brings its own keys
        key = f"reference-{self._serial}"
        self.references[key] = ReferenceItem(key, opened.title, opened.photo, opened.picture)
        # not a step of its own: undoing an edit must not take the reference off the shelf
        self.references_changed.emit()
        self.reference_added.emit(key)
        self.renderer.analyse_reference(key, opened.photo)
        instead = Choice("Open as the photo instead", lambda: self._instead(key, source, opened.title))
        self.tell("info", f"{opened.title} is now a reference.", instead, key="reference")

    def _instead(self, key: str, source: Any, title: str) -> None:
        self.remove_reference(key)
        self.open_photo(source, title)

    def remove_reference(self, key: str) -> None:
        """Off the shelf, with the edits that use it (those as one step that undo brings back)."""
        if self.document is None:
            return
        kept = tuple(edit for edit in self.document.edits if not _uses(edit, key))
        self.references.pop(key, None)
        self._push(self.document.with_edits(kept), "Remove a reference")
        self.references_changed.emit()

    def give_attribute(self, key: str, name: str, given: bool) -> None:
        """The reference gives (or no longer gives) an attribute to the current face."""
        found = self.attribute_edit(name)
        if given:
            present = self.reference_has(key, name)
            edit = SetAttribute(attribute=name, present=present, source=Reference(key), face=self.face_index)
            self._put_from(key, found, edit)
        elif found is not None and _uses(found[1], key):
            self.remove_edit(found[0], f"{attribute(name).title} as it is")

    def give_region(self, key: str, region: str, given: bool) -> None:
        """The reference gives (or no longer gives) a region's style to the current face."""
        found = self.region_edit(region)
        if given:
            edit = SetRegionStyle(region=region, source=Reference(key), face=self.face_index)
            self._put_from(key, found, edit)
        elif found is not None and _uses(found[1], key):
            self.remove_edit(found[0], f"{region.capitalize()} as it is")

    def give_head(self, key: str, part: str, given: bool) -> None:
        """The reference gives (or no longer gives) a part of its head; all other edits go on from there."""
        item, found = self.references[key], self.head_edit(part)
        if self.document is None or self.face is None:
            return
        kept = self.document.without_edit(found[0]) if found is not None else self.document
        if given:
            edit = HeadSwap(reference=Reference(key), face=self.face_index, part=part)
            swaps = [i for i, e in enumerate(kept.edits) if isinstance(e, HeadSwap)]
            at = swaps[-1] + 1 if swaps else 0
            edits = (*kept.edits[:at], edit, *kept.edits[at:])
            swapped = kept.with_reference(key, item.photo).with_edits(edits)
            self._push(swapped, edit_words(edit, self.reference_titles))
        elif found is not None and _uses(found[1], key):
            self._push(kept, f"Own {part}")

    def gives_head(self, key: str, part: str) -> bool:
        """Whether the current face has that part of the reference's head."""
        found = self.head_edit(part)
        return found is not None and _uses(found[1], key)

    def set_region_strength(self, region: str, strength: float) -> None:
        found = self.region_edit(region)
        if found is not None:
            edit = replace(found[1], strength=strength)
            self._put(found, edit, f"Strength of {region}", merge=f"strength region {region}")

    def gives_attribute(self, key: str, name: str) -> bool:
        """Whether the current face takes that attribute from the reference."""
        found = self.attribute_edit(name)
        return found is not None and _uses(found[1], key)

    def gives_region(self, key: str, region: str) -> bool:
        """Whether the current face takes that region's style from the reference."""
        found = self.region_edit(region)
        return found is not None and _uses(found[1], key)

    def reference_has(self, key: str, name: str) -> bool:
        """Whether the reference's face wears what the attribute names; True where labels cannot tell."""
        return key not in self.references or self.references[key].has(name)

    def _put_from(self, key: str, found: tuple[int, Any] | None, edit: AnyEdit) -> None:
        item = self.references[key]
        if self.document is None or self.face is None:
            return
        document = self.document.with_reference(key, item.photo)
        text = edit_words(edit, self.reference_titles)
        if found is None:
            self._push(document.with_edit(edit), text)
        else:
            self._push(document.replace_edit(found[0], edit), text)

    @Slot(str, object, object)
    def _on_reference(self, key: str, face: Face | None, error: BaseException | None) -> None:
        item = self.references.get(key)
        if item is None:
            return
        if error is not None and not isinstance(error, SemblanceError):
            self.broken.emit(error)
        self.references[key] = replace(item, face=face, error=str(error) if error is not None else None)
        self.references_changed.emit()

    # messages
    def tell(self, kind: Kind, text: str, *choices: Choice, key: str = "") -> None:
        self.message.emit(Message(kind, text, choices, key))

    def _tell_error(self, error: BaseException, key: str, *choices: Choice) -> None:
        if isinstance(error, SemblanceError):
            self.tell("error", str(error), *choices, key=key)
        else:
            self.broken.emit(error)

    @Slot(object, object)
    def _on_failed(self, request: Any, error: BaseException) -> None:
        if isinstance(request, RenderDetail):
            return  # the preview stands; the export will say it if it fails too
        kind = type(request).__name__
        if kind == "Analyse":
            by_hand = Choice("Set points by hand", self.points_wanted.emit)
            self._tell_error(error, "face", by_hand)
        elif kind in ("Export", "SaveProject"):
            self._tell_error(error, "export")
        else:
            self._tell_error(error, "render", Choice("Undo", self.undo))

    @Slot()
    def _on_engine(self) -> None:
        error = self.renderer.engine_error
        if error is None:
            self.withdrawn.emit("engine")
            return
        again = Choice("Try again", self.renderer.retry_engine)
        if isinstance(error, SemblanceError):
            self.tell("error", str(error), again, key="engine")
        else:
            self.tell("error", "The models could not be loaded.", again, key="engine")
            self.broken.emit(error)

    @Slot(int)
    def _on_preview(self, face: int) -> None:
        self.withdrawn.emit("render")
        preview = self.renderer.preview(face)
        for notice in preview.notices if preview is not None else ():
            self.tell("info", notice, key=f"notice {notice}")

    @Slot(object, object)
    def _on_exported(self, document: Document, path: Path) -> None:
        if self.history is not None and self.history.document.photo is document.photo:
            self.history.keep(document)
        self.document_changed.emit()

    def keep(self, document: Document, project: Path) -> None:
        """The document was saved as a project."""
        if self.history is not None and self.history.document.photo is document.photo:
            self.history.keep(document, saved=True)
            self.project = project
        self.document_changed.emit()


def _uses(edit: AnyEdit, key: str) -> bool:
    return key in reference_keys(edit)
