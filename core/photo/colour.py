"""Between the file's colour space and sRGB, which is what the networks see."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Literal, cast

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms

from core.photo.photo import Photo, Pixels

_FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION
_INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
_SAME_WITHIN = 1  # levels of 255: profiles that differ by less are the same for an 8-bit network


def to_srgb(photo: Photo, pixels: Pixels) -> NDArray[np.uint8]:
    """Pixels (H, W, 3) of the photo's colour space and depth as sRGB uint8."""
    shallow = to_eight_bits(pixels)
    if photo.icc is None or _is_srgb(photo.icc):
        return shallow
    return _convert(shallow, _transform(photo.icc, True), profile_space(photo.icc), "RGB")


def from_srgb(photo: Photo, pixels: NDArray[Any]) -> NDArray[np.float32]:
    """sRGB (H, W, 3), uint8 or float 0..255, as float32 in the photo's colour space and depth range.

    Not rounded. With a profile the colour engine works in 8 bits; what the input had beyond them is added
    to its result, so that smooth changes stay smooth. Colours outside the profile's gamut are clipped.
    """
    values = np.asarray(pixels, np.float32)
    if photo.icc is not None and not _is_srgb(photo.icc):
        whole = np.clip(np.rint(values), 0, 255).astype(np.uint8)
        rest = np.clip(values - whole, -0.5, 0.5)
        space = profile_space(photo.icc)
        values = _convert(whole, _transform(photo.icc, False), "RGB", space) + rest
        if space == "L":
            values = np.repeat(values.mean(2, keepdims=True), 3, 2)
        values = np.clip(values, 0, 255)
    return values * np.float32(photo.depth_max / 255)


def to_eight_bits(pixels: Pixels) -> NDArray[np.uint8]:
    """uint16 scaled to uint8 with rounding; uint8 as it is."""
    if pixels.dtype == np.uint8:
        return pixels.astype(np.uint8, copy=False)
    return ((pixels.astype(np.uint32) + 128) // 257).astype(np.uint8)


def profile_space(icc: bytes) -> str:
    """Pillow's mode for pictures in the profile's colour space; "" when the profile is unusable."""
    try:
        opened = cast(Any, ImageCms.ImageCmsProfile(io.BytesIO(icc)))
    except (OSError, TypeError, ImageCms.PyCMSError):
        return ""
    space = str(opened.profile.xcolor_space).strip()
    return {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK", "Lab": "LAB"}.get(space, "")


def picture_to_srgb(image: Image.Image, icc: bytes) -> Image.Image | None:
    """A whole picture (CMYK, Lab) as sRGB "RGB"; None when the profile does not fit it."""
    if profile_space(icc) != image.mode:
        return None
    return ImageCms.applyTransform(image, _transform(icc, True))


def lab_to_srgb(image: Image.Image) -> Image.Image:
    """A "LAB" picture (D50) as sRGB "RGB"."""
    transform = ImageCms.buildTransform(_standard("LAB"), _standard("sRGB"), "LAB", "RGB", _INTENT, _FLAGS)
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None
    return converted


@lru_cache(maxsize=2)
def _standard(space: Literal["sRGB", "LAB"]) -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(cast(Any, ImageCms).createProfile(space))


@lru_cache(maxsize=16)
def _transform(icc: bytes, towards_srgb: bool) -> ImageCms.ImageCmsTransform:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(icc))
    mode = profile_space(icc)
    if towards_srgb:
        return ImageCms.buildTransform(profile, _standard("sRGB"), mode, "RGB", _INTENT, _FLAGS)
    return ImageCms.buildTransform(_standard("sRGB"), profile, "RGB", mode, _INTENT, _FLAGS)


@lru_cache(maxsize=16)
def _is_srgb(icc: bytes) -> bool:
    """Whether a grid of colours comes through the profile as it went in: names of profiles lie."""
    if profile_space(icc) != "RGB":
        return False
    steps = np.linspace(0, 255, 9).astype(np.uint8)
    grid = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(27, 27, 3)
    seen = _convert(grid, _transform(icc, True), "RGB", "RGB")
    return int(np.abs(seen.astype(np.int16) - grid).max()) <= _SAME_WITHIN


def _convert(
    pixels: NDArray[np.uint8], transform: ImageCms.ImageCmsTransform, mode_in: str, mode_out: str
) -> NDArray[np.uint8]:
    """Apply to (H, W, 3); a grey side is channel 0 going in, and repeated coming out."""
    picture = Image.fromarray(np.ascontiguousarray(pixels[..., 0] if mode_in == "L" else pixels))
    result = ImageCms.applyTransform(picture, transform)
    assert result is not None
    array = np.asarray(result, np.uint8)
    return np.repeat(array[..., None], 3, 2) if mode_out == "L" else array
