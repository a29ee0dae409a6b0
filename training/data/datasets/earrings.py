"""Earrings that label maps overlook, put into them by a pack's parser."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.labels import Label
from training.data.datasets.parsing import Parsing
from training.data.datasets.reader import DataSet
from training.data.portraits import PortraitEntry

FEWEST_PIXELS = 10
"""What the parser finds fewer of is no earring."""


class WithFoundEarrings:
    """A data set whose label maps show the earrings that a pack finds on people annotated as wearing some.

    Where the label map shows some already, or the annotation knows of none, it stays as it is.
    """

    def __init__(self, data: DataSet, parsing: Parsing) -> None:
        self._data, self._parsing = data, parsing
        self.entries: Sequence[PortraitEntry] = data.entries
        self.has_meshes = data.has_meshes
        self._wearers = frozenset(entry.id for entry in data.entries if entry.wears("earrings"))

    def image(self, portrait_id: str) -> NDArray[np.uint8]:
        return self._data.image(portrait_id)

    def mesh(self, portrait_id: str) -> NDArray[np.float32]:
        return self._data.mesh(portrait_id)

    def label_map(self, portrait_id: str) -> NDArray[np.uint8]:
        """Label ids `(256, 256)`, 255 where unknown. Raises `PackError` when there is no such pack."""
        label_map = self._data.label_map(portrait_id)
        if portrait_id not in self._wearers or (label_map == Label.EAR_R).any():
            return label_map
        found = self._parsing.networks.parse(self.image(portrait_id))[0] == Label.EAR_R
        if np.count_nonzero(found) < FEWEST_PIXELS:
            return label_map
        return np.where(found & (label_map != 255), np.uint8(Label.EAR_R), label_map)
