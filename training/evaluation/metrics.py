"""The papers' measures that no library at hand has without weights from the network: a few lines each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.floating]
Counts = NDArray[np.int64]


def average_precision(scores: NDArray[np.floating], truth: NDArray[np.bool_]) -> float:
    """Area under precision over recall, stepwise: mean precision at every positive, best score first.

    Returns nan where there is no positive.
    """
    if not truth.any():
        return float("nan")
    ranked = truth[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def precision_of_both_states(scores: NDArray[np.floating], truth: NDArray[np.bool_]) -> float:
    """Mean average precision of presence and of absence, whichever occur."""
    return mean_known([average_precision(scores, truth), average_precision(1 - scores, ~truth)])


def f1_score(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Harmonic mean of precision and recall of the positive state; nan where neither has a positive."""
    positives = int(found.sum() + truth.sum())
    return float("nan") if positives == 0 else float(2 * (found & truth).sum() / positives)


def f1_of_both_states(found: NDArray[np.bool_], truth: NDArray[np.bool_]) -> float:
    """Mean of the F1 of presence and of absence, whichever occur."""
    return mean_known([f1_score(found, truth), f1_score(~found, ~truth)])


def root_mean_square(differences: NDArray[np.floating]) -> float:
    """Root of the mean square; nan of nothing."""
    return float(np.sqrt(np.mean(np.square(differences)))) if differences.size else float("nan")


def frechet_distance(first: Vectors, second: Vectors) -> float:
    """Frechet distance of two sets of features `(N, D)` taken as normal (Heusel et al. 2017, equation 6).

    With covariances A'A and B'B, the trace of their product's root is the sum of the singular values of
    AB': stable also where there are fewer samples than features.
    """
    a, b = _root_of_covariance(first), _root_of_covariance(second)
    difference = first.mean(axis=0) - second.mean(axis=0)
    root = np.linalg.svd(a @ b.T, compute_uv=False).sum()
    return float(difference @ difference + np.square(a).sum() + np.square(b).sum() - 2 * root)


def _root_of_covariance(features: Vectors) -> Vectors:
    """A matrix R of at most D rows with R'R = covariance."""
    centred = (features - features.mean(axis=0)) / np.sqrt(len(features) - 1)
    return np.linalg.qr(centred)[1] if len(centred) > centred.shape[1] else centred


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


def confusion(truth: NDArray[np.uint8], found: NDArray[np.uint8], labels: int) -> Counts:
    """How often each of `labels` (rows) was taken for each (columns) `(labels, labels)`; any equal shapes."""
    index = truth.astype(np.int64).ravel() * labels + found.astype(np.int64).ravel()
    return np.bincount(index, minlength=labels**2).reshape(labels, labels)


def iou_of(matrix: Counts) -> NDArray[np.float64]:
    """Intersection over union of every label of a `confusion`; nan for those that the truth never shows."""
    union = matrix.sum(axis=0) + matrix.sum(axis=1) - np.diag(matrix)
    shown = matrix.sum(axis=1) > 0
    return np.where(shown, np.diag(matrix) / np.maximum(union, 1), np.nan)


def mean_known(values: Sequence[float] | Vectors) -> float:
    """Mean of the values that are numbers; nan where none is."""
    known = [value for value in values if np.isfinite(value)]
    return float(np.mean(known)) if known else float("nan")


def inception_score(probabilities: NDArray[np.floating], parts: int = 10) -> float:
    """exp E KL(p(class | picture) || p(class)) of rows `(N, K)`, mean over parts (Salimans et al. 2016)."""
    scores: list[float] = []
    for part in np.array_split(probabilities.astype(np.float64), min(parts, len(probabilities))):
        p = np.maximum(part, 1e-12)
        divergence = (p * (np.log(p) - np.log(p.mean(axis=0)))).sum(axis=1)
        scores.append(float(np.exp(divergence.mean())))
    return mean_known(scores)
