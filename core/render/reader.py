"""Reading faces with a pack's analysis networks, arrays in and out."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray

from core.face import Detection, FaceFinder, FaceMesh, FacePoints, MeshReader, square_of_five
from core.labels import NUM_LABELS, best_label
from core.packs import Pack
from core.render.runtime import Runtime, as_array

ROLES = frozenset({"parser"})
_PRESENT, _SAME = 0.5, 0.5
"""A mesh of less presence, or whose points lie farther than this share of the eyes' distance from those that
were asked for, is not that face's."""


class FaceReader:
    """Finds faces, reads their meshes and parses crops. Raises `PackError` when a network cannot be built,
    `DeviceError` when there is no memory left."""

    def __init__(self, runtime: Runtime, pack: Pack) -> None:
        self.runtime = runtime
        self.pack = pack

    def parse(self, crop: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
        """Crop (256, 256, 3) -> label map (256, 256) and opacity of accessories (256, 256) in 0..1.

        A parser that tells no opacity, as an imported one, leaves that to the parser of the pack's fallback.
        """

        def work() -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
            x = self.runtime.rgb(crop)
            logits = self.runtime.network(self.pack, "parser")(x)[0]
            tells = logits if len(logits) > NUM_LABELS else self._opacity(x)
            opacity = torch.sigmoid(tells[NUM_LABELS]).cpu().numpy()
            return best_label(as_array(logits[:NUM_LABELS])), opacity

        return self.runtime.run(work)

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
