"""Faces found, parsing, and eyeglasses parsed again: what does not need a judge of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.document.document import Document
from core.document.edits import Seed, SetAttribute
from core.face import Face, FacePoints
from core.labels import IGNORE, NUM_LABELS, Label
from core.photo import photo_from_array
from core.render.engine import Engine
from core.render.networks import Networks
from training.evaluation.portraits import Portrait

WORN = 150
"""Pixels of eyeglasses in a crop from which on they count as worn: a thin metal frame with its lenses has
over a thousand."""


@dataclass(frozen=True)
class Figure:
    """One measured number with what it must reach."""

    name: str
    value: float
    floor: float | None
    count: int


def alignment(engine: Engine, portraits: Sequence[Portrait]) -> list[Figure]:
    """Share of portraits whose face is found with at most 4 pixels of mean point error at 256."""
    errors: list[float] = []
    for portrait in portraits:
        faces = engine.analyse(photo_from_array(portrait.image))
        errors.append(_point_error(faces, portrait.points) if faces else np.inf)
    found = [e for e in errors if np.isfinite(e)]
    return [
        Figure("faces found within 4 px", float(np.mean(np.array(errors) <= 4.0)), 0.98, len(errors)),
        Figure("mean point error (px)", float(np.mean(found)) if found else np.inf, None, len(found)),
    ]


def parsing(networks: Networks, portraits: Sequence[Portrait]) -> list[Figure]:
    """Mean intersection over union of the classes present, pixels of all portraits together."""
    matrix = np.zeros((NUM_LABELS, NUM_LABELS), np.int64)
    for portrait in portraits:
        found, _ = networks.parse(portrait.image)
        known = portrait.label_map != IGNORE
        index = portrait.label_map[known].astype(np.int64) * NUM_LABELS + found[known]
        matrix += np.bincount(index, minlength=NUM_LABELS**2).reshape(NUM_LABELS, NUM_LABELS)
    present = matrix.sum(axis=1) > 0
    union = matrix.sum(axis=0) + matrix.sum(axis=1) - np.diag(matrix)
    scores = np.diag(matrix) / np.maximum(union, 1)
    figures = [Figure("parser mIoU", float(scores[present].mean()), 0.78, len(portraits))]
    for label in np.flatnonzero(present):
        figures.append(Figure(f"IoU {Label(label).name.lower()}", float(scores[label]), None, 1))
    return figures


def eyeglasses(engine: Engine, networks: Networks, portraits: Sequence[Portrait]) -> list[Figure]:
    """Put eyeglasses on portraits without, take them off portraits with; parse the results again."""
    return [_eyeglasses(engine, networks, portraits, present) for present in (True, False)]


def _eyeglasses(engine: Engine, networks: Networks, portraits: Sequence[Portrait], present: bool) -> Figure:
    wanted = [p for p in portraits if p.eyeglasses != present]
    right = 0
    for i, portrait in enumerate(wanted):
        edit = SetAttribute(attribute="eyeglasses", present=present, source=Seed(i))
        document = Document(photo_from_array(portrait.image), faces=(portrait.points,), edits=(edit,))
        found, _ = networks.parse(_pixels(engine, document))
        right += (np.count_nonzero(found == Label.EYE_G) >= WORN) == present
    name, floor = ("eyeglasses on", 0.85) if present else ("eyeglasses off", 0.80)
    return Figure(f"{name}, parsed again", right / max(len(wanted), 1), floor, len(wanted))


def _pixels(engine: Engine, document: Document) -> NDArray[np.uint8]:
    return engine.render(document).pixels.astype(np.uint8)


def _point_error(faces: Sequence[Face], truth: FacePoints) -> float:
    """Mean distance of the five points of the nearest face."""
    return min(
        float(np.linalg.norm(np.subtract(f.points.points, truth.points), axis=1).mean()) for f in faces
    )
