"""What a run wrote down is what its networks are built from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.labels import Label
from core.models.adain import AdainGenerator, AdainResidualGenerator
from core.models.smile_sem import CopyingGenerator, SemConfig
from tests.training.tiny import tiny_run
from training.baselines.stargan_v2 import StarGanTraining
from training.common import TrainingError
from training.data.batches import Cache
from training.export import typical_styles
from training.runs import RunWeights, network_config, network_kind, run_settings
from training.sem import GENERATORS, SemTraining
from training.session import SETTINGS, Order, read_settings


def test_an_ablation_is_exported_as_it_was_trained(tmp_path: Path) -> None:
    task = tiny_run(tmp_path, "sem", "without-modulated-convolutions")
    config = network_config(SemTraining, tmp_path)
    assert isinstance(config, SemConfig)
    assert config == task.config.network
    assert GENERATORS[network_kind(SemTraining, tmp_path, "generator")] is type(task.g) is AdainGenerator


def test_a_run_without_settings_has_the_bundled_ones(tmp_path: Path) -> None:
    (tmp_path / "sem").mkdir()
    assert network_config(SemTraining, tmp_path / "sem") == read_settings(Order("sem")).network
    assert GENERATORS[network_kind(SemTraining, tmp_path / "sem", "generator")] is CopyingGenerator


def test_all_settings_of_a_run_are_read_back(tmp_path: Path) -> None:
    task = tiny_run(tmp_path, "stargan_v2", "paper")
    assert run_settings(StarGanTraining, "stargan_v2", tmp_path) == task.config
    with pytest.raises(TrainingError, match="one of stargan_v2 and not of sem"):
        run_settings(SemTraining, "sem", tmp_path)
    with pytest.raises(TrainingError, match=f"lacks {SETTINGS}"):
        run_settings(StarGanTraining, "stargan_v2", tmp_path / "nowhere")


def test_weights_are_those_of_the_average_not_of_the_last_step(tmp_path: Path) -> None:
    task = tiny_run(tmp_path, "stargan_v2", "paper")
    for parameter in task.ema["g"].parameters():
        parameter.data.fill_(0.25)
    (tmp_path / "again").mkdir()
    torch.save({"step": 7, "modules": {"g_ema": task.ema["g"].state_dict()}}, tmp_path / "again" / "last.pt")
    weights = RunWeights(tmp_path / "again")
    network = weights.averaged(AdainResidualGenerator(task.config.network), "g_ema")
    assert weights.step == 7
    assert not network.training
    assert all(bool((p == 0.25).all()) for p in network.parameters())
    with pytest.raises(TrainingError, match="s_ema"):
        weights.averaged(AdainResidualGenerator(task.config.network), "s_ema")
    with pytest.raises(TrainingError, match="g_ema"):
        weights.averaged(AdainResidualGenerator(SemConfig(channels=(4, 4))), "g_ema")
    with pytest.raises(TrainingError, match="no checkpoint"):
        RunWeights(tmp_path / "nowhere")


def test_a_damaged_checkpoint_leaves_the_one_before(tmp_path: Path) -> None:
    tiny_run(tmp_path, "stargan_v2", "paper", steps=3)
    (tmp_path / "last.pt").rename(tmp_path / "previous.pt")
    (tmp_path / "last.pt").write_bytes(b"half a file")
    assert RunWeights(tmp_path).step == 3


def test_of_earrings_only_solid_ones_are_typical() -> None:
    labels = np.zeros((4, 256, 256), np.uint8)
    labels[0, 100:112, 50:62] = Label.EAR_R
    labels[1, 100:160, 50:52] = Label.EAR_R
    labels[2, 100:112, 50:62] = Label.EAR_R  # another's hair and nothing drawn: no accessory
    labels[:, :20] = Label.HAT
    none = np.zeros(4, np.float32)
    cache = Cache(
        images=np.zeros((4, 256, 256, 3), np.uint8), labels=labels, alpha=labels, colour=labels,
        attributes=np.zeros((4, 6), np.float32), layer_known=none, split=np.array(["train"] * 4),
        kind=np.array(["earrings", "earrings", "hairdo", "plain"]), ids=np.array(list("0123")),
        source_row=np.arange(4), face_attributes=np.zeros((4, 13), np.float32),
    )  # fmt: skip
    found = typical_styles(lambda rgb, label_map: torch.zeros(1, 19, 2), cache)
    assert found["styles"].shape == (2, 19, 2)
    assert sorted(found["valid"][:, Label.EAR_R].tolist()) == [False, True]
    assert found["valid"][:, Label.HAT].all()
