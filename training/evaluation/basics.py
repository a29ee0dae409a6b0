"""Faces found, pose, parsing, and eyeglasses parsed again: what does not need a judge of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.document.edits import Seed
from core.face import Face, FacePoints
from core.face.pose import angles_of, head_angles
from core.labels import IGNORE, NUM_LABELS, Label
from core.methods.accessories.head import fit_head
from core.methods.smile.networks import Networks
from core.photo import photo_from_array
from core.render.engine import Engine
from training.evaluation.edits import EngineEditor
from training.evaluation.metrics import confusion, iou_of, mean_known
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
    """Share of portraits with marked points whose face is found with at most 4 pixels of mean point error."""
    errors: list[float] = []
    for portrait in portraits:
        if portrait.points is not None:
            faces = engine.analyse(photo_from_array(portrait.image))
            errors.append(_point_error(faces, portrait.points) if faces else np.inf)
    if not errors:
        return []
    found = [e for e in errors if np.isfinite(e)]
    return [
        Figure("faces found within 4 px", float(np.mean(np.array(errors) <= 4.0)), 0.98, len(errors)),
        Figure("mean point error (px)", mean_known(found), None, len(found)),
    ]


def pose(networks: Networks, portraits: Sequence[Portrait]) -> list[Figure]:
    """What the pose estimator is worth: degrees between its angles and those of the face mesh.

    The mean difference over all portraits (another definition of straight ahead) is taken off: table 1
    compares two pictures by the same estimator, where it does not count.
    """
    pairs = [
        (head_angles(np.array(found[0].points.points)), angles_of(fit_head(p.mesh).rotation))
        for p in portraits
        if len(p.mesh) and (found := networks.find_faces(p.image))
    ]
    if len(pairs) < 2:
        return []
    difference = np.array([np.subtract(ours, mesh) for ours, mesh in pairs])
    spread = np.abs(difference - difference.mean(axis=0)).mean(axis=0)
    return [
        Figure(f"pose estimator: {name} off the mesh's (degrees)", float(value), None, len(pairs))
        for name, value in zip(("roll", "pitch", "yaw"), spread, strict=True)
    ]


def parsing(networks: Networks, portraits: Sequence[Portrait]) -> list[Figure]:
    """Mean intersection over union of the classes present, pixels of all portraits together."""
    matrix = np.zeros((NUM_LABELS, NUM_LABELS), np.int64)
    for portrait in portraits:
        found = networks.parse(portrait.image).label_map
        known = portrait.label_map != IGNORE
        matrix += confusion(portrait.label_map[known], found[known], NUM_LABELS)
    scores = iou_of(matrix)
    figures = [Figure("parser mIoU", mean_known(scores), 0.78, len(portraits))]
    for label in np.flatnonzero(np.isfinite(scores)):
        figures.append(Figure(f"IoU {Label(label).name.lower()}", float(scores[label]), None, 1))
    return figures


def eyeglasses(engine: Engine, networks: Networks, portraits: Sequence[Portrait]) -> list[Figure]:
    """Put eyeglasses on portraits without, take them off portraits with; parse the results again."""
    return [_eyeglasses(engine, networks, portraits, present) for present in (True, False)]


def _eyeglasses(engine: Engine, networks: Networks, portraits: Sequence[Portrait], present: bool) -> Figure:
    wanted = [p for p in portraits if p.states.get("eyeglasses", present) != present]
    editor, right = EngineEditor(engine, networks), 0
    for i, portrait in enumerate(wanted):
        result = editor.turned(portrait, "eyeglasses", present, Seed(i))
        found = networks.parse(portrait.image if result is None else result.image).label_map
        right += (np.count_nonzero(found == Label.EYE_G) >= WORN) == present
    name, floor = ("eyeglasses on", 0.85) if present else ("eyeglasses off", 0.80)
    return Figure(f"{name}, parsed again", right / max(len(wanted), 1), floor, len(wanted))


def _point_error(faces: Sequence[Face], truth: FacePoints) -> float:
    """Mean distance of the five points of the nearest face."""
    return min(
        float(np.linalg.norm(np.subtract(f.points.points, truth.points), axis=1).mean()) for f in faces
    )
