from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageCms

from core.errors import PhotoError
from core.photo import Photo, from_srgb, load_photo, photo_from_array, to_srgb
from core.photo.colour import lab_to_srgb
from tests.core.photo.conftest import file_bytes

Array = NDArray[np.uint8]


def test_no_profile_is_srgb(smooth: Array):
    photo = photo_from_array(smooth)
    np.testing.assert_array_equal(to_srgb(photo, smooth), smooth)
    np.testing.assert_array_equal(from_srgb(photo, smooth), smooth.astype(np.float32))


def test_srgb_profile_changes_nothing(smooth: Array):
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    photo = Photo(smooth, icc=icc)
    np.testing.assert_array_equal(to_srgb(photo, smooth), smooth)
    fine = smooth + np.float32(0.25)
    np.testing.assert_array_equal(from_srgb(photo, fine), fine)


def test_profile_is_applied_and_undone(smooth: Array, wide_icc: bytes):
    """The profile has red and green exchanged, so that exchange is what must come out."""
    photo = Photo(smooth, icc=wide_icc)
    seen = to_srgb(photo, smooth)
    assert np.abs(seen.astype(int) - smooth[..., [1, 0, 2]]).max() <= 2
    assert np.abs(from_srgb(photo, seen) - smooth).max() <= 2


def test_sixteen_bits_are_scaled(wide_icc: bytes):
    deep = np.full((2, 2, 3), 65535, np.uint16)
    for icc in (None, wide_icc):
        photo = Photo(deep, icc=icc)
        assert to_srgb(photo, deep).tolist() == np.full((2, 2, 3), 255).tolist()
        back = from_srgb(photo, np.full((2, 2, 3), 255, np.uint8))
        assert back.dtype == np.float32
        np.testing.assert_allclose(back, 65535, atol=1)


def test_parts_of_levels_survive_the_profile(wide_icc: bytes):
    """Smooth changes must not turn into steps."""
    ramp = np.linspace(100, 101, 50, dtype=np.float32)[None, :, None].repeat(3, 2)
    back = from_srgb(Photo(np.zeros((1, 50, 3), np.uint16), icc=wide_icc), ramp)
    assert len(np.unique(back[0, :, 0])) > 20


def test_grey_profile_gives_grey(smooth: Array):
    raw = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    raw[16:20] = b"GRAY"
    where = raw.index(b"rTRC", 128)
    raw[where : where + 4] = b"kTRC"
    photo = load_photo(file_bytes(smooth[..., 0], icc_profile=bytes(raw)))
    seen = to_srgb(photo, photo.pixels)
    assert seen.shape == smooth.shape
    pasted = from_srgb(photo, smooth)
    assert (pasted == pasted[..., :1]).all()
    assert np.abs(from_srgb(photo, seen) - photo.pixels).max() <= 2


def test_lab_becomes_srgb():
    lab = Image.merge("LAB", [Image.new("L", (2, 2), v) for v in (255, 128, 128)])
    assert np.asarray(lab_to_srgb(lab)).min() >= 253


def test_photos_are_values(smooth: Array):
    photo = photo_from_array(smooth.copy())
    assert photo.digest == photo_from_array(smooth).digest
    assert photo.digest != photo_from_array(smooth[::-1]).digest
    assert photo.digest != photo_from_array(smooth.reshape(64, 48, 3)).digest
    with pytest.raises(ValueError, match="read-only"):
        photo.pixels[0, 0, 0] = 1
    smooth[0, 0, 0] += 1  # the caller's own array stays the caller's


@pytest.mark.parametrize(
    "wrong",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 4), np.uint8), np.zeros((4, 4, 3), np.float32),
     np.zeros((0, 4, 3), np.uint8)],
)  # fmt: skip
def test_wrong_arrays_are_refused(wrong: NDArray[np.uint8]):
    with pytest.raises(PhotoError):
        photo_from_array(wrong)
