"""What the engine makes of the document: faces, previews, sharp view, export. On the UI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.canvas.geometry import scale_of
from app.canvas.pictures import Picture
from app.engine.editing import EditingEngine, EngineFactory
from app.engine.requests import (
    ANALYSE,
    BATCH,
    COPY,
    DETAIL,
    EXPORT,
    SAVE,
    Analyse,
    AnalyseReference,
    CopyPicture,
    Export,
    MeasureDrift,
    RenderCandidate,
    RenderDetail,
    RenderPreview,
    SaveProject,
    engine_order,
)
from app.engine.thread import Outcome, Request, WorkerThread
from app.engine.trial import TRIAL
from app.program.memory import give_back
from app.words.translate import tr
from core.document.document import Document
from core.methods.control import Control
from core.render.preview import Preview

if TYPE_CHECKING:
    from core.document.kept import Kept
    from core.face import Face
    from core.packs.pack import Pack
    from core.photo import Photo, SaveOptions

_DETAIL_DELAY = 350  # ms of rest before the full-resolution view is rendered
_PATIENCE = 300  # ms before a preview on its way is worth a word
_CACHED = 24  # previews kept for undo and redo; about 0.7 MB each


@dataclass(frozen=True)
class Activity:
    """What is going on, for the status bar. `fraction` None: nobody knows how long."""

    text: str = ""
    fraction: float | None = None
    cancellable: bool = False
    waiting: bool = False
    """Nothing moves until the person does something."""


class Renderer(QObject):
    """Owns the engine thread; keeps the newest answer of each kind.

    Signals: `faces_changed` (analysis came, or began: `faces` is None meanwhile), `preview_changed(face)`,
    `detail_changed`, `candidate_ready(index, preview)`, `drift_ready(face, drift)`,
    `reference_analysed(key, face, error)`,
    `kept_grew` (the engine found more that a project should keep: `kept`),
    `exported(document, path)`, `saved(request, notice)`, `copied(image)`, `batch_answered(outcome)`,
    `batch_moved(fraction)`, `failed(request, error)`, `engine_changed` (see `engine_state`),
    `activity_changed`, `answered(lane, value, error)` (to `ask`), `asked_progress(lane, fraction, text)`.
    """

    faces_changed = Signal()
    preview_changed = Signal(int)
    detail_changed = Signal()
    candidate_ready = Signal(int, object)
    drift_ready = Signal(int, object)
    reference_analysed = Signal(str, object, object)
    kept_grew = Signal()
    exported = Signal(object, object)
    copied = Signal(object)
    batch_answered = Signal(object)
    batch_moved = Signal(float)
    saved = Signal(object, str)
    failed = Signal(object, object)
    engine_changed = Signal()
    activity_changed = Signal()
    answered = Signal(object, object, object)
    asked_progress = Signal(object, float, str)

    def __init__(self, factory: EngineFactory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.faces: tuple[Face, ...] | None = None
        self.detail: Picture | None = None
        self.engine_state = "loading"
        self.engine: EditingEngine | None = None
        self.engine_error: BaseException | None = None
        self.kept: Kept = {}
        """What the engine found in minutes, for the photos of the document that is shown."""
        self.controls: tuple[Control, ...] = ()
        """What a person can set; empty until the engine is there."""
        self._previews: dict[int, Preview] = {}
        self._keys: dict[int, Hashable] = {}
        self._cache: OrderedDict[Hashable, Preview] = OrderedDict()
        self._progress: tuple[Hashable, float, str] | None = None
        self._batch_words = ""
        self._thread = WorkerThread(factory, "engine", engine_order, self, give_back)
        self._thread.ready.connect(self._on_ready)
        self._thread.unready.connect(self._on_unready)
        self._thread.done.connect(self._on_done)
        self._thread.progress.connect(self._on_progress)
        self._detail_timer = _single_shot(self, _DETAIL_DELAY, self._request_detail)
        self._patience = _single_shot(self, _PATIENCE, self.activity_changed.emit)

    # the engine thread
    def start(self) -> None:
        """Begin to load the engine, in the background."""
        self._thread.start()
        self.activity_changed.emit()

    def retry_engine(self) -> None:
        self.engine_state, self.engine_error = "loading", None
        self._thread.retry()
        self.engine_changed.emit()
        self.activity_changed.emit()

    def renew_engine(self) -> None:
        """Make the engine anew, with other settings; what it made before is made again."""
        if self.engine_state == "failed":
            self.retry_engine()
            return
        self.engine_state, self.engine, self.engine_error = "loading", None, None
        self._thread.renew()
        if self.document is not None:
            self._analyse(self.document)
        self.engine_changed.emit()
        self.activity_changed.emit()

    def ask(self, lane: tuple[str, str], request: Request[EditingEngine, object]) -> None:
        """Have the engine thread answer something that is no part of the document; lanes are ("ask", …)."""
        self._thread.submit(lane, request)
        self.activity_changed.emit()

    def forget(self, lane: tuple[str, str]) -> None:
        """Nobody waits for that answer any more."""
        self._thread.cancel(lane)
        self.activity_changed.emit()

    def close(self) -> bool:
        """Cancel everything; False when the thread could not be waited for within its bound."""
        self._detail_timer.stop()
        self._patience.stop()
        return self._thread.close()

    def busy(self) -> bool:
        """Whether anything asked is still to come."""
        return self._thread.busy() or self._detail_timer.isActive()

    def leave_room(self, room: bool) -> None:
        """Whether a core is to be left to the window, as while somebody paints."""
        if self.engine is not None:
            self.engine.runtime.considerate = room

    @property
    def pack(self) -> Pack | None:
        """What the engine draws layouts with; None while it loads, or where it needs none."""
        return self.engine.packs[0] if self.engine is not None and self.engine.packs else None

    @property
    def notice(self) -> str:
        """What a person should know of how the engine came to be, if anything."""
        return self.engine.notice if self.engine is not None else ""

    # what the document asks for
    def show(self, document: Document | None) -> None:
        """Follow the document: analyse what is new, render what changed, drop what is gone."""
        before, self.document = self.document, document
        if document is None:
            return
        if before is None or before.photo is not document.photo:
            self.kept = {}
        if before is None or before.photo is not document.photo or before.faces != document.faces:
            self._analyse(document)
        elif self.faces is not None:
            self._refresh()
        self.activity_changed.emit()

    def preview(self, face: int) -> Preview | None:
        """The newest preview of a face, maybe one edit behind; None when it has no edits."""
        return self._previews.get(face)

    def is_current(self, face: int) -> bool:
        """Whether the shown preview (or its absence) is what the document asks for."""
        if self.document is None or self.faces is None:
            return False
        return self._key(face) == self._keys.get(face, ())

    def analyse_reference(self, key: str, photo: Photo) -> None:
        self._thread.submit(("reference", key), AnalyseReference(key, photo))
        self.activity_changed.emit()

    def render_candidates(self, documents: Sequence[Document], face: int) -> None:
        """Render a face of several documents to choose from; `candidate_ready` follows for each."""
        self.forget_candidates()
        for index, document in enumerate(documents):
            self._thread.submit(("candidate", index), RenderCandidate(document, face, index))

    def forget_candidates(self) -> None:
        """Nobody chooses among them any more."""
        self._thread.cancel_where(_is_candidate)
        self.activity_changed.emit()

    def measure_drift(self, face: int) -> None:
        """Measure how far the shown preview of a face has moved; `drift_ready` follows, if there is one."""
        preview = self.preview(face)
        if preview is not None and self.engine_state == "ready":
            self._thread.submit("drift", MeasureDrift(preview, face))

    def export(self, path: Path, options: SaveOptions, overwrite: bool, sidecar: bool = False) -> None:
        """Render the document at full resolution and save it; `exported` or `failed` follows."""
        if self.document is not None:
            self._thread.submit(EXPORT, Export(self.document, path, options, overwrite, sidecar))
            self.activity_changed.emit()

    def copy(self) -> None:
        """Render the document at full resolution; `copied` or `failed` follows."""
        if self.document is not None:
            self._thread.submit(COPY, CopyPicture(self.document))
            self.activity_changed.emit()

    def save(self, request: SaveProject) -> None:
        """Render the project at full resolution and save it; `saved` or `failed` follows."""
        self._thread.submit(SAVE, request)
        self.activity_changed.emit()

    def cancel_export(self) -> None:
        self._thread.cancel(EXPORT, SAVE, COPY)
        self.activity_changed.emit()

    def run_batch(self, request: Request[EditingEngine, object], words: str) -> None:
        """Answer a request of a batch when nothing else is to do; `batch_answered` follows."""
        self._batch_words = words
        self._thread.submit(BATCH, request)
        self.activity_changed.emit()

    def cancel_batch(self) -> None:
        self._thread.cancel(BATCH)
        self.activity_changed.emit()

    @property
    def activity(self) -> Activity:
        """What the status bar says now."""
        if self._thread.busy_with(EXPORT):
            return self._progress_of(EXPORT, tr("Exporting…"), cancellable=True)
        if self._thread.busy_with(COPY):
            return self._progress_of(COPY, tr("Copying…"), cancellable=True)
        if self._thread.busy_with(SAVE):
            return self._progress_of(SAVE, tr("Saving…"), cancellable=True)
        if self.engine_state == "loading":
            return Activity(tr("Loading models…"))
        if self.engine_state == "failed":
            return Activity(tr("Models are missing"), waiting=True)
        if self._thread.busy_with(ANALYSE):
            return self._progress_of(ANALYSE, tr("Finding faces…"))
        if self._thread.busy_with(TRIAL):
            return self._progress_of(TRIAL, tr("Testing the engine…"))
        rendering = self._thread.busy_where(lambda lane: lane != BATCH and not _is_asked(lane))
        if rendering and not self._patience.isActive():
            return Activity(tr("Rendering…"))
        if self._thread.busy_with(BATCH):
            return replace(self._progress_of(BATCH, ""), text=self._batch_words)
        return Activity()

    def _progress_of(self, lane: Hashable, otherwise: str, cancellable: bool = False) -> Activity:
        if self.engine_state == "loading":
            return Activity(tr("Loading models…"), None, cancellable)
        if self._progress is None or self._progress[0] != lane:
            return Activity(otherwise, None, cancellable)
        return Activity(f"{tr(self._progress[2])}…", self._progress[1], cancellable)

    # requests
    def _analyse(self, document: Document) -> None:
        self._thread.cancel_where(lambda lane: lane == DETAIL or _is_preview(lane) or _is_candidate(lane))
        self._previews.clear()
        self._keys.clear()
        self._cache.clear()
        self._drop_detail()
        self.faces = None
        self._thread.submit(ANALYSE, Analyse(document.photo, document.faces))
        self.faces_changed.emit()

    def _key(self, face: int) -> Hashable:
        assert self.document is not None
        return self.document.edits_of(face)

    def _refresh(self) -> None:
        for face in range(len(self.faces or ())):
            key = self._key(face)
            if self._keys.get(face, ()) == key:
                self._thread.cancel(("preview", face))  # an edit and its undo, faster than the engine
                if self.detail is None:
                    self._detail_timer.start()
            elif not key:
                self._thread.cancel(("preview", face))
                self._set_preview(face, key, None)
            elif (face, key) in self._cache:
                self._thread.cancel(("preview", face))
                self._set_preview(face, key, self._cache[face, key])
            else:
                self._submit_preview(face)

    def _submit_preview(self, face: int) -> None:
        assert self.document is not None
        self._thread.cancel(DETAIL)
        self._detail_timer.stop()
        self._thread.submit(("preview", face), RenderPreview(self.document, face))
        if not self._patience.isActive():
            self._patience.start()

    def _set_preview(self, face: int, key: Hashable, preview: Preview | None) -> None:
        self._drop_detail()
        self._keys[face] = key
        if preview is None:
            self._previews.pop(face, None)
        else:
            self._previews[face] = preview
            self._cache[face, key] = preview
            self._cache.move_to_end((face, key))
            while len(self._cache) > _CACHED:
                self._cache.popitem(last=False)
        self._detail_timer.start()
        self.preview_changed.emit(face)

    def _drop_detail(self) -> None:
        self._thread.cancel(DETAIL)
        if self.detail is not None:
            self.detail = None
            self.detail_changed.emit()

    def _request_detail(self) -> None:
        """The sharp view is worth its time only where the photo shows more than the crop does."""
        document = self.document
        if document is None or self.faces is None or self._thread.busy_where(_before_detail):
            return
        edited = [face for i, face in enumerate(self.faces) if document.edits_of(i)]
        if any(scale_of(face.transform) > 1.05 for face in edited):
            self._thread.submit(DETAIL, RenderDetail(document))

    # answers
    @Slot(object)
    def _on_ready(self, engine: EditingEngine) -> None:
        self.engine_state, self.engine, self.engine_error = "ready", engine, None
        self.controls = engine.controls
        self.engine_changed.emit()
        self.activity_changed.emit()

    @Slot(object)
    def _on_unready(self, error: BaseException) -> None:
        self.engine_state, self.engine_error = "failed", error
        self.engine_changed.emit()
        self.activity_changed.emit()

    @Slot(object, float, str)
    def _on_progress(self, lane: Hashable, fraction: float, text: str) -> None:
        self._progress = (lane, fraction, text)
        if lane == BATCH:
            self.batch_moved.emit(fraction)
        if _is_asked(lane):
            self.asked_progress.emit(lane, fraction, text)
        self.activity_changed.emit()

    @Slot(object)
    def _on_done(self, outcome: Outcome) -> None:
        if self._thread.settle(outcome):
            self._accept(outcome)
        self.activity_changed.emit()

    def _accept(self, outcome: Outcome) -> None:
        request = outcome.request
        if outcome.lane == BATCH:
            self.batch_answered.emit(outcome)
        elif _is_asked(outcome.lane):
            self.answered.emit(outcome.lane, outcome.value, outcome.error)
        elif isinstance(request, AnalyseReference):
            self.reference_analysed.emit(request.key, outcome.value, outcome.error)
        elif outcome.error is not None:
            self._fail(request, outcome.error)
        elif isinstance(request, Analyse):
            self.faces = outcome.answer(request)
            self.faces_changed.emit()
            self._refresh()
        elif isinstance(request, RenderCandidate):  # before the preview, which it is a kind of
            self.candidate_ready.emit(request.index, outcome.answer(request))
        elif isinstance(request, RenderPreview):
            key, preview = request.document.edits_of(request.face), outcome.answer(request)
            self._set_preview(request.face, key, preview)
            self._keep(request.document, preview.kept)
        elif isinstance(request, MeasureDrift):
            self.drift_ready.emit(request.face, outcome.answer(request))
        elif isinstance(request, RenderDetail):
            self.detail = outcome.answer(request)
            self.detail_changed.emit()
        elif isinstance(request, Export):
            self.exported.emit(request.document, outcome.answer(request))
        elif isinstance(request, CopyPicture):
            self.copied.emit(outcome.answer(request))
        elif isinstance(request, SaveProject):
            self.saved.emit(request, outcome.answer(request))

    def _keep(self, document: Document, kept: Kept) -> None:
        shown = self.document is not None and document.photo is self.document.photo
        if shown and not kept.keys() <= {*self.kept, *document.kept}:
            self.kept = {**self.kept, **kept}
            self.kept_grew.emit()

    def _fail(self, request: object, error: BaseException) -> None:
        if isinstance(request, Analyse):
            self.faces = ()
            self.faces_changed.emit()
        self.failed.emit(request, error)


def _is_candidate(lane: Hashable) -> bool:
    return isinstance(lane, tuple) and lane[0] == "candidate"


def _is_preview(lane: Hashable) -> bool:
    return isinstance(lane, tuple) and lane[0] == "preview"


def _before_detail(lane: Hashable) -> bool:
    """What will change the picture. All else ends by itself, and the sharp view waits its turn among it."""
    return lane == ANALYSE or _is_preview(lane)


def _is_asked(lane: Hashable) -> bool:
    return isinstance(lane, tuple) and lane[0] == "ask"


def _single_shot(parent: QObject, interval: int, slot: Callable[[], object]) -> QTimer:
    timer = QTimer(parent, singleShot=True, interval=interval)
    timer.timeout.connect(slot)
    return timer
