"""Directions that annotated meshes taught: training/face_shape.py."""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import PackError

FITTED = Path(__file__).resolve().parents[3] / "resources" / "faces" / "shape.safetensors"
SMILE = "smile"


@functools.cache
def fitted(name: str) -> NDArray[np.float64]:
    """What it adds to each point of a mesh in the head's frame (468, 3), millimetres.

    Raises `PackError` where the file that ships with the program is missing or damaged.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        return load(FITTED.read_bytes())[name].astype(np.float64)
    except (OSError, KeyError, SafetensorError) as error:
        raise PackError(f"“{FITTED}”, a part of the program, is missing or damaged.") from error
