"""A batch in the window: photos in a queue that the engine works through while editing goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from app.engine.editing import EditingEngine
from app.engine.renderer import Renderer
from app.engine.thread import Outcome
from app.words.translate import figure, tr
from core.document.edits import Edit
from core.job import Job

if TYPE_CHECKING:  # the codecs are loaded by the worker threads
    from core.batch import Batch
    from core.photo import Photo, SaveOptions

State = Literal["waiting", "working", "done", "failed"]


@dataclass(frozen=True)
class Line:
    """One photo of the queue: `text` says why it failed, `result` is what was written."""

    source: Path
    state: State = "waiting"
    text: str = ""
    result: Path | None = None


@dataclass(frozen=True, eq=False)
class BatchOrder:
    """What the person asked for: edits, or the file of a recipe instead; where to, and as what."""

    folder: Path
    options: SaveOptions
    sidecar: bool = False
    suffix: str = ""
    edits: tuple[Edit, ...] = ()
    references: Mapping[str, Photo] = field(default_factory=dict)
    recipe: Path | None = None


@dataclass(frozen=True, eq=False)
class PrepareBatch:
    """Read the recipe, make the folder, choose the names; answered by the batch and each photo's target."""

    order: BatchOrder
    sources: tuple[Path, ...]

    def run(self, engine: EditingEngine, job: Job) -> tuple[Batch, dict[Path, Path]]:
        from core.batch import Batch, edits_in, outputs, prepare_folder
        from core.photo import check_credentials

        order = self.order
        job.step(0.0, tr("Preparing"))
        if order.options.credentials is not None:
            check_credentials(order.options.credentials)
        edits, references = edits_in(order.recipe) if order.recipe else (order.edits, order.references)
        prepare_folder(order.folder, {source.parent for source in self.sources})
        batch = Batch(edits, references, order.options, order.sidecar)
        return batch, outputs(self.sources, order.folder, order.suffix)


@dataclass(frozen=True, eq=False)
class EditFile:
    """Edit one photo of the batch."""

    batch: Batch
    source: Path
    target: Path

    def run(self, engine: EditingEngine, job: Job) -> Path:
        from core.batch import edit_file

        edit_file(engine, self.batch, self.source, self.target, job)
        return self.target


class BatchQueue(QObject):
    """The photos of a batch and how far it is. One photo at a time is with the engine.

    Signals: `filled` (other lines), `line_changed(index)`, `moved` (progress, or it began or ended),
    `stopped(sentence)` (an error that no photo would escape), `finished` (nothing is left to do).
    """

    filled = Signal()
    line_changed = Signal(int)
    moved = Signal()
    stopped = Signal(str)
    finished = Signal()

    def __init__(
        self, renderer: Renderer, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self.running = False
        self._renderer, self._clock = renderer, clock
        self._batch: Batch | None = None
        self._targets: dict[Path, Path] = {}
        self._began, self._done_before, self._part = 0.0, 0, 0.0
        renderer.batch_answered.connect(self._on_answer)
        renderer.batch_moved.connect(self._on_moved)

    # what is in it
    def add(self, photos: Iterable[Path]) -> None:
        """Put photos at the end; those that are in it already are left out. Not while it runs."""
        known = {line.source for line in self.lines}
        self.lines += [Line(photo) for photo in dict.fromkeys(photos) if photo not in known]
        self.filled.emit()
        self.moved.emit()

    def remove(self, indices: Iterable[int]) -> None:
        """Take lines out. Not while it runs."""
        gone = set(indices)
        self.lines = [line for index, line in enumerate(self.lines) if index not in gone]
        self.filled.emit()
        self.moved.emit()

    def count(self, *states: State) -> int:
        return sum(line.state in states for line in self.lines)

    @property
    def fraction(self) -> float:
        """How much is done, 0..1."""
        return (self.count("done", "failed") + self._part) / len(self.lines) if self.lines else 0.0

    @property
    def seconds_left(self) -> float | None:
        """A guess from the photos of this run; None before the first of them."""
        done = self.count("done", "failed") - self._done_before
        if not self.running or done < 1:
            return None
        each = (self._clock() - self._began) / (done + self._part)
        return each * (self.count("waiting", "working") - self._part)

    # running
    def start(self, order: BatchOrder, again: bool = False) -> None:
        """Work through the waiting lines; `again` also through those that failed."""
        for index, line in enumerate(self.lines):
            if again and line.state == "failed":
                self._set(index, Line(line.source))
        waiting = tuple(line.source for line in self.lines if line.state == "waiting")
        if self.running or not waiting:
            return
        self.running = True
        self._began, self._done_before, self._part = self._clock(), self.count("done", "failed"), 0.0
        self._renderer.run_batch(PrepareBatch(order, waiting), tr("Preparing the batch…"))
        self.moved.emit()

    def cancel(self) -> None:
        """Stop between stages; the photo in hand waits again."""
        self._renderer.cancel_batch()
        self._end()

    def _end(self) -> None:
        self.running, self._batch, self._part = False, None, 0.0
        for index, line in enumerate(self.lines):
            if line.state == "working":
                self._set(index, replace(line, state="waiting"))
        self.moved.emit()

    def _set(self, index: int, line: Line) -> None:
        self.lines[index] = line
        self.line_changed.emit(index)

    def _next(self) -> None:
        index = next((i for i, line in enumerate(self.lines) if line.state == "waiting"), None)
        if index is None:
            self._end()
            self.finished.emit()
            return
        assert self._batch is not None
        source = self.lines[index].source
        self._set(index, replace(self.lines[index], state="working"))
        words = tr("Batch, photo {number} of {count}…", number=index + 1, count=len(self.lines))
        self._renderer.run_batch(EditFile(self._batch, source, self._targets[source]), words)

    @Slot(object)
    def _on_answer(self, outcome: Outcome) -> None:
        from core.batch import STOPPING, sentence_of

        request, error = outcome.request, outcome.error
        self._part = 0.0
        assert isinstance(request, PrepareBatch | EditFile)  # what this queue sends
        if error is not None and (isinstance(request, PrepareBatch) or isinstance(error, STOPPING)):
            self._end()
            self.stopped.emit(sentence_of(error))
            return
        if isinstance(request, PrepareBatch):
            self._batch, self._targets = outcome.answer(request)
        elif error is not None:
            self._close(request.source, "failed", sentence_of(error))
        else:
            self._close(request.source, "done", "", outcome.answer(request))
        self._next()
        self.moved.emit()

    def _close(self, source: Path, state: State, text: str, result: Path | None = None) -> None:
        index = next(i for i, line in enumerate(self.lines) if line.source == source)
        self._set(index, Line(source, state, text, result))

    @Slot(float)
    def _on_moved(self, fraction: float) -> None:
        if self.count("working"):
            self._part = fraction
            self.moved.emit()


def time_words(seconds: float) -> str:
    """About 40 s left; about 3 min left."""
    if seconds < 55:
        return tr("about {time} s left", time=max(1, round(seconds)))
    if seconds < 55 * 60:
        return tr("about {time} min left", time=round(seconds / 60))
    return tr("about {time} h left", time=figure(seconds / 3600, 1))
