from __future__ import annotations

import numpy as np
import pytest

from core.document.edits import Reference, Seed
from core.labels import GROUPS, NUM_LABELS, Label
from core.methods.codes import RegionCodes
from core.methods.layout import Layout
from core.methods.smile.directions import CENTRE, LEVEL, READING, STEP, read_directions
from core.methods.smile.edits import Direction, SetAttribute
from core.methods.smile.styles import Array, RegionStyler

DIM = 4
FACE = np.full((64, 64), Label.SKIN, np.uint8)
FACE[:20] = Label.HAIR
FACE[30:34, 10:20] = Label.R_BROW
FACE[50:54, 20:40] = Label.U_LIP


class Random:
    syn_latent = 2

    def syn_random(self, z: Array) -> Array:
        return np.zeros((len(z), DIM), np.float32)


def tensors(**names: tuple[Label, ...]) -> dict[str, Array]:
    """A tensor file whose directions add 2 to all numbers of their labels, and read their first number."""
    found: dict[str, Array] = {CENTRE: np.full((NUM_LABELS, DIM), 0.5, np.float32)}
    for name, labels in names.items():
        step, reading = np.zeros((2, NUM_LABELS, DIM), np.float32)
        step[list(labels)] = 2
        reading[list(labels), 0] = 1
        found |= {STEP + name: step, READING + name: reading, LEVEL + name: np.array(0.25, np.float32)}
    return found


def own(value: float = 0.5) -> RegionCodes:
    valid = np.zeros(NUM_LABELS, np.bool_)
    valid[np.unique(FACE)] = True
    return RegionCodes(np.full((NUM_LABELS, DIM), value, np.float32) * valid[:, None], valid)


def her() -> RegionCodes:
    return RegionCodes(np.full((NUM_LABELS, DIM), 9, np.float32), np.ones(NUM_LABELS, np.bool_))


@pytest.fixture
def styler() -> RegionStyler:
    directions = read_directions(
        tensors(age=(Label.SKIN, Label.U_LIP), identity=(Label.SKIN, Label.R_BROW, Label.HAT))
    )
    return RegionStyler(Random(), lambda _: her(), None, directions)


def test_a_direction_knows_its_regions_and_reads_how_far_a_face_is():
    age = read_directions(tensors(age=(Label.SKIN,)))["age"]
    assert age.labels == {Label.SKIN}
    codes, valid = own().codes, own().valid
    assert age.state(codes, valid) == pytest.approx(0.25)
    codes[Label.SKIN, 0] += 0.5
    assert age.state(codes, valid) == pytest.approx(0.75)
    codes[Label.SKIN, 0] += 5
    assert age.state(codes, valid) == 1
    valid[Label.SKIN] = False
    assert age.state(codes, valid) == pytest.approx(0.25)


@pytest.mark.parametrize("amount", [-1.0, 0.5, 1.0])
def test_an_amount_moves_the_regions_that_the_face_shows(styler: RegionStyler, amount: float):
    styled = styler.style(own(), Layout.of(FACE), (Direction(name="age", amount=amount),))
    moved = styled.codes - own().codes
    assert np.allclose(moved[[Label.SKIN, Label.U_LIP]], 2 * amount)
    assert not moved[[Label.HAIR, Label.R_BROW]].any()
    assert styled.restyled == {Label.SKIN, Label.U_LIP}


def test_a_region_bounds_it(styler: RegionStyler):
    styled = styler.style(own(), Layout.of(FACE), (Direction(name="age", amount=1, region="lips"),))
    assert styled.restyled == {Label.U_LIP} < set(GROUPS["lips"])


def test_nothing_happens_without_an_amount(styler: RegionStyler):
    styled = styler.style(own(), Layout.of(FACE), (Direction(name="age", amount=0),))
    assert not styled.restyled
    assert np.array_equal(styled.codes, own().codes)


def test_a_name_that_the_pack_lacks_is_said(styler: RegionStyler):
    styled = styler.style(own(), Layout.of(FACE), (Direction(name="mood", amount=1),))
    assert not styled.restyled
    assert "“mood”" in styled.notices[0]


def test_an_attribute_takes_its_direction_along_as_far_as_the_face_is_not_there_yet(styler: RegionStyler):
    on = SetAttribute(attribute="identity", present=True, source=Seed(0))
    styled = styler.style(own(), Layout.of(FACE), (on,))
    assert np.allclose((styled.codes - own().codes)[Label.SKIN], 2 * (1 - 0.25))
    off = SetAttribute(attribute="identity", present=False, source=Seed(0), strength=0.5)
    styled = styler.style(own(), Layout.of(FACE), (off,))
    assert np.allclose((styled.codes - own().codes)[Label.SKIN], 2 * 0.5 * -0.25)
    there = own(5)  # reads as wholly there already
    styled = styler.style(there, Layout.of(FACE), (on,))
    assert np.array_equal(styled.codes, there.codes)


def test_a_reference_gives_its_features_and_not_its_skin(styler: RegionStyler):
    on = SetAttribute(attribute="identity", present=True, source=Reference("her"))
    codes = styler.style(own(), Layout.of(FACE), (on,)).codes
    assert np.allclose(codes[Label.R_BROW], 9)
    assert np.allclose(codes[Label.SKIN], 0.5 + 1.5)


def test_packs_without_directions_change_layouts_alone():
    styler = RegionStyler(Random(), lambda _: her())
    styled = styler.style(own(), Layout.of(FACE), (SetAttribute(attribute="identity", present=True),))
    assert not styled.restyled
    assert read_directions({}) == {}
