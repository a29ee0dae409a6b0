"""Angles of a head that was turned by known angles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.face import pose

ANGLE = st.floats(-30, 30)


def _turned(roll: float, pitch: float, yaw: float, scale: float) -> np.ndarray:
    a, b, c = np.radians([roll, pitch, yaw])
    about_z = np.array([[np.cos(a), -np.sin(a), 0], [np.sin(a), np.cos(a), 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, np.cos(b), -np.sin(b)], [0, np.sin(b), np.cos(b)]])
    about_y = np.array([[np.cos(c), 0, -np.sin(c)], [0, 1, 0], [np.sin(c), 0, np.cos(c)]])
    return scale * (pose.FIVE_POINTS @ (about_z @ about_x @ about_y).T)[:, :2] + [128, 140]


@pytest.mark.parametrize("axis", [0, 1, 2])
@given(angle=ANGLE, scale=st.floats(0.5, 3))
def test_one_angle_at_a_time(axis: int, angle: float, scale: float) -> None:
    wanted = [0.0, 0.0, 0.0]
    wanted[axis] = angle
    roll, pitch, yaw = wanted
    assert pose.head_angles(_turned(roll, pitch, yaw, scale)) == pytest.approx(wanted, abs=1e-6)


@given(roll=ANGLE, pitch=ANGLE, yaw=ANGLE)
def test_all_angles_at_once(roll: float, pitch: float, yaw: float) -> None:
    assert pose.head_angles(_turned(roll, pitch, yaw, 1.0)) == pytest.approx((roll, pitch, yaw), abs=1e-6)


def test_angles_of_a_rotation_are_those_it_was_made_of() -> None:
    c, s = np.cos(np.radians(20)), np.sin(np.radians(20))
    about_z = np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
    about_y = np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])
    assert pose.angles_of(about_z) == pytest.approx((20, 0, 0), abs=1e-9)
    assert pose.angles_of(about_y) == pytest.approx((0, 0, 20), abs=1e-9)
    assert pose.angles_of(np.eye(3)) == pytest.approx((0, 0, 0), abs=1e-9)
