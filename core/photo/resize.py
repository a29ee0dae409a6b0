"""Photos made smaller for saving."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from core.photo.metadata import with_size
from core.photo.photo import Photo, Pixels

_FILTER = Image.Resampling.LANCZOS


def fitted(photo: Photo, longest_side: int | None) -> Photo:
    """The photo with at most that many pixels along its longest side, at its own depth; never enlarged."""
    longest = max(photo.width, photo.height)
    if longest_side is None or longest <= longest_side:
        return photo
    width = max(1, round(photo.width * longest_side / longest))
    height = max(1, round(photo.height * longest_side / longest))
    pixels, alpha = _resized(photo, (width, height))
    return replace(photo, pixels=pixels, alpha=alpha, exif=with_size(photo.exif, width, height))


def _resized(photo: Photo, size: tuple[int, int]) -> tuple[Pixels, Pixels | None]:
    if photo.alpha is None and photo.pixels.dtype == np.uint8:
        return np.asarray(Image.fromarray(photo.pixels).resize(size, _FILTER), np.uint8), None
    if photo.alpha is None:
        return _rounded(_each_channel(photo.pixels, size), photo), None
    cover = photo.alpha.astype(np.float32) / photo.depth_max
    alpha = _each_channel(photo.alpha[..., None], size)
    # by cover, or colours that nobody sees would bleed over the edges
    seen = _each_channel(photo.pixels * cover[..., None], size)
    share = alpha / photo.depth_max
    plain = _each_channel(photo.pixels, size)
    pixels = np.where(share > 1 / 1024, seen / np.maximum(share, 1 / 1024), plain)
    return _rounded(pixels, photo), _rounded(alpha, photo)[..., 0]


def _each_channel(samples: NDArray[Any], size: tuple[int, int]) -> NDArray[np.float32]:
    """(H, W, C) resized as float32: Pillow has no colour pictures of more than 8 bits."""
    channels = [Image.fromarray(samples[..., c].astype(np.float32)) for c in range(samples.shape[2])]
    return np.stack([np.asarray(channel.resize(size, _FILTER), np.float32) for channel in channels], axis=2)


def _rounded(values: NDArray[np.float32], photo: Photo) -> Pixels:
    return np.clip(np.rint(values), 0, photo.depth_max).astype(photo.pixels.dtype)
