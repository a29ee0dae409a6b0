from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labels import Label
from core.methods.smile.compose import (
    Patch,
    Scene,
    compose,
    eyeglasses_mask,
    pyramid_blend,
)
from core.opencv import cv2
from core.render.filters import pull_push
from tests.core.placed import shown

SIZE = 256
FEATHER, SEAM_REACH, SHADOW_REACH, EARRING_REACH = 3, 12, 14, 3
ROWS, COLUMNS = np.mgrid[0:SIZE, 0:SIZE]


def crop(seed: int = 0) -> np.ndarray:
    """A smooth picture with grain, as a photo has."""
    rng = np.random.default_rng(seed)
    smooth = (
        120
        + 40 * np.sin(ROWS / 17)[..., None]
        + 30 * np.cos(COLUMNS / 23)[..., None] * np.array([1, 0.5, -1])
    )
    return np.clip(smooth + rng.normal(0, 4, (SIZE, SIZE, 3)), 0, 255).astype(np.uint8)


def disc(x: float, y: float, radius: float) -> np.ndarray:
    return (COLUMNS - x) ** 2 + (ROWS - y) ** 2 <= radius * radius


def scene(**changes: object) -> Scene:
    skin = np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    flat = np.zeros((SIZE, SIZE), np.float32)
    base = Scene(
        crop=crop().astype(np.float32),
        opacity=flat,
        parsed=skin,
        base=skin,
        label_map=skin,
        restyled=frozenset(),
        drawn=None,
        reconstruction=None,
        overlay=None,
        fade=np.ones((SIZE, SIZE), np.float32),
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # fields by name


def painted(label: Label, area: np.ndarray) -> np.ndarray:
    return np.where(area, np.uint8(label), np.uint8(Label.SKIN))


def distance_to(area: np.ndarray) -> np.ndarray:
    return np.asarray(cv2.distanceTransform((~area).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE))


def test_no_edit_changes_nothing():
    patch = compose(scene())
    assert patch.is_empty
    assert np.array_equal(shown(crop(), patch), crop())


@given(st.floats(-5, SIZE + 5), st.floats(-5, SIZE + 5), st.floats(1.5, 12), st.integers(0, 255))
def test_new_pixels_stay_within_the_reach_of_the_change(x: float, y: float, radius: float, level: int):
    area = disc(x, y, radius)
    if not area.any():
        return
    layout = painted(Label.HAIR, area)
    drawn = np.full((SIZE, SIZE, 3), level, np.float32)
    patch = compose(scene(base=layout, label_map=layout, drawn=drawn))
    out = shown(crop(), patch)
    far = distance_to(area) > FEATHER + SEAM_REACH
    assert np.array_equal(out[far], crop()[far])
    assert not patch.touched[far].any()
    assert np.array_equal(out[patch.touched <= 0], crop()[patch.touched <= 0])
    for layer in (patch.difference, patch.replaced, patch.alpha, patch.colour):
        assert not np.any(layer[patch.touched <= 0])


def test_a_soft_brush_fades_further_out_and_no_further():
    area = disc(48, 48, 10)
    layout = painted(Label.HAIR, area)
    drawn = np.zeros((SIZE, SIZE, 3), np.float32)
    soft = np.where(disc(48, 48, 20), np.float32(8), np.float32(0))
    hard = compose(scene(base=layout, label_map=layout, drawn=drawn))
    faded = compose(scene(base=layout, label_map=layout, drawn=drawn, softness=soft))
    ring = disc(48, 48, 17) & ~disc(48, 48, 14)
    assert not hard.replaced[ring].any()
    assert (faded.replaced[ring] > 0).all()
    assert not faded.replaced[~disc(48, 48, 10 + FEATHER + 8 + 1)].any()
    assert np.array_equal(faded.replaced[area], hard.replaced[area])


def test_a_changed_region_shows_what_was_drawn():
    area = disc(48, 48, 20)
    layout = painted(Label.HAIR, area)
    drawn = crop(3).astype(np.float32)
    drawn[area] = (30, 60, 90)
    out = shown(crop(), compose(scene(base=layout, label_map=layout, drawn=drawn)))
    inner = disc(48, 48, 10)
    assert np.abs(out[inner].mean(axis=0) - (30, 60, 90)).max() < 6


def test_a_thin_dark_frame_leaves_no_shade():
    frame = disc(48, 48, 20) & ~disc(48, 48, 18)
    region, skin = disc(48, 48, 20), np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    drawn, worn = crop().astype(np.float32), crop().astype(np.float32)
    worn[frame] = 10
    parsed = painted(Label.EYE_G, region)
    opacity = frame.astype(np.float32)
    patch = compose(scene(crop=worn, parsed=parsed, base=skin, label_map=skin, opacity=opacity, drawn=drawn))
    out = shown(worn.astype(np.uint8), patch)
    assert np.abs(out[frame].astype(float) - crop()[frame]).mean() < 3


def test_an_earring_takes_its_glint_along():
    worn, skin = disc(48, 48, 6), np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    bright = crop().astype(np.float32)
    bright[disc(48, 48, 6 + EARRING_REACH - 1)] = 250
    parsed, drawn = painted(Label.EAR_R, worn), crop().astype(np.float32)
    patch = compose(scene(crop=bright, parsed=parsed, base=skin, label_map=skin, drawn=drawn))
    out = shown(bright.astype(np.uint8), patch).astype(float)
    assert np.abs(out - crop())[disc(48, 48, 20)].mean() < 4
    assert np.array_equal(out[~disc(48, 48, 30)], bright[~disc(48, 48, 30)])


def test_a_colour_cast_of_the_network_is_matched_to_the_photo():
    """Glasses that cover everything come off; the drawing is right but for a constant cast."""
    area = disc(48, 48, 14)
    drawn = crop().astype(np.float32) + np.array([25, -15, 10], np.float32)
    parsed = painted(Label.EYE_G, area)
    below = np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    opaque = area.astype(np.float32)
    patch = compose(scene(parsed=parsed, base=below, label_map=below, opacity=opaque, drawn=drawn))
    out = shown(crop(), patch)
    assert np.abs(out.astype(float) - crop()).mean() < 1.5


def test_style_change_keeps_grain_and_leaves_other_regions_alone():
    area = disc(48, 48, 24)
    layout = painted(Label.HAIR, area)
    own = np.full((SIZE, SIZE, 3), 100, np.float32)
    unchanged = {"parsed": layout, "base": layout, "label_map": layout}
    patch = compose(scene(**unchanged, restyled=frozenset({Label.HAIR}), drawn=own + 30, reconstruction=own))
    out = shown(crop(), patch)
    inner, outer = disc(48, 48, 18), distance_to(area) > FEATHER
    assert np.abs(out[inner].astype(int) - crop()[inner] - 30).max() <= 1
    assert np.array_equal(out[outer], crop()[outer])


def test_eyeglasses_are_laid_over_the_photo():
    area = disc(48, 48, 12)
    layer = np.zeros((SIZE, SIZE, 4), np.float32)
    layer[..., 0], layer[..., 1:] = 0.5, 10.0
    worn = painted(Label.EYE_G, area)
    patch = compose(scene(label_map=worn, overlay=layer))
    out = shown(crop(), patch)
    assert np.abs(out[area].astype(float) - (crop()[area] * 0.5 + 10)).max() <= 1
    far = distance_to(area) > SHADOW_REACH + FEATHER
    assert np.array_equal(out[far], crop()[far])


def test_clear_lenses_keep_the_eyes_and_sunglasses_do_not():
    region = disc(48, 48, 20)
    frame = region & ~disc(48, 48, 16)
    clear = eyeglasses_mask(region, frame.astype(np.float32))
    assert clear[48, 48] == 0
    assert clear[frame].min() > 0.9
    dark = eyeglasses_mask(region, region.astype(np.float32))
    assert dark[region].min() == 1


def test_everything_fades_out_where_the_crop_is_cut():
    layout = painted(Label.HAIR, disc(0, 48, 30))
    fade = np.ones((SIZE, SIZE), np.float32)
    fade[:, 0] = 0
    drawn = np.full((SIZE, SIZE, 3), 250, np.float32)
    patch = compose(scene(base=layout, label_map=layout, drawn=drawn, fade=fade))
    assert np.array_equal(shown(crop(), patch)[:, 0], crop()[:, 0])


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_the_pyramid_gives_each_picture_back(value: float):
    below, above = crop(1).astype(np.float32), crop(2).astype(np.float32)
    mask = np.full((SIZE, SIZE), value, np.float32)
    assert np.allclose(pyramid_blend(below, above, mask), above if value else below, atol=1e-2)


def test_an_empty_patch_is_empty():
    assert Patch.empty(SIZE).is_empty


def test_values_are_carried_from_known_pixels_and_never_beyond_their_range() -> None:
    values = np.repeat((ROWS * 2.0)[..., None], 3, axis=2).astype(np.float32)
    known = disc(48, 48, 30)
    carried = pull_push(values, known)
    assert np.array_equal(carried[known], values[known])
    assert carried.min() >= values[known].min() - 1e-3
    assert carried.max() <= values[known].max() + 1e-3
    assert carried[:8].mean() < carried[-8:].mean()


def test_background_behind_cut_hair_is_the_photos_own() -> None:
    hair = disc(48, 48, 22)
    picture = np.full((SIZE, SIZE, 3), (40.0, 90.0, 160.0), np.float32)
    picture[disc(48, 48, 24)] = 10.0  # strands lie a little beyond the label
    parsed = np.where(hair, Label.HAIR, Label.BACKGROUND).astype(np.uint8)
    base = np.full_like(parsed, Label.BACKGROUND)
    patch = compose(
        scene(
            crop=picture,
            parsed=parsed,
            base=base,
            label_map=base,
            drawn=np.full_like(picture, 200.0),
        )
    )
    out = shown(picture.astype(np.uint8), patch)
    assert np.abs(out.astype(float) - (40, 90, 160)).max() <= 3


def test_new_hair_takes_the_colour_of_the_hair_beside_it() -> None:
    parsed = np.where(ROWS < 48, Label.HAIR, Label.SKIN).astype(np.uint8)
    base = np.where(ROWS < 84, Label.HAIR, Label.SKIN).astype(np.uint8)
    grain = np.random.default_rng(0).normal(0, 6, (SIZE, SIZE, 1))
    picture = np.where((ROWS < 48)[..., None], (90.0, 60.0, 40.0), (210.0, 170.0, 150.0)) + grain
    drawn = np.random.default_rng(1).normal(100, 30, (SIZE, SIZE, 3))
    patch = compose(
        scene(crop=picture.astype(np.float32), parsed=parsed, base=base, label_map=base,
              drawn=drawn.astype(np.float32))
    )  # fmt: skip
    out = shown(np.clip(picture, 0, 255).astype(np.uint8), patch)[52:60]
    assert np.abs(out.mean(axis=(0, 1)) - (90, 60, 40)).max() < 12
    assert 1 < out.std(axis=(0, 1)).mean() < 20


def test_a_hats_edge_is_the_layers_and_its_inside_the_drawings() -> None:
    """What is drawn in place mixes hat and skin along the edge: a light line around dark hats."""
    inside = ROWS < 40
    worn = np.where(inside, Label.HAT, Label.SKIN).astype(np.uint8)
    drawn = np.where(ROWS < 39, 30.0, 200.0)[..., None] * np.ones(3)
    layer = np.zeros((SIZE, SIZE, 4), np.float32)
    layer[inside] = (1, 40, 40, 40)
    patch = compose(scene(base=worn, label_map=worn, drawn=drawn.astype(np.float32), overlay=layer))
    assert (patch.alpha[39] == 1).all()
    assert (patch.colour[39] == 40).all()
    assert (patch.alpha[:38] == 0).all()
