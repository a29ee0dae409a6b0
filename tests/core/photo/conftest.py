"""Small pictures made on the spot."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

Maker = Callable[..., bytes]


def file_bytes(picture: Image.Image | NDArray[np.uint8], form: str = "PNG", **options: object) -> bytes:
    """The bytes that Pillow writes for a picture."""
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()


@pytest.fixture
def pixels() -> NDArray[np.uint8]:
    """(12, 20, 3): no two pixels are alike, so that any turn shows."""
    rng = np.random.default_rng(7)
    return rng.permutation(12 * 20 * 3).reshape(12, 20, 3).astype(np.uint8)


@pytest.fixture
def smooth() -> NDArray[np.uint8]:
    """(48, 64, 3): gradients, which lossy formats keep."""
    y, x = np.mgrid[0:48, 0:64]
    return np.stack([x * 4, y * 5, 255 - x * 2 - y], -1).astype(np.uint8)


@pytest.fixture
def wide_icc() -> bytes:
    """An RGB profile that is far from sRGB: its red and green are swapped with the help of no file at all."""
    return wide_profile()


def wide_profile() -> bytes:
    """sRGB's own profile with the red and the green primaries exchanged, a valid matrix profile."""
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    count = int.from_bytes(raw[128:132], "big")
    places = {bytes(raw[132 + 12 * i : 136 + 12 * i]): 132 + 12 * i for i in range(count)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    raw[red : red + 4], raw[green : green + 4] = raw[green : green + 4], raw[red : red + 4]
    return bytes(raw)
