from __future__ import annotations

import numpy as np
import pytest

from core.document.edits import Own, Reference, Seed
from core.labels import NUM_LABELS, Label
from core.methods.codes import RegionCodes
from core.methods.layout import Layout
from core.methods.smile.edits import SetRegionStyle
from core.methods.smile.styles import Array, RegionStyler

DIM = 3
FACE = np.full((64, 64), Label.SKIN, np.uint8)
FACE[:20] = Label.HAIR
FACE[30:34, 10:20] = Label.R_EYE


class Random:
    syn_latent = 2

    def syn_random(self, z: Array) -> Array:
        return np.repeat(z[:, :1] * 0 - 5, DIM, 1).astype(np.float32)


def own() -> RegionCodes:
    valid = np.zeros(NUM_LABELS, np.bool_)
    valid[np.unique(FACE)] = True
    codes = np.arange(NUM_LABELS * DIM, dtype=np.float32).reshape(NUM_LABELS, DIM)
    return RegionCodes(np.where(valid[:, None], codes, 0), valid)


def reference() -> RegionCodes:
    valid = np.zeros(NUM_LABELS, np.bool_)
    valid[[Label.HAIR, Label.SKIN]] = True
    return RegionCodes(
        np.where(valid[:, None], np.float32(100), np.float32(0)) * np.ones(DIM, np.float32), valid
    )


def typical() -> tuple[Array, np.ndarray]:
    styles = np.stack([np.full((NUM_LABELS, DIM), 40 + i, np.float32) for i in range(8)])
    valid = np.zeros((8, NUM_LABELS), np.bool_)
    valid[2:6, Label.EYE_G] = True
    return styles, valid


def styler(with_typical: bool = True) -> RegionStyler:
    return RegionStyler(Random(), lambda _: reference(), typical() if with_typical else None)


def worn(source: Seed | Reference | Own) -> Layout:
    layout = Layout.of(FACE)
    label_map = FACE.copy()
    label_map[40:50] = Label.EYE_G
    return Layout(layout.parsed, label_map, layout.base, {Label.EYE_G: source})


def test_without_edits_every_region_keeps_its_own_style():
    styled = styler().style(own(), Layout.of(FACE), ())
    assert np.array_equal(styled.codes, own().codes)
    assert not styled.restyled
    assert not styled.notices


def test_an_accessory_looks_like_one_of_the_packs_real_ones():
    seen = {float(styler().style(own(), worn(Seed(s)), ()).codes[Label.EYE_G, 0]) for s in range(20)}
    assert seen <= {42, 43, 44, 45}
    assert len(seen) > 1
    assert styler(False).style(own(), worn(Seed(1)), ()).codes[Label.EYE_G, 0] == -5


def test_a_reference_that_lacks_the_region_gives_a_typical_one_and_says_so():
    styled = styler().style(own(), worn(Reference("her")), ())
    assert styled.codes[Label.EYE_G, 0] in (42, 43, 44, 45)
    assert "eyeglasses" in styled.notices[0]


def test_a_revealed_eye_looks_like_the_other_one():
    both = FACE.copy()
    both[30:34, 40:50] = Label.L_EYE
    layout = Layout(FACE, both, both)
    styled = styler().style(own(), layout, ())
    assert np.array_equal(styled.codes[Label.L_EYE], own().codes[Label.R_EYE])


def test_region_style_goes_part_of_the_way():
    edit = SetRegionStyle(region="hair", source=Reference("her"), strength=0.25)
    styled = styler().style(own(), Layout.of(FACE), (edit,))
    before = own().codes[Label.HAIR]
    assert np.allclose(styled.codes[Label.HAIR], before + (100 - before) * 0.25)
    assert styled.restyled == {Label.HAIR}
    assert np.array_equal(styled.codes[Label.SKIN], own().codes[Label.SKIN])


def test_a_region_that_the_face_lacks_is_said():
    styled = styler().style(own(), Layout.of(FACE), (SetRegionStyle(region="hat", source=Seed(1)),))
    assert "no hat" in styled.notices[0]
    assert not styled.restyled


def test_hair_that_grows_by_chance_goes_with_the_brows():
    face = FACE.copy()
    face[:20] = Label.BACKGROUND
    grown = face.copy()
    grown[:20] = Label.HAIR
    mine = own()
    mine.valid[[Label.HAIR, Label.R_BROW]] = False, True
    mine.codes[Label.R_BROW] = 41.2
    styles = np.stack([np.full((NUM_LABELS, DIM), 40 + i % 8, np.float32) for i in range(32)])
    found = RegionStyler(Random(), lambda _: reference(), (styles, np.ones((32, NUM_LABELS), np.bool_)))
    seen: set[float] = set()
    for seed in range(12):
        layout = Layout(face, grown, grown, {Label.HAIR: Seed(seed)})
        seen.add(float(found.style(mine, layout, ()).codes[Label.HAIR, 0]))
    assert seen == {41, 42}  # the eight nearest among brows of 40 to 47, four of each


class Noisy(Random):
    """Gives every style the first random number that it is made of."""

    def syn_random(self, z: Array) -> Array:
        return np.repeat(z[:, :1], DIM, 1)


def test_what_truncation_draws_towards_is_what_it_was_in_documents_of_before():
    styler = RegionStyler(Noisy(), lambda _: reference())
    edit = SetRegionStyle(region="hair", source=Seed(3, 0.0))
    styled = styler.style(own(), Layout.of(FACE), (edit,))
    assert styled.codes[Label.HAIR, 0] == pytest.approx(-0.01895905, abs=1e-5)
