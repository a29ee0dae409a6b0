"""The engine: packs, a device and a memory turn documents into pictures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from core.document.document import Document
from core.document.edits import Edit
from core.document.kept import Kept
from core.errors import FaceError
from core.face import Face, FacePoints
from core.job import Job
from core.methods.control import Control, maker_of
from core.methods.method import Method, Work
from core.methods.registry import (
    check_packs,
    controls,
    declaration_of,
    declarations,
    left_out,
    open_methods,
)
from core.methods.smile.method import Smile
from core.methods.smile.networks import Networks
from core.packs import Pack
from core.photo import Photo
from core.render.device import DeviceChoice
from core.render.drift import Drift, DriftMeter
from core.render.paste import over_crop, paste
from core.render.preview import Preview
from core.render.reader import FaceReader
from core.render.runtime import Runtime
from core.render.stages import Clock, Stages

QUIET = Job()


class Engine:
    """Renders documents: the same document gives the same pixels on the same machine.

    Used from one thread at a time; importing this module imports torch. Methods are opened and networks built
    when they are first needed. When a graphics device runs out of memory the engine goes on on the CPU and
    says so.
    """

    def __init__(
        self, pack: Pack, device: DeviceChoice | None = None, notice: str = "", others: Sequence[Pack] = ()
    ) -> None:
        """`pack` reads faces and draws layouts; `others` are those of other methods. `notice` is what a
        person should know of how this engine came to be, if anything. Raises `PackError` for packs of a
        method that is not known, or two of one."""
        self.packs = (pack, *others)
        self.notice = notice
        check_packs(each.descriptor for each in self.packs)
        self._controls = controls(each.offers for each in self.packs)
        self._runtime = Runtime(device)
        self._stages = Stages(FaceReader(self._runtime, pack), lambda: self._methods)
        self._drift = DriftMeter()

    @property
    def pack(self) -> Pack:
        """The pack that reads faces and draws layouts."""
        return self.packs[0]

    @property
    def device(self) -> DeviceChoice:
        """What the networks run on now."""
        return self._runtime.choice

    @property
    def runtime(self) -> Runtime:
        return self._runtime

    @property
    def networks(self) -> Networks:
        """SMILE's networks on that device, for work on many pictures: video."""
        smile = self._methods["smile"]
        assert isinstance(smile, Smile)
        return smile.networks

    @property
    def cached_bytes(self) -> int:
        """What the results that are kept take; at most `core.cache.MOST_BYTES`."""
        return self._stages.cached_bytes

    @property
    def controls(self) -> tuple[Control, ...]:
        """What a person can set with these packs."""
        return self._controls

    @cached_property
    def _methods(self) -> Mapping[str, Method]:
        """The open methods by name, in the order in which they draw."""
        packs = {each.descriptor.method: each for each in self.packs}
        return {
            declared.name: declared.method()(self._runtime, packs.get(declared.name))
            for declared in declarations()
            if declared.name in self._open
        }

    @cached_property
    def _open(self) -> frozenset[str]:
        return open_methods(each.descriptor for each in self.packs)

    def packs_of(self, document: Document) -> tuple[Pack, ...]:
        """The open packs that the document is rendered with; the one that reads faces always is."""
        declared = (declaration_of(edit) for edit in document.edits)
        used = {each.name for each in declared if each is not None}
        return (self.pack, *(each for each in self.packs[1:] if each.descriptor.method in used))

    def kept(self, document: Document) -> Kept:
        """What took long to find for the document's photos, to be kept in its project."""
        keeper = self._stages.keeper
        keeper.put(document.kept)
        photos = (document.photo, *document.references.values())
        return {key: arrays for photo in photos for key, arrays in keeper.of(photo.digest).items()}

    def left_out(self, edits: Iterable[Edit]) -> tuple[str, ...]:
        """Sentences on those edits that are kept but not shown, as no open method carries them out."""
        found = (left_out(edit, self._open) for edit in edits if edit.enabled)
        return tuple(dict.fromkeys(why for why in found if why))

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = None, job: Job = QUIET
    ) -> tuple[Face, ...]:
        """The faces of a photo, largest first, or those at `points`; kept per photo.

        An empty tuple means that no face was found. Raises `Cancelled`, `PackError`, `DeviceError`.
        """
        return self._stages.analyse(Document(photo, points), Clock(), job)

    def preview(self, document: Document, face: int = 0, job: Job = QUIET) -> Preview:
        """One face as the edits leave it.

        Raises `FaceError` when there is no such face, `EditError` when an edit makes no sense, `Cancelled`,
        `PackError`, `DeviceError`.
        """
        clock = Clock()
        notices = self.left_out(document.edits_of(face))
        document = self._without_left_out(document)
        faces = self._faces(document, (face,), clock, job.part(0.0, 0.1))
        work = self._stages.run(document, face, faces[face], clock, job)
        crop, transform = work.face.crop, work.face.transform
        shown, touched = clock.measure("compose", lambda: over_crop(crop, transform, work.changes))
        job.step(1.0, "Done")
        return Preview(
            crop=shown,
            original=crop,
            label_map=work.layout.label_map,
            touched=touched,
            timings=clock.timings,
            notices=(*notices, *self._weaknesses(document, face), *work.notices, *self._runtime.notices),
            kept=self.kept(document),
        )

    def render(self, document: Document, job: Job = QUIET) -> Photo:
        """The whole photo at full resolution with every face's edits.

        Pixels that no edit touches keep their value, bit for bit. What the person should know is among the
        result's notices. Edits of a face that is not there raise `FaceError`; otherwise raises as `preview`.
        """
        notices = list(self.left_out(document.edits))
        document = self._without_left_out(document)
        edited = sorted({edit.face for edit in document.edits if edit.enabled})
        if not edited:
            told = (*document.photo.notices, *notices)
            return replace(document.photo, notices=told) if notices else document.photo
        faces = self._faces(document, tuple(edited), Clock(), job.part(0.0, 0.1))
        works: list[Work] = []
        for done, index in enumerate(edited):
            part = job.part(0.1 + 0.8 * done / len(edited), 0.1 + 0.8 * (done + 1) / len(edited))
            works.append(self._stages.run(document, index, faces[index], Clock(), part))
        pixels = document.photo.pixels.copy()
        notices = [*document.photo.notices, *notices]
        for index, work in zip(edited, works, strict=True):
            job.step(0.95, "Putting it into the photo")
            paste(document.photo, pixels, work.changes)
            notices += [*self._weaknesses(document, index), *work.notices]
        job.step(1.0, "Done")
        notices += self._runtime.notices
        return replace(document.photo, pixels=pixels, notices=tuple(dict.fromkeys(notices)))

    def drift(self, preview: Preview) -> Drift:
        """How far a face has moved from its photo, on the CPU. Raises `PackError` without the classifier."""
        return self._drift.measure(preview)

    def _without_left_out(self, document: Document) -> Document:
        return document.with_edits(tuple(e for e in document.edits if not left_out(e, self._open)))

    def _faces(self, document: Document, wanted: tuple[int, ...], clock: Clock, job: Job) -> tuple[Face, ...]:
        faces = self._stages.analyse(document, clock, job)
        if not faces:
            raise FaceError("No face was found in this photo. Setting the five points by hand helps.")
        if max(wanted) >= len(faces):
            found = "one face was" if len(faces) == 1 else f"{len(faces)} faces were"
            raise FaceError(f"There is no face number {max(wanted) + 1}: {found} found in this photo.")
        return faces

    def _weaknesses(self, document: Document, face: int) -> tuple[str, ...]:
        """What the packs say that they do badly, of what the edits ask."""
        found = (self._weakness(edit) for edit in document.edits_of(face))
        return tuple(dict.fromkeys(weak for weak in found if weak))

    def _weakness(self, edit: Edit) -> str:
        control = maker_of(edit, self.controls)
        return "" if control is None else control.weak
