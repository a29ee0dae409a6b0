"""What the window asks of its worker threads: frozen requests, compared by value."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.canvas.pictures import Picture, picture_of
from core.document.document import Document
from core.errors import FaceError
from core.job import Job
from core.render.preview import Preview

if TYPE_CHECKING:  # the codecs are loaded by the reader thread, after the window is there
    from core.face import Face, FacePoints
    from core.photo import Photo

ANALYSE = "analyse"
EXPORT = "export"
DETAIL = "detail"
OPEN = "open"


def engine_order(lane: object) -> int:
    """Which lane the engine serves first: faces, previews, references, the export, then the sharp view."""
    kind = lane[0] if isinstance(lane, tuple) else lane
    return {ANALYSE: 0, "preview": 1, "reference": 2, EXPORT: 3, DETAIL: 4}.get(str(kind), 9)


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
class RenderDetail:
    """The photo at full resolution, for a sharp view: only the part that differs comes back."""

    document: Document

    def run(self, engine: Any, job: Job) -> Picture | None:
        from core.document.layers import changed_box
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
    """Render at full resolution and write the file."""

    document: Document
    path: Path
    quality: int
    overwrite: bool

    def run(self, engine: Any, job: Job) -> Path:
        from core.photo import save_photo

        inner = Job(lambda fraction, text: job.progress(0.9 * fraction, text), job.cancelled)
        photo: Photo = engine.render(self.document, inner)
        job.step(0.9, f"Writing {self.path.name}")
        save_photo(photo, self.path, overwrite=self.overwrite, quality=self.quality)
        job.progress(1.0, f"Saved {self.path.name}")
        return self.path
