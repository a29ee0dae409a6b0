"""Landmarks of label maps and the warp between two."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labels import Label
from core.methods.heads.guest import still_field
from core.video.landmarks import find_landmarks, warp_field
from tests.core.conftest import drawn_map


def test_parts_are_found_where_they_are_drawn():
    marks = find_landmarks(drawn_map())
    assert marks["R_EYE left"] == pytest.approx((84.5, 121.5), abs=1)
    assert marks["L_EYE right"] == pytest.approx((172.5, 121.5), abs=1)
    assert marks["L_LIP bottom"][1] == pytest.approx(199.5, abs=1)
    assert marks["jaw 90"][1] == pytest.approx(228, abs=2)


def test_a_map_without_a_face_has_none():
    assert find_landmarks(np.zeros((256, 256), np.uint8)) == {}


def test_a_part_that_is_hidden_is_left_out():
    label_map = drawn_map()
    label_map[label_map == Label.L_EYE] = Label.HAIR
    assert not [name for name in find_landmarks(label_map) if name.startswith("L_EYE")]


def test_a_spur_of_the_outline_is_left_out():
    label_map = drawn_map()
    label_map[125:155, 190:250] = Label.SKIN
    assert "jaw 0" not in find_landmarks(label_map)
    assert "jaw 90" in find_landmarks(label_map)


def test_equal_landmarks_move_nothing():
    marks = find_landmarks(drawn_map())
    assert np.abs(warp_field(marks, marks) - still_field()).max() < 1e-3
    assert np.abs(warp_field({}, {}) - still_field()).max() < 1e-3


@given(st.floats(-8, 8), st.floats(-8, 8))
def test_landmarks_lead_where_they_came_from(across: float, down: float):
    marks = find_landmarks(drawn_map())
    target = {n: (x + across, y + down) for n, (x, y) in marks.items()}
    field = warp_field(target, marks)
    for name in ("NOSE bottom", "mouth left", "R_EYE right"):
        x, y = target[name]
        found = field[int(y), int(x)] + (x % 1 - 0.5, y % 1 - 0.5)
        assert np.hypot(*(found - np.array(marks[name]))) < 1.5, name
    corner = field[0, 0] - still_field()[0, 0]
    assert np.abs(corner).max() < 1.5
