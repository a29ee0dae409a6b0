"""The tables of numbers: units, reasons, decisions; and the same look at every size of crop."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from core.labels import Label
from core.methods.heads.tuning import TUNING as HEADS
from core.methods.paint.tuning import TUNING as PAINT
from core.methods.secgan.tuning import TUNING as SECGAN
from core.methods.semantic_stylegan.tuning import TUNING as SEMANTIC
from core.methods.smile.compose import eyeglasses_mask
from core.methods.smile.presence import present_attributes
from core.methods.smile.tuning import TUNING as SMILE
from core.opencv import cv2
from core.render.tuning import TUNING as RENDER
from core.tuning import Tuning, odd
from core.video.tuning import TUNING as VIDEO
from tests.core.conftest import drawn_map

_DECISIONS = Path(__file__).resolve().parents[2] / "docs" / "decisions"


TABLES = [SMILE, HEADS, PAINT, SECGAN, SEMANTIC, RENDER, VIDEO]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: type(table).__name__)
def test_every_number_says_why_and_names_a_decision_that_is_there(table: Tuning):
    for each in fields(table):
        assert each.metadata["why"], each.name
        decision = each.metadata["decision"]
        assert not decision or list(_DECISIONS.glob(f"{decision}-*.md")), each.name


def test_lengths_and_areas_grow_with_the_crop_and_nothing_else_does():
    small, large = SMILE.at(256), SMILE.at(512)
    assert (small.feather, large.feather) == (3, 6)
    assert (small.enough_hat, large.enough_hat) == (800, 3200)
    assert small.hair_shade == large.hair_shade == SMILE.hair_shade


def test_kernels_have_a_middle():
    assert [odd(length) for length in (0.4, 1, 4.4, 5, 6.9, 18.5)] == [1, 1, 5, 5, 7, 19]


def test_a_crop_of_512_is_read_and_masked_as_one_of_256():
    small = drawn_map()
    small[100:108, 70:186] = Label.EYE_G
    large = np.asarray(cv2.resize(small, (512, 512), interpolation=cv2.INTER_NEAREST_EXACT), np.uint8)
    assert present_attributes(small) == present_attributes(large)
    masks = [
        eyeglasses_mask(label_map == Label.EYE_G, np.zeros(label_map.shape, np.float32))
        for label_map in (small, large)
    ]
    halved = np.asarray(cv2.resize(masks[1], (256, 256), interpolation=cv2.INTER_AREA), np.float32)
    assert np.abs(halved - masks[0]).mean() < 0.01
