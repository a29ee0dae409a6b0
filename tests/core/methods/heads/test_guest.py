"""Putting another head in place: what moves, what stays, what comes to light."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.face.pose import FIVE_POINTS, head_angles
from core.labels import HEAD, HEAD_PARTS, NUM_LABELS, Label
from core.methods.codes import RegionCodes
from core.methods.heads.guest import (
    Guest,
    guest_codes,
    put_eyeglasses,
    put_head,
    relit,
    still_field,
    turn_between,
    turn_field,
    with_own_pixels,
)
from core.methods.layout import Layout, labelled
from tests.core.conftest import POINTS, drawn_map


def seen_points(yaw: float, pitch: float) -> np.ndarray:
    """Five points (5, 2) of the mean face, turned and brought into a crop."""
    y, p = np.radians([yaw, pitch])
    turn = np.array([[np.cos(y), 0, -np.sin(y)], [0, 1, 0], [np.sin(y), 0, np.cos(y)]])
    nod = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    return (FIVE_POINTS @ (nod @ turn).T)[:, :2] + (128.0, 121.5)


def codes(value: float) -> RegionCodes:
    return RegionCodes(np.full((NUM_LABELS, 4), value, np.float32), np.ones(NUM_LABELS, np.bool_))


def guest(shift: int = 0) -> Guest:
    """The drawn face, `shift` pixels further right, in red."""
    crop = np.full((256, 256, 3), (200, 40, 40), np.uint8)
    opacity = np.zeros((256, 256), np.float32)
    opacity[112:132, 80:176] = 0.1
    opacity[112:115, 80:176] = 0.9
    label_map = drawn_map()
    return Guest(crop, label_map, opacity, codes(1.0), still_field() - np.array((shift, 0), np.float32))


def test_a_field_that_moves_nothing_gives_the_labels_back():
    assert np.array_equal(guest().moved_labels(), drawn_map())
    assert np.array_equal(guest(3).moved_labels()[:, 3:], drawn_map()[:, :-3])
    assert not guest(3).moved_labels()[:, :3].any()


def test_one_pose_asks_for_no_turn():
    assert turn_between(POINTS, POINTS) == pytest.approx(0, abs=1e-6)
    assert np.abs(turn_field(POINTS, POINTS) - still_field()).max() < 1e-3


@given(st.floats(-8, 8), st.floats(-5, 5), st.floats(-8, 8), st.floats(-5, 5))  # within the furthest turn
def test_the_points_of_the_guest_land_on_those_of_the_face(
    yaw: float, pitch: float, other_yaw: float, other_pitch: float
):
    own, other = seen_points(yaw, pitch), seen_points(other_yaw, other_pitch)
    field = turn_field(own, other)
    rows, columns = np.floor(own[:, 1]).astype(int), np.floor(own[:, 0]).astype(int)
    found = field[rows, columns] + (own - np.floor(own)) - 0.5
    assert np.hypot(*(found - other)[[0, 1, 3, 4]].T).max() < 2
    assert np.hypot(*(found - other)[2]) < 2  # the nose, which the fit does not see, follows the turn


@given(st.floats(-60, 60), st.floats(-40, 40))
def test_no_turn_folds_the_picture(yaw: float, pitch: float):
    field = turn_field(seen_points(0, 0), seen_points(yaw, pitch))
    assert np.isfinite(field).all()
    inner = field[40:220, 40:216].astype(np.float64)
    across, down = np.gradient(inner, axis=1), np.gradient(inner, axis=0)
    assert (across[..., 0] * down[..., 1] - across[..., 1] * down[..., 0]).min() > 0


def test_the_seen_pose_is_the_one_that_is_turned_to():
    assert turn_between(seen_points(0, 0), seen_points(15, 0)) == pytest.approx(15, abs=3)
    assert abs(head_angles(seen_points(30, 0))[2]) > 20


def test_a_smaller_head_uncovers_what_is_nearest():
    own, small = drawn_map(), drawn_map()
    small[labelled(small, {Label.HAIR})] = Label.BACKGROUND
    layout = put_head(Layout.of(own), small)
    assert not np.isin(layout.label_map, [Label.HAIR]).any()
    uncovered = (own == Label.HAIR) & ~labelled(small, HEAD)
    assert set(np.unique(layout.label_map[uncovered])) <= {Label.BACKGROUND, Label.NECK, Label.CLOTH}
    assert layout.label_map[20, 128] == Label.BACKGROUND
    assert layout.renewed is not None
    assert np.array_equal(layout.renewed, labelled(small, HEAD))
    body = ~labelled(own, HEAD) & ~labelled(small, HEAD)
    assert np.array_equal(layout.label_map[body], own[body])


def test_a_crop_that_is_all_head_uncovers_background():
    layout = put_head(Layout.of(np.full((256, 256), Label.SKIN, np.uint8)), drawn_map())
    assert layout.label_map[0, 0] == Label.BACKGROUND


def test_styles_come_with_the_head_and_go_down_the_neck():
    own, other = codes(0.0), codes(1.0)
    other.valid[Label.HAT] = False
    merged = guest_codes(own, other)
    for label in Label:
        assert merged.codes[label, 0] == float(label in HEAD or label == Label.NECK), label
    assert not merged.valid[Label.HAT]
    assert merged.valid[Label.CLOTH]


def test_own_pixels_show_where_they_show_the_same():
    layout = put_head(Layout.of(drawn_map()), guest(8).moved_labels())
    drawn = np.zeros((256, 256, 3), np.float32)
    assert layout.renewed is not None
    result = with_own_pixels(guest(8), drawn, drawn, layout, layout.renewed)
    assert (result[layout.renewed] == (200, 40, 40)).all()
    assert (result[~layout.renewed] == 0).all()


def test_light_follows_the_photo():
    layout = put_head(Layout.of(drawn_map()), drawn_map())
    ramp = np.linspace(60, 180, 256, dtype=np.float32)[None, :, None]
    crop = np.broadcast_to(ramp, (256, 256, 3)).astype(np.uint8)
    drawn = np.full((256, 256, 3), 120, np.float32)
    assert layout.renewed is not None
    lit = relit(drawn, layout, crop, layout.renewed)
    assert lit[140, 90].mean() < 115 < 125 < lit[140, 170].mean()
    assert np.array_equal(lit[layout.parsed == Label.CLOTH], drawn[layout.parsed == Label.CLOTH])


def test_a_face_stays_within_the_old_one():
    own, other = drawn_map(), guest(20).moved_labels()
    layout = put_head(Layout.of(own), other, "face")
    hair = own == Label.HAIR
    assert np.array_equal(layout.label_map[hair], own[hair])
    assert layout.renewed is not None
    assert np.isin(own[layout.renewed], list(HEAD_PARTS["face"])).all()
    assert layout.label_map[150, 148] == Label.NOSE


def test_hair_covers_no_eyes_and_uncovers_skin_and_background():
    own = drawn_map()
    fringe = drawn_map()
    fringe[90:130, 60:200] = Label.HAIR
    layout = put_head(Layout.of(own), fringe, "hair")
    assert np.array_equal(layout.label_map == Label.L_EYE, own == Label.L_EYE)
    assert (layout.label_map[100, 70:186] == Label.HAIR).all()
    bald = put_head(
        Layout.of(own), np.where(own == Label.HAIR, Label.BACKGROUND, own).astype(np.uint8), "hair"
    )
    assert not (bald.label_map == Label.HAIR).any()
    assert bald.label_map[20, 128] == Label.BACKGROUND


def test_every_swap_knows_its_pixels():
    first = put_head(Layout.of(drawn_map()), drawn_map(), "face", 1)
    both = put_head(first, guest(6).moved_labels(), "hair", 2)
    assert both.owner is not None
    assert set(np.unique(both.owner)) == {0, 1, 2}
    assert (both.label_map[both.owner == 2] == Label.HAIR).all()
    anew = put_head(both, guest(3).moved_labels(), "head", 3)
    assert anew.owner is not None
    assert set(np.unique(anew.owner)) == {0, 3}


def test_eyeglasses_come_without_what_is_behind_their_lenses():
    wearer = guest()
    wearer.label_map[112:132, 80:176] = Label.EYE_G
    glasses = wearer.eyeglasses()
    assert (glasses[112:115, 90:170, 0] > 0.9).all()
    assert not glasses[118:132].any()
    assert not glasses[:100].any()
    layout = put_eyeglasses(Layout.of(drawn_map()), glasses)
    assert (layout.label_map[113, 90:170] == Label.EYE_G).all()
    assert np.array_equal(layout.base, drawn_map())


def test_glasses_that_are_worn_stay_on_when_hair_comes():
    glasses = np.zeros((256, 256, 4), np.float32)
    glasses[112:116, 80:176] = 1
    worn = put_eyeglasses(Layout.of(drawn_map()), glasses)
    layout = put_head(worn, guest(6).moved_labels(), "hair")
    assert (layout.label_map[113, 90:170] == Label.EYE_G).all()
    assert not (layout.base == Label.EYE_G).any()


def test_a_face_takes_all_of_the_light_and_the_skin_colour():
    layout = put_head(Layout.of(drawn_map()), drawn_map(), "face")
    crop = np.full((256, 256, 3), (180, 120, 90), np.uint8)
    drawn = np.full((256, 256, 3), 100, np.float32)
    assert layout.renewed is not None
    lit = relit(drawn, layout, crop, layout.renewed, "face")
    assert lit[140, 110] == pytest.approx((180, 120, 90), abs=2)


def test_eyeglasses_are_sought_three_pixels_around_their_label():
    """Whatever else the parser takes for one, as a shadow on the cheek."""
    wearer, label_map = guest(), np.full((256, 256), Label.SKIN, np.uint8)
    label_map[100:140, 80:176] = Label.EYE_G
    worn = replace(wearer, label_map=label_map, opacity=np.ones((256, 256), np.float32)).eyeglasses()
    rows = np.flatnonzero(worn[:, 128, 0] > 0)
    assert (rows[0], rows[-1]) == (100 - 3, 139 + 3)
