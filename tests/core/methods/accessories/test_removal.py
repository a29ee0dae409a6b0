"""Eyeglasses taken off: what stays, what is toned, what is replaced, and where fine detail comes from."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.labels import Label
from core.methods.accessories.removal import (
    INVENTED_NOTICE,
    Removal,
    carried_on,
    changes_of,
    covered,
    mirrored,
    remove,
    replaced_mask,
    see_removal,
    tone,
)
from core.models.remover import Remover, RemoverConfig
from core.opencv import cv2
from core.photo import Photo, photo_from_array
from core.render.change import Change, Detail, Replacement
from core.render.paste import over_crop, paste
from core.render.runtime import Runtime
from tests.core.methods.accessories.heads import make_mesh, make_portrait

SMALL = RemoverConfig(widths=(8, 8, 8))
NOTHING = np.zeros((256, 256), np.float32)
SHADOW, FRAME = (slice(130, 150), slice(60, 110)), (slice(110, 114), slice(60, 190))
EYE = slice(105, 140), slice(80, 110)


def laid(photo: Photo, changes: list[Change]) -> np.ndarray:
    pixels = photo.pixels.copy()
    paste(photo, pixels, changes)
    return pixels


def seen_of(crop: np.ndarray, *, dark: bool = False) -> tuple[Removal, np.ndarray]:
    """A face with a frame across and a shadow below, and the truth without."""
    bare = crop.astype(np.float32)
    worn, opacity, touched = bare.copy(), np.zeros((256, 256), np.float32), np.zeros((256, 256), np.float32)
    worn[SHADOW] *= 0.7
    worn[FRAME] = 20
    opacity[SHADOW], opacity[FRAME] = 0.3, 1
    if dark:
        worn[EYE], opacity[EYE] = 15, 0.95
        touched[EYE] = 1
    touched[SHADOW] = touched[FRAME] = 1
    worn = np.rint(worn).astype(np.uint8)
    return Removal(
        worn, np.where(touched[..., None] > 0, bare, worn).astype(np.float32), touched, opacity
    ), crop


@pytest.fixture
def smooth() -> np.ndarray:
    rows, columns = np.indices((256, 256))
    return np.dstack([150 + rows // 8, 110 + columns // 8, np.full((256, 256), 90)]).astype(np.uint8)


def test_what_is_not_touched_stays(smooth: np.ndarray) -> None:
    seen, _ = seen_of(smooth)
    labels = np.full((256, 256), Label.SKIN, np.uint8)
    large = np.repeat(np.repeat(seen.crop, 3, axis=0), 3, axis=1)
    large = large + np.random.default_rng(0).integers(0, 9, large.shape).astype(np.uint8)
    photo, grid = photo_from_array(large), np.array([[3.0, 0, 0], [0, 3.0, 0]])
    changes = changes_of(seen, labels, photo, grid)
    result = laid(photo, changes)
    reach = cv2.dilate(seen.touched, np.ones((3, 3), np.uint8))  # masks reach a pixel of their grid further
    beyond = np.repeat(np.repeat(reach <= 0, 3, axis=0), 3, axis=1)
    assert np.array_equal(result[beyond], large[beyond])
    assert not np.array_equal(result, large)


def test_shadows_are_toned_and_frames_replaced(smooth: np.ndarray) -> None:
    seen, truth = seen_of(smooth)
    labels = np.full((256, 256), Label.SKIN, np.uint8)
    changes = changes_of(seen, labels, photo_from_array(seen.crop), np.eye(2, 3))
    found, _ = over_crop(seen.crop, np.eye(2, 3), changes)
    assert np.abs(found[FRAME].astype(int) - truth[FRAME]).max() <= 2
    inner = slice(134, 146), slice(66, 104)
    assert np.abs(found[inner].astype(int) - truth[inner]).mean() < 3
    replaced = changes[1]
    assert isinstance(replaced, Replacement)
    assert replaced.replaced[FRAME].min() > 0.95
    assert replaced.replaced[inner].max() < 0.05


def test_tone_of_nothing_clear_is_one(smooth: np.ndarray) -> None:
    flat = np.zeros((256, 256), np.float32)
    assert (tone(Removal(smooth, smooth.astype(np.float32), flat, flat)) == 1).all()
    assert not replaced_mask(
        Removal(smooth, smooth.astype(np.float32), flat, flat), np.zeros((256, 256, 3), np.float32)
    ).any()


def test_dark_lenses_invent_eyes(smooth: np.ndarray) -> None:
    mesh = make_mesh()
    mesh[468:473, :2], mesh[473:478, :2] = (95, 122), (160, 122)
    assert seen_of(smooth, dark=True)[0].invents_eyes(mesh)
    assert not seen_of(smooth)[0].invents_eyes(mesh)


def test_detail_comes_from_the_mirror() -> None:
    source = np.ones((20, 20), np.bool_)
    source[:, 8:12] = False
    field = mirrored(source)
    assert tuple(field[5, 8]) == (6.5, 5.5)
    assert tuple(field[5, 9]) == (5.5, 5.5)
    assert tuple(field[5, 2]) == (2.5, 5.5)
    source[:, :7] = False  # one column is left on the left: its own detail, again and again
    assert tuple(mirrored(source)[5, 9]) == (7.5, 5.5)


def test_replaced_pixels_are_as_grainy_as_the_skin_beside(smooth: np.ndarray) -> None:
    seen, _ = seen_of(smooth)
    labels = np.full((256, 256), Label.SKIN, np.uint8)
    large = np.repeat(np.repeat(seen.crop, 4, axis=0), 4, axis=1).astype(np.int16)
    large += np.random.default_rng(0).normal(0, 6, large.shape).astype(np.int16)
    photo, grid = (
        photo_from_array(np.clip(large, 0, 255).astype(np.uint8)),
        np.array([[4.0, 0, 0], [0, 4.0, 0]]),
    )
    changes = changes_of(seen, labels, photo, grid)
    assert isinstance(changes[2], Detail)
    result = laid(photo, changes).astype(float)
    inside, beside = result[444:452, 300:700], result[600:608, 300:700]
    assert 0.6 < np.diff(inside, axis=1).std() / np.diff(beside, axis=1).std() < 1.2


def test_a_network_that_finds_nothing_changes_nothing() -> None:
    torch.manual_seed(0)
    network = Remover(SMALL)
    assert network.leave.bias is not None
    torch.nn.init.constant_(network.leave.bias, -20.0)
    crop, labels = make_portrait()
    seen = see_removal(crop, NOTHING, network.eval(), Runtime())
    assert seen.is_empty
    assert np.array_equal(seen.bare, crop)
    assert remove(
        crop, labels, NOTHING, make_mesh(), network, Runtime(), photo_from_array(crop), np.eye(2, 3)
    ) == (
        [],
        (),
    )


def test_a_network_that_finds_lenses_everywhere_says_that_it_invents() -> None:
    torch.manual_seed(0)
    network = Remover(SMALL)
    assert network.leave.bias is not None
    torch.nn.init.constant_(network.leave.bias, 20.0)
    crop, labels = make_portrait()
    changes, notices = remove(
        crop, labels, NOTHING, make_mesh(), network.eval(), Runtime(), photo_from_array(crop), np.eye(2, 3)
    )
    assert notices == (INVENTED_NOTICE,)
    assert all(not change.touched[:60].any() for change in changes)
    assert all(change.touched[100:140].all() for change in changes)


def test_what_is_hid_is_filled_from_around_it(smooth: np.ndarray) -> None:
    worn, opacity = smooth.copy(), NOTHING.copy()
    worn[FRAME], opacity[FRAME] = 0, 1
    filled = carried_on(worn, opacity)
    assert np.abs(filled[FRAME].astype(int) - smooth[FRAME]).max() <= 3
    assert np.array_equal(filled[:108], worn[:108])
    assert carried_on(worn, NOTHING) is worn
    everywhere = np.ones_like(NOTHING)
    assert carried_on(worn, everywhere) is worn  # nothing is left to go on from


def test_covered_is_what_is_more_opaque_than_the_lenses() -> None:
    opacity = NOTHING.copy()
    opacity[100:140, 60:110] = 0.2  # a lens with a tint
    opacity[FRAME] = 0.6
    hid = covered(opacity)
    assert hid[FRAME].all()
    assert not hid[120:140, 60:110].any()
    assert not covered(np.full_like(NOTHING, 0.2)).any()
    assert covered(opacity[::2, ::2], 2.0)[54:58, 30:95].all()


def test_without_a_network_frames_go_and_nothing_else(smooth: np.ndarray) -> None:
    worn, opacity = smooth.copy(), NOTHING.copy()
    worn[FRAME], opacity[FRAME] = 20, 1
    labels, photo = np.full((256, 256), Label.SKIN, np.uint8), photo_from_array(worn)
    changes, notices = remove(worn, labels, opacity, None, None, Runtime(), photo, np.eye(2, 3))
    found, _ = over_crop(worn, np.eye(2, 3), changes)
    assert notices == ()
    assert np.abs(found[FRAME].astype(int) - smooth[FRAME]).max() <= 4
    assert np.array_equal(found[:106], worn[:106])
    assert remove(worn, labels, NOTHING, None, None, Runtime(), photo, np.eye(2, 3)) == ([], ())
