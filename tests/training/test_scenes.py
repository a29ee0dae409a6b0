"""Composed scenes: the same again from a seed, with points where the faces are."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core.labels import Label
from core.models.landmarks import Landmarks, LandmarksConfig
from core.opencv import cv2
from training.data import backgrounds, turning
from training.data.scenes import Cast, SceneConfig, SceneMaker
from training.landmarks import collate
from training.landmarks_targets import alignment, crops, false_finds, finder_loss, into_frame, jitter

POINTS = np.array([[96.0, 121.5], [160.0, 121.5], [128, 156], [98, 186], [158, 186]], np.float32)


@pytest.fixture(scope="module")
def cast() -> Cast:
    """One head: an oval with five marked points."""
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 140), (70, 100), 0, 0, 360, int(Label.HAIR), -1)
    cv2.ellipse(labels, (128, 150), (56, 76), 0, 0, 360, int(Label.SKIN), -1)
    image = np.zeros((256, 256, 3), np.uint8)
    image[labels > 0] = (0, 200, 0)
    for x, y in POINTS:
        cv2.circle(image, (int(x), int(y)), 9, (255, 0, 255), -1)
        cv2.circle(labels, (int(x), int(y)), 9, int(Label.NOSE), -1)
    turned = np.zeros((1, turning.SIZE, turning.SIZE, 4), np.uint8)
    return Cast(
        image[None], labels[None], POINTS[None], turned, POINTS[None] * 0.75, np.ones((1, 5), np.float32)
    )


def test_a_seed_makes_the_same_scene_again(cast: Cast) -> None:
    one, two = (SceneMaker(cast, SceneConfig(turned=0), 6).make(np.random.default_rng(4)) for _ in range(2))
    assert (one.image == two.image).all()
    assert (one.points == two.points).all()


def test_points_lie_on_the_face(cast: Cast) -> None:
    config = SceneConfig(256, 20, 90, 0, 1, 0, turned=0, rectangle=0, occluded=0, decoys=0, clean=1)
    maker = SceneMaker(cast, config, 6)
    for seed in range(12):
        scene = maker.make(np.random.default_rng(seed))
        for (x, y), seen in zip(scene.points[0], scene.seen[0], strict=True):
            if seen and 2 < x < 253 and 2 < y < 253:
                red, green, _ = scene.image[int(y), int(x)].astype(int)
                assert red >= green


def test_empty_scenes_have_no_faces(cast: Cast) -> None:
    scene = SceneMaker(cast, SceneConfig(empty=1), 6).make(np.random.default_rng(0))
    assert len(scene.points) == 0


@pytest.mark.parametrize("paint", backgrounds.PAINTERS)
def test_painters_paint_whole_pictures(paint: backgrounds.Painter) -> None:
    image = paint(np.random.default_rng(0))
    assert image.shape == (256, 256, 3)
    assert image.dtype == np.uint8


def test_a_turned_head_keeps_its_points_on_it() -> None:
    ys, xs = np.mgrid[0:22, 0:22].reshape(2, -1) / 21.0
    mesh = np.zeros((484, 3), np.float32)
    mesh[:, 0], mesh[:, 1] = 70 + xs * 116, 80 + ys * 130
    mesh[:, 2] = 60 * ((xs - 0.5) ** 2 + (ys - 0.5) ** 2) * 4 - 30
    labels = np.zeros((256, 256), np.uint8)
    cv2.ellipse(labels, (128, 145), (62, 75), 0, 0, 360, int(Label.SKIN), -1)
    surface = turning.lift(np.full((256, 256, 3), 150, np.uint8), labels, mesh[:478], POINTS)
    for yaw in (-40.0, 0.0, 60.0):
        picture, points = turning.turn(surface, yaw, 5.0)
        assert picture.shape == (turning.SIZE, turning.SIZE, 4)
        x, y = points.mean(0).astype(int)
        assert picture[y, x, 3] > 200
        assert (picture[..., 3] > 200).mean() > 0.1


def test_crops_and_points_of_the_refiner_agree(cast: Cast) -> None:
    config = SceneConfig(256, 30, 60, 0, 1, 0, turned=0, rectangle=0, occluded=0, decoys=0, clean=1)
    batch = collate([SceneMaker(cast, config, 6).make(np.random.default_rng(k)) for k in range(4)])
    torch.manual_seed(0)
    truth = batch.points[:, 0]
    frame = jitter(alignment(truth))
    views = crops(batch.image.float(), torch.arange(4), frame)
    places = into_frame(truth, frame)
    for view, place, seen in zip(views, places, batch.seen[:, 0], strict=True):
        inside = (place > 0.05).all(1) & (place < 0.95).all(1) & (seen > 0)
        for x, y in (place[inside] * 80).int().tolist():
            assert view[0, y, x] >= view[1, y, x] - 2


def test_losses_are_finite_with_and_without_faces(cast: Cast) -> None:
    network = Landmarks(LandmarksConfig((4, 4, 4, 4, 4), 4, (4, 4, 4, 4), 4))
    for empty in (0.0, 1.0):
        maker = SceneMaker(cast, SceneConfig(empty=empty, single=1 - empty, crowd=0, turned=0), 6)
        batch = collate([maker.make(np.random.default_rng(k)) for k in range(2)])
        outputs = network.forward(batch.image.float() / 127.5 - 1)
        losses = finder_loss(outputs, batch)
        assert all(torch.isfinite(loss) for loss in losses)
        owners, points = false_finds(outputs, batch, 5)
        assert points.shape == (5, 5, 2)
        assert owners.max() < 2
