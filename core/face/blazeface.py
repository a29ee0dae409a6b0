"""BlazeFace: where faces may be in one picture.

Bazarevsky et al. 2019, "BlazeFace: Sub-millisecond Neural Face Detection on Mobile GPUs", arXiv 1907.05047:
single-shot boxes on anchors of fixed size, with six points each. The variant is MediaPipe's for cameras on
the back of a telephone. It is made for 256 x 256 pixels; but for its last step, which only puts grids into
one list, it is convolutional, and so it looks at larger pictures in one go here, without tiles and seams.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.face.files import DETECTOR, open_network
from core.opencv import cv2

Image = NDArray[np.uint8]

SIDE = 256
_COARSEST = 32
_HEADS = ("classificator_16", "regressor_16", "classificator_32", "regressor_32")
_STRIDES = (16, 32)


@dataclass(frozen=True, eq=False)
class Candidate:
    """A box that may hold a face, in pixels of the picture that was looked at.

    `score` in 0..1; `box` (4,): middle x, y, width, height; `points` (6, 2): the person's right and left eye,
    tip of the nose, middle of the mouth, right and left ear.
    """

    score: float
    box: NDArray[np.float64]
    points: NDArray[np.float64]

    def scaled(self, factor: float) -> Candidate:
        """The same in a picture `factor` times as large."""
        return Candidate(self.score, self.box * factor, self.points * factor)


class BlazeFace:
    """The detector. Not to be shared between threads; raises `PackError` when its file is missing."""

    def __init__(self) -> None:
        self._network = open_network(DETECTOR)

    def find(self, rgb: Image, least: float) -> list[Candidate]:
        """Candidates with a score of `least` or more in a picture (H, W, 3), one a face, the surest first.

        Faces that are 10 to 250 pixels wide are seen.
        """
        height, width = rgb.shape[:2]
        rows, columns = (max(SIDE, -(-side // _COARSEST) * _COARSEST) for side in (height, width))
        # As in training, what the picture lacks is black.
        canvas = np.zeros((rows, columns, 3), np.uint8)
        canvas[:height, :width] = rgb
        self._network.setInput(cv2.dnn.blobFromImage(canvas, 1 / 127.5, mean=(127.5, 127.5, 127.5)))
        grids = [np.asarray(grid[0], np.float64) for grid in self._network.forward(_HEADS)]
        found: list[Candidate] = []
        for logits, values, stride in zip(grids[::2], grids[1::2], _STRIDES, strict=True):
            found += _decoded(logits, values, stride, least)
        return distinct(found)


def _decoded(
    logits: NDArray[np.float64], values: NDArray[np.float64], stride: int, least: float
) -> list[Candidate]:
    """Candidates of one grid: logits (A, h, w), values (16 A, h, w) in pixels from the cell's middle."""
    scores = 1 / (1 + np.exp(-np.clip(logits, -40, 40)))
    values = values.reshape(len(logits), 8, 2, *logits.shape[1:])
    found: list[Candidate] = []
    for anchor, row, column in np.argwhere(scores >= least):
        middle = (np.array([column, row], np.float64) + 0.5) * stride
        pairs = np.asarray(values[anchor, :, :, row, column], np.float64)
        box = np.concatenate([pairs[0] + middle, pairs[1]])
        found.append(Candidate(float(scores[anchor, row, column]), box, pairs[2:] + middle))
    return found


def distinct(candidates: list[Candidate], overlap: float = 0.3) -> list[Candidate]:
    """One candidate a face, the surest first: those that overlap are averaged by their scores, as the paper
    does to keep the faces of a video from trembling (section 3.4, post-processing)."""
    left = sorted(candidates, key=lambda each: -each.score)
    kept: list[Candidate] = []
    while left:
        shares = _overlaps(left[0].box, np.stack([each.box for each in left]))
        shares[0] = 1.0
        group = [each for each, share in zip(left, shares, strict=True) if share > overlap]
        left = [each for each, share in zip(left, shares, strict=True) if share <= overlap]
        weights = np.array([each.score for each in group])
        weights /= weights.sum()
        box = np.tensordot(weights, np.stack([each.box for each in group]), 1)
        points = np.tensordot(weights, np.stack([each.points for each in group]), 1)
        kept.append(Candidate(group[0].score, np.asarray(box, np.float64), np.asarray(points, np.float64)))
    return kept


def _overlaps(box: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Intersection over union of a box (4,) with others (N, 4)."""
    low = np.maximum(box[:2] - box[2:] / 2, others[:, :2] - others[:, 2:] / 2)
    high = np.minimum(box[:2] + box[2:] / 2, others[:, :2] + others[:, 2:] / 2)
    shared = np.clip(high - low, 0, None).prod(1)
    union = box[2:].prod() + others[:, 2:].prod(1) - shared
    return np.asarray(shared / np.maximum(union, 1e-9), np.float64)
