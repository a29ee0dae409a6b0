"""Labelled portraits to measure on."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.face import FacePoints

_COLUMNS = {"identity": ("male",), "eyeglasses": ("glasses", "sunglasses"), "bangs": ("bangs",),
            "earrings": ("earrings",), "hat": ("hat",)}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Portrait:
    """One labelled portrait, aligned, 256 x 256. `states` has every attribute that could be seen."""

    id: str
    image: NDArray[np.uint8]
    label_map: NDArray[np.uint8]
    points: FacePoints
    states: Mapping[str, bool]

    @property
    def eyeglasses(self) -> bool:
        return self.states.get("eyeglasses", False)


def read_portraits(folder: Path, split: str) -> list[Portrait]:
    """The portraits of a split. Raises `FileNotFoundError` when the folder does not hold them."""
    with (folder / "attributes.csv").open(newline="", encoding="utf-8") as file:
        attributes = {row["id"]: row for row in csv.DictReader(file)}
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    return [_read(folder, row, attributes[row["id"]]) for row in rows]


def _read(folder: Path, row: dict[str, str], attributes: dict[str, str]) -> Portrait:
    names = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    points = np.array([[float(row[f"{n}_x"]), float(row[f"{n}_y"])] for n in names])
    return Portrait(
        id=row["id"],
        image=np.array(Image.open(folder / "images" / f"{row['id']}.jpg").convert("RGB")),
        label_map=np.array(Image.open(folder / "labels" / f"{row['id']}.png")),
        points=FacePoints.from_array(points),
        states=_states(attributes),
    )


def _states(attributes: Mapping[str, str]) -> dict[str, bool]:
    """SMILE's six attributes; those annotated as not to be seen are left out."""
    states = {
        name: any(attributes[column] == "1" for column in columns)
        for name, columns in _COLUMNS.items()
        if all(attributes[column] != "-1" for column in columns)
    }
    if attributes["hair_amount"] != "-1":
        states["hair"] = attributes["hair_amount"] == "2"
    return states
