"""A face to move: the mean of many, which is alike on both sides, seen from anywhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import load_file

from core.face import FaceMesh, FacePoints
from core.face.mesh import bundled_correction
from core.methods.shape.parts import about_x, about_y
from core.packs import Pack
from core.render.device import DeviceChoice
from core.render.engine import Engine
from core.render.reader import FaceReader

Points = NDArray[np.float64]
MEAN = load_file(Path(__file__).parents[3] / "data" / "mean_head.safetensors")["points"].astype(np.float64)
"""(478, 3), in the head's frame."""
MIRROR = bundled_correction().mirror
SCALE = 1.0


def mesh_seen(yaw: float = 0.0, pitch: float = 0.0) -> Points:
    """The head in a crop (478, 3), turned by degrees."""
    return SCALE * MEAN @ (about_x(pitch) @ about_y(yaw)).T + [128.0, 122.0, 0.0]


def mesh_engine(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """An engine that reads the mean head's mesh where it finds a drawn face."""

    def read(_: FaceReader, rgb: NDArray[np.uint8], points: FacePoints) -> FaceMesh:
        mesh, place = mesh_seen(), points.array()
        scale = float(np.linalg.norm(place[1] - place[0])) / 64
        flat = (mesh[:, :2] - [128.0, 121.5]) * scale + place[:2].mean(0)
        mesh = np.column_stack([flat, mesh[:, 2] * scale])
        return FaceMesh(mesh[:468], 0.99, mesh[468:, :2])

    monkeypatch.setattr(FaceReader, "read_mesh", read)
    return Engine(pack, DeviceChoice("cpu"))
