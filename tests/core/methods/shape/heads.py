"""A face to move: the mean of many, which is alike on both sides, seen from anywhere."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file

from core.face.mesh import bundled_correction
from core.methods.shape.parts import about_x, about_y

Points = NDArray[np.float64]
MEAN = load_file(Path(__file__).parents[3] / "data" / "mean_head.safetensors")["points"].astype(np.float64)
"""(478, 3), in the head's frame."""
MIRROR = bundled_correction().mirror
SCALE = 1.0


def mesh_seen(yaw: float = 0.0, pitch: float = 0.0) -> Points:
    """The head in a crop (478, 3), turned by degrees."""
    return SCALE * MEAN @ (about_x(pitch) @ about_y(yaw)).T + [128.0, 122.0, 0.0]
