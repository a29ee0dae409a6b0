"""The usual networks for FID and LPIPS: layouts, formulas, and files told apart by what they hold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from core.errors import PackError
from core.models.classifier import Classifier, ClassifierConfig
from training.evaluation import yardsticks as module
from training.evaluation.inception import FEATURES, Inception
from training.evaluation.lpips import CHANNELS, Lpips, channel_weights
from training.evaluation.verdicts import Verdicts
from training.evaluation.yardsticks import OWN, open_yardsticks


def _alexnet() -> nn.Sequential:
    """AlexNet's features as everybody has them: names are places in the sequence."""
    torch.manual_seed(0)
    return nn.Sequential(
        nn.Conv2d(3, 64, 11, 4, 2), nn.ReLU(), nn.MaxPool2d(3, 2), nn.Conv2d(64, 192, 5, 1, 2), nn.ReLU(),
        nn.MaxPool2d(3, 2), nn.Conv2d(192, 384, 3, 1, 1), nn.ReLU(), nn.Conv2d(384, 256, 3, 1, 1), nn.ReLU(),
        nn.Conv2d(256, 256, 3, 1, 1), nn.ReLU(),
    )  # fmt: skip


def _weights(value: float = 1.0) -> dict[str, Tensor]:
    return {f"lin{i}.model.1.weight": torch.full((1, c, 1, 1), value) for i, c in enumerate(CHANNELS)}


@pytest.fixture
def verdicts() -> Verdicts:
    torch.manual_seed(0)
    return Verdicts(Classifier(ClassifierConfig(width=0.1, features=16)))


def test_inception_has_the_released_layout() -> None:
    network = Inception()
    assert sum(p.numel() for p in network.parameters()) == 21_785_568  # Inception v3 without its classifiers
    shapes = {name: tuple(value.shape) for name, value in network.state_dict().items()}
    assert shapes["Mixed_5b.branch5x5_2.conv.weight"] == (64, 48, 5, 5)
    assert shapes["Mixed_6c.branch7x7dbl_3.conv.weight"] == (160, 160, 1, 7)
    assert shapes["Mixed_7a.branch7x7x3_4.conv.weight"] == (192, 192, 3, 3)
    assert shapes["Mixed_7c.branch3x3dbl_3b.conv.weight"] == (384, 384, 3, 1)
    assert shapes["Mixed_7c.branch_pool.conv.weight"] == (192, FEATURES, 1, 1)


def test_inception_is_filled_from_a_file_and_gives_features(verdicts: Verdicts) -> None:
    torch.manual_seed(1)
    tensors = {**Inception().state_dict(), "fc.weight": torch.zeros(1008, FEATURES)}
    found = module._inception([("other.pth", _weights()), ("inception.pth", tensors)])
    assert found is not None
    assert found[0] == "Inception (inception.pth)"
    picture = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    assert module._features(found[1])([picture]).shape == (1, FEATURES)
    with pytest.raises(PackError, match="another network"):
        module._inception([("cut.pth", {k: v for k, v in tensors.items() if "Mixed_5b" not in k})])


def test_lpips_is_the_formula_on_alexnets_features(verdicts: Verdicts) -> None:
    alexnet = _alexnet()
    tensors = {f"features.{k}": v for k, v in alexnet.state_dict().items()}
    found = module._lpips([("alexnet.pth", tensors), ("alex.pth", _weights(0.5))])
    assert found is not None
    pictures = torch.rand(2, 3, 64, 64) * 2 - 1
    x = (pictures - torch.tensor([-0.030, -0.088, -0.188]).view(1, 3, 1, 1)) / torch.tensor(
        [0.458, 0.448, 0.450]
    ).view(1, 3, 1, 1)
    expected = 0.0
    with torch.no_grad():
        for index, layer in enumerate(alexnet):
            x = layer(x)
            if index in (1, 4, 7, 9, 11):  # two unit vectors are 2 - 2 cos apart
                cosine = nn.functional.cosine_similarity(x[:1], x[1:], dim=1)
                expected += 0.5 * float((2 - 2 * cosine).mean())
        assert float(found[1](pictures[:1], pictures[1:])) == pytest.approx(expected, rel=1e-4)
        assert float(found[1](pictures[:1], pictures[:1])) == 0


def test_files_are_known_by_what_they_hold(tmp_path: Path, verdicts: Verdicts) -> None:
    alexnet = {f"features.{k}": v.half() for k, v in _alexnet().state_dict().items()}
    save_file(alexnet, tmp_path / "a.safetensors")
    save_file(_weights(), tmp_path / "b.safetensors")
    (tmp_path / "readme.txt").write_text("not a weight file")
    found = open_yardsticks(verdicts, tmp_path)
    assert (found.features_of, found.distance_of) == (OWN, "AlexNet (a.safetensors, b.safetensors)")
    assert (found.frechet_name, found.distance_name) == ("FID (own features)", "LPIPS")
    rng = np.random.default_rng(0)
    first, second = rng.integers(0, 256, (2, 64, 64, 3)).astype(np.uint8)
    assert found.distance(first, first) == pytest.approx(0, abs=1e-6)
    assert found.distance(first, second) > 0


def test_a_folder_without_the_usual_networks_is_refused(tmp_path: Path, verdicts: Verdicts) -> None:
    save_file(_weights(), tmp_path / "alex.safetensors")
    with pytest.raises(PackError, match="neither Inception"):
        open_yardsticks(verdicts, tmp_path)


def test_without_files_our_own_classifier_measures_and_says_so(verdicts: Verdicts) -> None:
    found = open_yardsticks(verdicts)
    assert (found.features_of, found.distance_of) == (OWN, OWN)
    assert "our own classifier" in found.note


def test_channel_weights_are_told_by_their_shape() -> None:
    found = channel_weights({**_weights(), "other": torch.zeros(3)})
    assert found is not None
    assert [len(weight) for weight in found] == list(CHANNELS)
    assert channel_weights(Lpips().features.state_dict()) is None
