"""Finding faces and reading their meshes: the geometry on drawn things, the networks on a photo."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from skimage import data

from core.errors import PackError
from core.face import FaceFinder, FinderSettings, MeshReader, mesh
from core.face.blazeface import BlazeFace, Candidate, distinct
from core.face.finder import Find, _distinct, _turned_back
from core.face.mesh import (
    COUNT,
    Correction,
    Square,
    Views,
    bundled_correction,
    square_of_five,
    square_of_points,
)
from core.opencv import cv2

ASTRONAUT = (220.0, 130.0)
"""Middle of the face in scikit-image's photo."""


@pytest.fixture(scope="module")
def finder() -> FaceFinder:
    return FaceFinder(MeshReader())


def photo(scale: float = 1.0) -> NDArray[np.uint8]:
    image = cv2.resize(data.astronaut(), None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(image, np.uint8)


def test_importing_faces_leaves_torch_alone() -> None:
    code = "import sys, core.face; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("angle", [0.0, 0.7, -2.5])
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_square_knows_its_way_back(angle: float, mirrored: bool) -> None:
    square = Square(np.array([300.0, 200.0]), 100.0, angle)
    points = np.random.default_rng(0).normal(250, 60, (9, 3))
    np.testing.assert_allclose(square.outside(square.within(points)), points)
    transform = square.transform(mirrored)
    np.testing.assert_allclose(transform @ [128, 128, 1], (300, 200))
    corner = square.within((transform @ [256, 0, 1])[None])[0]
    np.testing.assert_allclose(corner, (-0.5 if mirrored else 0.5, -0.5), atol=1e-12)


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_squares_of_a_turned_picture_turn_back(quarter: int) -> None:
    picture = np.zeros((40, 70), np.uint8)
    picture[12, 55] = 1
    turned = np.rot90(picture, quarter)
    row, column = np.argwhere(turned)[0]
    square = Square(np.array([column + 0.5, row + 0.5]), 8.0, 0.0)
    back = _turned_back(square, (turned.shape[0], turned.shape[1]), quarter)
    np.testing.assert_allclose(back.middle, [55.5, 12.5])
    # The turned picture's own right is where the square's x axis points in the photo.
    step = back.transform()[:, 0]
    probe = np.zeros((40, 70), np.uint8)
    x, y = np.floor(back.middle + step / np.hypot(*step) * 3).astype(int)
    probe[y, x] = 1
    np.testing.assert_array_equal(np.argwhere(np.rot90(probe, quarter))[0], [row, column + 3])


def test_overlapping_candidates_become_one_by_their_scores() -> None:
    boxes = [(0.9, 100.0), (0.3, 110.0), (0.8, 300.0)]
    candidates = [Candidate(s, np.array([x, 50.0, 60, 60]), np.full((6, 2), x)) for s, x in boxes]
    kept = distinct(candidates)
    assert [each.score for each in kept] == [0.9, 0.8]
    assert kept[0].box[0] == pytest.approx((0.9 * 100 + 0.3 * 110) / 1.2)


def test_the_surer_of_two_finds_of_one_face_stays() -> None:
    def find(x: float, side: float, presence: float) -> Find:
        return Find(Square(np.array([x, 0.0]), side, 0.0), np.zeros((COUNT, 3)), 0.9, presence)

    kept = _distinct([find(0, 100, 0.6), find(10, 110, 0.95), find(80, 100, 0.7)])
    assert [each.presence for each in kept] == [0.95, 0.7]


def test_a_correction_goes_no_further_than_portraits_went() -> None:
    none = Correction.none(np.arange(COUNT))
    square = Square(np.zeros(2), 1.0, 0.0)
    views = Views(square, np.zeros((4, COUNT, 3)), np.zeros((2, 76, 2)), np.zeros((4, 1152)), 1.0)
    one = replace(none, into=np.ones_like(none.into), limits=np.array([2.0]), out=np.ones_like(none.out))
    far = replace(views, meshes=np.full((4, COUNT, 3), 0.5))
    np.testing.assert_allclose(one(views)[0], 0)
    np.testing.assert_allclose(one(far)[0], 0.5 + 2.0)
    np.testing.assert_allclose(one(far)[1], 2.0)


def test_a_missing_correction_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(mesh, "CORRECTION", tmp_path / "mesh.safetensors")
    bundled_correction.cache_clear()
    with pytest.raises(PackError, match=r"mesh\.safetensors.*missing or damaged"):
        MeshReader()
    bundled_correction.cache_clear()


@pytest.mark.parametrize("shape", [(1, 1, 3), (15, 4000, 3), (4000, 15, 3), (300, 200, 3)])
def test_any_picture_is_looked_at(finder: FaceFinder, shape: tuple[int, ...]) -> None:
    picture = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    assert finder.find(picture) == []


@pytest.mark.parametrize("scale", [0.25, 1.0, 2.0])
def test_a_face_is_found_at_any_size(finder: FaceFinder, scale: float) -> None:
    found = finder.find(photo(scale))
    assert len(found) == 1
    assert found[0].presence > 0.9
    np.testing.assert_allclose(found[0].square.middle / scale, ASTRONAUT, atol=12)


def test_a_small_face_of_a_large_photo_is_found(finder: FaceFinder) -> None:
    canvas = np.full((1500, 2500, 3), 110, np.uint8)
    small = photo(0.2)
    canvas[900:1002, 1700:1802] = small[:102, :102]
    found = finder.find(canvas)
    assert len(found) == 1
    np.testing.assert_allclose(found[0].square.middle, np.array(ASTRONAUT) * 0.2 + (1700, 900), atol=6)


@pytest.mark.parametrize("quarter", [1, 2])
def test_photos_on_their_side_and_on_their_head(finder: FaceFinder, quarter: int) -> None:
    (found,) = finder.find(np.ascontiguousarray(np.rot90(photo(), quarter)))
    upright = Square(found.square.middle, found.square.side, found.square.angle)
    turned = np.degrees(upright.angle) % 360
    assert turned == pytest.approx({1: 270, 2: 180}[quarter], abs=25)


def test_a_mesh_is_the_same_wherever_one_starts() -> None:
    reader, image = MeshReader(), photo()
    five = np.array([[203, 102], [248, 103], [224, 128], [208, 150], [242, 150]], np.float64)
    start = square_of_five(five)
    one = reader.read(image, start)
    other = reader.read(image, Square(start.middle + np.array([6, -5]), start.side * 1.1, start.angle + 0.1))
    assert one.presence > 0.95
    away = np.hypot(*(one.points - other.points)[:, :2].T)
    assert away.mean() < 0.02 * square_of_points(one.points).side
    assert np.hypot(*(one.iris[0] - five[0])) < 5
    assert np.hypot(*(one.iris[5] - five[1])) < 5
    assert one.points[4, 2] < one.points[[234, 454], 2].min(), "the nose is nearest"


def test_the_detector_alone_says_where_eyes_are() -> None:
    best = BlazeFace().find(photo(0.5), 0.5)[0]
    np.testing.assert_allclose(best.scaled(2).points[0], (203, 102), atol=6)


def test_settings_decide_what_counts() -> None:
    blind = FaceFinder(MeshReader(), FinderSettings(candidate=1.0))
    assert blind.find(photo()) == []
