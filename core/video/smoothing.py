"""Calm over time: points and label maps of neighbouring frames say what one frame alone only guesses."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from core.labels import NUM_LABELS

LabelMap = NDArray[np.uint8]

_LEAST = 0.1
"""Frames; a narrower Gaussian reaches no neighbour."""


def smooth_points(points: NDArray[np.float64], sigma: float) -> NDArray[np.float64]:
    """Points `(T, K, 2)` over time: gaps (NaN) bridged by a straight line, then a Gaussian of `sigma` frames.

    At both ends the first and last found points hold. At least one frame must have its points.
    """
    flat = points.reshape(len(points), -1)
    known = np.flatnonzero(np.isfinite(flat).all(axis=1))
    steps = np.arange(len(flat))
    filled = np.empty(flat.shape, np.float64)
    for i in range(flat.shape[1]):
        filled[:, i] = np.interp(steps, known, flat[known, i])
    if sigma >= _LEAST:
        reach = int(np.ceil(3 * sigma))
        kernel = np.exp(-0.5 * np.square(np.arange(-reach, reach + 1) / sigma))
        kernel /= kernel.sum()
        for i in range(flat.shape[1]):
            filled[:, i] = np.convolve(np.pad(filled[:, i], reach, mode="edge"), kernel, "valid")
    return filled.reshape(points.shape)


def smooth_maps(maps: Iterable[LabelMap], sigma: float) -> Iterator[LabelMap]:
    """Label maps `(S, S)` of an aligned face over time: every pixel takes the label that its neighbours
    in time vote for, with a Gaussian's weights. Gives as many maps as it gets, a little later."""
    reach = int(np.ceil(2 * sigma))
    if sigma < _LEAST:
        yield from maps
        return
    weights = np.exp(-0.5 * np.square(np.arange(-reach, reach + 1) / sigma))
    window: deque[tuple[int, LabelMap]] = deque()
    due, last = 0, -1
    for last, label_map in enumerate(maps):
        window.append((last, label_map))
        if last >= due + reach:
            yield _vote(window, due, weights, reach)
            due += 1
            while window[0][0] < due - reach:
                window.popleft()
    for late in range(due, last + 1):
        yield _vote(window, late, weights, reach)


def _vote(
    window: Iterable[tuple[int, LabelMap]], due: int, weights: NDArray[np.float64], reach: int
) -> LabelMap:
    near = [(weights[number - due + reach], m) for number, m in window if abs(number - due) <= reach]
    votes = np.zeros((NUM_LABELS, *near[0][1].shape), np.float32)
    rows, columns = np.indices(near[0][1].shape)
    for weight, label_map in near:
        votes[label_map, rows, columns] += np.float32(weight)
    return votes.argmax(axis=0).astype(np.uint8)
