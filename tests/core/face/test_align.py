"""The aligned crop's geometry and its pixels."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from core.errors import FaceError
from core.face import FacePoints, crop_transform, extract_crop, to_crop, to_photo, transform_scale

FACE = np.array([[96.0, 121.5], [160.0, 121.5], [128, 156], [98, 186], [158, 186]])
similarities = st.tuples(
    st.floats(0.05, 40), st.floats(-np.pi, np.pi), st.floats(-5000, 5000), st.floats(-5000, 5000)
)


def moved(points: NDArray[np.float64], by: tuple[float, float, float, float]) -> NDArray[np.float64]:
    scale, angle, x, y = by
    c, s = scale * np.cos(angle), scale * np.sin(angle)
    return points @ np.array([[c, s], [-s, c]]) + (x, y)


def test_an_aligned_face_stays_where_it_is() -> None:
    transform = crop_transform(FacePoints.from_array(FACE))
    np.testing.assert_allclose(transform, [[1, 0, 0], [0, 1, 0]], atol=0.1)


@given(similarities)
def test_the_crop_follows_any_similarity(by: tuple[float, float, float, float]) -> None:
    plain = crop_transform(FacePoints.from_array(FACE))
    transform = crop_transform(FacePoints.from_array(moved(FACE, by)))
    assert transform_scale(transform) == pytest.approx(by[0] * transform_scale(plain), rel=1e-6)
    landed = to_crop(transform, moved(FACE, by))
    np.testing.assert_allclose(landed, to_crop(plain, FACE), atol=1e-4)


@given(similarities, st.lists(st.tuples(st.floats(-300, 600), st.floats(-300, 600)), min_size=1, max_size=6))
def test_to_the_photo_and_back(
    by: tuple[float, float, float, float], some: list[tuple[float, float]]
) -> None:
    transform = crop_transform(FacePoints.from_array(moved(FACE, by)))
    points = np.array(some)
    np.testing.assert_allclose(to_crop(transform, to_photo(transform, points)), points, atol=1e-4)


def test_points_on_one_spot_are_refused() -> None:
    with pytest.raises(FaceError):
        crop_transform(FacePoints.from_array(np.full((5, 2), 7.0)))
    with pytest.raises(FaceError):
        crop_transform(FacePoints.from_array(np.full((5, 2), np.nan)))


def test_an_identity_crop_is_the_photo() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    crop, inside = extract_crop(photo, np.array([[1.0, 0, 0], [0, 1.0, 0]]))
    assert (crop == photo).all()
    assert (inside == 1).all()


@pytest.mark.parametrize("scale", [0.2, 1.0, 3.0, 11.0])
def test_a_crop_shows_the_right_place(scale: float) -> None:
    """A ramp across the photo must read the photo's x at every crop pixel, at any scale."""
    width = int(256 * scale) + 40
    ramp = np.linspace(0, 60000, width).astype(np.uint16)
    photo = np.broadcast_to(ramp[None, :, None], (width, width, 3)).copy()
    crop, inside = extract_crop(photo.astype(np.uint16), np.array([[scale, 0, 20.0], [0, scale, 20.0]]))
    at = (np.arange(256) + 0.5) * scale + 20 - 0.5
    expected = np.interp(at, np.arange(width), ramp)
    assert crop.dtype == np.uint16
    assert np.abs(crop[100, 4:-4, 0] - expected[4:-4]).max() < 60000 / width * max(1, scale) * 0.3
    assert (inside == 1).all()


def test_shrinking_averages() -> None:
    """A fine checkerboard becomes an even grey, not a pattern."""
    photo = (np.indices((2048, 2048)).sum(0) % 2 * 255).astype(np.uint8)[..., None].repeat(3, 2)
    crop, _ = extract_crop(photo, np.array([[7.3, 0.4, 10], [-0.4, 7.3, 100]]))
    middle = crop[20:-20, 20:-20].astype(int)
    assert np.abs(middle - 127).max() < 12


def test_beyond_the_border_the_photo_is_mirrored() -> None:
    photo = np.random.default_rng(0).integers(0, 256, (256, 256, 3)).astype(np.uint8)
    crop, inside = extract_crop(photo, np.array([[1.0, 0, -100.0], [0, 1.0, 0]]))
    assert (inside[:, :99] == 0).all()
    assert (inside[:, 101:] == 1).all()
    assert (crop[:, 99] == photo[:, 1]).all()
    assert (crop[:, 90] == photo[:, 10]).all()


@pytest.mark.parametrize("shape", [(1, 1), (15, 4000), (4000, 2)])
def test_odd_photos_still_give_a_crop(shape: tuple[int, int]) -> None:
    photo = np.full((*shape, 3), 90, np.uint8)
    for transform in (
        [[1.0, 0, 0], [0, 1, 0]],
        [[30.0, 5, -4000], [-5, 30, 9000]],
        [[0.01, 0, 0], [0, 0.01, 0]],
    ):
        crop, inside = extract_crop(photo, np.array(transform))
        assert crop.shape == (256, 256, 3)
        assert (crop == 90).all()
        assert inside.min() >= 0
        assert inside.max() <= 1


def test_the_portraits_are_aligned_by_this_recipe(portraits_dir: Path) -> None:
    with (portraits_dir / "manifest.csv").open() as file:
        rows = list(csv.DictReader(file))
    names = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    for row in rows[::20]:
        points = np.array([[float(row[f"{n}_x"]), float(row[f"{n}_y"])] for n in names])
        transform = crop_transform(FacePoints.from_array(points))
        np.testing.assert_allclose(transform, [[1, 0, 0], [0, 1, 0]], atol=0.05)
