"""An engine without networks: fast, recognisable results, and a gate that holds it in its work."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from core.document.document import Document
from core.document.edits import Reference, Seed
from core.document.kept import Arrays, Kept
from core.face import Face, FacePoints, crop_transform, extract_crop
from core.job import Job
from core.labels import Label
from core.methods.control import Control
from core.methods.layout import Layout
from core.methods.paint.brush import fill_region, paint
from core.methods.paint.edits import FillRegion, Lasso, SmoothBoundary, Stroke
from core.methods.registry import controls
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.packs import Pack, default_pack
from core.photo import Photo, to_srgb
from core.render.drift import Drift
from core.render.preview import Preview

if TYPE_CHECKING:  # it imports torch
    from core.render.device import DeviceChoice

SIZE = 256
QUIET = Job()


def label_map() -> np.ndarray:
    """A plain face: hair around skin, eyes, brows, nose, lips, neck and clothes."""
    y, x = np.mgrid[0:SIZE, 0:SIZE] + 0.5
    labels = np.zeros((SIZE, SIZE), np.uint8)

    def oval(label: Label, cx: float, cy: float, rx: float, ry: float) -> None:
        labels[((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1] = label

    oval(Label.HAIR, 128, 112, 82, 96)
    oval(Label.CLOTH, 128, 292, 130, 62)
    labels[(abs(x - 128) < 30) & (y > 190) & (y < 240)] = Label.NECK
    oval(Label.SKIN, 128, 138, 58, 78)
    oval(Label.R_EYE, 96, 121, 13, 6)
    oval(Label.L_EYE, 160, 121, 13, 6)
    oval(Label.R_BROW, 96, 104, 17, 4)
    oval(Label.L_BROW, 160, 104, 17, 4)
    oval(Label.NOSE, 128, 148, 11, 20)
    oval(Label.U_LIP, 128, 184, 22, 6)
    oval(Label.L_LIP, 128, 191, 20, 7)
    return labels


def points_at(x: float, y: float, eyes: float) -> FacePoints:
    """A frontal face whose eyes are `eyes` pixels apart and centred on (x, y)."""
    half = eyes / 2
    return FacePoints(
        (
            (x - half, y),
            (x + half, y),
            (x, y + 0.55 * eyes),
            (x - 0.4 * eyes, y + 1.05 * eyes),
            (x + 0.4 * eyes, y + 1.05 * eyes),
        )
    )


class FakeRuntime:
    considerate = False


class FakeEngine:
    """Offers what the pack that ships offers. `found` are the faces that any photo has. Close `gate` to hold
    work between its stages."""

    def __init__(self, found: tuple[FacePoints, ...] = (points_at(320, 220, 64),)) -> None:
        self.found = found
        self.notice = ""
        self.packs: tuple[Pack, ...] = (default_pack(),)
        self.runtime = FakeRuntime()
        self.gate = threading.Event()
        self.gate.set()
        self.calls: list[str] = []
        self.documents: list[Document] = []
        self.threads: set[int] = set()
        self.error: Exception | None = None
        self.doubts: tuple[str, ...] = ()
        self.found_late: Arrays | None = None
        """What the next preview finds in minutes."""

    def _work(self, name: str, job: Job) -> None:
        self.calls.append(name)
        self.threads.add(threading.get_ident())
        for step in range(4):
            job.step(step / 4, name.capitalize())
            while not self.gate.wait(0.005):
                job.step(step / 4, name.capitalize())
        if self.error is not None:
            raise self.error

    @property
    def device(self) -> DeviceChoice:
        from core.render.device import DeviceChoice

        return DeviceChoice("cpu")

    @property
    def controls(self) -> tuple[Control, ...]:
        return controls(pack.offers for pack in self.packs)

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = None, job: Job = QUIET
    ) -> tuple[Face, ...]:
        self._work("analyse", job)
        return tuple(self._face(photo, p) for p in (points if points is not None else self.found))

    def _face(self, photo: Photo, points: FacePoints) -> Face:
        transform = crop_transform(points)
        crop, inside = extract_crop(to_srgb(photo, photo.pixels), transform)
        opacity = np.zeros((SIZE, SIZE), np.float32)
        return Face(points, transform, 0.9, self.doubts, crop, inside, label_map(), opacity)

    def packs_of(self, document: Document) -> tuple[Pack, ...]:
        return self.packs

    def kept(self, document: Document) -> Kept:
        return document.kept

    def drift(self, preview: Preview) -> Drift:
        return Drift(0.25, 0.1, 80, 0)

    def preview(self, document: Document, face: int = 0, job: Job = QUIET) -> Preview:
        self._work("preview", job)
        self.documents.append(document)
        known = self._face(document.photo, (document.faces or self.found)[face])
        layout, crop = Layout.of(known.label_map), known.crop.copy()
        touched = np.zeros((SIZE, SIZE), np.float32)
        for edit in document.edits_of(face):
            if isinstance(edit, Stroke | Lasso | SmoothBoundary):
                layout = paint(layout, edit)
            elif isinstance(edit, FillRegion):
                layout = fill_region(layout, edit)
            elif isinstance(edit, SetAttribute) and edit.present:
                crop[110:132, 75:181] = _colour(edit.source)
                touched[110:132, 75:181] = edit.strength
            elif isinstance(edit, SetRegionStyle):
                touched[layout.label_map == Label.HAIR] = edit.strength
                crop[layout.label_map == Label.HAIR] = (150, 60, 40)
        changed = layout.label_map != known.label_map
        crop[changed] = (90, 60, 150)
        touched[changed] = 1.0
        kept = dict(document.kept)
        if self.found_late is not None:
            kept[document.photo.digest, str(face), "inversion"] = self.found_late
        return Preview(crop, known.crop, layout.label_map, touched, {}, kept=kept)

    def render(self, document: Document, job: Job = QUIET) -> Photo:
        self._work("render", job)
        pixels = document.photo.pixels.copy()
        if document.edits:
            pixels[200:210, 300:340] = (10, 200, 30)
        return replace(document.photo, pixels=pixels)


def _colour(source: object) -> tuple[int, int, int]:
    if isinstance(source, Seed):
        return tuple(int(v) for v in np.random.default_rng(source.seed).integers(0, 256, 3))  # type: ignore[return-value]  # three of them
    return (40, 90, 200) if isinstance(source, Reference) else (0, 0, 0)
