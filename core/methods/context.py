"""What a method is handed beside the work: its job, the face in several sizes, references, a memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.cache import StageCache
from core.document.document import Document, reference_keys
from core.document.edits import Edit, Reference
from core.document.kept import Arrays
from core.face import CROP_SIZE, Face
from core.job import Job
from core.render.analyse import face_crop
from core.render.keeping import Keeper

if TYPE_CHECKING:
    from core.methods.method import Method
    from core.render.reader import Parsed

T = TypeVar("T")


class Measure(Protocol):
    """Times a stage under its name."""

    def __call__(self, stage: str, compute: Callable[[], T], /) -> T: ...


@dataclass(frozen=True, eq=False)
class Context:
    """One face of one document, while its edits are carried out.

    `base` is the cache key of the face as analysed; `edits` are the face's enabled ones in order. `method`
    gives another open method by name, `find_reference` the face that a reference means; `parse` reads a crop
    (256, 256, 3); `measure` times a stage.
    """

    document: Document
    index: int
    face: Face
    edits: tuple[Edit, ...]
    base: Hashable
    job: Job
    cache: StageCache
    keeper: Keeper
    method: Callable[[str], Method]
    find_reference: Callable[[Reference, Job], Face]
    parse: Callable[[NDArray[np.uint8]], Parsed]
    measure: Measure

    def reference_face(self, reference: Reference) -> Face:
        """The face that a reference means. Raises `FaceError` where it shows none, `Cancelled`."""
        return self.find_reference(reference, self.job.part(0.0, 0.0))  # what is done next starts there too

    def crop(self, size: int) -> NDArray[np.uint8]:
        """The face's crop (size, size, 3) in sRGB, from the photo itself."""
        if size == self.face.crop.shape[0]:
            return self.face.crop
        return self.cache.get(
            ("crop", self.base, size), lambda: face_crop(self.document.photo, self.face.transform, size)[0]
        )

    def grid(self, size: int) -> NDArray[np.float64]:
        """The transform (2, 3) of a grid of that size over the crop: its coordinates to the photo's."""
        transform = self.face.transform.copy()
        transform[:, :2] *= CROP_SIZE / size
        return transform

    def reading(self, edits: tuple[Edit, ...]) -> Hashable:
        """Edits as a cache key: with the pictures that their references stand for, a key is not one."""
        keys = sorted({key for edit in edits for key in reference_keys(edit)})
        return edits, tuple((key, self.document.reference(key).digest) for key in keys)

    def stage(self, name: str, key: Hashable, compute: Callable[[], T]) -> T:
        """A stage's result from the memory, or computed and timed under the stage's name."""
        return self.cache.get(key, lambda: self.measure(name, compute))

    def keep(self, name: str, compute: Callable[[], Arrays]) -> Arrays:
        """Arrays that took long to find, kept as long as the document and in its project.

        `name` says what they depend on beside the face.
        """
        return self.keeper.get((self.document.photo.digest, self._face_key, name), compute)

    @property
    def _face_key(self) -> str:
        """The face among those of its photo; points set by hand make another of it."""
        points = self.document.faces
        if points is None:
            return str(self.index)
        return f"{self.index}-{hashlib.sha256(repr(points[self.index]).encode()).hexdigest()[:16]}"

    def with_job(self, job: Job) -> Context:
        return replace(self, job=job)
