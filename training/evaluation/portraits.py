"""Labelled portraits to measure on, from any data set that training reads."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.face import FacePoints
from training.common import TrainingError
from training.data.datasets import DataSet, as_seen, open_dataset
from training.data.portraits import PortraitEntry, Portraits

_COLUMNS = {"identity": ("male",), "eyeglasses": ("glasses", "sunglasses"), "bangs": ("bangs",),
            "earrings": ("earrings",), "hat": ("hat",)}  # fmt: skip
_POINTS = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")


@dataclass(frozen=True, eq=False)
class Portrait:
    """One labelled portrait, aligned, 256 x 256. `states` has every attribute that could be seen.

    `points` is None where nobody marked them: the engine then finds the face by itself. `mesh` is
    `(478, 3)`, or `(0, 3)` where the data set has none.
    """

    id: str
    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    points: FacePoints | None
    states: Mapping[str, bool]
    mesh: NDArray[np.float32]

    @property
    def faces(self) -> tuple[FacePoints, ...] | None:
        """What a document of this portrait says of its faces."""
        return None if self.points is None else (self.points,)


def open_portraits(source: str | Path, limit: int | None = None) -> DataSet:
    """The data set that `KIND:FOLDER` names, or a folder of labelled portraits. Raises `TrainingError`."""
    text = str(source)
    return open_dataset(f"portraits:{text}" if Path(text).is_dir() else text, limit=limit)


def read_portraits(data: DataSet, split: str, limit: int | None = None) -> list[Portrait]:
    """The first `limit` portraits of a split. Raises `TrainingError` where there is none."""
    entries = [entry for entry in data.entries if entry.split == split][:limit]
    if not entries:
        known = ", ".join(sorted({entry.split for entry in data.entries}))
        raise TrainingError(f"The data set has no portraits in the split “{split}”; it has {known}.")
    points = _points(data.folder) if isinstance(data, Portraits) else {}
    return [_read(data, entry, points.get(entry.id)) for entry in entries]


def _read(data: DataSet, entry: PortraitEntry, points: FacePoints | None) -> Portrait:
    label_map = data.label_map(entry.id)
    return Portrait(
        id=entry.id, image=data.image(entry.id), label_map=label_map, points=points,
        states=states_of(as_seen(entry, label_map).attributes), mesh=data.mesh(entry.id),
    )  # fmt: skip


def _points(folder: Path) -> dict[str, FacePoints]:
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
        return {
            row["id"]: FacePoints.from_array(
                np.array([[float(row[f"{name}_x"]), float(row[f"{name}_y"])] for name in _POINTS])
            )
            for row in csv.DictReader(file)
        }


def states_of(attributes: Mapping[str, str]) -> dict[str, bool]:
    """SMILE's six attributes; those that could not be seen are left out."""
    states: dict[str, bool] = {}
    for name, columns in _COLUMNS.items():
        values = {attributes[column] for column in columns}
        if "1" in values:
            states[name] = True
        elif "-1" not in values:
            states[name] = False
    if attributes["hair_amount"] != "-1":
        states["hair"] = attributes["hair_amount"] == "2"
    return states
