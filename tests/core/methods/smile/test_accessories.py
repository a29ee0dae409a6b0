"""Earrings are shaded as round bodies, rims cover as rims do: what that changes, and what stays."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import Label
from core.methods.smile.accessories import polished, solid, with_firm_rims
from core.render.filters import lightness

SIZE = 256
GOLD = np.array([180.0, 140.0, 60.0], np.float32)
ROWS, COLUMNS = np.indices((SIZE, SIZE), np.float32)


def disc(x: float, y: float, radius: float = 5.0) -> NDArray[np.bool_]:
    return np.hypot(COLUMNS - x, ROWS - y) <= radius


def flat(area: NDArray[np.bool_], alpha: float = 0.7) -> NDArray[np.float32]:
    """A layer with a shadow everywhere and gold without relief in the area."""
    layer = np.zeros((SIZE, SIZE, 4), np.float32)
    layer[..., 0] = 0.1
    layer[area, 0] = alpha
    layer[area, 1:] = GOLD * alpha
    return layer


def lit(brighter: str = "nowhere") -> NDArray[np.float32]:
    ramp = {"nowhere": 0 * COLUMNS, "right": COLUMNS, "left": SIZE - COLUMNS}[brighter]
    return np.repeat((90 + ramp)[..., None], 3, axis=2).astype(np.float32)


EVERYWHERE = np.ones((SIZE, SIZE), np.bool_)


def test_an_earring_covers_what_is_behind_it_and_shines() -> None:
    area = disc(20, 30)
    out = polished(flat(area), area, lit(), EVERYWHERE)
    assert out[30, 20, 0] == pytest.approx(1)
    seen = lightness(np.ascontiguousarray(out[..., 1:]))
    assert seen[area].max() > GOLD.mean() * 1.4
    assert seen[26:30, 20].mean() > seen[31:35, 20].mean()  # light comes from above
    hue = out[33, 20, 1:] / out[33, 20, 1:].sum()
    assert hue == pytest.approx(GOLD / GOLD.sum(), abs=0.05)


def test_around_an_earring_its_shadow_stays() -> None:
    area = disc(20, 30)
    before = flat(area)
    out = polished(before, area, lit(), EVERYWHERE)
    far = ~disc(20, 30, 8)
    assert np.array_equal(out[far], before[far])
    assert np.array_equal(before, flat(area))  # the layer that came in is another's


@pytest.mark.parametrize(("side", "step"), [("right", 2), ("left", -2)])
def test_light_comes_from_where_the_skin_is_brighter(side: str, step: int) -> None:
    area = disc(20, 30)
    seen = lightness(np.ascontiguousarray(polished(flat(area), area, lit(side), EVERYWHERE)[..., 1:]))
    assert seen[30, 20 + step] > seen[30, 20 - step]


def test_a_pair_is_of_one_colour() -> None:
    left, right = disc(14, 30), disc(48, 30)
    layer = flat(left | right)
    layer[right, 1:] = 0.7 * np.array([200, 200, 200], np.float32)
    out = polished(layer, left | right, lit(), EVERYWHERE)
    assert out[28:33, 12:17] == pytest.approx(out[28:33, 46:51], abs=1e-3)


def test_a_face_without_skin_and_an_earring_at_the_rim_are_no_trouble() -> None:
    area = disc(0, 63, 4)
    out = polished(flat(area), area, lit(), np.zeros_like(area))
    assert np.isfinite(out).all()
    assert 0 <= out[..., 0].min() <= out[..., 0].max() <= 1
    assert out[..., 1:].max() <= 255


def spectacles(rim: float, lens: float = 0.1) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """A layer with one round lens and its rim, dark brown, and the region that they cover."""
    area = disc(32, 32, 14)
    layer = np.zeros((SIZE, SIZE, 4), np.float32)
    layer[disc(32, 32, 18), 0] = 0.05  # its shadow
    layer[area, 0] = rim
    layer[disc(32, 32, 12), 0] = lens
    layer[area, 1:] = layer[area][:, :1] * np.array([60, 40, 20], np.float32)
    return layer, area


def test_a_trace_of_a_rim_becomes_a_rim() -> None:
    layer, glasses = spectacles(rim=0.4)
    firm = with_firm_rims(layer, glasses)
    rim = glasses & ~disc(32, 32, 12)
    assert firm[rim, 0] == pytest.approx(0.85)
    assert firm[rim, 1:] / firm[rim, :1] == pytest.approx(layer[rim, 1:] / layer[rim, :1])
    assert np.array_equal(firm[~rim], layer[~rim])  # lens and shadow


@pytest.mark.parametrize(("rim", "lens"), [(0.95, 0.1), (0.9, 0.8), (0.12, 0.1)])
def test_firm_rims_sunglasses_and_lenses_without_any_stay(rim: float, lens: float) -> None:
    layer, glasses = spectacles(rim, lens)
    assert np.array_equal(with_firm_rims(layer, glasses), layer)


def test_each_accessory_gets_its_own_treatment() -> None:
    layer, glasses = spectacles(rim=0.4)
    earring = disc(54, 54, 4)
    layer[earring] = (0.5, 40, 40, 40)
    laid = np.where(earring, Label.EAR_R, np.where(glasses, Label.EYE_G, 0)).astype(np.uint8)
    out = solid(layer, laid, lit(), EVERYWHERE)
    assert np.array_equal(out[glasses], with_firm_rims(layer, glasses)[glasses])
    assert np.array_equal(out[earring], polished(layer, earring, lit(), EVERYWHERE)[earring])
    assert np.array_equal(solid(layer, np.zeros_like(laid), lit(), EVERYWHERE), layer)
