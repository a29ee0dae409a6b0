"""What the window asks of its worker threads: frozen requests, compared by value."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.canvas.pictures import Picture, picture_of, whole_image
from app.engine_thread import RENEW
from app.mailbox import BACKGROUND
from core.document.document import Document
from core.errors import FaceError
from core.job import Job
from core.render.preview import Preview

if TYPE_CHECKING:  # the codecs are loaded by the reader thread, after the window is there
    from PySide6.QtGui import QImage

    from core.face import Face, FacePoints
    from core.photo import Photo, SaveOptions

ANALYSE = "analyse"
EXPORT = "export"
DETAIL = "detail"
COPY = "copy"
BATCH = "batch"
OPEN = "open"


def engine_order(lane: object) -> int:
    """Which lane the engine serves first: itself, faces, previews, references, what leaves, the sharp view.
    A batch gives way to all of them, even while it runs."""
    kind = lane[0] if isinstance(lane, tuple) else lane
    ranks = {
        RENEW: -1,
        ANALYSE: 0,
        "preview": 1,
        "reference": 2,
        "candidate": 3,
        COPY: 4,
        EXPORT: 4,
        DETAIL: 5,
    }
    return BACKGROUND if kind == BATCH else ranks.get(str(kind), 9)


@dataclass(frozen=True, eq=False)
class OpenedPhoto:
    """A photo with its picture for the screen. `title` is how the window calls it."""

    photo: Photo
    picture: Picture
    title: str


@dataclass(frozen=True, eq=False)
class ReadPhoto:
    """Read a photo from a file, bytes or pixels (for the reader thread). `wanted_as` travels along."""

    source: Path | bytes | NDArray[np.uint8]
    title: str
    wanted_as: str

    def run(self, engine: object, job: Job) -> OpenedPhoto:
        from core.photo import to_srgb

        job.step(0.0, f"Opening {self.title}")
        photo = self._load()
        job.step(0.6, f"Opening {self.title}")
        return OpenedPhoto(photo, picture_of(to_srgb(photo, photo.pixels), photo.alpha), self.title)

    def _load(self) -> Photo:
        from core.photo import load_photo, photo_from_array

        if isinstance(self.source, np.ndarray):
            return photo_from_array(self.source)
        if isinstance(self.source, bytes):
            return load_photo(io.BytesIO(self.source))
        return load_photo(self.source)


@dataclass(frozen=True)
class Analyse:
    """Find and parse the faces of a photo, or those at the points set by hand."""

    photo: Photo
    points: tuple[FacePoints, ...] | None

    def run(self, engine: Any, job: Job) -> tuple[Face, ...]:
        faces: tuple[Face, ...] = engine.analyse(self.photo, self.points, job)
        return faces


@dataclass(frozen=True)
class AnalyseReference:
    """Find the face of a reference."""

    key: str
    photo: Photo

    def run(self, engine: Any, job: Job) -> Face:
        faces: tuple[Face, ...] = engine.analyse(self.photo, None, job)
        if not faces:
            raise FaceError("No face was found in this reference, so it cannot give a style.")
        return faces[0]


@dataclass(frozen=True)
class RenderPreview:
    """One face at crop size."""

    document: Document
    face: int

    def run(self, engine: Any, job: Job) -> Preview:
        preview: Preview = engine.preview(self.document, self.face, job)
        return preview


@dataclass(frozen=True)
class RenderCandidate:
    """One face as it would be: number `index` of several to choose from."""

    document: Document
    face: int
    index: int

    def run(self, engine: Any, job: Job) -> Preview:
        preview: Preview = engine.preview(self.document, self.face, job)
        return preview


@dataclass(frozen=True)
class RenderDetail:
    """The photo at full resolution, for a sharp view: only the part that differs comes back."""

    document: Document

    def run(self, engine: Any, job: Job) -> Picture | None:
        from core.photo import to_srgb

        before = self.document.photo
        after: Photo = engine.render(self.document, job)
        job.step(0.9, "Sharpening the view")
        box = changed_box(before.pixels, after.pixels)
        if box is None:
            return None
        x0, y0, x1, y1 = box
        rgb = to_srgb(before, np.ascontiguousarray(after.pixels[y0:y1, x0:x1]))
        alpha = None if after.alpha is None else after.alpha[y0:y1, x0:x1]
        return picture_of(rgb, alpha, x0, y0)


@dataclass(frozen=True)
class Export:
    """Render at full resolution and write the file, with the edits beside it where asked for."""

    document: Document
    path: Path
    options: SaveOptions
    overwrite: bool
    sidecar: bool = False

    def run(self, engine: Any, job: Job) -> Path:
        from core.export import export

        export(
            engine,
            self.document,
            self.path,
            self.options,
            overwrite=self.overwrite,
            sidecar=self.sidecar,
            job=job,
        )
        return self.path


@dataclass(frozen=True)
class CopyPicture:
    """Render at full resolution, for the clipboard."""

    document: Document

    def run(self, engine: Any, job: Job) -> QImage:
        from core.photo import to_srgb

        photo: Photo = engine.render(self.document, job)
        job.step(0.9, "Copying")
        return whole_image(to_srgb(photo, photo.pixels), photo.alpha)


def changed_box(before: NDArray[Any], after: NDArray[Any]) -> tuple[int, int, int, int] | None:
    """The smallest box (x0, y0, x1, y1) that holds every differing pixel; None when there is none."""
    rows = np.flatnonzero([not np.array_equal(a, b) for a, b in zip(before, after, strict=True)])
    if rows.size == 0:
        return None
    y0, y1 = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero((before[y0:y1] != after[y0:y1]).any(axis=(0, 2)))
    return int(columns[0]), y0, int(columns[-1]) + 1, y1
