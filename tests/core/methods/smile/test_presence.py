"""How much of a thing makes an attribute: between the few pixels of a mistake of the parser and real ones."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.presence import present_attributes


def with_pixels(label: Label, count: int) -> NDArray[np.uint8]:
    """A map of 256 x 256 of which so many pixels show the label."""
    label_map = np.full(256 * 256, Label.SKIN, np.uint8)
    label_map[:count] = label
    return label_map.reshape(256, 256)


@pytest.mark.parametrize(
    ("name", "label", "few", "enough"),
    [
        ("eyeglasses", Label.EYE_G, 350, 450),
        ("hat", Label.HAT, 700, 900),
        ("earrings", Label.EAR_R, 5, 7),
        ("hair", Label.HAIR, 6000, 7000),
    ],
)
def test_accessories_and_hair_are_counted(name: str, label: Label, few: int, enough: int):
    assert not present_attributes(with_pixels(label, few))[name]
    assert present_attributes(with_pixels(label, enough))[name]


@pytest.mark.parametrize(("share", "short"), [(0.08, True), (0.12, False)])
def test_hair_on_the_shoulders_is_long(share: float, short: bool):
    label_map = np.zeros((256, 256), np.uint8)
    label_map[190:, : round(256 * share)] = Label.HAIR
    assert present_attributes(label_map)["identity"] is short


@pytest.mark.parametrize(("rows", "fringe"), [(0, False), (1, True)])
def test_a_row_of_hair_on_the_forehead_is_a_fringe(rows: int, fringe: bool):
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[105:110, 80:176] = Label.L_BROW
    label_map[84 : 84 + rows, 84:150] = Label.HAIR  # three quarters of a row of 32: 0.023 of the window
    assert present_attributes(label_map)["bangs"] is fringe


def test_hair_below_the_top_of_the_brows_is_no_fringe():
    label_map = np.full((256, 256), Label.SKIN, np.uint8)
    label_map[105:110, 80:84] = Label.R_BROW
    label_map[117, 84:172] = Label.HAIR  # twelve pixels below it
    assert not present_attributes(label_map)["bangs"]
