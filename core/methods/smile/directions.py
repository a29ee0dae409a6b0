"""Named directions: how the styles of faces that show something differ from those of faces that do not.

A linear step in style space, region by region, as InterFaceGAN (Shen et al. 2020) takes it in a generator's
latent space. A pack brings them as plain tensors (role `directions`) and says in its descriptor what they
are called.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.labels import Label

Array = NDArray[np.float32]

CENTRE = "centre"
STEP, READING, LEVEL = "step.", "reading.", "level."
"""Names in the tensor file: one centre (19, D), and for each direction a step and a reading (19, D) and a
level ()."""


@dataclass(frozen=True, eq=False)
class StyleDirection:
    """`step` (19, D) is what one whole way adds to the codes; regions that it leaves alone have zeros.

    `reading` (19, D), `level` and `centre` (19, D) tell from a face's codes how far along it is already.
    """

    step: Array
    reading: Array
    level: float
    centre: Array

    @property
    def labels(self) -> frozenset[Label]:
        """The regions that it changes."""
        return frozenset(Label(i) for i in np.flatnonzero(np.abs(self.step).max(axis=1) > 0))

    def state(self, codes: Array, valid: NDArray[np.bool_]) -> float:
        """From 0, not at all, to 1, wholly, by the codes (19, D) of the regions that are `valid` (19,)."""
        seen = np.where(valid[:, None], codes - self.centre, 0)
        return float(np.clip(self.level + (seen * self.reading).sum(), 0, 1))


def read_directions(tensors: Mapping[str, Array]) -> dict[str, StyleDirection]:
    """The directions in a tensor file, by name."""
    names = [key.removeprefix(STEP) for key in tensors if key.startswith(STEP)]
    return {
        name: StyleDirection(
            tensors[STEP + name], tensors[READING + name], float(tensors[LEVEL + name]), tensors[CENTRE]
        )
        for name in names
    }
