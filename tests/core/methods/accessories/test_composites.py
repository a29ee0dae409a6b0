"""Whether things drawn by chance, on a made-up head, look as they did when they were last looked at.

`python launch.py test tests/core/methods/accessories --update-looks` keeps what they look like now.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from core.methods.accessories import Composite, draw_earrings, draw_eyeglasses, draw_hat
from core.opencv import cv2
from tests.core.methods.accessories.heads import make_portrait, smooth_mesh

_KEPT = Path(__file__).parent / "composites"
_ACROSS, _DOWN, _SIDE = 6, 3, 64
_GREY = 128
MOST_MEAN, MOST_OF_99 = 0.25, 3.0
"""Levels by which each may differ, in the mean and at the 99th percentile."""
DRAWN: dict[str, Callable[..., Composite | None]] = {
    "eyeglasses": draw_eyeglasses,
    "hats": draw_hat,
    "earrings": draw_earrings,
}


@pytest.mark.parametrize("name", DRAWN)
def test_drawn_as_before(name: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    portrait, labels = make_portrait()
    cells = [
        _cell(DRAWN[name](portrait, labels, _mesh(seed), _chance(seed))) for seed in range(_ACROSS * _DOWN)
    ]
    rows = [np.hstack(cells[first : first + _ACROSS]) for first in range(0, len(cells), _ACROSS)]
    seen, kept = np.vstack(rows), _KEPT / f"{name}.png"
    if request.config.getoption("--update-looks"):
        Image.fromarray(seen).save(kept, optimize=True)
        return
    apart = np.abs(seen - np.asarray(Image.open(kept), np.int16))
    each = apart.reshape(_DOWN, _SIDE, _ACROSS, _SIDE * 3).transpose(0, 2, 1, 3).reshape(len(cells), -1)
    if (each.mean(1) > MOST_MEAN).any() or (np.percentile(each, 99, axis=1) > MOST_OF_99).any():
        Image.fromarray(seen).save(tmp_path / "now.png")
        pytest.fail(f"{kept} is now {tmp_path / 'now.png'}.")


def _mesh(seed: int) -> NDArray[np.float64]:
    """Heads that look ahead, and to the side and down."""
    return smooth_mesh(*((0.0, 0.0), (25.0, 0.0), (-20.0, 10.0))[seed % 3])


def _chance(seed: int) -> np.random.Generator:
    return np.random.default_rng(seed)


def _cell(made: Composite | None) -> NDArray[np.uint8]:
    """What is put on, small, on grey: noise of the portrait only makes pictures large."""
    if made is None:
        return np.full((_SIDE, _SIDE, 3), _GREY, np.uint8)
    shown = (1 - made.alpha[..., None]) * _GREY + 255 * made.colour
    return np.rint(cv2.resize(shown, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)).astype(np.uint8)
