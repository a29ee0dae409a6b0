"""Changes as values: each kind on grids of its own, at full size and over a crop, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import EditError
from core.photo import Photo, photo_from_array
from core.render.change import Change, Field, Gain, Layer, Replacement
from core.render.paste import over_crop, paste

Depth = np.uint8 | np.uint16
Kind = Callable[[np.ndarray, np.ndarray], Change]


def photo_of(height: int, width: int, dtype: type[Depth] = np.uint8, seed: int = 0) -> Photo:
    rng = np.random.default_rng(seed)
    return photo_from_array(rng.integers(0, np.iinfo(dtype).max, (height, width, 3), dtype, endpoint=True))


def crop_of(photo: Photo) -> np.ndarray:
    return np.asarray(photo.pixels, np.uint8)


def placed(x: float, y: float, scale: float) -> np.ndarray:
    """A grid whose upper left corner lies at (x, y), `scale` photo pixels for one of its own."""
    return np.array([[scale, 0, x], [0, scale, y]])


def disc(side: int, radius: float) -> np.ndarray:
    rows, columns = np.mgrid[0:side, 0:side] + 0.5
    away = np.hypot(rows - side / 2, columns - side / 2)
    return np.clip(radius - away, 0, 1).astype(np.float32)


def field(transform: np.ndarray, touched: np.ndarray) -> Change:
    shift = np.full((*touched.shape, 2), 2.0, np.float32)
    return Field(transform=transform, touched=touched, shift=shift)


def gain(transform: np.ndarray, touched: np.ndarray) -> Change:
    return Gain(
        transform=transform,
        touched=touched,
        gain=np.full((*touched.shape, 3), 0.5, np.float32),
        matte=touched,
    )


def layer(transform: np.ndarray, touched: np.ndarray) -> Change:
    colour = touched[..., None] * np.float32(200) * np.ones(3, np.float32)
    return Layer(transform=transform, touched=touched, alpha=touched, colour=colour)


def replacement(transform: np.ndarray, touched: np.ndarray) -> Change:
    side = len(touched)
    return Replacement(
        transform=transform,
        touched=touched,
        difference=touched[..., None] * np.float32(25) * np.ones(3, np.float32),
        replaced=np.zeros_like(touched),
        crop=np.zeros((side, side, 3), np.uint8),
        skin=np.zeros((side, side), np.bool_),
    )


KINDS = [field, gain, layer, replacement]


@pytest.mark.parametrize("kind", KINDS)
@given(
    x=st.floats(-40, 120),
    y=st.floats(-40, 90),
    scale=st.floats(0.2, 3.0),
    dtype=st.sampled_from([np.uint8, np.uint16]),
)
def test_outside_its_mask_every_pixel_keeps_its_value(
    kind: Kind, x: float, y: float, scale: float, dtype: type[Depth]
):
    photo = photo_of(90, 120, dtype)
    pixels = photo.pixels.copy()
    paste(photo, pixels, (kind(placed(x, y, scale), disc(32, 10)),))
    rows, columns = np.mgrid[0:90, 0:120] + 0.5
    away = np.hypot(columns - x - 16 * scale, rows - y - 16 * scale) / scale
    far = away > 10 + 2 + 1 / scale
    assert pixels.dtype == dtype
    assert np.array_equal(pixels[far], photo.pixels[far])


@pytest.mark.parametrize("kind", KINDS)
def test_a_crop_shows_what_the_whole_photo_will(kind: Kind):
    """Where crop and photo have the same pixels, the preview is the export."""
    photo = photo_of(64, 64)
    upright = placed(0, 0, 1)
    change = kind(upright, disc(64, 20))
    pixels = photo.pixels.copy()
    paste(photo, pixels, (change,))
    shown, touched = over_crop(crop_of(photo), upright, (change,))
    assert np.abs(shown.astype(int) - pixels).max() <= 1
    assert np.array_equal(touched > 0, change.touched > 0)
    assert (pixels != photo.pixels).any()


def test_a_grid_may_reach_beyond_the_crop_and_be_finer():
    """A crop of 32 in the middle of the photo; the change lies on a grid twice as fine over all of it."""
    photo = photo_from_array(np.full((96, 96, 3), 100, np.uint8))
    crop_transform = placed(32, 32, 1)
    touched = np.ones((192, 192), np.float32)
    change = gain(placed(0, 0, 0.5), touched)
    pixels = photo.pixels.copy()
    paste(photo, pixels, (change,))
    assert np.abs(pixels[2:-2, 2:-2].astype(int) - 50).max() <= 1
    shown, reach = over_crop(crop_of(photo)[32:64, 32:64], crop_transform, (change,))
    assert np.abs(shown.astype(int) - 50).max() <= 1
    assert reach.min() > 0.99


def test_changes_are_laid_in_order():
    photo = photo_from_array(np.full((64, 64, 3), 80, np.uint8))
    whole, middle = disc(64, 28), np.s_[30:34, 30:34]
    add, halve = replacement(placed(0, 0, 1), whole), gain(placed(0, 0, 1), whole.copy())
    results: list[int] = []
    for changes in ((add, halve), (halve, add)):
        pixels = photo.pixels.copy()
        paste(photo, pixels, changes)
        results.append(int(pixels[middle][0, 0, 0]))
        shown, _ = over_crop(crop_of(photo), placed(0, 0, 1), changes)
        assert int(shown[middle][0, 0, 0]) == results[-1]
    assert results == [52, 65]  # (80 + 25) / 2 rounds to even, 80 / 2 + 25


def test_a_field_moves_the_files_own_values():
    """16 bits stay what they were: a whole number of pixels further on, to the last bit."""
    photo = photo_of(80, 80, np.uint16)
    touched = np.zeros((40, 40), np.float32)
    touched[10:30, 10:30] = 1
    shift = np.zeros((40, 40, 2), np.float32)
    shift[..., 0] = 3
    pixels = photo.pixels.copy()
    paste(photo, pixels, (Field(transform=placed(20, 20, 1), touched=touched, shift=shift),))
    assert np.array_equal(pixels[35:45, 35:45], photo.pixels[35:45, 38:48])


def test_a_field_moves_what_was_laid_before_it():
    photo = photo_from_array(np.full((64, 64, 3), 100, np.uint8))
    spot = np.zeros((64, 64), np.float32)
    spot[30:34, 40:44] = 1
    moved = Field(
        transform=placed(0, 0, 1),
        touched=np.ones((64, 64), np.float32),
        shift=np.broadcast_to(np.array([10, 0], np.float32), (64, 64, 2)).copy(),
    )
    pixels = photo.pixels.copy()
    paste(photo, pixels, (gain(placed(0, 0, 1), spot), moved))
    assert pixels[31, 31, 0] == 50  # what was at 41
    assert pixels[31, 51, 0] == 100


def test_a_field_on_a_grid_of_another_size_moves_the_crop_as_far():
    """Its shifts count in its own cells, whatever they are of the crop's pixels."""
    crop = np.full((64, 64, 3), 100, np.uint8)
    crop[30:34, 40:44] = 50
    moved = Field(
        transform=placed(0, 0, 0.5),
        touched=np.ones((128, 128), np.float32),
        shift=np.broadcast_to(np.array([20, 0], np.float32), (128, 128, 2)).copy(),
    )
    shown, _ = over_crop(crop, placed(0, 0, 1), (moved,))
    assert (shown[30:34, 30:34] == 50).all()
    assert (shown[30:34, 40:44] == 100).all()


def test_toning_keeps_grain_in_proportion():
    photo = photo_of(64, 64, np.uint8, seed=3)
    change = gain(placed(0, 0, 1), np.ones((64, 64), np.float32))
    pixels = photo.pixels.copy()
    paste(photo, pixels, (change,))
    inner = np.s_[4:-4, 4:-4]
    assert np.abs(pixels[inner] - photo.pixels[inner] / 2).max() <= 0.51


def test_one_mask_may_be_laid_in_two_places():
    photo = photo_from_array(np.full((64, 64, 3), 100, np.uint8))
    spot = np.ones((8, 8), np.float32)
    changes = gain(placed(4, 4, 1), spot), gain(placed(40, 40, 1), spot)
    pixels = photo.pixels.copy()
    paste(photo, pixels, changes)
    shown, _ = over_crop(crop_of(photo), placed(0, 0, 1), changes)
    for picture in (pixels, shown):
        assert picture[8, 8, 0] == picture[44, 44, 0] == 50
        assert picture[20, 20, 0] == 100


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("order", [1, -1])
def test_changes_of_no_size_or_outside_the_photo_leave_the_others_alone(kind: Kind, order: int):
    photo = photo_from_array(np.full((64, 64, 3), 100, np.uint8))
    nothing = kind(placed(10, 10, 0.5), np.zeros((0, 0), np.float32))
    outside = kind(placed(-500, 900, 0.5), disc(32, 10))
    alone, together = photo.pixels.copy(), photo.pixels.copy()
    there = gain(placed(16, 16, 1), disc(32, 10))
    paste(photo, alone, (there,))
    paste(photo, together, (nothing, outside, there)[::order])
    assert np.array_equal(alone, together)
    upright = placed(0, 0, 1)
    only, _ = over_crop(crop_of(photo), upright, (there,))
    shown, _ = over_crop(crop_of(photo), upright, (nothing, outside, there)[::order])
    assert np.array_equal(only, shown)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wrong", [np.nan, np.inf])
def test_what_is_not_a_number_is_refused(kind: Kind, wrong: float):
    """Before it is black in the photo."""
    change = kind(placed(0, 0, 1), disc(16, 6))
    values = {
        name: value for name, value in vars(change).items() if getattr(value, "dtype", None) == np.float32
    }
    assert len(values) >= 2
    for name, value in {**values, "transform": change.transform.astype(np.float64)}.items():
        spoilt = value.copy()
        spoilt[1, 1] = wrong
        with pytest.raises(EditError, match="not a number"):
            replace(change, **{name: spoilt})


@pytest.mark.parametrize("transform", [np.zeros((2, 3)), np.array([[2.0, 4, 0], [1, 2, 0]])])
def test_a_place_without_an_area_is_refused_with_a_sentence(transform: np.ndarray):
    for kind in (field, gain, layer, replacement):
        with pytest.raises(EditError, match="has no area"):
            kind(transform, disc(16, 6))


def test_numbers_are_looked_at_once(monkeypatch: pytest.MonkeyPatch):
    """What is made ready for a photo is made of numbers that were looked at."""
    photo, touched = photo_of(40, 40), disc(64, 30)
    made = [kind(placed(4, 4, 0.5), touched) for kind in (field, gain, layer, replacement)]
    monkeypatch.setattr(Change, "__post_init__", lambda _: pytest.fail("looked at again"))
    for change in made:
        ready = change.for_photo(photo)
        assert type(ready) is type(change)
        assert ready.touched is change.touched


@pytest.mark.parametrize(("pixels", "read"), [(40, False), (60, True)])
def test_grain_is_read_off_enough_skin(pixels: int, read: bool):
    photo, touched, skin = photo_of(60, 60), np.zeros((16, 16), np.float32), np.zeros((16, 16), np.bool_)
    touched[12:] = 1
    skin.flat[:pixels] = True
    change = replacement(placed(4, 4, 2.0), touched)
    assert isinstance(change, Replacement)
    ready = replace(change, replaced=touched, skin=skin).for_photo(photo)
    assert (ready.grain > 0) == read
