"""Dyed hair: the shade and hue of real hair, the strands of the photo."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.face import CROP_SIZE
from core.labels import Label
from core.methods.tone.edits import HAIR_COLOURS
from core.methods.tone.hair import Curve, Light, dyed, find_hair, light_on, lit, mixed, to_lab
from core.methods.tone.method import CURVES, read_curves
from core.methods.tone.tuning import TUNING
from core.opencv import cv2

NUMBERS = TUNING.at(CROP_SIZE)
LIGHT = Light(0.7, 70.0, (10.0, 14.0))


def head(lightness: float = 60.0, seed: int = 0) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Hair in strands in the middle of a wall: the picture (128, 128, 3) in levels, and where hair is."""
    rng = np.random.default_rng(seed)
    hair = np.zeros((128, 128), np.uint8)
    cv2.ellipse(hair, (64, 64), (42, 46), 0, 0, 360, 1, -1)
    strands = cv2.GaussianBlur(rng.normal(0, 40, (128, 128)), (0, 0), sigmaX=0.8, sigmaY=6)
    shade = np.linspace(0.75, 1.25, 128)[None, :, None]
    tone = np.array([1.05, 1.0, 0.9]) * (lightness + strands[..., None]) * shade
    picture = np.where(hair[..., None] > 0, tone, 200 + rng.normal(0, 1, (128, 128, 1)))
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8), hair > 0


def coloured(
    picture: NDArray[np.uint8], hair: NDArray[np.bool_], curve: Curve
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """The picture with its hair dyed, and where surely hair is."""
    found = find_hair(picture, hair, NUMBERS)
    dye = dyed(picture, found, curve, NUMBERS)
    matte = (found.matte.of(picture) * found.limit)[..., None]
    wanted = np.clip(picture * dye.gain + dye.offset, 0, 255)
    return (picture + matte * (wanted - picture)).astype(np.float32), found.surely


@pytest.mark.parametrize("colour", HAIR_COLOURS)
def test_hair_gets_the_lightness_and_hue_of_real_hair_and_keeps_its_strands(colour: str) -> None:
    curve = read_curves(CURVES)[colour]
    picture, hair = head()
    result, surely = coloured(picture, hair, curve)
    before, after = to_lab(picture.astype(np.float32)), to_lab(result)
    assert abs(np.median(after[..., 0][surely]) - curve.lightness[16]) < 6
    assert np.abs(after[..., 1:][surely].mean(0) - curve.chroma.mean(0)).max() < 6
    fine = [each[..., 0] - cv2.GaussianBlur(each[..., 0], (0, 0), 4) for each in (before, after)]
    assert np.corrcoef(fine[0][surely], fine[1][surely])[0, 1] > 0.85


def test_what_is_no_hair_stays_as_it_is() -> None:
    picture, hair = head()
    result, _ = coloured(picture, hair, read_curves(CURVES)["red"])
    far = cv2.dilate(hair.astype(np.uint8), np.ones((25, 25))) == 0
    assert np.array_equal(result[far], picture[far])


def test_a_wall_between_strands_is_not_dyed() -> None:
    """The labels call all of it hair."""
    picture, hair = head(lightness=40)
    picture[60:70, 76:80] = 215
    result, _ = coloured(picture, hair, read_curves(CURVES)["red"])
    assert np.abs(result[63:67, 77:79] - picture[63:67, 77:79]).max() < 12


def test_shades_grow_no_steeper_than_the_grain_bears() -> None:
    """Black hair that is one shade throughout does not become a relief of its noise."""
    picture, hair = head(lightness=12)
    result, surely = coloured(picture, hair, read_curves(CURVES)["blond"])
    before = to_lab(picture.astype(np.float32))[..., 0][surely].std()
    assert to_lab(result)[..., 0][surely].std() < 2.2 * before


@given(st.floats(0.05, 1), st.floats(0.05, 1))
def test_colours_mix_in_proportion(first: float, second: float) -> None:
    curves = read_curves(CURVES)
    both = mixed(curves, {"red": first, "black": second})
    share = first / (first + second)
    expected = share * curves["red"].lightness + (1 - share) * curves["black"].lightness
    np.testing.assert_allclose(both.lightness, expected)
    np.testing.assert_allclose(mixed(curves, {"red": first}).chroma, curves["red"].chroma)


@given(st.floats(0.01, 1))
def test_in_less_light_hair_is_darker_and_never_brighter_than_it_was_read(level: float) -> None:
    curve = replace(read_curves(CURVES)["blond"], light=LIGHT)
    seen = lit(curve, replace(LIGHT, level=level), TUNING)
    assert (seen.lightness <= curve.lightness + 1e-6).all()
    assert (np.diff(seen.lightness) >= -1e-9).all()
    if level < LIGHT.level / 2:
        assert seen.lightness[16] < 0.85 * curve.lightness[16]


def test_warm_light_warms_hair_and_pale_skin_does_not_turn_it_blue() -> None:
    curve = replace(read_curves(CURVES)["grey"], light=LIGHT)
    warm = lit(curve, replace(LIGHT, tint=(20.0, 34.0)), TUNING)
    assert (warm.chroma[16] > curve.chroma[16] + 4).all()
    pale = lit(curve, replace(LIGHT, tint=(4.0, 6.0)), TUNING)
    np.testing.assert_allclose(pale.chroma, curve.chroma)


def test_light_is_read_off_the_brightest_of_a_face() -> None:
    crop = np.full((64, 64, 3), (120, 90, 70), np.uint8)
    labels = np.full((64, 64), Label.SKIN, np.uint8)
    plain = light_on(crop, labels, TUNING)
    crop[10:16, 10:44] = 235
    labels[10:16, 10:44] = Label.MOUTH
    teeth = light_on(crop, labels, TUNING)
    assert plain is not None
    assert teeth is not None
    assert teeth.level > 3 * plain.level
    assert teeth.tint == plain.tint
    assert light_on(crop, np.zeros_like(labels), TUNING) is None
