"""What a smile moves is found again in heads that were made to smile."""

from __future__ import annotations

import numpy as np
import pytest

from core.face.mesh import bundled_correction
from core.methods.shape.fitted import SMILE, fitted
from core.methods.shape.points import INNER_LOWER_LIP, INNER_UPPER_LIP
from tests.core.methods.shape.heads import MEAN
from training.face_shape import CAUSES, Portraits, fit, mean_head

COUNT = 468


def made(people: int = 60, pictures: int = 2) -> tuple[Portraits, np.ndarray]:
    """Pictures of people with proportions of their own; who smiles opens the mouth more often than not."""
    rng = np.random.default_rng(0)
    steps = rng.normal(0, 1, (len(CAUSES), COUNT, 3))
    mirror = bundled_correction().mirror
    steps = (steps + steps[:, mirror] * [-1, 1, 1]) / 2
    rows = people * pictures
    person = np.repeat(np.arange(people), pictures)
    smiles = rng.integers(0, 2, rows)
    opened = np.where(rng.random(rows) < 0.7, smiles, 1 - smiles)
    own = rng.integers(0, 2, (people, 2))[person]
    causes = np.column_stack([smiles, opened, own]).astype(np.float64)
    own_shape = rng.normal(0, 3, (people, COUNT, 3))[person]
    shapes = MEAN[:COUNT] + own_shape + np.einsum("nc,cpd->npd", causes, steps)
    heads = np.concatenate([shapes, np.broadcast_to(MEAN[COUNT:], (rows, 10, 3))], 1)
    return Portraits(heads, causes, person), steps


def test_a_smile_is_told_from_an_open_mouth_and_from_who_smiles():
    portraits, steps = made()
    found = fit(portraits)
    lips = [*INNER_UPPER_LIP, *INNER_LOWER_LIP]
    rest = np.setdiff1d(np.arange(COUNT), lips)
    for cause in (0, 1):
        away = found[cause, rest] - steps[cause, rest]
        assert np.sqrt(np.mean(away**2)) < 0.35 * np.sqrt(np.mean(steps[cause, rest] ** 2))


def test_sides_move_alike_and_lips_that_touch_go_on_touching():
    portraits, _ = made()
    found = fit(portraits)
    mirror = bundled_correction().mirror
    for steps in (found[0], fitted(SMILE)):
        assert steps[mirror] * [-1, 1, 1] == pytest.approx(steps, abs=1e-5)
        assert steps[list(INNER_UPPER_LIP)] == pytest.approx(steps[list(INNER_LOWER_LIP)], abs=1e-5)


def test_the_mean_head_is_alike_on_both_sides():
    portraits, _ = made()
    mean = mean_head(portraits)
    assert mean[bundled_correction().mirror] * [-1, 1, 1] == pytest.approx(mean[:COUNT], abs=1e-6)
