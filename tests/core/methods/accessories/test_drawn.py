"""Drawn accessories on a made-up head: composition, labels, bounds, turned heads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.labels import IGNORE, NUM_LABELS, Label
from core.methods.accessories import (
    Composite,
    EarringStyle,
    EyeglassStyle,
    HatStyle,
    draw_earrings,
    draw_eyeglasses,
    draw_hat,
)
from core.methods.accessories.head import fit_head
from core.methods.accessories.layer import stack
from tests.core.methods.accessories.heads import make_mesh, make_portrait

PORTRAITS = Path(__file__).parents[3] / "shared" / "portraits"
Draw = Callable[..., Composite | None]
DRAWN: list[tuple[Draw, Label]] = [
    (draw_eyeglasses, Label.EYE_G), (draw_hat, Label.HAT), (draw_earrings, Label.EAR_R),
]  # fmt: skip


@pytest.fixture(scope="module")
def portrait() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    return make_portrait()


def check(made: Composite, image: NDArray[np.uint8], labels: NDArray[np.uint8], label: Label) -> None:
    again = np.round((1 - made.alpha.astype(np.float64)[..., None]) * image + 255 * made.colour)
    assert np.abs(again - made.image).max() <= 1
    assert made.image.dtype == made.label_map.dtype == np.uint8
    assert made.alpha.dtype == made.colour.dtype == np.float32
    assert 0 <= made.alpha.min() <= made.alpha.max() <= 1
    assert (made.colour <= made.alpha[..., None] + 1e-6).all()
    changed = made.label_map != labels
    assert set(np.unique(made.label_map[changed])) == {label}
    assert np.isin(made.label_map, [*range(NUM_LABELS), IGNORE]).all()
    # What is labelled is painted, or is a clear lens.
    untouched = made.alpha == 0
    np.testing.assert_array_equal(made.image[untouched], image[untouched])


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("draw", "label"), DRAWN)
def test_composition(portrait: tuple[NDArray[np.uint8], ...], draw: Draw, label: Label, seed: int) -> None:
    image, labels = portrait
    made = draw(image, labels, make_mesh(), np.random.default_rng(seed))
    assert made is not None
    check(made, image, labels, label)


@pytest.mark.parametrize(("draw", "label"), DRAWN)
@pytest.mark.parametrize(("yaw", "pitch"), [(-35, 0), (35, 10), (0, -25), (15, 20)])
def test_turned_heads(
    portrait: tuple[NDArray[np.uint8], ...], draw: Draw, label: Label, yaw: float, pitch: float
) -> None:
    image, labels = portrait
    made = draw(image, labels, make_mesh(yaw, pitch), np.random.default_rng(1))
    if made is None:
        assert draw is not draw_eyeglasses
        return
    check(made, image, labels, label)


@pytest.mark.parametrize(("draw", "label"), DRAWN)
def test_same_seed_same_picture(portrait: tuple[NDArray[np.uint8], ...], draw: Draw, label: Label) -> None:
    first, second, other = (draw(*portrait, make_mesh(), np.random.default_rng(seed)) for seed in (7, 7, 8))
    assert first is not None
    assert second is not None
    assert other is not None
    np.testing.assert_array_equal(first.image, second.image)
    np.testing.assert_array_equal(first.label_map, second.label_map)
    assert first.params == second.params
    assert (first.image != other.image).any()


def test_the_portrait_is_left_alone(portrait: tuple[NDArray[np.uint8], ...]) -> None:
    image, labels = (array.copy() for array in portrait)
    for draw, _ in DRAWN:
        draw(image, labels, make_mesh(), np.random.default_rng(0))
    np.testing.assert_array_equal(image, portrait[0])
    np.testing.assert_array_equal(labels, portrait[1])


@pytest.mark.parametrize("seed", range(5))
def test_eyeglasses_cover_both_eyes(portrait: tuple[NDArray[np.uint8], ...], seed: int) -> None:
    image, labels = portrait
    made = draw_eyeglasses(image, labels, make_mesh(), np.random.default_rng(seed))
    for x in (96, 160):
        assert made.label_map[122, x] == Label.EYE_G
    rows, columns = np.nonzero(made.label_map == Label.EYE_G)
    assert 90 < np.ptp(columns) < 175
    assert 24 < np.ptp(rows) < 75
    assert abs(columns.mean() - 128) < 4


@pytest.mark.parametrize(("angle", "side"), [(30.0, 1), (-30.0, -1)])
def test_the_far_lens_is_narrower(portrait: tuple[NDArray[np.uint8], ...], angle: float, side: int) -> None:
    image, labels = portrait
    mesh = make_mesh(angle)
    head = fit_head(mesh)
    assert head.yaw == pytest.approx(angle, abs=0.5)
    nose = head.project(head.mesh[6:7])[0, 0]
    made = draw_eyeglasses(image, np.zeros_like(labels), mesh, np.random.default_rng(2))
    columns = np.nonzero((made.label_map == Label.EYE_G).sum(0) > 12)[0]
    far, near = (columns.max() - nose, nose - columns.min())[::side]
    assert far < near


def test_clear_lenses_show_the_eyes_and_dark_ones_hide_them(portrait: tuple[NDArray[np.uint8], ...]) -> None:
    image, labels = portrait
    seen: dict[str, float] = {}
    for seed in range(60):
        style = EyeglassStyle.random(np.random.default_rng(seed))
        if style.lens in ("plain", "dark") and style.lens not in seen:
            made = draw_eyeglasses(image, labels, make_mesh(), np.random.default_rng(seed), style)
            seen[style.lens] = float(np.median(made.alpha[118:126, 90:102]))
    assert seen["plain"] < 0.45
    assert seen["dark"] > 0.75


def test_long_hair_lies_over_the_arms() -> None:
    image, labels = make_portrait()
    turned = make_mesh(25.0)
    short = draw_eyeglasses(image, labels, turned, np.random.default_rng(4))
    labels_long = labels.copy()
    labels_long[60:250, 30:72] = Label.HAIR
    long = draw_eyeglasses(image, labels_long, turned, np.random.default_rng(4))
    strip = np.s_[100:140, 36:66]
    assert (long.label_map[strip] == Label.EYE_G).sum() < (short.label_map[strip] == Label.EYE_G).sum()


def test_earrings_need_a_lobe_that_can_be_seen() -> None:
    image, labels = make_portrait()
    hidden = labels.copy()
    hidden[90:220, :75] = hidden[90:220, 181:] = Label.HAIR
    assert draw_earrings(image, hidden, make_mesh(), np.random.default_rng(0)) is None
    made = draw_earrings(image, labels, make_mesh(), np.random.default_rng(0))
    assert made is not None
    columns = np.nonzero((made.label_map == Label.EAR_R).any(0))[0]
    assert columns.min() < 70
    assert columns.max() > 186


@pytest.mark.parametrize("kind", ["cap", "beanie", "fedora", "cowboy", "bucket", "beret", "wrap"])
def test_every_hat_covers_the_top_of_the_head_and_no_mouth(kind: str) -> None:
    image, labels = make_portrait()
    style = next(s for seed in range(400) if (s := HatStyle.random(np.random.default_rng(seed))).kind == kind)
    made = draw_hat(image, labels, make_mesh(), np.random.default_rng(0), style)
    assert made is not None
    assert (made.label_map[30:60, 100:156] == Label.HAT).mean() > 0.9
    assert not (made.label_map[170:] == Label.HAT).any()


def test_styles_are_plain_data() -> None:
    for kind in (EyeglassStyle, HatStyle, EarringStyle):
        style = kind.random(np.random.default_rng(0))
        assert style == kind.random(np.random.default_rng(0))
        assert all(
            isinstance(value, (str, int, float, bool, tuple, dict)) for value in style.params().values()
        )


def test_stacked_layers_compose_like_one(portrait: tuple[NDArray[np.uint8], ...]) -> None:
    image, labels = portrait
    rng = np.random.default_rng(0)
    glasses = draw_eyeglasses(image, labels, make_mesh(), rng)
    hat = draw_hat(glasses.image, glasses.label_map, make_mesh(), rng)
    assert hat is not None
    both = stack(glasses, hat, image)
    again = np.round((1 - both.alpha[..., None]) * image + 255 * both.colour)
    assert np.abs(again - both.image).max() <= 1
    assert np.abs(both.image.astype(int) - hat.image).max() <= 2
    assert {"eyeglasses", "hat"} == set(both.params)


def test_a_mesh_of_another_shape_is_refused(portrait: tuple[NDArray[np.uint8], ...]) -> None:
    with pytest.raises(ValueError, match="478"):
        draw_eyeglasses(portrait[0], portrait[1], np.zeros((68, 3)), np.random.default_rng(0))
    with pytest.raises(ValueError, match="finite"):
        fit_head(np.full((478, 3), np.nan))


def test_faces_beyond_the_crop_draw_nothing_wrong(portrait: tuple[NDArray[np.uint8], ...]) -> None:
    image, labels = portrait
    for shift in ([200, 0, 0], [-220, -200, 0]):
        for draw, _ in DRAWN:
            made = draw(image, labels, make_mesh() + np.array(shift, np.float32), np.random.default_rng(0))
            assert made is None or made.image.shape == image.shape
