"""The drift meter: nothing moved is no drift, and what moved is told."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
import torch

from core.face import FacePoints, crop_transform
from core.models.classifier import Classifier, ClassifierConfig
from core.photo import load_photo
from core.render.analyse import face_crop
from core.render.drift import DriftMeter
from core.render.preview import Preview
from tests.looks.looks import POINTS

SAMPLES = Path(__file__).resolve().parents[3] / "resources" / "samples"


def _preview(changed: bool, covered: bool = True) -> Preview:
    original = np.random.default_rng(0).integers(0, 200, (256, 256, 3)).astype(np.uint8)
    crop, touched = original.copy(), np.zeros((256, 256), np.float32)
    if changed:
        crop[64:128, 64:128] += 50
        touched[60:132, 60:132] = 1.0 if covered else 0.0
    return Preview(crop, original, np.zeros((256, 256), np.uint8), touched, {})


@pytest.fixture(scope="module")
def meter() -> DriftMeter:
    torch.manual_seed(0)
    return DriftMeter(Classifier(ClassifierConfig(width=0.1, features=16)).eval())


def test_an_untouched_face_has_not_moved(meter: DriftMeter) -> None:
    drift = meter.measure(_preview(changed=False))
    assert drift.identity == pytest.approx(0.0, abs=1e-6)
    assert (drift.changed, drift.largest, drift.outside) == (0.0, 0, 0)


def test_what_moved_is_told(meter: DriftMeter) -> None:
    drift = meter.measure(_preview(changed=True))
    assert drift.changed == pytest.approx(1 / 16)
    assert (drift.largest, drift.outside) == (50, 0)
    assert meter.measure(_preview(changed=True, covered=False)).outside == 64 * 64


def test_the_classifier_that_ships_tells_faces_apart_from_noise() -> None:
    meter = DriftMeter()
    preview = _preview(changed=True)
    assert meter.measure(preview).identity > 0
    assert meter.distance(preview.original, preview.original) == pytest.approx(0.0, abs=1e-6)


def test_samples_are_as_far_apart_as_they_were() -> None:
    """1.0 is what two people are apart in the mean of many; what the meter shows a person hangs on it."""
    crops = []
    for name, points in POINTS.items():
        transform = crop_transform(FacePoints.from_array(np.array(points)))
        crops.append(face_crop(load_photo(SAMPLES / f"{name}.jpg"), transform)[0])
    meter = DriftMeter()
    apart = [
        meter.measure(
            Preview(second, first, np.zeros((256, 256), np.uint8), np.zeros((256, 256), np.float32), {})
        )
        for first, second in itertools.combinations(crops, 2)
    ]
    assert [each.identity for each in apart] == pytest.approx([1.73, 2.10, 0.70], rel=0.15)
