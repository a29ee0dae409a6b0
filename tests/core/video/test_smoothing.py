"""Calm over time: what holds still stays, what is missing is bridged, noise of one frame goes."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.video.smoothing import smooth_maps, smooth_points
from tests.core.conftest import POINTS, drawn_map


def path(frames: int) -> np.ndarray:
    """Points (T, 5, 2) that move two pixels a frame to the right."""
    return POINTS[None] + np.arange(frames)[:, None, None] * np.array([2.0, 0.0])


@given(st.integers(1, 20), st.floats(0, 4))
def test_points_that_stand_still_stay(frames: int, sigma: float):
    still = np.repeat(POINTS[None], frames, axis=0)
    assert np.allclose(smooth_points(still, sigma), still)


def test_a_steady_movement_is_kept_and_gaps_are_bridged():
    points = path(30)
    points[10:14] = np.nan
    assert np.allclose(smooth_points(points, 1.0)[5:25], path(30)[5:25])
    points[0] = points[29] = np.nan
    smooth = smooth_points(points, 0.0)
    assert np.allclose(smooth[0], path(30)[1])
    assert np.allclose(smooth[29], path(30)[28])


def test_a_jump_of_one_frame_is_damped():
    points = np.repeat(POINTS[None], 11, axis=0)
    points[5] += 8
    assert np.abs(smooth_points(points, 1.0) - POINTS).max() < 4


@pytest.mark.parametrize("frames", [0, 1, 2, 9])
@pytest.mark.parametrize("sigma", [0.0, 0.5, 1.0, 3.0])
def test_as_many_maps_come_out_as_go_in(frames: int, sigma: float):
    assert sum(1 for _ in smooth_maps((drawn_map() for _ in range(frames)), sigma)) == frames


def test_a_label_that_flickers_for_one_frame_is_outvoted():
    maps = [drawn_map() for _ in range(7)]
    maps[3] = np.zeros_like(maps[3])
    for label_map in smooth_maps(iter(maps), 1.0):
        assert np.array_equal(label_map, drawn_map())


def test_a_lasting_change_comes_when_it_comes():
    maps = [np.full((8, 8), k >= 5, np.uint8) for k in range(10)]
    assert [int(m[0, 0]) for m in smooth_maps(iter(maps), 1.0)] == [0] * 5 + [1] * 5
