"""Pictures for the screen: a photo as a pyramid of QImages, made on a worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from PySide6.QtGui import QImage

_SMALLEST = 256


@dataclass(frozen=True, eq=False)
class Picture:
    """A picture at (x, y) of the photo; `levels[k]` is 2**k times smaller than the photo's own pixels."""

    levels: tuple[QImage, ...]
    width: int
    height: int
    x: int = 0
    y: int = 0

    def level_for(self, scale: float) -> int:
        """The level to draw at `scale` screen pixels a photo pixel: never enlarged, at most halved."""
        level = 0
        while level + 1 < len(self.levels) and scale * 2 ** (level + 1) <= 1.0:
            level += 1
        return level


def picture_of(rgb: NDArray[np.uint8], alpha: NDArray[Any] | None = None, x: int = 0, y: int = 0) -> Picture:
    """A picture of uint8 RGB (H, W, 3) with an optional alpha (H, W) of 8 or 16 bits."""
    height, width = rgb.shape[:2]
    image = _image_of(rgb, alpha)
    levels = [qimage_of(image)]
    while min(image.size) >= 2 * _SMALLEST:
        image = image.reduce(2)
        levels.append(qimage_of(image))
    return Picture(tuple(levels), width, height, x, y)


def whole_image(rgb: NDArray[np.uint8], alpha: NDArray[Any] | None = None) -> QImage:
    """One QImage of uint8 RGB (H, W, 3) with an optional alpha (H, W) of 8 or 16 bits."""
    return qimage_of(_image_of(rgb, alpha))


def _image_of(rgb: NDArray[np.uint8], alpha: NDArray[Any] | None) -> Image.Image:
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if alpha is not None:
        depth = alpha if alpha.dtype == np.uint8 else (alpha >> 8).astype(np.uint8)
        image.putalpha(Image.fromarray(np.ascontiguousarray(depth)))
    return image


def qimage_of(image: Image.Image) -> QImage:
    """A QImage of its own memory, in a format that the raster engine draws fast."""
    if image.mode == "RGBA":
        data = image.tobytes()
        raw = QImage(data, image.width, image.height, 4 * image.width, QImage.Format.Format_RGBA8888)
        return raw.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    data = image.convert("RGB").tobytes()
    raw = QImage(data, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888)
    return raw.convertToFormat(QImage.Format.Format_RGB32)


def array_image(rgb: NDArray[np.uint8]) -> QImage:
    """A QImage of uint8 RGB (H, W, 3), of its own memory."""
    height, width = rgb.shape[:2]
    data = np.ascontiguousarray(rgb).tobytes()
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def cut_out_image(rgb: NDArray[np.uint8], area: NDArray[np.bool_]) -> QImage:
    """A QImage of uint8 RGB (H, W, 3) that is clear outside the area, of its own memory."""
    height, width = area.shape
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[..., 2::-1] = rgb * area[..., None]
    pixels[..., 3] = area * np.uint8(255)
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def blended_image(rgb: NDArray[np.uint8], alpha: NDArray[np.float32]) -> QImage:
    """A premultiplied QImage of uint8 RGB (H, W, 3) with alpha float (H, W) in 0..1, of its own memory."""
    height, width = rgb.shape[:2]
    pixels = np.empty((height, width, 4), np.uint8)
    cover = np.clip(alpha, 0.0, 1.0)[..., None]
    pixels[..., 2::-1] = np.rint(rgb * cover)  # memory order of ARGB32 on little-endian machines: B, G, R, A
    pixels[..., 3:] = np.rint(cover * 255.0)
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()
