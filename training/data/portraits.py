"""The portraits on disk: pictures, label maps, visible attributes, face meshes."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2


@dataclass(frozen=True)
class PortraitEntry:
    """One portrait's row of the tables: who, which split, what is visible, from which collection."""

    id: str
    split: str
    person: str
    attributes: Mapping[str, str]
    tier: str = ""

    def wears(self, *names: str) -> bool:
        """Whether any of these attributes was annotated as present."""
        return any(self.attributes[name] == "1" for name in names)


class Portraits:
    """A portraits folder: `images/`, `labels/`, `attributes.csv`, `manifest.csv`, `mesh.npz`."""

    has_meshes = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        attributes = {row["id"]: row for row in _read_csv(folder / "attributes.csv")}
        self.rows = _read_csv(folder / "manifest.csv")
        self.entries: Sequence[PortraitEntry] = tuple(
            PortraitEntry(row["id"], row["split"], row["person"], attributes[row["id"]], row.get("tier", ""))
            for row in self.rows
        )
        with np.load(folder / "mesh.npz") as stored:
            points = stored["points"].astype(np.float32)
            if "iris" in stored:
                points = np.concatenate([points, stored["iris"].astype(np.float32)], axis=1)
            self._meshes = dict(zip(stored["ids"].tolist(), points, strict=True))

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        """RGB `(256, 256, 3)`."""
        bgr = _read_picture(self.folder / "images" / f"{portrait_id}.jpg")
        return np.ascontiguousarray(bgr[..., ::-1])

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        """Label ids `(256, 256)`, 255 where unknown."""
        return _read_picture(self.folder / "labels" / f"{portrait_id}.png", cv2.IMREAD_UNCHANGED)

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        """Face mesh `(478, 3)`: x, y in crop pixels, z relative, smaller = nearer."""
        return self._meshes[portrait_id]


def _read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _read_picture(path: Path, flags: int = cv2.IMREAD_COLOR) -> NDArray[np.uint8]:
    picture = cv2.imdecode(np.fromfile(path, np.uint8), flags)
    if picture is None:
        raise ValueError(f"{path} is not a readable picture.")
    return np.asarray(picture, np.uint8)
