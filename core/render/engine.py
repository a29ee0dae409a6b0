"""The engine: a pack, a device and a cache turn documents into pictures."""

from __future__ import annotations

from core.document.document import Document
from core.face import Face, FacePoints
from core.job import Job
from core.packs import Pack
from core.photo import Photo
from core.render.device import DeviceChoice
from core.render.preview import Preview

QUIET = Job()


class Engine:
    """Renders documents. Used from one thread at a time; importing this module imports torch."""

    def __init__(self, pack: Pack, device: DeviceChoice | None = None) -> None:
        self.pack = pack
        self.device = device

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = None, job: Job = QUIET
    ) -> tuple[Face, ...]:
        """The faces of a photo, largest first, or those at `points`; kept per photo.

        An empty tuple means that no face was found. Raises `Cancelled`, `PackError`.
        """
        raise NotImplementedError

    def preview(self, document: Document, face: int = 0, job: Job = QUIET) -> Preview:
        """One face as the edits leave it. Raises `FaceError` when there is no such face, `EditError` when an
        edit makes no sense, `Cancelled`, `PackError`, `DeviceError`."""
        raise NotImplementedError

    def render(self, document: Document, job: Job = QUIET) -> Photo:
        """The whole photo at full resolution with every face's edits; pixels that no edit touches keep their
        value. Edits whose face does not exist raise `FaceError`. Otherwise raises as `preview`."""
        raise NotImplementedError
