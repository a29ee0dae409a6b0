"""What the preferences ask of the engine thread: which devices there are, whether and how fast it works."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.engine.editing import EditingEngine
from app.words.translate import tr
from core.document.document import Document
from core.document.edits import Seed
from core.errors import FaceError
from core.job import Job
from core.methods.smile.edits import SetAttribute
from core.render.preview import Preview

if TYPE_CHECKING:
    from core.render.device import FoundDevice

DEVICES = ("ask", "devices")
TRIAL = ("ask", "trial")
RUNS = 5
_SOUND = (0.002, 0.4)  # the share of a crop that eyeglasses change
_SEEDS = 2**31


@dataclass(frozen=True)
class Found:
    """What there is, and in words what the engine runs on."""

    devices: tuple[FoundDevice, ...]
    in_use: str


@dataclass(frozen=True)
class FindDevices:
    """Every device that the preferences offer."""

    def run(self, engine: EditingEngine, job: Job) -> Found:
        from core.render.device import found_devices

        return Found(found_devices(), _device_of(engine))


@dataclass(frozen=True)
class Trial:
    """How a test went. `problem` is empty when the result is sound; `milliseconds` is the median edit's."""

    device: str
    milliseconds: float
    problem: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class TryEngine:
    """Put eyeglasses on a sample portrait, several times with other styles so that no result is a kept one.

    The first time is not measured: it analyses the face and builds the networks.
    """

    sample: Path
    first_seed: int = field(default_factory=lambda: random.randrange(_SEEDS - RUNS))

    def run(self, engine: EditingEngine, job: Job) -> Trial:
        from core.photo import load_photo

        job.step(0.0, tr("Finding the sample's face"))
        document = Document(load_photo(self.sample))
        if not engine.analyse(document.photo, None, Job(cancelled=job.cancelled)):
            raise FaceError(
                "The engine found no face in the sample portrait, so its results cannot be trusted."
            )
        seconds: list[float] = []
        preview = self._preview(engine, document, 0, job)
        for number in range(RUNS):
            start = time.perf_counter()
            preview = self._preview(engine, document, number + 1, job)
            seconds.append(time.perf_counter() - start)
        job.step(1.0, tr("Done"))
        device = _device_of(engine)
        return Trial(device, 1000 * statistics.median(seconds), unsound(preview), preview.notices)

    def _preview(self, engine: EditingEngine, document: Document, number: int, job: Job) -> Preview:
        job.step(
            number / (RUNS + 1),
            tr("Putting on eyeglasses, {number} of {count}", number=number + 1, count=RUNS + 1),
        )
        edit = SetAttribute(attribute="eyeglasses", present=True, source=Seed(self.first_seed + number))
        inner = Job(cancelled=job.cancelled)
        return engine.preview(document.with_edit(edit), 0, inner)


def unsound(preview: Preview) -> str:
    """What is wrong with a preview of eyeglasses, as a sentence; empty when nothing is."""
    if not np.isfinite(preview.touched).all():
        return tr("The result holds numbers that are none. Another device or precision may help.")
    changed = float(np.any(preview.crop != preview.original, axis=2).mean())
    low, high = _SOUND
    if changed < low:
        return tr("The edit changed nothing. Another device or precision may help.")
    if changed > high:
        return tr("The edit changed more than eyeglasses can. Another device or precision may help.")
    return ""


def _device_of(engine: EditingEngine) -> str:
    from core.render.device import describe

    return describe(engine.device)
