"""What a run wrote down is what its networks are built from."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from core.models.smile_sem import SemConfig
from tests.training.tiny import tiny_task
from training.export import network_config
from training.sem import SemTraining
from training.session import SETTINGS, Order, read_settings


def test_an_ablation_is_exported_as_it_was_trained(tmp_path: Path) -> None:
    task = tiny_task("sem", "without-modulated-convolutions")
    (tmp_path / SETTINGS).write_text(json.dumps({"model": "sem", **dataclasses.asdict(task.config)}))
    config = network_config(SemTraining, tmp_path)
    assert isinstance(config, SemConfig)
    assert config == task.config.network
    assert config.decoder == "adain"


def test_a_run_without_settings_has_the_bundled_ones(tmp_path: Path) -> None:
    (tmp_path / "sem").mkdir()
    assert network_config(SemTraining, tmp_path / "sem") == read_settings(Order("sem")).network
