"""What the face mesh's networks get wrong in the same way on every portrait: learned by ridge regression.

    python -m training.face_mesh ../shared/portraits --more ../shared/portraits_more
    python -m training.face_mesh ../shared/portraits --judge

Writes resources/faces/mesh.safetensors from portraits of the train split whose meshes another, newer network
found (`mesh.npz`); `--judge` measures it on those of the val split, and without it for comparison.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file
from scipy.optimize import linear_sum_assignment

from core.face.mesh import (
    CORRECTION,
    COUNT,
    HINTS,
    Correction,
    MeshReader,
    Square,
    Views,
    square_of_five,
    square_of_points,
)
from core.opencv import cv2

Points = NDArray[np.float64]
Image = NDArray[np.uint8]

RANK = 24
STRENGTH = 0.1
"""Of the ridge, for coordinates in units of the face."""
LIMIT = 3.0
"""How far a score may go, in standard deviations of the portraits'."""
_HINTS_WEIGHT = 0.006
"""Of a hint, as spread as the portraits', beside coordinates in units of the face."""
_TURNED_IRIS = np.array([0, 3, 2, 1, 4])

OVAL = (10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
        176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109)  # fmt: skip
EYES = (33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246, 263, 249, 390, 373, 374,
        380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466)  # fmt: skip
LIPS = (61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185, 78, 95, 88,
        178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191)  # fmt: skip
BROWS = (70, 63, 105, 66, 107, 55, 65, 52, 53, 46, 300, 293, 334, 296, 336, 285, 295, 282, 283, 276)
NOSE = (168, 6, 197, 195, 5, 4, 1, 2, 98, 97, 326, 327, 294, 278, 344, 440, 275, 45, 220, 115, 48, 64)
GROUPS = {"eyes": EYES, "lips": LIPS, "brows": BROWS, "nose": NOSE, "inner face": EYES + LIPS + BROWS + NOSE,
          "oval": OVAL, "all": tuple(range(COUNT))}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Portrait:
    """A picture (H, W, 3), its true mesh (478, 3) in pixels, and five points (5, 2) where they are known."""

    image: Image
    mesh: Points
    five: Points


def portraits(folder: Path, split: str) -> Iterator[Portrait]:
    """Those of a folder as `../shared/portraits` that have a mesh."""
    with np.load(folder / "mesh.npz") as stored:
        points = stored["points"].astype(np.float64)
        if "iris" in stored:
            points = np.concatenate([points, _deep(stored["iris"].astype(np.float64))], 1)
        meshes = dict(zip(stored["ids"].tolist(), points, strict=True))
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split and row["id"] in meshes]
    names = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    for row in rows:
        image = cv2.imread(str(folder / "images" / f"{row['id']}.jpg"))
        assert image is not None, row["id"]
        five = np.array([[float(row[f"{name}_{axis}"]) for axis in "xy"] for name in names])
        yield Portrait(np.ascontiguousarray(image[..., ::-1], np.uint8), meshes[row["id"]], five)


def _deep(iris: Points) -> Points:
    """With a depth, where only x and y are stored."""
    return iris if iris.shape[-1] == 3 else np.concatenate([iris, np.zeros_like(iris[..., :1])], -1)


def mirror_of(meshes: Points) -> NDArray[np.intp]:
    """The order of points (468,) in a mirror, from many meshes (N, 468, 3) of upright faces."""
    mean = meshes.mean(0) - meshes.mean((0, 1))
    away = np.square((mean * [-1, 1, 1])[:, None] - mean[None]).sum(-1)
    # Sides are swapped in pairs: the assignment of least cost must be its own inverse.
    return np.asarray(linear_sum_assignment(away + away.T)[1], np.intp)


def mirrored(portrait: Portrait, mirror: NDArray[np.intp]) -> Portrait:
    order = np.concatenate([mirror, 473 + _TURNED_IRIS, 468 + _TURNED_IRIS])
    mesh = portrait.mesh[order] * [-1, 1, 1] + [portrait.image.shape[1], 0, 0]
    return replace(portrait, image=np.ascontiguousarray(portrait.image[:, ::-1]), mesh=mesh)


def jittered(square: Square, rng: np.random.Generator) -> Square:
    """About as wrong as a detector's box."""
    return Square(
        square.middle + rng.normal(0, 0.03 * square.side, 2),
        square.side * float(np.exp(rng.normal(0, 0.06))),
        square.angle + float(rng.normal(0, 0.05)),
    )


@dataclass(frozen=True, eq=False)
class Lesson:
    """Rows for the regression: what the networks say (N, F), and what is to be added (N, 1424)."""

    seen: Points
    wanted: Points


def lesson(all_of_them: list[Portrait], mirror: NDArray[np.intp]) -> Lesson:
    """Each portrait once as it is, and once mirrored."""
    reader, rng = MeshReader(Correction.none(mirror)), np.random.default_rng(0)
    rows: list[tuple[Points, Points]] = []
    for portrait in all_of_them:
        for each in (portrait, mirrored(portrait, mirror)):
            start = jittered(square_of_points(each.mesh[:COUNT]), rng)
            views = reader.views(each.image, square_of_points(reader.glance(each.image, start)[0]))
            rows.append((views.numbers(), wanted(views, each.mesh)))
    seen, to_add = zip(*rows, strict=True)
    return Lesson(np.stack(seen), np.stack(to_add))


def wanted(views: Views, mesh: Points) -> Points:
    """What is missing (1424,) from the mean of the views to the true mesh (478, 3)."""
    true = views.square.within(mesh)
    return np.concatenate([true[:COUNT].ravel(), true[COUNT:, :2].ravel()]) - views.mean()


def fit(lesson: Lesson, mirror: NDArray[np.intp], rank: int = RANK, strength: float = STRENGTH) -> Correction:
    """Ridge regression, then only its `rank` most telling directions (reduced-rank regression)."""
    middle, always = lesson.seen.mean(0), lesson.wanted.mean(0)
    weight = np.ones(len(middle))
    weight[-HINTS:] = _HINTS_WEIGHT / (lesson.seen[:, -HINTS:].std(0) + 1e-6)
    seen, wanted = (lesson.seen - middle) * weight, lesson.wanted - always
    kernel = seen @ seen.T
    kernel[np.diag_indices_from(kernel)] += strength
    weights = seen.T @ np.linalg.solve(kernel, wanted)
    answers = seen @ weights
    out = np.linalg.eigh(answers.T @ answers)[1][:, : -rank - 1 : -1].T
    into = weights @ out.T
    limits = LIMIT * (seen @ into).std(0)
    return Correction(middle, weight[:, None] * into, limits, out, always, mirror)


def save(correction: Correction, path: Path) -> None:
    arrays = {field.name: getattr(correction, field.name) for field in fields(correction)}
    # Of thousands of hints each counts so little that 16 bits would round it away.
    kinds = {"mirror": np.int16, "out": np.float16}
    # The file takes memory as it lies, whatever the strides say.
    small = {name: np.ascontiguousarray(a, kinds.get(name, np.float32)) for name, a in arrays.items()}
    save_file(small, path, {"source": "training/face_mesh.py", "licence": "MIT"})


def judge(folder: Path, correction: Correction | None) -> dict[str, float]:
    """Mean distances in pixels of the val split's 256 pixel crops, by group of points."""
    reader, errors = MeshReader(correction), []
    for portrait in portraits(folder, "val"):
        found = reader.read(portrait.image, square_of_five(portrait.five))
        away = found.with_iris()[:, :2] - portrait.mesh[:, :2]
        errors.append(np.hypot(away[:, 0], away[:, 1]))
    table = np.stack(errors)
    figures = {name: float(table[:, list(points)].mean()) for name, points in GROUPS.items()}
    figures["iris"] = float(table[:, COUNT:].mean())
    figures["mean of inner face and oval"] = (figures["inner face"] + figures["oval"]) / 2
    figures["a bad face (90 %)"] = float(np.percentile(table[:, :COUNT].mean(1), 90))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("portraits", type=Path)
    parser.add_argument("--more", type=Path, help="another such folder; a third of all at most")
    parser.add_argument("--judge", action="store_true")
    parser.add_argument("--out", type=Path, default=CORRECTION)
    options = parser.parse_args()
    known = list(portraits(options.portraits, "train"))
    mirror = mirror_of(np.stack([each.mesh[:COUNT] for each in known]))
    if not options.judge:
        if options.more is not None:
            known += list(portraits(options.more, "train"))[: len(known) // 2]
        save(fit(lesson(known, mirror), mirror), options.out)
    without, with_it = (judge(options.portraits, each) for each in (Correction.none(mirror), None))
    for name, figure in with_it.items():
        print(f"{name:28} {figure:6.2f}   without the correction {without[name]:6.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
