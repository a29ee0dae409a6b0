"""Whether two pictures show the same person, by dlib's CC0 face descriptor where its packages are installed.

`dlib-bin` and `face_recognition_models`; they judge and are part of nothing that ships.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.opencv import cv2

_FILE = Path("models") / "dlib_face_recognition_resnet_model_v1.dat"
_CHIP = 150
_EYES_IN_CROP = ((96.0, 121.5), (160.0, 121.5))
_EYES_IN_CHIP = ((47.7, 47.1), (100.3, 47.1))
"""Middles of the eyes in dlib's mean face of five points, with a quarter of padding."""

Distance = Callable[[NDArray[np.uint8], NDArray[np.uint8]], float]


def open_likeness() -> Distance | None:
    """Distance of descriptors of two aligned crops `(256, 256, 3)`; None where a package is missing.

    dlib takes less than 0.6 for the same person. The crop's alignment is used, no face is looked for.
    """
    package = importlib.util.find_spec("face_recognition_models")
    if package is None or package.origin is None or importlib.util.find_spec("dlib") is None:
        return None
    dlib: Any = importlib.import_module("dlib")
    model = dlib.face_recognition_model_v1(str(Path(package.origin).parent / _FILE))

    def descriptor(crop: NDArray[np.uint8]) -> NDArray[np.float64]:
        return np.array(model.compute_face_descriptor(chip_of(crop)))

    return lambda first, second: float(np.linalg.norm(descriptor(first) - descriptor(second)))


def chip_of(crop: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The crop `(256, 256, 3)` as dlib's network is used to it, `(150, 150, 3)`."""
    (x0, y0), (x1, _) = _EYES_IN_CROP
    (u0, v0), (u1, _) = _EYES_IN_CHIP
    scale = (u1 - u0) / (x1 - x0)
    matrix = np.array([[scale, 0, u0 - scale * x0], [0, scale, v0 - scale * y0]])
    return np.asarray(cv2.warpAffine(crop, matrix, (_CHIP, _CHIP), flags=cv2.INTER_AREA), np.uint8)
