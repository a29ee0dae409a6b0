"""The open document: photos come in, edits are made and undone, messages go out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from app.canvas.geometry import CROP, corners
from app.canvas.pictures import Picture
from app.engine.editing import EngineFactory, NoEngine
from app.engine.renderer import Renderer
from app.engine.requests import (
    OPEN,
    Analyse,
    CopyPicture,
    Export,
    MeasureDrift,
    OpenedPhoto,
    OpenedProject,
    Readable,
    ReadPhoto,
    RenderCandidate,
    RenderDetail,
    SaveProject,
)
from app.engine.thread import Outcome, WorkerThread
from app.session.editor import Editor
from app.session.history import History
from app.session.messages import Choice, Kind, Message
from app.session.past import Past, ReferenceItem, past_of
from app.session.snapshots import Snapshots
from app.words.translate import tr
from core.document.document import Document
from core.errors import SemblanceError

if TYPE_CHECKING:
    from core.document.manifest import PackStamp
    from core.face import Face, FacePoints
    from core.photo import Photo


class Session(QObject):
    """What is open, put together: the `editor` makes the edits, the `renderer` pictures of them, `snapshots`
    are states put aside. Photos and references come in here, and messages go out.

    Signals: `photo_changed` (another photo), `face_changed` (another current face, or its analysis),
    `controls_changed` (what a person is offered), `references_changed`, `reference_added(key)`,
    `message(Message)`, `withdrawn(key)` (that message no longer holds), `broken(error)` (a fault of ours),
    `reading_changed` (files on their way), `points_wanted` (the person wants to set a face's points).
    """

    photo_changed = Signal()
    face_changed = Signal()
    controls_changed = Signal()
    references_changed = Signal()
    reference_added = Signal(str)
    message = Signal(object)
    withdrawn = Signal(str)
    broken = Signal(object)
    reading_changed = Signal()
    points_wanted = Signal()

    def __init__(self, factory: EngineFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self.path: Path | None = None
        self.project: Path | None = None
        self.packs: tuple[PackStamp, ...] = ()
        self.picture: Picture | None = None
        self.editor = Editor(self)
        self._serial = 0
        self._closed = False
        self._reader = WorkerThread(NoEngine, "reader", parent=self)
        self._reader.done.connect(self._on_read)
        self.renderer = Renderer(factory, self)
        self.snapshots = Snapshots(self.editor, self.renderer, self)
        self.editor.document_changed.connect(self._on_document)  # before anybody who asks the renderer
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

    def offer_experimental(self, offered: bool) -> None:
        """Whether a person is offered what seldom passes for a photograph."""
        if offered != self.editor.experimental:
            self.editor.experimental = offered
            self.controls_changed.emit()

    # what is open
    @property
    def document(self) -> Document | None:
        return self.editor.document

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces found so far; empty while they are looked for."""
        return self.editor.faces

    @property
    def face(self) -> Face | None:
        """The current face."""
        return self.editor.face

    @property
    def face_index(self) -> int:
        return self.editor.face_index

    @property
    def references(self) -> dict[str, ReferenceItem]:
        """The shelf, by key."""
        return self.editor.references

    @property
    def modified(self) -> bool:
        return self.editor.modified

    @property
    def looking(self) -> bool:
        """Whether faces of the photo are still being looked for."""
        return self.document is not None and self.renderer.faces is None

    @property
    def reading(self) -> bool:
        return self._reader.busy()

    @property
    def name(self) -> str:
        """What the window is called after: the project, or the photo."""
        return self.project.name if self.project is not None else self.title

    # photos come in
    def open_photo(self, source: Readable, title: str = "") -> None:
        """Open a file, bytes or uint8 RGB pixels as the photo, read in the background."""
        self._read(OPEN, source, title, "photo")

    def add_reference(self, source: Readable, title: str = "") -> None:
        """Put a file, bytes or pixels on the shelf of references, read in the background."""
        self._serial += 1
        self._read(("reference", self._serial), source, title, "reference")

    def receive(self, source: Readable, title: str = "") -> None:
        """What was dropped or pasted: the photo when there is none, else a reference."""
        if self.document is None and not self._reader.busy_with(OPEN):
            self.open_photo(source, title)
        else:
            self.add_reference(source, title)

    def _read(self, lane: object, source: Readable, title: str, wanted_as: str) -> None:
        title = title or (source.name if isinstance(source, Path) else tr("Pasted picture"))
        self._reader.submit(lane, ReadPhoto(source, title, wanted_as))
        self.reading_changed.emit()

    @Slot(object)
    def _on_read(self, outcome: Outcome) -> None:
        wanted = self._reader.settle(outcome)
        self.reading_changed.emit()
        if not wanted:
            return
        request = outcome.request
        assert isinstance(request, ReadPhoto)  # the reader is asked for nothing else
        file = request.source if isinstance(request.source, Path) else None
        if outcome.error is not None:
            self._tell_error(outcome.error, "read")
        elif isinstance(opened := outcome.answer(request), OpenedProject):
            self.show_project(opened, file)
        elif request.wanted_as == "photo":
            self._set_photo(opened, file)
        else:
            self._shelve(opened, request.source)

    def _set_photo(self, opened: OpenedPhoto, path: Path | None) -> None:
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
            back = Choice(tr("Back to {title}", title=past.title), lambda: self._restore(past))
            self.tell(
                "info",
                tr("{title} was closed with edits that were not exported.", title=past.title),
                back,
                key="past",
            )

    def _past(self) -> Past:
        assert self.editor.history is not None
        assert self.picture is not None
        return Past(
            self.editor.history, self.title, self.path, self.picture, self.references, self.face_index,
            self.project, self.packs, tuple(self.snapshots.items),
        )  # fmt: skip

    def _restore(self, past: Past) -> None:
        editor = self.editor
        editor.history, editor.references, editor.face_index = past.history, past.references, past.face
        editor.faces = ()
        self.title, self.path, self.picture = past.title, past.path, past.picture
        self.project, self.packs = past.project, past.packs
        for key in ("face", "read", "past", "reference", "render", "export"):
            self.withdrawn.emit(key)
        self.photo_changed.emit()
        self.references_changed.emit()
        self.snapshots.replace(past.snapshots)
        self.editor.document_changed.emit()

    @Slot()
    def _on_document(self) -> None:
        if self.document is not self.renderer.document:
            self.renderer.show(self.document)

    # faces
    def select_face(self, index: int) -> None:
        """Make a face the one that edits go to."""
        if 0 <= index < len(self.faces) and index != self.face_index:
            self.editor.face_index = index
            self.face_changed.emit()

    def set_points(self, index: int | None, points: FacePoints) -> None:
        """Set a face's five points by hand: face `index`, or one more face."""
        faces = [face.points for face in self.faces]
        if index is None or index >= len(faces):
            index = len(faces)
            faces.append(points)
        else:
            faces[index] = points
        self.editor.face_index = index
        if self.document is not None:
            self.editor.push(self.document.with_faces(tuple(faces)), tr("Set points"))

    def find_faces_again(self) -> None:
        """Forget the points that were set by hand."""
        if self.document is not None:
            self.editor.push(self.document.with_faces(None), tr("Find faces again"))

    def add_face_as_reference(self) -> None:
        """Put the current face on the shelf, to give its looks to another of this photo."""
        from core.photo import to_srgb

        face, document = self.face, self.document
        if face is None or document is None:
            return
        xs, ys = zip(*corners(face.transform, CROP, -CROP / 8), strict=True)
        left, top = max(0, int(min(xs))), max(0, int(min(ys)))
        right, bottom = min(document.photo.width, int(max(xs))), min(document.photo.height, int(max(ys)))
        pixels = np.ascontiguousarray(document.photo.pixels[top:bottom, left:right])
        self.add_reference(to_srgb(document.photo, pixels), tr("Face {number}", number=self.face_index + 1))

    @Slot()
    def _on_faces(self) -> None:
        faces = self.renderer.faces
        self.editor.faces = faces or ()
        if faces:
            self.editor.face_index = min(self.face_index, len(faces) - 1)
        if faces is None or faces:
            self.withdrawn.emit("face")
        elif self.renderer.document is not None:
            by_hand = Choice(tr("Set points by hand"), self.points_wanted.emit)
            self.tell("warning", tr("No face was found in this photo."), by_hand, key="face")
        self.face_changed.emit()

    # references
    def _shelve(self, opened: OpenedPhoto, source: Readable) -> None:
        if self.document is None:
            return
        self._serial += 1
        while f"reference-{self._serial}" in {*self.references, *self.document.references}:
            self._serial += 1  # a project brings its own keys
        key = f"reference-{self._serial}"
        photo = self._known(opened.photo)
        self.references[key] = ReferenceItem(key, opened.title, photo, opened.picture)
        # not a step of its own: undoing an edit must not take the reference off the shelf
        self.references_changed.emit()
        self.reference_added.emit(key)
        self.renderer.analyse_reference(key, photo)
        instead = Choice(tr("Open as the photo instead"), lambda: self._instead(key, source, opened.title))
        self.tell("info", tr("{title} is now a reference.", title=opened.title), instead, key="reference")

    def _known(self, photo: Photo) -> Photo:
        """The same picture where undo still holds it: a reference that comes back takes no more memory."""
        history = self.editor.history
        held = history.references if history is not None else ()
        return next((known for known in held if known.digest == photo.digest), photo)

    def _instead(self, key: str, source: Readable, title: str) -> None:
        self.remove_reference(key)
        self.open_photo(source, title)

    def remove_reference(self, key: str) -> None:
        """Off the shelf, with the edits that use it (those as one step that undo brings back)."""
        self.editor.drop_reference(key)
        self.references_changed.emit()

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
        self.message.emit(Message(kind, tr(text), choices, key))

    def _tell_error(self, error: BaseException, key: str, *choices: Choice) -> None:
        if isinstance(error, SemblanceError):
            self.tell("error", str(error), *choices, key=key)
        else:
            self.broken.emit(error)

    @Slot(object, object)
    def _on_failed(self, request: object, error: BaseException) -> None:
        if isinstance(request, MeasureDrift | RenderCandidate | RenderDetail):
            return  # the preview stands; the choice or the export will say it if it fails too
        if isinstance(request, Analyse):
            by_hand = Choice(tr("Set points by hand"), self.points_wanted.emit)
            self._tell_error(error, "face", by_hand)
        elif isinstance(request, Export | CopyPicture | SaveProject):
            self._tell_error(error, "export")
        else:
            self._tell_error(error, "render", Choice(tr("Undo"), self.editor.undo))

    @Slot()
    def _on_engine(self) -> None:
        error = self.renderer.engine_error
        if self.renderer.controls:
            self.editor.controls = self.renderer.controls
            self.controls_changed.emit()
        if error is None:
            self.withdrawn.emit("engine")
            return
        again = Choice(tr("Try again"), self.renderer.retry_engine)
        if isinstance(error, SemblanceError):
            self.tell("error", str(error), again, key="engine")
        else:
            self.tell("error", tr("The models could not be loaded."), again, key="engine")
            self.broken.emit(error)

    @Slot(int)
    def _on_preview(self, face: int) -> None:
        self.withdrawn.emit("render")
        preview = self.renderer.preview(face)
        for notice in preview.notices if preview is not None else ():
            self.tell("info", notice, key=f"notice {notice}")

    @Slot(object, object)
    def _on_exported(self, document: Document, path: Path) -> None:
        self.editor.keep(document)

    def keep(self, document: Document, project: Path) -> None:
        """The document was saved as a project."""
        if self.document is not None and self.document.photo is document.photo:
            self.project = project
        self.editor.keep(document, saved=True)
