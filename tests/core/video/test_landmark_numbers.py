"""What counts as a part, as an outline and as a spur of it; and the spline, against SciPy's."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.interpolate import RBFInterpolator

from core.labels import Label
from core.methods.heads.guest import still_field
from core.methods.smile.heatmaps import landmark_heatmaps
from core.video.landmarks import find_landmarks, warp_field
from core.video.puppet import held
from tests.core.conftest import drawn_map


@pytest.mark.parametrize(("pixels", "found"), [(7, False), (9, True)])
def test_eight_pixels_make_a_part(pixels: int, found: bool):
    label_map = drawn_map()
    label_map[label_map == Label.L_BROW] = Label.SKIN
    label_map[100, 150 : 150 + pixels] = Label.L_BROW
    assert ("L_BROW left" in find_landmarks(label_map)) == found


def test_the_jaw_is_read_below_and_the_skull_above():
    marks = find_landmarks(drawn_map())
    assert {name for name in marks if name.startswith("jaw")} == {f"jaw {d}" for d in range(0, 181, 15)}
    assert {name for name in marks if name.startswith("skull")} == {f"skull {d}" for d in range(195, 346, 25)}


@pytest.mark.parametrize(("further", "kept"), [(1.09, True), (1.15, False)])
def test_a_spur_reaches_an_eighth_further_than_the_outline_beside_it(further: float, kept: bool):
    """A disc of a face with a spike to the right."""
    rows, columns = np.mgrid[0:256, 0:256]
    label_map = np.where(np.hypot(columns - 128, rows - 128) < 80, Label.SKIN, Label.BACKGROUND).astype(
        np.uint8
    )
    label_map[127:130, 128 : 128 + round(80 * further)] = Label.SKIN
    assert ("jaw 0" in find_landmarks(label_map)) == kept


def test_the_warp_is_a_thin_plate_spline_a_little_stiff():
    marks = find_landmarks(drawn_map())
    moved = dict(marks)
    moved["NOSE bottom"] = (marks["NOSE bottom"][0] + 9, marks["NOSE bottom"][1] - 4)
    ends = np.linspace(0, 256, 5)
    border = [(x, y) for x in ends for y in ends if x in (0, 256) or y in (0, 256)]
    to, come = (np.array([*places.values(), *border]) for places in (marks, moved))
    spline = RBFInterpolator(to, come - to, kernel="thin_plate_spline", smoothing=20, degree=1)
    field = warp_field(marks, moved) - still_field()
    rows = 1.5 * field[8::8] - 0.5 * field[9::8]  # linear between the knots of its grid: back to them
    at_knots = 1.5 * rows[:, 8::8] - 0.5 * rows[:, 9::8]
    knots = np.stack(np.meshgrid(*[np.arange(8.0, 256, 8)] * 2), axis=-1)
    wanted = spline(knots.reshape(-1, 2)).reshape(knots.shape)
    assert np.abs(at_knots - wanted).max() < 0.2 < 2 < np.abs(wanted).max()


def test_a_larger_crop_is_followed_alike():
    """Twice the crop's side: landmarks twice as far, and the same warp."""
    marks = find_landmarks(drawn_map())
    large = find_landmarks(drawn_map().repeat(2, axis=0).repeat(2, axis=1))
    assert set(large) == set(marks)
    assert max(np.abs(np.array(large[name]) / 2 - marks[name]).max() for name in marks) < 2
    moved = {name: (x + 5, y - 3) if "NOSE" in name else (x, y) for name, (x, y) in marks.items()}
    to, come = ({name: (2 * x, 2 * y) for name, (x, y) in places.items()} for places in (marks, moved))
    small, twice = warp_field(marks, moved), warp_field(to, come, 512)
    halved = twice.reshape(256, 2, 256, 2, 2).mean(axis=(1, 3)) / 2
    assert np.abs(small - halved).max() < 0.02
    assert np.abs(small - still_field()).max() > 2


def test_a_head_may_leave_its_place_as_far_in_a_larger_crop():
    small, large = (held(np.array([[1.0, 0, 40 * k], [0, 1, -30 * k]]), 256 * k) for k in (1, 2))
    assert np.allclose(large[:, 2], 2 * small[:, 2])
    assert 15 < np.hypot(*small[:, 2]) < 24


def test_a_heatmaps_blob_is_four_pixels_of_256_wide():
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[100, 60] = Label.L_EYE
    assert landmark_heatmaps(label_map)[1][100, 64] == pytest.approx(np.exp(-0.5), abs=1e-4)
