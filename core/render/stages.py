"""From a document to changes: faces are analysed, then every edit is carried out by its method, in order.

Edits of the layout come first, then the layout is drawn, then come edits of the picture, and at last those of
shape together. What each stage made is kept under what it reads, so that moving one slider reruns what
follows it and nothing else.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from typing import TypeVar

from core.cache import StageCache
from core.document.document import Document
from core.document.edits import Edit, Reference
from core.errors import FaceError
from core.face import Face
from core.job import Job
from core.methods.context import Context
from core.methods.layout import Layout
from core.methods.method import Method, Phase, Work
from core.methods.registry import declaration_of
from core.photo import Photo
from core.render.analyse import find_faces
from core.render.keeping import Keeper
from core.render.reader import FaceReader

T = TypeVar("T")
STAGES = ("analyse", "layout", "styles", "render", "compose")


@dataclass
class Clock:
    """Milliseconds by stage; a stage that came from the cache keeps 0."""

    timings: dict[str, float] = field(default_factory=lambda: dict.fromkeys(STAGES, 0.0))

    def measure(self, stage: str, compute: Callable[[], T]) -> T:
        start = time.perf_counter()
        result = compute()
        self.timings[stage] += (time.perf_counter() - start) * 1000
        return result


class Stages:
    """Runs the stages for faces of documents, keeping what it can for the next time.

    `methods` are the open ones by name, in the order in which they draw.
    """

    def __init__(self, reader: FaceReader, methods: Callable[[], Mapping[str, Method]]) -> None:
        self._reader = reader
        self._methods = methods
        self._cache = StageCache()
        self.keeper = Keeper()

    @property
    def cached_bytes(self) -> int:
        return self._cache.bytes

    def analyse(self, document: Document, clock: Clock, job: Job) -> tuple[Face, ...]:
        """The faces of the document's photo, or those at its points."""
        photo, points = document.photo, document.faces

        def find() -> tuple[Face, ...]:
            return clock.measure("analyse", lambda: find_faces(photo, points, self._reader, job))

        return self._cache.get(("faces", photo.digest, points), find)

    def run(self, document: Document, index: int, face: Face, clock: Clock, job: Job) -> Work:
        """All that the edits of one face make of it."""
        context = self._context(document, index, face, clock, job)
        by_phase = self._by_phase(context.edits)
        key: Hashable = ("layout", context.base, context.reading(by_phase["layout"]))
        job.step(0.1, "Changing the layout")
        work = context.stage("layout", key, lambda: self._layout(context, by_phase["layout"]))
        job.step(0.4, "Drawing the face")
        key = ("drawn", key, context.reading(by_phase["styles"]))
        work = self._cache.get(key, lambda: self._drawn(work, context))
        for done, edit in enumerate(by_phase["picture"]):
            share = _share(job, 0.5, 0.9, done, len(by_phase["picture"]))
            share.step(0.0, "Changing the picture")
            method = self._method_of(edit)
            key = ("picture", key, context.reading((edit,)), method.reads(edit, context))
            work = context.stage("render", key, self._one(work, edit, method, context.with_job(share)))
        for each in self._methods().values():
            work = each.cover(work, context)
        if by_phase["shape"]:  # at last, so that what is worn goes with the head
            key = ("moved", key, context.reading(context.edits))
            work = context.stage("render", key, self._moved(work, context))
        job.step(0.9, "Putting it into the photo")
        return work

    def _context(self, document: Document, index: int, face: Face, clock: Clock, job: Job) -> Context:
        self.keeper.put(document.kept)
        return Context(
            document=document,
            index=index,
            face=face,
            edits=document.edits_of(index),
            base=(document.photo.digest, document.faces, index),
            job=job,
            cache=self._cache,
            keeper=self.keeper,
            method=lambda name: self._methods()[name],
            find_reference=lambda reference, part: self._reference_face(document, reference, part),
            parse=self._reader.parse,
            measure=clock.measure,
        )

    def _by_phase(self, edits: tuple[Edit, ...]) -> Mapping[Phase, tuple[Edit, ...]]:
        acts = [(self._method_of(edit).acts_on(edit), edit) for edit in edits]
        phases: tuple[Phase, ...] = ("layout", "styles", "picture", "shape")
        return {phase: tuple(edit for acted, edit in acts if acted == phase) for phase in phases}

    def _layout(self, context: Context, edits: tuple[Edit, ...]) -> Work:
        work = Work(context.face, Layout.of(context.face.label_map))
        for done, edit in enumerate(edits):
            share = _share(context.job, 0.1, 0.4, done, len(edits))
            share.step(0.0, "Changing the layout")
            work = self._method_of(edit).apply(work, edit, context.with_job(share))
        return work

    def _drawn(self, work: Work, context: Context) -> Work:
        methods = self._methods().values()
        for done, method in enumerate(methods):
            work = method.draw(work, context.with_job(_share(context.job, 0.4, 0.5, done, len(methods))))
        return work

    def _moved(self, work: Work, context: Context) -> Callable[[], Work]:
        def move() -> Work:
            return reduce(lambda moved, method: method.move(moved, context), self._methods().values(), work)

        return move

    def _one(self, work: Work, edit: Edit, method: Method, context: Context) -> Callable[[], Work]:
        return lambda: method.apply(work, edit, context)

    def _method_of(self, edit: Edit) -> Method:
        declared = declaration_of(edit)
        assert declared is not None  # the engine leaves other edits out
        return self._methods()[declared.name]

    def _reference_face(self, document: Document, reference: Reference, job: Job) -> Face:
        photo: Photo = document.reference(reference.key)
        faces = self.analyse(Document(photo), Clock(), job)
        if reference.face >= len(faces):
            raise FaceError(f"No face was found in the reference “{reference.key}”.")
        return faces[reference.face]


def _share(job: Job, low: float, high: float, done: int, count: int) -> Job:
    """The job of one of `count` pieces of equal size, after `done` of them, between `low` and `high`."""
    step = (high - low) / count
    return job.part(low + step * done, low + step * (done + 1))
