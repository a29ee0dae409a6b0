"""Heatmaps of landmarks drawn from a label map."""

from __future__ import annotations

import numpy as np

from core.labels import Label
from core.methods.smile.heatmaps import landmark_heatmaps
from tests.core.conftest import drawn_map


def test_inner_landmarks_are_eyes_and_nose_and_all_of_them_have_chin_brows_and_lips():
    every, inner = landmark_heatmaps(drawn_map())
    assert every.dtype == inner.dtype == np.float32
    assert every.min() >= 0
    assert every.max() == 1
    assert (every >= inner).all()
    assert inner[121, 108] > 0.9, "an eye's corner"
    for place, (row, column) in {"chin": (227, 128), "brow": (100, 96), "lips": (199, 128)}.items():
        assert every[row, column] > 0.6, place
        assert inner[row, column] < 0.01, place
    assert every[20, 128] < 0.01, "hair has no landmarks"
    assert every[60, 128] < 0.01, "nor has the forehead"


def test_what_a_face_lacks_is_not_drawn():
    empty = np.zeros((64, 64), np.uint8)
    every, inner = landmark_heatmaps(empty)
    assert not every.any()
    assert not inner.any()
    empty[20:40, 20:40] = Label.NOSE
    assert landmark_heatmaps(empty)[1].any()


def test_blobs_scale_with_the_map():
    large = drawn_map()
    every, _ = landmark_heatmaps(large)
    small, _ = landmark_heatmaps(large[::2, ::2])
    assert abs(float(every.mean()) - float(small.mean())) < 0.05
