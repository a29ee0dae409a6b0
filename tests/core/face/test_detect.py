"""The detector's machinery with networks too small to know anything; the bundled one where it is there."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import PackError
from core.face import DetectorSettings, FaceDetector
from core.face.detect import _distinct, _Find, _turn_back
from core.models.landmarks import Landmarks, LandmarksConfig
from core.opencv import cv2
from core.packs import default_pack

FACE = np.array([[96.0, 121.5], [160.0, 121.5], [128, 156], [98, 186], [158, 186]])
TINY = LandmarksConfig((4, 4, 4, 4, 4), 4, (4, 4, 4, 4), 4)


def find(points: np.ndarray, score: float) -> _Find:
    return _Find(points, score, np.ones(5, np.float32))


def tiny(bias: float) -> FaceDetector:
    """A detector whose finder is as sure of everything as `bias` says."""
    torch.manual_seed(0)
    network = Landmarks(TINY)
    weights = network.state_dict()
    for level in range(3):
        weights[f"finder.heads.{level}.2.bias"][0] = bias
    weights["refiner.out.bias"][0] = bias
    network.load_state_dict(weights)
    return FaceDetector(
        network, "cpu", DetectorSettings(sides=(64, 128), large_side=192, turned_side=96, most=9)
    )


def test_the_bundled_size_has_less_than_a_million_parameters() -> None:
    network = Landmarks(LandmarksConfig())
    assert sum(p.numel() for p in network.parameters()) < 1_000_000
    grids = network.forward(torch.zeros(1, 3, 64, 96))
    assert [tuple(grid.shape) for grid in grids] == [(1, 11, 8, 12), (1, 11, 4, 6), (1, 11, 2, 3)]


@pytest.mark.parametrize("shape", [(1, 1, 3), (15, 20000, 3), (20000, 15, 3), (40, 40), (300, 200, 3)])
@pytest.mark.parametrize("bias", [-30.0, 4.0])
def test_any_picture_is_looked_at(shape: tuple[int, ...], bias: float) -> None:
    picture = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    found = tiny(bias).detect(picture)
    if bias < 0:
        assert found == []
    for face in found:
        assert 0.7 <= face.confidence <= 1
        assert np.isfinite(face.points.array()).all()
        assert all(isinstance(doubt, str) and doubt for doubt in face.doubts)


def test_the_surer_of_two_overlapping_finds_stays() -> None:
    finds = [
        find(FACE + 3, 0.6),
        find(FACE, 0.9),
        find(FACE + np.array([150, 0]), 0.7),
        find(FACE * 1.2 - 20, 0.8),
    ]
    kept = _distinct(finds)
    assert [one.score for one in kept] == [0.9, 0.7]


@pytest.mark.parametrize("quarter", [0, 1, 2, 3])
def test_points_of_a_turned_picture_turn_back(quarter: int) -> None:
    picture = np.zeros((40, 70), np.uint8)
    picture[12, 55] = 1
    turned = np.rot90(picture, quarter)
    row, column = np.argwhere(turned)[0]
    back = _turn_back(np.array([[column + 0.5, row + 0.5]]), turned.shape[:2], quarter)
    np.testing.assert_allclose(back, [[55.5, 12.5]])


def test_importing_faces_leaves_torch_alone() -> None:
    code = "import sys, core.face; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_bundled_network_finds_the_portraits(portraits_dir: Path) -> None:
    try:
        network = default_pack().build("landmarks")
    except PackError as error:
        pytest.skip(str(error))
    assert isinstance(network, Landmarks)
    detector = FaceDetector(network)
    with (portraits_dir / "manifest.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "val"][::8]
    names = ("eyeL", "eyeR", "nose", "mouthL", "mouthR")
    for row in rows:
        image = cv2.imread(str(portraits_dir / "images" / f"{row['id']}.jpg"))
        assert image is not None
        found = detector.detect(np.ascontiguousarray(image[..., ::-1], np.uint8))
        assert found, row["id"]
        true = np.array([[float(row[f"{n}_x"]), float(row[f"{n}_y"])] for n in names])
        assert np.linalg.norm(found[0].points.array() - true, axis=1).mean() < 8
