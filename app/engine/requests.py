"""What the window asks of its worker threads: frozen requests, compared by value."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.canvas.pictures import Picture, picture_of, whole_image
from app.engine.editing import EditingEngine, NoEngine
from app.engine.mailbox import BACKGROUND
from app.engine.thread import RENEW
from app.words.translate import tr
from core.document.document import Document
from core.errors import FaceError, SemblanceError
from core.job import Job
from core.render.preview import Preview

if TYPE_CHECKING:  # the codecs are loaded by the reader thread, after the window is there
    from PySide6.QtGui import QImage

    from core.document.layers import Rendered
    from core.document.project import Project
    from core.face import Face, FacePoints
    from core.photo import Photo, SaveOptions
    from core.render.drift import Drift

ANALYSE = "analyse"
EXPORT = "export"
SAVE = "save"
DETAIL = "detail"
COPY = "copy"
BATCH = "batch"
OPEN = "open"
Readable = Path | bytes | NDArray[np.uint8]
"""What a photo can be read from; pixels are RGB (H, W, 3)."""


def engine_order(lane: object) -> int:
    """Which lane the engine serves first: itself, faces, previews, references, what leaves, the sharp view.
    A batch gives way to all of them, even while it runs."""
    kind = lane[0] if isinstance(lane, tuple) else lane
    order = (RENEW, ANALYSE, "preview", "reference", "candidate", COPY, EXPORT, SAVE, DETAIL, "drift")
    return BACKGROUND if kind == BATCH else order.index(kind) if kind in order else len(order)


@dataclass(frozen=True, eq=False)
class OpenedPhoto:
    """A photo with its picture for the screen. `title` is how the window calls it."""

    photo: Photo
    picture: Picture
    title: str


@dataclass(frozen=True, eq=False)
class OpenedProject:
    """A project with the pictures for the screen: its photo's, and those of its references by key."""

    project: Project
    picture: Picture
    pictures: dict[str, Picture]

    @classmethod
    def of(cls, project: Project) -> OpenedProject:
        document = project.document
        pictures = {key: screen_picture(photo) for key, photo in document.references.items()}
        return cls(project, screen_picture(document.photo), pictures)


@dataclass(frozen=True, eq=False)
class ReadPhoto:
    """Read a photo from a file, bytes or pixels (for the reader thread). `wanted_as` travels along.

    Where the photo is wanted, the file may as well be a project.
    """

    source: Readable
    title: str
    wanted_as: str

    def run(self, engine: NoEngine, job: Job) -> OpenedPhoto | OpenedProject:
        from core.document.project import is_project, read_project
        from core.methods.registry import edit_types

        job.step(0.0, tr("Opening {title}", title=self.title))
        if self.wanted_as == "photo" and isinstance(self.source, Path) and is_project(self.source):
            return OpenedProject.of(read_project(self.source, edit_types()))
        photo = self._load()
        if self.wanted_as == "reference":
            _ = photo.digest  # found here, so that nobody waits for it on the window's thread
        job.step(0.6, tr("Opening {title}", title=self.title))
        return OpenedPhoto(photo, screen_picture(photo), self.title)

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

    def run(self, engine: EditingEngine, job: Job) -> tuple[Face, ...]:
        return engine.analyse(self.photo, self.points, job)


@dataclass(frozen=True)
class AnalyseReference:
    """Find the face of a reference."""

    key: str
    photo: Photo

    def run(self, engine: EditingEngine, job: Job) -> Face:
        faces = engine.analyse(self.photo, None, job)
        if not faces:
            raise FaceError("No face was found in this reference, so it cannot give a style.")
        return faces[0]


@dataclass(frozen=True)
class RenderPreview:
    """One face at crop size."""

    document: Document
    face: int

    def run(self, engine: EditingEngine, job: Job) -> Preview:
        return engine.preview(self.document, self.face, job)


@dataclass(frozen=True)
class RenderCandidate(RenderPreview):
    """One face as it would be: number `index` of several to choose from."""

    index: int


@dataclass(frozen=True, eq=False)
class MeasureDrift:
    """How far a face has moved from its photo."""

    preview: Preview
    face: int

    def run(self, engine: EditingEngine, job: Job) -> Drift:
        return engine.drift(self.preview)


@dataclass(frozen=True)
class RenderDetail:
    """The photo at full resolution, for a sharp view: only the part that differs comes back."""

    document: Document

    def run(self, engine: EditingEngine, job: Job) -> Picture | None:
        from core.document.layers import changed_box
        from core.photo import to_srgb

        before = self.document.photo
        after = engine.render(self.document, job)
        job.step(0.9, tr("Sharpening the view"))
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

    def run(self, engine: EditingEngine, job: Job) -> Path:
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

    def run(self, engine: EditingEngine, job: Job) -> QImage:
        from core.photo import to_srgb

        photo = engine.render(self.document, job)
        job.step(0.9, tr("Copying"))
        return whole_image(to_srgb(photo, photo.pixels), photo.alpha)


@dataclass(frozen=True, eq=False)
class SaveProject:
    """Render at full resolution and write the project, with what the engine made of it as layers.

    Where nothing can be rendered (no engine, a face that is gone), photo and edits are written all the same.
    The answer is a sentence on that, or "".
    """

    project: Project
    path: Path

    def run(self, engine: EditingEngine | NoEngine, job: Job) -> str:
        from core.document.manifest import stamp_of
        from core.document.project import write_project

        project, notice, rendered = self.project, "", None
        try:
            if not isinstance(engine, NoEngine):
                rendered = self._rendered(engine, job.part(0.0, 0.7))
                document = replace(project.document, kept=engine.kept(project.document))
                stamps = tuple(stamp_of(pack) for pack in engine.packs_of(document))
                project = replace(project, document=document, packs=stamps)
        except SemblanceError as error:
            notice = tr("Photo and edits were saved, but not their result. {why}", why=tr(str(error)))
        write_project(project, self.path, rendered, job.part(0.7, 1.0))
        return notice

    def _rendered(self, engine: EditingEngine, job: Job) -> Rendered:
        from core.document.layers import FaceRegions, Rendered

        document = self.project.document
        result = engine.render(document, job)
        faces: list[FaceRegions] = []
        for index, face in enumerate(engine.analyse(document.photo, document.faces, job)):
            edited = bool(document.edits_of(index))
            label_map = engine.preview(document, index, job).label_map if edited else face.label_map
            faces.append(FaceRegions(label_map, face.transform))
        return Rendered(result, tuple(faces))


def screen_picture(photo: Photo) -> Picture:
    """A photo's picture for the screen."""
    from core.photo import to_srgb

    return picture_of(to_srgb(photo, photo.pixels), photo.alpha)
