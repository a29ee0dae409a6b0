"""Loss terms against what they are said to be."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from skimage.metrics import structural_similarity

from core.labels import NUM_LABELS, Label
from training.losses import structure_distance, texture_distance
from training.parser import presence_loss


def _pair(noise: float) -> tuple[torch.Tensor, torch.Tensor]:
    rng = np.random.default_rng(0)
    a = torch.from_numpy(rng.uniform(-1, 1, (1, 3, 48, 48)).astype(np.float32))
    b = (a + noise * torch.from_numpy(rng.normal(size=a.shape).astype(np.float32))).clamp(-1, 1)
    return a, b


def test_structure_is_one_minus_ssim() -> None:
    a, b = _pair(0.3)
    weight = torch.ones(1, 1, 48, 48)
    expected = structural_similarity(
        a[0].numpy(), b[0].numpy(), channel_axis=0, data_range=2.0, use_sample_covariance=False
    )
    assert float(structure_distance(a, b, weight)) == pytest.approx(1 - float(np.asarray(expected)), abs=1e-3)
    assert float(structure_distance(a, a, weight)) == pytest.approx(0.0, abs=1e-6)


def test_texture_costs_blur_and_noise_but_not_phase() -> None:
    a, noisy = _pair(0.3)
    weight = torch.ones(1, 1, 48, 48)
    blurred = torch.nn.functional.avg_pool2d(a, 3, 1, 1)
    moved = a.roll(4, 3)
    costs = {name: float(texture_distance(a, x, weight)) for name, x in (("blur", blurred), ("move", moved))}
    assert float(texture_distance(a, a, weight)) == 0
    assert costs["blur"] > 5 * costs["move"]
    assert float(texture_distance(a, noisy, weight)) > 0


def test_presence_asks_for_a_few_sure_pixels_beside_the_face_and_absence_for_none() -> None:
    there, absent = torch.ones(1), torch.zeros(1)

    def loss(rows: slice, columns: slice, present: torch.Tensor) -> float:
        logits = torch.zeros(1, NUM_LABELS, 256, 256)
        logits[:, Label.EAR_R] = -20.0
        logits[:, Label.EAR_R, rows, columns] = 20.0
        return float(presence_loss(logits, Label.EAR_R, present))

    beside, few, before = (slice(160, 164), slice(50, 53)), (slice(160, 162), slice(50, 53)), slice(120, 130)
    assert loss(*beside, there) == pytest.approx(0.0, abs=1e-3)
    assert loss(*few, there) == pytest.approx(np.log(2), rel=1e-3)
    assert loss(beside[0], before, there) > 5
    assert loss(*beside, absent) > 5
    assert loss(beside[0], before, absent) == pytest.approx(0.0, abs=1e-3)
