"""Mattes by the guided filter: they follow the picture's own edges, at any resolution."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from core.face.matte import guided, matte_of
from core.opencv import cv2

DARK, BRIGHT = np.array([40, 30, 25]), np.array([200, 205, 215])


def shrunk(values: NDArray[np.float32], size: int) -> NDArray[np.float32]:
    return np.asarray(cv2.resize(values, (size, size), interpolation=cv2.INTER_AREA), np.float32)


def roughly(cover: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a parser might make of it."""
    return np.asarray(
        cv2.GaussianBlur((cv2.blur(cover, (9, 9)) > 0.3).astype(np.float32), (0, 0), 2), np.float32
    )


def strands(size: int, seed: int = 0) -> tuple[NDArray[np.uint8], NDArray[np.float32]]:
    """Dark strands before a bright wall (size, size, 3), and how much of each pixel is strand."""
    rng = np.random.default_rng(seed)
    drawn = np.zeros((size * 4, size * 4), np.uint8)
    cv2.rectangle(drawn, (0, 0), (size * 4, size), 1, -1)
    for x in rng.uniform(0, size * 4, size // 4):
        lean = rng.uniform(-size, size) / 2
        cv2.line(drawn, (int(x), size), (int(x + lean), int(size * rng.uniform(2, 3.5))), 1, 6)
    cover = shrunk(drawn.astype(np.float32), size)
    picture = BRIGHT + cover[..., None] * (DARK - BRIGHT) + rng.normal(0, 2, (size, size, 3))
    return np.clip(np.rint(picture), 0, 255).astype(np.uint8), cover


@pytest.mark.parametrize("size", [96, 192])
def test_a_rough_mask_becomes_one_that_follows_strands(size: int) -> None:
    picture, cover = strands(size)
    rough = roughly(cover)
    found = guided(picture, rough, size / 10, 2e-3).of(picture)
    near = cv2.dilate(cover, np.ones((7, 7))) > 0
    before, after = (np.corrcoef(each[near], cover[near])[0, 1] for each in (rough, found))
    assert after > before + 0.15
    assert after > 0.8
    assert found.min() >= 0
    assert found.max() <= 1


def test_maps_of_a_small_picture_serve_the_large_one() -> None:
    picture, cover = strands(192)
    small = shrunk(picture.astype(np.float32), 96).astype(np.uint8)
    rough = roughly(cover)
    matte = guided(small, shrunk(rough, 96), 6, 2e-3)
    slope, rest = (np.asarray(cv2.resize(each, (192, 192)), np.float32) for each in (matte.slope, matte.rest))
    fine = matte_of(slope, rest, picture)
    enlarged = cv2.resize(matte.of(small), (192, 192), interpolation=cv2.INTER_CUBIC)
    near = cv2.dilate(cover, np.ones((7, 7))) > 0
    assert np.abs(fine - cover)[near].mean() < np.abs(enlarged - cover)[near].mean()


def test_where_colours_tell_nothing_the_mask_stays_a_mask() -> None:
    flat = np.full((64, 64, 3), 90, np.uint8)
    mask = np.zeros((64, 64), np.float32)
    mask[:, :32] = 1
    found = guided(flat, mask, 4, 2e-3).of(flat)
    assert found[:, :20].min() > 0.99
    assert found[:, 44:].max() < 0.01
