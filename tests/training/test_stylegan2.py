"""StyleGAN2's training: every kind of step, growing, two pictures by heart, resuming, path lengths."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

import training.stylegan2 as module
from core.models.stylegan2 import SynthesisBlock, channels_for
from training.adversaries import PlainAdversary, ProjectedAdversary
from training.common import build, load_config
from training.features import Features
from training.loop import LoopConfig, Stage, run
from training.session import find_config
from training.stylegan2 import StyleGan2Task, StyleGan2Training, face_window
from training.updates import Updates

TINY: dict[str, Any] = {
    "loop": {"stages": [{"resolution": 32, "batch": 4, "steps": 10},
                        {"resolution": 64, "batch": 4, "steps": 4}]},
    "network": {"channels": [8, 8, 8, 8, 8], "z_dim": 8, "w_dim": 8, "mapping_layers": 2},
    "encoder": {"resolution": 64, "channels": [8, 8, 8, 8, 8], "placed": 4, "hidden": 16, "rows": 10,
                "w_dim": 8},
    "discriminator": [8, 8, 8, 8, 8],
}  # fmt: skip
ALONE: dict[str, Any] = {"r1_every": 2, "path_every": 2}
TOGETHER: dict[str, Any] = {
    "projected": 4, "random_every": 2, "r1_every": 0, "path_every": 2,
    "weights": {"perceptual": 1.0, "pixel": 1.0, "gradient": 1.0, "spread": 0.01, "align": 0.1, "face": 1.0},
}  # fmt: skip
PLAIN_TOGETHER: dict[str, Any] = {**TOGETHER, "projected": 0, "r1_every": 2}


@pytest.fixture(autouse=True)
def _untrained_features(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights of others in tests: features of a network as it starts."""

    def load(device: torch.device) -> Features:
        torch.manual_seed(1)
        return Features().to(device).requires_grad_(False)

    monkeypatch.setattr(module, "load_features", load)


def task(**more: Any) -> StyleGan2Task:
    torch.manual_seed(0)
    return StyleGan2Task(build(StyleGan2Training, {**TINY, **more}), torch.device("cpu"))


def batch(size: int = 32, count: int = 4) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(0)
    small = torch.randint(0, 256, (count, 4, 4, 3), generator=generator)
    rgb = small.repeat_interleave(size // 4, 1).repeat_interleave(size // 4, 2)
    return {"rgb": rgb.to(torch.uint8)}


@pytest.mark.parametrize("kind", [ALONE, TOGETHER, PLAIN_TOGETHER])
def test_every_kind_of_step_moves_every_network(kind: dict[str, Any]) -> None:
    learning = task(**kind, ada={"start": 0.2})
    before = {
        (name, key): value.clone()
        for name, net in learning.modules().items() for key, value in net.state_dict().items()
    }  # fmt: skip
    updates = Updates(learning)
    for step in range(4):
        scalars = updates.advance(batch(32), step)
        assert all(abs(value) < 1e6 for value in scalars.values())
    moved = {
        name
        for name, net in learning.modules().items() for key, value in net.state_dict().items()
        if not torch.equal(value, before[name, key])
    }  # fmt: skip
    trained = {"g", "m", "d", "ada", "paths", "g_ema", "m_ema"}
    assert moved >= trained | ({"e", "e_ema", "bank"} if learning.e else set())
    assert updates.advance(batch(64), 4)
    assert learning.sample(batch(64)).shape[0] == 64 * (4 if learning.e else 2)


def test_the_adversary_is_projected_or_plain() -> None:
    assert isinstance(task(**TOGETHER).d, ProjectedAdversary)
    assert isinstance(task(**ALONE).d, PlainAdversary)
    assert task(**ALONE).features is None


def test_two_pictures_are_learned_by_heart() -> None:
    learning = task(**TOGETHER, adversarial_from=1000, momentum=0.5, learning_rate=0.01)
    updates = Updates(learning, precision="fp32")
    first = updates.advance(batch(32, 2), 0)
    last = first
    for step in range(1, 60):
        last = updates.advance(batch(32, 2), step)
    assert last["pixel"] < 0.5 * first["pixel"]
    assert last["perceptual"] < first["perceptual"]


def test_a_stopped_run_goes_on_as_if_it_had_not_stopped(tmp_path: Path) -> None:
    config = LoopConfig((Stage(32, 4, 4), Stage(64, 4, 2)), log_every=1, sample_every=100, precision="fp32")

    def batches(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
        return itertools.islice(itertools.repeat(batch(stage.resolution)), stop - start)

    whole = task(**TOGETHER)
    run(whole, config, batches, tmp_path / "whole")
    run(task(**TOGETHER), config, batches, tmp_path / "parts", minutes=0.0)
    resumed = task(**TOGETHER)
    assert run(resumed, config, batches, tmp_path / "parts") == 6
    for name, net in whole.modules().items():
        other = resumed.modules()[name].state_dict()
        for key, value in net.state_dict().items():
            assert torch.equal(value, other[key]), (name, key)


def test_growing_starts_with_the_picture_so_far() -> None:
    generator = task(**TOGETHER).g
    w = torch.randn(1, 8)
    small, large = generator(w, resolution=32), generator(w, resolution=64)
    block = generator.blocks[-1]
    assert isinstance(block, SynthesisBlock)
    assert small.std() > 0.1
    assert torch.allclose(large, block.skip(small), atol=1e-5)


def test_crossed_codes_are_the_firsts_up_to_a_row_and_the_seconds_from_there() -> None:
    learning = task(**ALONE, mixing=1.0)
    first, second = torch.zeros(50, 10, 8), torch.ones(50, 10, 8)
    crossed = learning._crossed(first, second)[:, :, 0]
    assert (crossed.diff(dim=1) >= 0).all()
    assert (crossed[:, 0] == 0).all()
    assert (crossed[:, -1] == 1).all()
    assert len(crossed.sum(dim=1).unique()) > 3


def test_rates_and_memories_allow_for_lazy_updates() -> None:
    learning = task(**{**ALONE, "r1_every": 16, "path_every": 4})
    learning._schedule(0)
    assert learning.d_optimiser.param_groups[0]["lr"] == pytest.approx(2e-3 * 16 / 17)
    assert learning.g_optimiser.param_groups[0]["lr"] == pytest.approx(2e-3 * 4 / 5)
    assert learning.d_optimiser.param_groups[0]["betas"][1] == pytest.approx(0.99 ** (16 / 17))


def test_the_face_counts_most_in_its_middle() -> None:
    window = face_window(64, torch.device("cpu"))[0, 0]
    assert divmod(int(window.argmax()), 64) in {(36, 31), (36, 32), (35, 31), (35, 32)}
    assert window.max() > 0.99
    assert window[0, 0] < 0.1


@pytest.mark.parametrize("name", ["bundled", "paper", "256"])
def test_configurations_fit_together(name: str) -> None:
    config = load_config(StyleGan2Training, find_config("stylegan2", name))
    assert config.loop.stages[-1].resolution == config.network.resolution
    if config.weights.encodes:
        assert config.encoder.resolution == config.network.resolution
        assert (config.encoder.rows, config.encoder.w_dim) == (config.network.rows, config.network.w_dim)
    else:
        assert config.network.channels == channels_for(config.network.resolution) == config.discriminator
