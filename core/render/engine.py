"""The engine: a pack, a device and a cache turn documents into pictures."""

from __future__ import annotations

from dataclasses import replace

from core.document.document import Document
from core.document.edits import SetAttribute
from core.errors import FaceError
from core.face import Face, FacePoints
from core.job import Job
from core.packs import Pack
from core.photo import Photo
from core.render.compose import apply_at_crop_size
from core.render.device import DeviceChoice
from core.render.drift import Drift, DriftMeter
from core.render.networks import Networks
from core.render.paste import Placement, paste
from core.render.preview import Preview
from core.render.stages import Clock, FaceResult, Stages

QUIET = Job()


class Engine:
    """Renders documents: the same document gives the same pixels on the same machine.

    Used from one thread at a time; importing this module imports torch. Networks are built when they are
    first needed. When a graphics device runs out of memory the engine goes on on the CPU and says so.
    """

    def __init__(self, pack: Pack, device: DeviceChoice | None = None, notice: str = "") -> None:
        """`notice` is what a person should know of how this engine came to be, if anything."""
        self.pack = pack
        self.notice = notice
        self._networks = Networks(pack, device)
        self._stages = Stages(self._networks)
        self._drift = DriftMeter()

    @property
    def device(self) -> DeviceChoice:
        """What the networks run on now."""
        return self._networks.choice

    @property
    def networks(self) -> Networks:
        """The pack's networks on that device, for work on many pictures: video."""
        return self._networks

    @property
    def cached_bytes(self) -> int:
        """What the results that are kept take; at most `core.cache.MOST_BYTES`."""
        return self._stages.cached_bytes

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
        faces = self._faces(document, (face,), clock, job)
        result = self._stages.run(document, face, faces[face], clock, job)
        shown = clock.measure("compose", lambda: apply_at_crop_size(result.face.crop, result.patch))
        job.step(1.0, "Done")
        return Preview(
            crop=shown,
            original=result.face.crop,
            label_map=result.layout.label_map,
            touched=result.patch.touched,
            timings=clock.timings,
            notices=(*self._support_notices(document, face), *result.notices, *self._networks.notices),
        )

    def render(self, document: Document, job: Job = QUIET) -> Photo:
        """The whole photo at full resolution with every face's edits.

        Pixels that no edit touches keep their value, bit for bit. What the person should know is among the
        result's notices. Edits of a face that is not there raise `FaceError`; otherwise raises as `preview`.
        """
        edited = sorted({edit.face for edit in document.edits if edit.enabled})
        if not edited:
            return document.photo
        faces = self._faces(document, tuple(edited), Clock(), job)
        results = [self._run(document, index, faces, job) for index in edited]
        pixels = document.photo.pixels.copy()
        notices: list[str] = list(document.photo.notices)
        for index, result in zip(edited, results, strict=True):
            job.step(0.95, "Putting it into the photo")
            face = result.face
            borrowed = self._stages.borrowed(document, index, result)
            placement = Placement(result.patch, face.transform, face.crop, face.label_map, borrowed)
            paste(document.photo, pixels, placement)
            notices += [*self._support_notices(document, index), *result.notices]
        job.step(1.0, "Done")
        notices += self._networks.notices
        return replace(document.photo, pixels=pixels, notices=tuple(dict.fromkeys(notices)))

    def drift(self, preview: Preview) -> Drift:
        """How far a face has moved from its photo, on the CPU. Raises `PackError` without the classifier."""
        return self._drift.measure(preview)

    def _run(self, document: Document, index: int, faces: tuple[Face, ...], job: Job) -> FaceResult:
        return self._stages.run(document, index, faces[index], Clock(), job)

    def _faces(self, document: Document, wanted: tuple[int, ...], clock: Clock, job: Job) -> tuple[Face, ...]:
        faces = self._stages.analyse(document, clock, job)
        if not faces:
            raise FaceError("No face was found in this photo. Setting the five points by hand helps.")
        if max(wanted) >= len(faces):
            found = "one face was" if len(faces) == 1 else f"{len(faces)} faces were"
            raise FaceError(f"There is no face number {max(wanted) + 1}: {found} found in this photo.")
        return faces

    def _support_notices(self, document: Document, face: int) -> tuple[str, ...]:
        """What the pack says it does badly, of what the edits ask."""
        names = {e.attribute: None for e in document.edits_of(face) if isinstance(e, SetAttribute)}
        return tuple(weak for name in names if (weak := self.pack.support(name).weak))
