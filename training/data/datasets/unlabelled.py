"""Portraits without label maps: a pack parses them, and what lies outside the source picture is unknown."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.labels import IGNORE
from core.opencv import cv2
from training.data.datasets.parsing import Parsing
from training.data.portraits import Portraits

_CORNERS, _SIDE = 4, 256


class UnlabelledPortraits(Portraits):
    """A portraits folder without `labels/`.

    Where its manifest says which part of a crop its source picture covered (`src0_x` ... `src3_y`), the rest,
    which was filled by reflection, gets no label.
    """

    def __init__(self, folder: Path, parsing: Parsing) -> None:
        super().__init__(folder)
        self._parsing = parsing
        self._covered = {row["id"]: _corners(row) for row in self.rows if "src0_x" in row}

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        label_map = self._parsing.networks.parse(self.image(portrait_id))[0]
        return np.where(self.covered(portrait_id), label_map, np.uint8(IGNORE))

    def covered(self, portrait_id: str) -> NDArray[np.bool_]:
        """Which pixels of a crop `(256, 256)` its source picture gave."""
        if portrait_id not in self._covered:
            return np.ones((_SIDE, _SIDE), np.bool_)
        covered = np.zeros((_SIDE, _SIDE), np.uint8)
        cv2.fillConvexPoly(covered, self._covered[portrait_id], (1,))
        return covered > 0


def _corners(row: dict[str, str]) -> NDArray[np.int32]:
    corners = [[float(row[f"src{i}_{axis}"]) for axis in "xy"] for i in range(_CORNERS)]
    return np.round(corners).astype(np.int32)
