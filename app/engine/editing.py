"""What the window needs of an engine, and the value that stands for having none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from core.document.document import Document
from core.job import Job
from core.render.preview import Preview

if TYPE_CHECKING:
    from core.document.kept import Kept
    from core.face import Face, FacePoints
    from core.methods.control import Control
    from core.packs import Pack
    from core.photo import Photo
    from core.render.device import DeviceChoice
    from core.render.drift import Drift


class Considerate(Protocol):
    """Whether one core is left to the window; may be set from any thread."""

    considerate: bool


class EditingEngine(Protocol):
    """`core.render.engine.Engine`, and the tests' fake. Its work is asked for on the engine thread only."""

    notice: str
    """What a person should know of how it came to be, if anything."""

    @property
    def packs(self) -> tuple[Pack, ...]:
        """The open packs; the first draws layouts."""
        ...

    @property
    def device(self) -> DeviceChoice: ...

    @property
    def controls(self) -> tuple[Control, ...]:
        """What a person can set."""
        ...

    @property
    def runtime(self) -> Considerate: ...

    def analyse(
        self, photo: Photo, points: tuple[FacePoints, ...] | None = None, job: Job = ...
    ) -> tuple[Face, ...]: ...

    def preview(self, document: Document, face: int = 0, job: Job = ...) -> Preview: ...

    def render(self, document: Document, job: Job = ...) -> Photo: ...

    def drift(self, preview: Preview) -> Drift: ...

    def packs_of(self, document: Document) -> tuple[Pack, ...]:
        """The open packs that the document is rendered with."""
        ...

    def kept(self, document: Document) -> Kept:
        """What took long to find for the document's photos."""
        ...


class NoEngine:
    """What a worker has that needs no engine: it reads and writes files."""


EngineFactory = Callable[[], EditingEngine]
