"""Directions are found where codes were made to have them, and not where something only goes along."""

from __future__ import annotations

import numpy as np
import pytest

from core.labels import NUM_LABELS, Label
from core.methods.smile.directions import StyleDirection, read_directions
from core.packs import DirectionEntry
from training.common import TrainingError
from training.directions import Array, Faces, Wanted, fit_directions

DIM, COUNT = 6, 600
ENTRY = DirectionEntry("Older", "Younger")
WANTED = {
    "age": Wanted(ENTRY, "young", frozenset({Label.SKIN, Label.HAIR, Label.HAT})),
    "grey": Wanted(ENTRY, "grey", frozenset({Label.HAIR})),
}


def faces(rng: np.random.Generator) -> Faces:
    """Skin that is 3 higher in its first number on young faces, hair 4 higher in its second on grey ones;
    young people are seldom grey. The pictures of one source are all brighter. Nobody wears a hat."""
    young = (rng.random(COUNT) < 0.5).astype(float)
    grey = (rng.random(COUNT) < np.where(young > 0, 0.1, 0.6)).astype(float)
    source = (rng.random(COUNT) < np.where(young > 0, 0.8, 0.2)).astype(float)
    codes = rng.normal(0, 0.5, (COUNT, NUM_LABELS, DIM)) + 2 * source[:, None, None]
    codes[:, Label.SKIN, 0] += 3 * young
    codes[:, Label.HAIR, 1] += 4 * grey
    valid = np.ones((COUNT, NUM_LABELS), np.bool_)
    valid[:, Label.HAT] = False
    valid[rng.random(COUNT) < 0.1, Label.HAIR] = False
    return Faces(codes, valid, {"young": young, "grey": grey}, source[:, None])


@pytest.fixture
def found(rng: np.random.Generator) -> dict[str, StyleDirection]:
    return read_directions({key: value.numpy() for key, value in fit_directions(faces(rng), WANTED).items()})


@pytest.fixture
def rng() -> np.random.Generator:
    return np.random.default_rng(0)


def expected(number: int, value: float) -> Array:
    return np.eye(DIM)[number] * value


def test_a_step_is_twice_the_difference_and_carries_nothing_else_along(found: dict[str, StyleDirection]):
    assert np.allclose(found["age"].step[Label.SKIN], expected(0, 6), atol=0.4)
    assert np.allclose(found["age"].step[Label.HAIR], 0, atol=0.4)
    assert np.allclose(found["grey"].step[Label.HAIR], expected(1, 8), atol=0.4)


def test_other_regions_and_regions_that_nobody_shows_stay(found: dict[str, StyleDirection]):
    assert found["age"].labels == {Label.SKIN, Label.HAIR}
    assert found["grey"].labels == {Label.HAIR}


def test_a_reading_tells_who_shows_it(found: dict[str, StyleDirection], rng: np.random.Generator):
    new = faces(rng)
    states = [found["age"].state(c.astype(np.float32), v) for c, v in zip(new.codes, new.valid, strict=True)]
    right = (np.array(states) > 0.5) == (new.annotations["young"] > 0)
    assert right.mean() > 0.95


def test_unknown_annotations_count_as_neither(rng: np.random.Generator):
    known = faces(rng)
    young = np.where(rng.random(COUNT) < 0.2, np.nan, known.annotations["young"])
    half = Faces(known.codes, known.valid, {**known.annotations, "young": young}, known.sources)
    step = fit_directions(half, WANTED)["step.age"].numpy()
    assert np.allclose(step[Label.SKIN], expected(0, 6), atol=0.6)


def test_an_annotation_that_nobody_has_is_named(rng: np.random.Generator):
    known = faces(rng)
    alike = {**known.annotations, "young": np.ones(COUNT)}
    with pytest.raises(TrainingError, match="“young”, as “age” needs"):
        fit_directions(Faces(known.codes, known.valid, alike, known.sources), WANTED)
