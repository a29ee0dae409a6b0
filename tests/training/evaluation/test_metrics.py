"""Measures against values worked out by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from training.evaluation.metrics import (
    average_precision,
    confusion,
    f1_of_both_states,
    f1_score,
    frechet_distance,
    iou_of,
    kernel_distance,
    mean_known,
    root_mean_square,
)


def test_average_precision() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.1])
    assert average_precision(scores, np.array([True, False, True, False])) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision(scores, np.array([True, True, False, False])) == 1.0
    assert math.isnan(average_precision(scores, np.zeros(4, bool)))


def test_f1() -> None:
    truth = np.array([True, True, False, False])
    found = np.array([True, False, True, False])
    assert f1_score(found, truth) == 0.5
    assert f1_of_both_states(truth, truth) == 1.0
    assert f1_score(~truth, truth) == 0.0
    assert f1_of_both_states(np.ones(3, bool), np.ones(3, bool)) == 1.0


def test_frechet_distance_of_shifted_clouds_is_the_squared_shift() -> None:
    cloud = np.random.default_rng(0).normal(size=(4000, 3))
    assert frechet_distance(cloud, cloud) == pytest.approx(0, abs=1e-6)
    assert frechet_distance(cloud, cloud + np.array([2.0, 0, 0])) == pytest.approx(4.0, abs=1e-6)
    assert frechet_distance(cloud, cloud * 2) == pytest.approx(3.0, rel=0.1)  # three axes, (2 - 1)^2 each


def test_kernel_distance_is_small_for_one_distribution_and_grows() -> None:
    rng = np.random.default_rng(1)
    first, second = rng.normal(size=(2, 300, 4))
    same, shifted = kernel_distance(first, second), kernel_distance(first, second + 1.0)
    assert abs(same) < 0.1
    assert shifted > 10 * abs(same)


def test_frechet_distance_with_fewer_samples_than_features_is_that_of_the_definition() -> None:
    rng = np.random.default_rng(2)
    first, second = rng.normal(size=(6, 10)), rng.normal(1.0, 2.0, size=(8, 10))
    a, b = np.cov(first, rowvar=False), np.cov(second, rowvar=False)
    root = np.sqrt(np.maximum(np.linalg.eigvals(a @ b).real, 0)).sum()
    shift = np.square(first.mean(axis=0) - second.mean(axis=0)).sum()
    assert frechet_distance(first, second) == pytest.approx(shift + np.trace(a + b) - 2 * root, rel=1e-5)


def test_iou_counts_the_labels_that_are_there() -> None:
    truth, found = np.array([[0, 0], [1, 1]], np.uint8), np.array([[0, 0], [1, 2]], np.uint8)
    scores = iou_of(confusion(truth, found, 4))
    assert scores[:2] == pytest.approx([1, 0.5])
    assert np.isnan(scores[2:]).all()
    assert mean_known(scores) == pytest.approx(0.75)


def test_root_mean_square() -> None:
    assert root_mean_square(np.array([3.0, -4.0])) == pytest.approx(math.sqrt(12.5))
    assert math.isnan(root_mean_square(np.array([])))
