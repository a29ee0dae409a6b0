"""Where earrings hang: about a lobe, or where hair meets the cheek; and how they are gathered there."""

from __future__ import annotations

import numpy as np
import pytest

from core.labels import NUM_LABELS, Label
from core.methods.layout import LabelMap, Layout
from core.methods.smile.edits import SetAttribute
from core.methods.smile.rules import RULES
from core.methods.smile.sem import Array, _below_lobes, _gathered, _settled, _takes_style
from tests.core.methods.smile.test_sem import RIGHT, PerfectSem, face, listening, on, sem


def extent(area: np.ndarray) -> tuple[int, int, int, int]:
    """First and last row, first and last column."""
    rows, columns = np.nonzero(area)
    return int(rows.min()), int(rows.max()), int(columns.min()), int(columns.max())


def test_they_hang_from_three_pixels_above_a_lobe_to_fifteen_below_and_four_beside():
    places = _below_lobes(listening(RIGHT))  # an ear in rows 120 to 159: its lobe begins at 140
    assert extent(places) == (140 - 3, 159 + 15, 170 - 4, 189 + 4)


def test_an_ear_of_twenty_pixels_shows_where_its_lobe_is():
    for rows, seen in ((4, False), (6, True)):
        label_map = face()
        label_map[130 : 130 + rows, 180:184] = Label.L_EAR
        assert _below_lobes(label_map).any() == seen


def test_without_an_ear_they_hang_at_hairs_edge_on_the_cheek():
    label_map = face()
    label_map[60:220, 150:200] = Label.HAIR  # its edge is 22 columns from the middle: too near
    assert not _below_lobes(label_map)[:, 128:].any()
    label_map[60:220, 150:180] = Label.SKIN
    assert extent(_below_lobes(label_map)[:, 128:]) == (128, 172, 180 - 128 - 4, 179 - 128 + 4)
    label_map[60:220, 150:168] = Label.SKIN
    label_map[60:220, 168:200] = Label.HAIR
    assert _below_lobes(label_map)[140, 164:172].all()  # 40 columns from it


@pytest.mark.parametrize(("likeliest", "found"), [(-3.5, True), (-5.0, False)])
def test_what_is_much_unlikelier_than_all_else_is_no_earring(likeliest: float, found: bool):
    likely = np.full((64, 64), -9.0, np.float32)
    likely[30:34, 30:34] = likeliest
    assert _gathered(likely, 16).any() == found


def test_they_are_gathered_within_one_and_a_half_radii_of_a_disc_of_their_area():
    likely = np.zeros((64, 64), np.float32)
    likely[32] = 1.0  # a line: as long as it may be
    likely[32, 30] = 2.0
    columns = np.nonzero(_gathered(likely, 100)[32])[0]
    radius = np.sqrt(100 / np.pi)
    assert 30 - 1.6 * radius <= columns[0] < 30 - 1.2 * radius
    assert 30 + 1.2 * radius < columns[-1] <= 30 + 1.6 * radius


@pytest.mark.parametrize(("spike", "taken"), [(40.0, (100, 60)), (20.0, (160, 40))])
def test_a_place_is_likely_with_what_is_within_two_pixels_of_it(spike: float, taken: tuple[int, int]):
    """One pixel's logit against a place of many: by what a blur of two pixels leaves of the one."""
    rows, columns = np.mgrid[0:256, 0:256]
    logits = np.zeros((NUM_LABELS, 256, 256), np.float32)
    logits[Label.EAR_R] = -3.0 + np.where(np.hypot(rows - 160, columns - 40) <= 12, 1.0, 0.0)
    logits[Label.EAR_R, 100, 60] += spike
    settled = _settled(logits, Label.EAR_R, columns < 128, 40, 128.0)
    found = settled[Label.EAR_R] > np.delete(settled, Label.EAR_R, axis=0).max(axis=0)
    assert {place: bool(found[place]) for place in ((100, 60), (160, 40))} == {
        place: place == taken for place in ((100, 60), (160, 40))
    }


class Unsure(PerfectSem):
    """Thinks an earring likeliest at one place, and nowhere likelier than what is there."""

    def sem_logits(self, label_map: LabelMap, styles: Array) -> Array:
        logits = super().sem_logits(label_map, styles)
        rows, columns = np.mgrid[0:256, 0:256]
        logits[:, Label.EAR_R] = -np.hypot(rows - 165, columns - 180) / 100
        return logits


def test_an_earring_that_was_asked_for_is_seven_pixels_across_at_least():
    layout = sem(Unsure()).set_attribute(Layout.of(listening(RIGHT)), on("earrings"))
    area = np.count_nonzero((layout.label_map == Label.EAR_R)[:, 128:])
    assert 6.5 < 2 * np.sqrt(area / np.pi) < 7.9


def test_one_has_three_times_the_fewest_pixels_at_most():
    logits = np.zeros((NUM_LABELS, 256, 256), np.float32)
    logits[Label.EAR_R] = -9
    rows, columns = np.mgrid[0:256, 0:256]
    logits[Label.EAR_R] += 12 * np.exp(-np.square(np.hypot(rows - 150, columns - 60) / 40))
    taken = _settled(logits, Label.EAR_R, np.ones((256, 256), np.bool_), 40, 128.0)[Label.EAR_R] > 0
    assert 110 <= np.count_nonzero(taken[:, :128]) <= 130


@pytest.mark.parametrize(("share", "own"), [(0.06, False), (0.09, True)])
def test_hair_has_a_colour_of_its_own_from_seven_hundredths_of_the_crop(share: float, own: bool):
    parsed = np.full((256, 256), Label.SKIN, np.uint8)
    parsed[: round(256 * share)] = Label.HAIR
    edit = SetAttribute(attribute="hair", present=True)
    assert _takes_style(Label.HAIR, parsed, RULES["hair"], edit) != own
