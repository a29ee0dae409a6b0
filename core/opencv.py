"""The one door to OpenCV: `from core.opencv import cv2` (ruff bans a plain `import cv2`).

The wheel carries a Qt 5 of its own, and importing it points Qt's plug-in and font variables there. PySide6
does not mind, but programs that the editor starts (file managers, browsers) inherit them and break:
https://github.com/opencv/opencv-python/issues/1215
"""

from __future__ import annotations

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")

_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

import cv2  # noqa: E402, TID251

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

__all__ = ["cv2"]
