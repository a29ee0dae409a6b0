"""Times inside the engine, on one portrait at crop size."""

from __future__ import annotations

import dataclasses

from benchmarks.figures import Figure, timed
from benchmarks.subject import portrait, portrait_points
from core.document.document import Document
from core.document.edits import Edit, Seed
from core.labels import Label
from core.methods.paint.edits import Stroke
from core.methods.smile.edits import SetAttribute, SetRegionStyle
from core.packs import Pack
from core.photo import Photo, photo_from_array
from core.render.engine import Engine
from core.render.stages import STAGES

TOGGLE_MS = 100.0


def engine_figures(pack: Pack, rounds: int) -> tuple[str, list[Figure]]:
    """What the engine runs on, and its figures."""
    engine = Engine(pack)
    photo = photo_from_array(portrait())
    points = portrait_points()
    document = Document(photo, faces=points)
    figures = [
        timed("first edit, networks built", lambda _: engine.preview(document.with_edit(_toggle(0))), 1)
    ]
    figures.append(
        timed("find and read the faces of a photo", lambda i: engine.analyse(_fresh(photo, i)), rounds)
    )
    figures.append(
        timed("read one face at given points", lambda i: engine.analyse(_fresh(photo, i), points), rounds)
    )
    for what, edits in _cases(rounds).items():
        runs = [engine.preview(document.with_edit(edit)).timings for edit in edits]
        wanted = TOGGLE_MS if "toggle" in what else None
        figures.append(Figure(what, tuple(sum(run.values()) for run in runs), "ms", wanted))
        for stage in STAGES:
            if any(run[stage] for run in runs):
                figures.append(Figure(f"    {stage}", tuple(run[stage] for run in runs)))
    choice = engine.device
    form = "bfloat16" if choice.half else "float32"
    return f"{choice.name}, {form}{', channels last' if choice.channels_last else ''}", figures


def _fresh(photo: Photo, i: int) -> Photo:
    """The same picture to the eye, another one to the cache."""
    pixels = photo.pixels.copy()
    pixels[0, 0, 0] = i
    return dataclasses.replace(photo, pixels=pixels)


def _toggle(seed: int, attribute: str = "eyeglasses", present: bool = True) -> SetAttribute:
    return SetAttribute(attribute=attribute, present=present, source=Seed(seed))


def _cases(rounds: int) -> dict[str, list[Edit]]:
    """Edits by what is timed; each round has another seed or strength, as a person's hand would."""
    some = range(100, 100 + rounds)
    dab = ((120.0, 60.0), (150.0, 64.0))
    return {
        "toggle eyeglasses to preview": [_toggle(seed) for seed in some],
        "toggle hat to preview": [_toggle(seed, "hat") for seed in some],
        "toggle hair off to preview": [_toggle(seed, "hair", False) for seed in some],
        "hair style by seed to preview": [SetRegionStyle(region="hair", source=Seed(seed)) for seed in some],
        "brush stroke to preview": [
            Stroke(label=Label.HAIR, points=dab, radius=4.0 + 0.1 * i) for i in range(rounds)
        ],
    }
