"""Reading faces with a pack's analysis networks, arrays in and out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray

from core.face import Detection, FaceFinder, FaceMesh, FacePoints, MeshReader, square_of_five
from core.labels import NUM_LABELS, Label, best_label
from core.packs import Pack
from core.render.runtime import Runtime, as_array

ROLES = frozenset({"parser"})
_PRESENT, _SAME = 0.5, 0.5
"""A mesh of less presence, or whose points lie farther than this share of the eyes' distance from those that
were asked for, is not that face's."""
_PARTS: Mapping[str, tuple[Label, ...]] = {
    "face": (Label.SKIN, Label.NOSE, Label.L_EYE, Label.R_EYE, Label.L_BROW, Label.R_BROW, Label.MOUTH,
             Label.U_LIP, Label.L_LIP),
    "hair": (Label.HAIR,),
}  # fmt: skip
_ENOUGH = 300
"""Pixels of a part from which on its mean says anything."""


class Parsed(NamedTuple):
    """What the parser makes of a crop: labels (256, 256), how much of a pixel is an accessory in front of the
    face (256, 256) in 0..1, and the parts that it is not sure of."""

    label_map: NDArray[np.uint8]
    opacity: NDArray[np.float32]
    unclear: frozenset[str]


def mean_certainty(label_map: NDArray[np.uint8], certainty: NDArray[np.float32]) -> Mapping[str, float]:
    """How sure the parser is, 0..1 in the mean, of each part that a crop shows enough of."""
    within = {part: certainty[np.isin(label_map, labels)] for part, labels in _PARTS.items()}
    return {part: float(values.mean()) for part, values in within.items() if values.size > _ENOUGH}


def unclear_parts(
    label_map: NDArray[np.uint8], certainty: NDArray[np.float32], least: Mapping[str, float]
) -> frozenset[str]:
    """Of the parts of `least` those whose mean certainty, 0..1, is lower, as far as a crop shows them."""
    found = mean_certainty(label_map, certainty)
    return frozenset(part for part, value in found.items() if part in least and value < least[part])


class FaceReader:
    """Finds faces, reads their meshes and parses crops. Raises `PackError` when a network cannot be built,
    `DeviceError` when there is no memory left."""

    def __init__(self, runtime: Runtime, pack: Pack) -> None:
        self.runtime = runtime
        self.pack = pack

    def parse(self, crop: NDArray[np.uint8]) -> Parsed:
        """What the parser makes of a crop (256, 256, 3).

        A parser that tells no opacity, as an imported one, leaves that to the parser of the pack's fallback.
        """

        def work() -> Parsed:
            x = self.runtime.rgb(crop)
            logits = self.runtime.network(self.pack, "parser")(x)[0]
            tells = logits if len(logits) > NUM_LABELS else self._opacity(x)
            opacity = torch.sigmoid(tells[NUM_LABELS]).cpu().numpy()
            labels = logits[:NUM_LABELS].float()
            label_map, certainty = best_label(as_array(labels)), as_array(torch.softmax(labels, 0).amax(0))
            return Parsed(label_map, opacity, unclear_parts(label_map, certainty, self._least_certain))

        return self.runtime.run(work)

    @property
    def _least_certain(self) -> Mapping[str, float]:
        """Of the pack that brings the parser: another's certainty means something else."""
        return self.pack.lender("parser").descriptor.certain

    def _opacity(self, x: torch.Tensor) -> torch.Tensor:
        lender = self.pack.fallback or self.pack
        logits: torch.Tensor = self.runtime.network(lender, "parser")(x)[0]
        return logits

    def find_faces(self, rgb: NDArray[np.uint8]) -> list[Detection]:
        """Faces of a picture (H, W, 3), best first, roughly: `read_mesh` knows better where their parts are.

        On the CPU whatever the choice: the networks are small, and OpenCV's.
        """
        return [Detection(FacePoints.of_mesh(each.points), each.presence) for each in self._finder.find(rgb)]

    def read_mesh(self, rgb: NDArray[np.uint8], points: FacePoints) -> FaceMesh | None:
        """The mesh of the face with about these points, in pixels of the picture (H, W, 3); None where there
        is no face, or another one."""
        mesh = self._meshes.read(rgb, square_of_five(points.array()))
        if mesh.presence < _PRESENT:
            return None
        away = np.linalg.norm(FacePoints.of_mesh(mesh.points).array() - points.array(), axis=1).mean()
        return mesh if away < _SAME * points.size else None

    @cached_property
    def _meshes(self) -> MeshReader:
        return MeshReader()

    @cached_property
    def _finder(self) -> FaceFinder:
        return FaceFinder(self._meshes)
