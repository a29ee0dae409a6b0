"""The papers' measures that no library at hand has without weights from the network: a few lines each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.floating]


def average_precision(scores: NDArray[np.floating], truth: NDArray[np.bool_]) -> float:
    """Area under precision over recall, stepwise: mean precision at every positive, best score first.

    Returns nan where there is no positive.
    """
    if not truth.any():
        return float("nan")
    ranked = truth[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def f1_score(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Harmonic mean of precision and recall of the positive state; nan where neither has a positive."""
    positives = int(found.sum() + truth.sum())
    return float("nan") if positives == 0 else float(2 * (found & truth).sum() / positives)


def f1_of_both_states(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Mean of the F1 of presence and of absence, whichever occur."""
    return mean_known([f1_score(found, truth), f1_score(~found, ~truth)])


def frechet_distance(first: Vectors, second: Vectors) -> float:
    """Frechet distance of two sets of features `(N, D)` taken as normal (Heusel et al. 2017, equation 6)."""
    covariances = [np.cov(features, rowvar=False) for features in (first, second)]
    # The trace of the root of a product is the sum of the roots of its eigenvalues.
    eigenvalues = np.linalg.eigvals(covariances[0] @ covariances[1])
    root = np.sqrt(np.maximum(eigenvalues.real, 0)).sum()
    difference = first.mean(axis=0) - second.mean(axis=0)
    return float(difference @ difference + np.trace(covariances[0]) + np.trace(covariances[1]) - 2 * root)


def kernel_distance(first: Vectors, second: Vectors) -> float:
    """Unbiased squared maximum mean discrepancy with the cubic kernel (Binkowski et al. 2018)."""

    def kernel(a: Vectors, b: Vectors) -> Vectors:
        return (a @ b.T / a.shape[1] + 1) ** 3

    n, m = len(first), len(second)
    own = [
        (k.sum() - np.trace(k)) / (c * (c - 1))
        for k, c in ((kernel(first, first), n), (kernel(second, second), m))
    ]
    return float(own[0] + own[1] - 2 * kernel(first, second).mean())


def mean_iou(truth: NDArray[np.uint8], found: NDArray[np.uint8], labels: int) -> float:
    """Mean intersection over union of the labels that `truth` shows; arrays of any equal shape."""
    index = truth.astype(np.int64).ravel() * labels + found.astype(np.int64).ravel()
    matrix = np.bincount(index, minlength=labels**2).reshape(labels, labels)
    union = matrix.sum(axis=0) + matrix.sum(axis=1) - np.diag(matrix)
    present = matrix.sum(axis=1) > 0
    return float((np.diag(matrix)[present] / union[present]).mean())


def mean_known(values: Sequence[float]) -> float:
    """Mean of the values that are numbers; nan where none is."""
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")
