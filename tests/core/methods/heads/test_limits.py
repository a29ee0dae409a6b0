"""How far a head is turned, and how much skin tells its light."""

from __future__ import annotations

import numpy as np
import pytest

from core.labels import Label
from core.methods.heads.guest import relit, still_field, turn_field
from core.methods.layout import Layout
from tests.core.methods.heads.test_guest import seen_points


def bulge(yaw: float) -> float:
    """By how many pixels a head that is turned by so many degrees is bent beyond what a similarity does."""
    field, places = (
        turn_field(seen_points(0, 0), seen_points(yaw, 0)).reshape(-1, 2),
        still_field().reshape(-1, 2),
    )
    design = np.column_stack([places, np.ones(len(places))])
    left = field - design @ np.linalg.lstsq(design, field, rcond=None)[0]
    return float(np.abs(left).max())


def test_a_head_is_turned_by_no_more_than_twenty_degrees():
    small, near, further = bulge(9), bulge(18), bulge(28)
    assert near > 1.6 * small
    assert further < 1.25 * near


@pytest.mark.parametrize(("rows", "lit"), [(3, False), (5, True)])
def test_light_is_read_off_four_hundred_pixels_of_skin(rows: int, lit: bool):
    parsed = np.full((256, 256), Label.HAIR, np.uint8)
    parsed[100 : 100 + rows, 100:200] = Label.SKIN
    area = np.ones((256, 256), np.bool_)
    drawn = np.full((256, 256, 3), 120, np.float32)
    crop = np.full((256, 256, 3), 100, np.uint8)
    assert (relit(drawn, Layout.of(parsed), crop, area)[101, 150, 0] < 119) == lit


def test_heads_turn_alike_in_larger_crops():
    own, other = seen_points(0, 0), seen_points(12, 4)
    small, large = turn_field(own, other), turn_field(2 * own, 2 * other, 512)
    halved = large.reshape(256, 2, 256, 2, 2).mean(axis=(1, 3)) / 2
    assert np.abs(small - halved).max() < 0.1  # four pixels in the mean, about the nose's tip
    assert np.abs(small - still_field()).max() > 5


@pytest.mark.parametrize(("levels", "tells"), [((1, 3), False), ((4, 6), True)])
def test_what_is_almost_black_tells_nothing_of_the_light(levels: tuple[int, int], tells: bool):
    skin, area = np.full((256, 256), Label.SKIN, np.uint8), np.ones((256, 256), np.bool_)
    crop = np.full((256, 256, 3), levels[0], np.uint8)
    crop[:, 128:] = levels[1]
    lit = relit(np.full((256, 256, 3), 120, np.float32), Layout.of(skin), crop, area)
    assert (lit[128, 220, 0] - lit[128, 36, 0] > 5) == tells
