"""The head's frame: a face mesh as it would be upright and straight ahead, in about millimetres."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.pose import fit_similarity

Points = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Head:
    """A mesh taken apart into the person's own geometry and how it is seen.

    `points` (468, 3) and `iris` (10, 3) are in the head's frame, about millimetres (x to the right of the
    picture, y down, z away from the viewer, 0 between the pupils of the mean face); scale * rotation @ p +
    offset is where a picture shows them.
    """

    points: Points
    iris: Points
    rotation: Points
    scale: float
    offset: Points

    @staticmethod
    def of(mesh: Points) -> Head:
        """From a mesh (478, 3) with irises, in any pixels. Raises `ValueError` as `fit_similarity`."""
        rotation, scale, offset = fit_similarity(mesh)
        own = (mesh - offset) @ rotation / scale
        return Head(own[:-10], own[-10:], rotation, scale, offset)

    def seen(self, points: Points) -> Points:
        """Points (N, 3) of the head's frame as the picture shows them (N, 2)."""
        return np.asarray((self.scale * points @ self.rotation.T + self.offset)[:, :2], np.float64)

    def seen_steps(self, steps: Points) -> Points:
        """Steps (N, 3) in the head's frame as steps in the picture (N, 2)."""
        return np.asarray((self.scale * steps @ self.rotation.T)[:, :2], np.float64)
