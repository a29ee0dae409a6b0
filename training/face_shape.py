"""What a smile moves in a face: learned from annotated meshes by ridge regression.

    python -m training.face_shape ../shared/portraits

Writes resources/faces/shape.safetensors from the portraits of the train split. Meshes are brought into the
head's frame (core/methods/shape/head.py), where turned heads count like others. What is annotated beside the
smile (an open mouth, sex, age) is taken apart from it, and pictures of one person count by their differences,
in which the person's own proportions are gone.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from core.face.mesh import COUNT, IRIS_COUNT, bundled_correction
from core.face.pose import mesh_pose
from core.methods.shape.fitted import FITTED, SMILE
from core.methods.shape.head import Head
from core.methods.shape.points import INNER_LOWER_LIP, INNER_UPPER_LIP

Points = NDArray[np.float64]

CAUSES = ("smile", "mouth_open", "male", "young")
WITHIN = 2.0
"""How many times a difference within one person counts, beside one between people."""
STRENGTH = 1.0
"""Of the ridge, in pictures."""
FURTHEST = 25.0
"""Degrees to the side beyond which a mesh guesses half of what it says."""

_TURNED_IRIS = np.array([0, 3, 2, 1, 4])


@dataclass(frozen=True, eq=False)
class Portraits:
    """Heads (N, 478, 3) in their frame, about millimetres; what is annotated (N, C); whose they are."""

    heads: Points
    causes: Points
    people: NDArray[np.int64]

    @property
    def shapes(self) -> Points:
        return self.heads[:, :COUNT]


def read_portraits(folder: Path, split: str = "train") -> Portraits:
    """Those of a folder as `../shared/portraits` that look ahead and tell all causes."""
    with np.load(folder / "mesh.npz") as stored:
        meshes = dict(zip(stored["ids"].tolist(), stored["points"].astype(np.float64), strict=True))
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        people = {row["id"]: int(row["person"]) for row in csv.DictReader(file) if row["split"] == split}
    with (folder / "attributes.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["id"] in meshes and row["id"] in people]
    rows = [row for row in rows if all(int(row[name]) >= 0 for name in CAUSES)]
    rows = [row for row in rows if abs(mesh_pose(meshes[row["id"]]).yaw) < FURTHEST]
    heads = [Head.of(meshes[row["id"]]) for row in rows]
    return Portraits(
        np.stack([np.concatenate([head.points, head.iris]) for head in heads]),
        np.array([[float(int(row[name]) > 0) for name in CAUSES] for row in rows]),
        np.array([people[row["id"]] for row in rows]),
    )


def fit(portraits: Portraits) -> Points:
    """What each cause adds to each point, (C, 468, 3), alike on both sides of the face."""
    shapes = portraits.shapes.reshape(len(portraits.shapes), -1)
    groups: dict[int, list[int]] = defaultdict(list)
    for index, person in enumerate(portraits.people):
        groups[int(person)].append(index)
    means = [(shapes[rows].mean(0), portraits.causes[rows].mean(0)) for rows in groups.values()]
    between, causes = (np.stack(each) for each in zip(*means, strict=True))
    rows = np.concatenate([rows for rows in groups.values() if len(rows) > 1])
    place = {person: index for index, person in enumerate(groups)}
    own = np.array([place[int(person)] for person in portraits.people[rows]])
    table = np.concatenate([causes - causes.mean(0), WITHIN * (portraits.causes[rows] - causes[own])])
    values = np.concatenate([between - between.mean(0), WITHIN * (shapes[rows] - between[own])])
    solved = np.linalg.solve(table.T @ table + STRENGTH * np.eye(len(CAUSES)), table.T @ values)
    steps = np.asarray(solved, np.float64).reshape(len(CAUSES), COUNT, 3)
    return with_seam(symmetric(steps))


def with_seam(steps: Points) -> Points:
    """Steps (..., 468, 3) under which lips that touch go on touching: whether they part is another cause."""
    held = steps.copy()
    seam = (steps[..., INNER_UPPER_LIP, :] + steps[..., INNER_LOWER_LIP, :]) / 2
    held[..., INNER_UPPER_LIP, :] = held[..., INNER_LOWER_LIP, :] = seam
    return held


def symmetric(steps: Points) -> Points:
    """Steps (..., 468 or 478, 3) with each side as the mean of both."""
    count = steps.shape[-2]
    mirror = bundled_correction().mirror
    order = np.concatenate([mirror, COUNT + IRIS_COUNT // 2 + _TURNED_IRIS, COUNT + _TURNED_IRIS])[:count]
    return np.asarray((steps + steps[..., order, :] * [-1, 1, 1]) / 2, np.float64)


def mean_head(portraits: Portraits) -> Points:
    """The mean of all heads, irises included (478, 3), alike on both sides."""
    return symmetric(np.asarray(portraits.heads.mean(0), np.float64))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("portraits", type=Path)
    parser.add_argument("--out", type=Path, default=FITTED)
    parser.add_argument("--mean", type=Path, help="where to write the mean head as well, which tests look at")
    given = parser.parse_args()
    portraits = read_portraits(given.portraits)
    steps = dict(zip(CAUSES, fit(portraits), strict=True))
    save_file({SMILE: steps["smile"].astype(np.float32)}, given.out)
    if given.mean is not None:
        save_file({"points": mean_head(portraits).astype(np.float32)}, given.mean)
    furthest = np.linalg.norm(steps["smile"], axis=1).max()
    print(f"{len(portraits.shapes)} portraits; a smile moves points up to {furthest:.1f} mm.")  # noqa: T201


if __name__ == "__main__":
    main()
