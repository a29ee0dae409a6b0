"""Paper, ablation and baseline configurations: they load, build what they say, and learn on tiny sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.models.adain import AdainBlock, AdainGenerator
from core.models.sac import SacConv
from core.models.smile_sem import (
    DecoderBlock,
    SemConfig,
    SemDiscriminator,
    SemGenerator,
    SemMapping,
    SemStyleEncoder,
)
from core.models.smile_syn import SynConfig, SynGenerator, SynMapping, SynStyleEncoder
from core.models.spade import SpadeConv, SpadeGenerator
from core.packs import write_pack
from tests.training.tiny import tiny_batch, tiny_task
from training.checkpoints import restore, save
from training.common import load_config
from training.session import MODELS, config_names, find_config
from training.updates import Updates

CASES = [
    (model, name)
    for model in ("sem", "syn", "stargan_v2")
    for name in config_names(model)
    if name != "bundled"
]


def _moved(task: Any, before: dict[str, list[Tensor]]) -> set[str]:
    return {
        name
        for name, module in task.modules().items()
        if any(not torch.equal(a, b) for a, b in zip(before[name], module.parameters(), strict=True))
    }


def test_every_ablation_of_the_papers_is_there() -> None:
    assert len(CASES) == 1 + 3 + 1 + 2 + 1


@pytest.mark.parametrize(("model", "name"), CASES)
def test_two_steps_give_finite_losses_and_move_the_weights(model: str, name: str) -> None:
    task = tiny_task(model, name)
    before = {n: [p.detach().clone() for p in m.parameters()] for n, m in task.modules().items()}
    for step in range(2):
        scalars = Updates(task).advance(tiny_batch(), step)
        assert all(np.isfinite(v) for v in scalars.values()), scalars
    still = {"syn": {"bank"}, "sem": {"bank"}}.get(model, set())
    if "without-encoder" in name:
        still = {*still, "s", "s_ema"}
    if "sac" in name:
        still = {*still, "m", "m_ema"}
    assert set(task.modules()) - _moved(task, before) == still
    assert task.sample(tiny_batch()).ndim == 3


@pytest.mark.parametrize(("model", "name"), CASES)
def test_its_generator_goes_through_a_pack(model: str, name: str, tmp_path: Path) -> None:
    generator = tiny_task(model, name).g.eval()
    pack = write_pack(
        tmp_path / "pack", {"generator": generator}, name="x", title="x", version="1", licence="x", card="x"
    )
    again = pack.build("generator")
    assert type(again) is type(generator)
    assert again.config == generator.config
    for key, value in generator.state_dict().items():
        assert torch.allclose(again.state_dict()[key], value.half().float()), key


@pytest.mark.parametrize(("model", "name"), CASES)
def test_full_sizes_are_the_papers(model: str, name: str) -> None:
    settings: Any = load_config(MODELS[model].settings, find_config(model, name))
    (stage,) = settings.loop.stages
    expected = {"sem": (256, 6, 200_000), "syn": (256, 4, 300_000), "stargan_v2": (256, 8, 100_000)}
    assert (stage.resolution, stage.batch, stage.steps) == expected[model]


UNUSED = 3
"""Scalars of the last resolution that the released file holds and its network never reads."""


def test_parameters_are_those_of_the_released_networks() -> None:
    def count(kind: type[torch.nn.Module], config: object) -> int:
        with torch.device("meta"):  # shapes alone
            return sum(p.numel() for p in kind(config).parameters())

    sem: Any = load_config(MODELS["sem"].settings, find_config("sem", "paper"))
    kinds = (SemGenerator, SemMapping, SemStyleEncoder, SemDiscriminator)
    assert [count(k, sem.network) for k in kinds] == [33_863_367, 10_400_032, 21_008_224, 20_866_636]
    syn: Any = load_config(MODELS["syn"].settings, find_config("syn", "paper"))
    kinds = (SynGenerator, SynMapping, SynStyleEncoder)
    assert sum(count(k, syn.network) for k in kinds) == 42_235_054 - UNUSED


def test_weighted_classes_come_from_the_config() -> None:
    widths = [
        load_config(MODELS["sem"].settings, find_config("sem", name)).network.widths
        for name in ("paper", "without-weighted-classes")
    ]
    assert widths == [(64, 16, 16, 16, 16, 16), (16,) * 6]


def test_the_named_blocks_are_built() -> None:
    def blocks(network: torch.nn.Module, kind: type[torch.nn.Module]) -> int:
        return sum(isinstance(module, kind) for module in network.modules())

    modulated = SemGenerator(SemConfig(channels=(4, 4), bottleneck=1))
    adain = AdainGenerator(SemConfig(channels=(4, 4), bottleneck=1))
    assert (blocks(modulated, DecoderBlock), blocks(modulated, AdainBlock)) == (2, 0)
    assert (blocks(adain, DecoderBlock), blocks(adain, AdainBlock)) == (0, 2)
    small = SynConfig(channels=(4, 4), mask_hidden=(4, 4), entry_channels=4, style_dim=4)
    sac, spade = SynGenerator(small), SpadeGenerator(small)
    assert (blocks(sac, SacConv), blocks(sac, SpadeConv)) == (3, 0)
    assert (blocks(spade, SacConv), blocks(spade, SpadeConv)) == (0, 3)


def test_spade_gives_one_picture_a_map_whatever_the_styles() -> None:
    network = SpadeGenerator(SynConfig(channels=(4, 4), mask_hidden=(4, 4), entry_channels=4, style_dim=4))
    maps = torch.randint(0, 19, (1, 16, 16))
    first, second = (network(maps, torch.rand(1, 19, 4)) for _ in range(2))
    assert torch.equal(first, second)


def test_adain_styles_change_the_layout() -> None:
    network = AdainGenerator(SemConfig(channels=(4, 4), bottleneck=1, skips=1))
    layout = torch.rand(1, 19, 16, 16)
    first, second = (network(layout, torch.rand(1, 6, 64)) for _ in range(2))
    assert first.shape == (1, 19, 16, 16)
    assert not torch.allclose(first, second)


def test_a_detached_style_gets_no_gradient_from_the_reconstruction() -> None:
    for setting, reached in (("false", False), ("true", True)):
        task = tiny_task("sem", "paper", f"style_gradient={setting}", "weights.style=0.0")
        Updates(task).advance(tiny_batch(), 0)
        moved = any(p.grad is not None and bool(p.grad.any()) for p in task.s.parameters())
        assert moved is reached


@pytest.mark.parametrize("model", ["sem", "syn", "stargan_v2"])
def test_a_resumed_task_repeats_itself_bit_for_bit(model: str, tmp_path: Path) -> None:
    whole, parts = tiny_task(model, "paper"), tiny_task(model, "paper")
    for step in range(4):
        Updates(whole).advance(tiny_batch(), step)
    for step in range(2):
        Updates(parts).advance(tiny_batch(), step)
    save(parts, tmp_path, 2)
    torch.manual_seed(99)
    again = MODELS[model].task(parts.config, torch.device("cpu"))
    restore(again, tmp_path)
    for step in range(2, 4):
        Updates(again).advance(tiny_batch(), step)
    for name, module in whole.modules().items():
        for key, value in module.state_dict().items():
            assert torch.equal(value, again.modules()[name].state_dict()[key]), (name, key)
