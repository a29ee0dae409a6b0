"""How far from a change the picture changes, and how much of a region must be seen to go by it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from core.labels import Label
from core.methods.smile.accessories import _light, polished, with_firm_rims
from core.methods.smile.compose import colour_offset, compose, eyeglasses_mask
from core.methods.smile.hair import taken_from_above
from tests.core.methods.smile.test_accessories import EVERYWHERE, flat, spectacles
from tests.core.methods.smile.test_accessories import disc as earring
from tests.core.methods.smile.test_compose import SIZE, disc, distance_to, painted, scene
from tests.core.methods.smile.test_hair import COLUMNS as HAIR_COLUMNS
from tests.core.methods.smile.test_hair import FRINGE, HAIRLINE, head, striped
from tests.core.methods.smile.test_hair import ROWS as HAIR_ROWS


def test_a_seam_is_evened_out_over_twelve_pixels_more_than_new_pixels_fade():
    area = disc(48, 48, 6)
    layout = painted(Label.HAIR, area)
    drawn = np.full((SIZE, SIZE, 3), 200, np.float32)
    patch = compose(scene(base=layout, label_map=layout, drawn=drawn))
    away = distance_to(area)
    assert patch.touched[away <= 11].min() > 0
    assert patch.touched[away >= 15].max() == 0


@pytest.mark.parametrize(("known", "carried"), [(350, False), (450, True)])
def test_background_is_carried_on_from_four_hundred_pixels_of_it(known: int, carried: bool):
    parsed = np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    parsed[90:].flat[:known] = Label.BACKGROUND  # all far from what changes
    base = parsed.copy()
    base[10:20, 10:20] = Label.BACKGROUND
    picture = np.full((SIZE, SIZE, 3), 60, np.float32)
    drawn = picture.copy()
    drawn[10:20, 10:20] = 200
    patch = compose(scene(crop=picture, parsed=parsed, base=base, label_map=base, drawn=drawn))
    shown = (picture + patch.difference)[15, 15]
    assert shown == pytest.approx(60 if carried else 200, abs=1)


def test_lenses_are_replaced_when_they_cover_more_than_half():
    region = disc(48, 48, 20)
    assert eyeglasses_mask(region, region * np.float32(0.7))[48, 48] == 1
    tinted = np.where(disc(48, 48, 17), np.float32(0.38), region * np.float32(0.9))
    assert eyeglasses_mask(region, tinted)[48, 48] == 0


def test_the_rim_goes_where_no_frame_is_seen():
    """Frames are thin: a mean opacity of 0.025 shows one, of 0.015 does not."""
    region = disc(48, 48, 20)
    faint, seen = (region * np.float32(mean) for mean in (0.015, 0.0))
    seen[disc(48, 48, 3)] = 0.025 * region.sum() / disc(48, 48, 3).sum()
    assert eyeglasses_mask(region, faint)[48, 29] == 1
    assert eyeglasses_mask(region, faint)[48, 48] == 0
    assert eyeglasses_mask(region, seen)[48, 29] == 0
    assert eyeglasses_mask(region, seen)[48, 48] == 1


def test_temples_are_followed_for_twenty_four_pixels():
    region = disc(24, 48, 12)
    opacity = np.zeros((SIZE, SIZE), np.float32)
    opacity[47:50, 14:90] = 0.9
    mask = eyeglasses_mask(region, opacity)[48]
    assert mask[24 + 12 + 20] == 1
    assert mask[24 + 12 + 30 :].max() == 0


def test_light_comes_from_no_further_aside_however_steep_it_is():
    area = earring(20, 30)
    columns = np.indices(area.shape, np.float32)[1]
    shaded = [
        polished(
            flat(area),
            area,
            np.repeat(np.exp(slope * columns)[..., None], 3, 2).astype(np.float32) * 9,
            EVERYWHERE,
        )
        for slope in (0.0245, 0.029)
    ]
    assert shaded[0] == pytest.approx(shaded[1], abs=1e-3)


def test_a_rim_is_told_from_a_lens_by_a_twentieth():
    layer, glasses = spectacles(rim=0.16)
    assert with_firm_rims(layer, glasses)[..., 0].max() == pytest.approx(0.85)


@pytest.mark.parametrize(("columns", "taken"), [(8, False), (12, True)])
def test_hair_is_taken_from_four_hundred_pixels_of_it(columns: int, taken: bool):
    """Of 48 rows two at every edge are left out."""
    picture = striped(HAIR_ROWS, HAIR_COLUMNS, HAIRLINE, 8)
    narrow = columns + 2 > HAIR_COLUMNS
    full = head(picture)
    parsed = np.where(narrow, full.parsed, Label.SKIN).astype(np.uint8)
    base = np.where(narrow, full.base, Label.SKIN).astype(np.uint8)
    patch = compose(replace(full, parsed=parsed, base=base, label_map=base))
    assert (patch.moved is not None) == taken


def test_hair_less_than_eight_pixels_thick_gives_none():
    """Two pixels at its upper end are left out."""
    new = (HAIR_ROWS >= HAIRLINE) & (HAIR_ROWS < FRINGE)
    for thick, falls in ((9, False), (11, True)):
        known = (HAIRLINE - thick <= HAIR_ROWS) & (HAIR_ROWS < HAIRLINE)
        assert taken_from_above(known, new)[1].any() == falls


def test_hair_is_stretched_four_times_and_then_taken_the_other_way_round():
    new = (HAIR_ROWS >= HAIRLINE) & (HAIR_ROWS < HAIRLINE + 48)
    known = (HAIR_ROWS >= HAIRLINE - 11) & (HAIR_ROWS < HAIRLINE)  # of which nine are taken: 48 / 9 > 4
    field = taken_from_above(known, new)[0][HAIRLINE : HAIRLINE + 48, 40, 1]
    highest = int(field.argmin())
    assert 30 < highest < 42
    assert (np.diff(field[highest:]) >= 0).all()


@pytest.mark.parametrize(("seen", "matched"), [(24, False), (38, True)])
def test_a_regions_colour_is_matched_where_enough_of_it_is_seen(seen: int, matched: bool):
    """A hand's breadth of hair at the crop's edge says nothing of hair; six pixels by six do."""
    parsed = np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    parsed[20:22, 20 : 20 + seen // 2] = Label.HAIR
    base = parsed.copy()
    base[100:140, 100:140] = Label.HAIR
    mask = (base != parsed).astype(np.float32)
    photo, drawn = (np.full((SIZE, SIZE, 3), level, np.float32) for level in (80, 60))
    offset = colour_offset(scene(parsed=parsed, base=base, label_map=base), photo, drawn, mask)
    assert offset[120, 120] == pytest.approx([20 if matched else 0] * 3, abs=0.1)


def test_colours_are_read_two_pixels_beside_new_ones_and_not_nearer():
    parsed = np.full((SIZE, SIZE), Label.SKIN, np.uint8)
    parsed[100:180, 100:104] = Label.HAIR
    base = parsed.copy()
    base[100:180, 96:100] = Label.HAIR
    mask = (base != parsed).astype(np.float32)
    photo, drawn = np.full((SIZE, SIZE, 3), 80, np.float32), np.full((SIZE, SIZE, 3), 80, np.float32)
    photo[:, 100:102] = 250  # what shines through beside what goes
    photo[:, 102] += 20
    photo[:, 103] += 40
    offset = colour_offset(scene(parsed=parsed, base=base, label_map=base), photo, drawn, mask)
    assert offset[140, 98] == pytest.approx([30] * 3, abs=3)


@pytest.mark.parametrize(("levels", "tells"), [((2, 7), False), ((8, 12), True)])
def test_light_is_not_read_off_what_is_almost_black(levels: tuple[int, int], tells: bool):
    crop = np.full((SIZE, SIZE, 3), levels[0], np.float32)
    crop[:, SIZE // 2 :] = levels[1]
    assert (_light(crop, EVERYWHERE)[0] > 0.05) == tells


def test_tinted_lenses_go_whole_where_they_hide_more_than_half():
    """Lenses so light that they would stay, in frames so broad that nothing would be left to stay for."""
    region, lens = disc(48, 48, 20), disc(48, 48, 14)
    tinted = np.where(lens, np.float32(0.42), region * np.float32(0.9))
    assert eyeglasses_mask(region, tinted)[48, 48] == 1


def test_a_faint_frame_on_clear_lenses_is_one_and_a_reflection_is_none():
    region, lens = disc(48, 48, 20), disc(48, 48, 17)
    faint = np.where(region & ~lens, np.float32(0.25), np.float32(0))
    faint[disc(48, 48, 3)] = 0.15  # what a lens mirrors
    mask = eyeglasses_mask(region, faint)
    assert mask[48, 29] == 1
    assert mask[48, 48] == 0
