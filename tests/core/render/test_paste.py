from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.face import transform_scale
from core.labels import Label
from core.methods.smile.compose import Patch
from core.photo import Photo, photo_from_array
from core.render.paste import Box, paste
from tests.core.placed import Placed

CROP = 256


def placement(x: float, y: float, scale: float, degrees: float, seed: int = 0) -> Placed:
    """A crop centred at (x, y) of the photo with a round patch of every layer in its middle."""
    angle = np.radians(degrees)
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    transform = np.column_stack([turn, np.array([x, y]) - turn @ (CROP / 2, CROP / 2)])
    rows, columns = np.mgrid[0:CROP, 0:CROP]
    radius = np.hypot(rows - 127.5, columns - 127.5)
    touched = np.clip((70 - radius) / 8, 0, 1).astype(np.float32)
    core = np.clip((40 - radius) / 4, 0, 1).astype(np.float32)
    patch = Patch(
        difference=(touched[..., None] * np.array([20, -30, 10], np.float32)).astype(np.float32),
        replaced=core,
        alpha=core * np.float32(0.3),
        colour=(core[..., None] * np.array([10, 20, 30], np.float32)).astype(np.float32),
        touched=touched,
    )
    crop = np.random.default_rng(seed).integers(60, 190, (CROP, CROP, 3), np.uint8)
    return Placed(patch, transform, crop, np.full((CROP, CROP), Label.SKIN, np.uint8))


def noise_photo(width: int, height: int, dtype: type[np.uint8] | type[np.uint16]) -> Photo:
    rng = np.random.default_rng(1)
    return photo_from_array(rng.integers(0, np.iinfo(dtype).max, (height, width, 3), dtype, endpoint=True))


def crop_radius(where: Placed, width: int, height: int) -> np.ndarray:
    """Distance of every photo pixel from the middle of the crop, in crop pixels."""
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    centre = where.transform @ (CROP / 2, CROP / 2, 1)
    return np.hypot(columns - centre[0], rows - centre[1]) / transform_scale(where.transform)


@given(
    x=st.floats(-60, 360),
    y=st.floats(-60, 260),
    scale=st.floats(0.15, 2.5),
    degrees=st.floats(-180, 180),
    dtype=st.sampled_from([np.uint8, np.uint16]),
)
def test_pixels_outside_the_feather_are_bit_identical(
    x: float, y: float, scale: float, degrees: float, dtype: type[np.uint8] | type[np.uint16]
):
    photo = noise_photo(300, 200, dtype)
    where = placement(x, y, scale, degrees)
    pixels = photo.pixels.copy()
    where.paste(photo, pixels)
    assert pixels.dtype == dtype
    far = crop_radius(where, 300, 200) > 70 + 2
    assert np.array_equal(pixels[far], photo.pixels[far])


def test_an_empty_patch_and_a_face_outside_the_photo_change_nothing():
    photo = noise_photo(50, 40, np.uint8)
    pixels = photo.pixels.copy()
    far = placement(5000, 5000, 1, 0)
    far.paste(photo, pixels)
    Placed(Patch.empty(CROP), far.transform, far.crop, far.label_map).paste(photo, pixels)
    paste(photo, pixels, ())
    assert np.array_equal(pixels, photo.pixels)


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_at_crop_scale_the_layers_are_applied_as_they_are(dtype: type[np.uint8] | type[np.uint16]):
    where = placement(128, 128, 1, 0)
    factor = 1 if dtype is np.uint8 else 257
    photo = photo_from_array((where.crop.astype(dtype) * factor).astype(dtype))
    pixels = photo.pixels.copy()
    where.paste(photo, pixels)
    patch = where.patch
    wanted = (1 - patch.alpha[..., None]) * (where.crop + patch.difference) + patch.colour
    assert np.abs(pixels / factor - np.clip(wanted, 0, 255)).max() <= 0.51


def test_sixteen_bits_keep_what_eight_cannot_hold():
    """A smooth ramp finer than 8 bits stays as fine where only a constant is added."""
    ramp = np.linspace(20000, 21000, 256).astype(np.uint16)
    photo = photo_from_array(np.repeat(np.repeat(ramp[None, :, None], 256, 0), 3, 2))
    where = placement(128, 128, 1, 0)
    flat = np.zeros((CROP, CROP), np.float32)
    only = Patch(
        where.patch.difference, flat, flat, np.zeros_like(where.patch.difference), where.patch.touched
    )
    pixels = photo.pixels.copy()
    Placed(only, where.transform, where.crop, where.label_map).paste(photo, pixels)
    middle = pixels[128, 100:156, 0].astype(int) - photo.pixels[128, 100:156, 0]
    assert np.all(np.abs(middle - 20 * 257) <= 1)


def test_replaced_pixels_lose_the_photos_own_detail_but_keep_its_grain():
    """Enlarged four times: a hard line under the replaced area goes, weak noise stays."""
    rng = np.random.default_rng(0)
    size = 1024
    picture = 128 + rng.normal(0, 2, (size, size, 3))
    picture[510:514, 450:570] = 0
    photo = photo_from_array(np.clip(np.rint(picture), 0, 255).astype(np.uint8))
    where = placement(size / 2, size / 2, 4, 0)
    flat = np.zeros((CROP, CROP), np.float32)
    plain = np.full((CROP, CROP, 3), 128, np.uint8)
    patch = Patch(
        np.zeros_like(where.patch.difference),
        where.patch.replaced,
        flat,
        np.zeros((CROP, CROP, 3), np.float32),
        where.patch.touched,
    )
    pixels = photo.pixels.copy()
    Placed(patch, where.transform, plain, where.label_map).paste(photo, pixels)
    assert np.abs(pixels[510:514, 460:560].astype(int) - 128).max() <= 3  # twice its spread
    assert 1.2 < pixels[450:500, 450:570].astype(float).std() < 2.5


@pytest.mark.parametrize(("width", "height"), [(6000, 4000), (1000, 2600), (3, 2), (1_200_000, 2)])
def test_strips_cover_a_box_and_hold_a_million_pixels_at_most_or_one_row(width: int, height: int):
    """A photo of 24 megapixels is worked on in float32 a little at a time."""
    strips = list(Box(5, 7, 5 + width, 7 + height).strips())
    assert [strip.top for strip in strips] == [7, *(strip.bottom for strip in strips[:-1])]
    assert strips[-1].bottom == 7 + height
    assert all((strip.left, strip.right) == (5, 5 + width) for strip in strips)
    assert all(strip.size[0] * strip.size[1] <= 1_000_000 or strip.size[1] == 1 for strip in strips)
