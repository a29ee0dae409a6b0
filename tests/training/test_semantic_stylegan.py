"""Training of SemanticStyleGAN: every kind of step, mixing, losses, adaptation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from core.labels import IGNORE, PARTS, Label, part_table
from core.models.semantic_stylegan import Drawn
from core.packs import write_pack
from tests.training.tiny import tiny_batch
from tests.training.tiny_parts import TINY, WITH_ENCODER, semantic_task
from training.checkpoints import restore, save
from training.common import TrainingError, build, load_config
from training.data.batches import warp_labels
from training.semantic_stylegan import (
    ROLES,
    Real,
    SemanticTask,
    SemanticTraining,
    label_loss,
    mask_loss,
    mixed,
)
from training.session import config_names
from training.updates import Updates

NETWORK = build(SemanticTraining, TINY).network


def _advance(task: SemanticTask, steps: int) -> list[dict[str, float]]:
    updates = Updates(task, precision="fp32")
    return [updates.advance(tiny_batch(), step) for step in range(steps)]


def _weights(task: SemanticTask) -> dict[str, list[Tensor]]:
    return {n: [p.detach().clone() for p in m.parameters()] for n, m in task.modules().items()}


def _moved(task: SemanticTask, before: dict[str, list[Tensor]]) -> set[str]:
    after = _weights(task)
    return {n for n in before if any(not torch.equal(a, b) for a, b in zip(before[n], after[n], strict=True))}


@pytest.mark.parametrize("name", ["bundled", "512", "256", "adaptation"])
def test_every_configuration_loads(name: str) -> None:
    config = load_config(SemanticTraining, config_names("semantic-stylegan")[name])
    assert config.network.resolution == config.loop.stages[-1].resolution
    assert 4 << (len(config.discriminator.channels) - 1) == config.network.resolution


def test_label_maps_come_in_larger_than_the_cache_holds_them() -> None:
    label_map = np.random.default_rng(0).integers(0, 19, (256, 256)).astype(np.uint8)
    still = np.array([[1.0, 0, 0], [0, 1, 0]])
    large = warp_labels(label_map, still, False, 512)
    assert np.array_equal(large, label_map.repeat(2, axis=0).repeat(2, axis=1))


def test_the_papers_step_moves_everything_by_the_adversary_alone() -> None:
    task = semantic_task()
    before = _weights(task)
    first, *_, fifth = _advance(task, 5)
    assert set(first) == {
        "random_g", "random_mask", "d", "r1_rgb", "r1_labels", "path", "path_length"
    }  # fmt: skip
    assert "path" in fifth
    assert "r1_rgb" not in fifth
    assert _moved(task, before) == {"g", "m", "d", "g_ema", "m_ema"}
    assert task.path is not None
    assert task.path.value > 0
    assert task.sample(tiny_batch()).shape == (4 * 32, 4 * 32, 3)


def test_with_an_encoder_pictures_are_reconstructed_and_parts_exchanged() -> None:
    task = semantic_task(**WITH_ENCODER)
    before = _weights(task)
    scalars = _advance(task, 4)  # reconstruction, random, reconstruction against D, exchange
    assert {"pixel", "gradient", "structure", "labels", "mask"} <= set(scalars[0])
    assert "g" not in scalars[0]
    assert {"random_g", "random_mask", "d"} <= set(scalars[1])
    assert {"g", "features", "align"} <= set(scalars[2])
    assert all(np.isfinite(v) for each in scalars for v in each.values())
    assert {"g", "m", "e", "d", "g_ema", "m_ema", "e_ema"} == _moved(task, before)
    assert task.sample(tiny_batch()).shape == (6 * 32, 4 * 32, 3)


def test_reconstruction_learns() -> None:
    task = semantic_task(**{**WITH_ENCODER, "adversarial_from": 1000}, momentum=0.9, learning_rate=0.01)
    batch = tiny_batch()
    for name in ("rgb", "label"):  # areas instead of grains, which nobody could draw
        batch[name] = batch[name][:, ::8, ::8].repeat_interleave(8, 1).repeat_interleave(8, 2)
    updates = Updates(task, precision="fp32")
    losses = [updates.advance(batch, step) for step in range(30)]
    for name in ("pixel", "labels"):
        assert losses[-1][name] < 0.9 * losses[0][name]


@pytest.mark.parametrize(
    "more",
    [{}, WITH_ENCODER, {"decay_from": 1, "decay_steps": 4}],
    ids=["paper", "encoder", "falling rates"],
)
def test_a_resumed_run_is_the_run_without_a_stop(more: dict[str, Any], tmp_path: Path) -> None:
    whole, half = semantic_task(**more), semantic_task(**more)
    _advance(whole, 4)
    _advance(half, 2)
    save(half, tmp_path, 2)
    resumed = semantic_task(**more)
    assert restore(resumed, tmp_path) == 2
    updates = Updates(resumed, precision="fp32")
    for step in (2, 3):
        updates.advance(tiny_batch(), step)
    for name, module in whole.modules().items():
        other = resumed.modules()[name].state_dict()
        for key, value in module.state_dict().items():
            assert torch.equal(value, other[key]), (name, key)


def test_adaptation_goes_on_from_a_run_without_labels_and_leaves_the_parts_alone(tmp_path: Path) -> None:
    trained = semantic_task()
    _advance(trained, 2)
    save(trained, tmp_path, 2)
    task = semantic_task(
        start=str(tmp_path),
        frozen_parts=True,
        discriminator={"channels": [4, 4, 4, 4], "parts": 0},
        weights={"mask": 0.0},
    )
    averaged = trained.ema["g"].module.state_dict()
    for key, value in task.g.state_dict().items():
        assert torch.equal(value, averaged[key]), key
    torch.testing.assert_close(task.d.out.weight, trained.d.out.weight)
    parts, rest = task.g.local.state_dict(), task.g.render.state_dict()
    parts, rest = ({k: v.clone() for k, v in state.items()} for state in (parts, rest))
    (scalars,) = _advance(task, 1)
    assert "r1_labels" not in scalars
    assert all(torch.equal(v, parts[k]) for k, v in task.g.local.state_dict().items())
    assert any(not torch.equal(v, rest[k]) for k, v in task.g.render.state_dict().items())


def test_adaptation_can_start_from_a_pack(tmp_path: Path) -> None:
    trained = semantic_task(**WITH_ENCODER)
    networks = {ROLES[name]: network for name, network in (("g", trained.g), ("m", trained.m))}
    write_pack(tmp_path, networks, name="p", title="P", version="1", licence="-", card="-", half=False)
    torch.manual_seed(1)
    config = build(SemanticTraining, {**TINY, "start": str(tmp_path)})
    task = SemanticTask(config, torch.device("cpu"))
    for name in ("g", "m"):
        for key, value in trained.modules()[name].state_dict().items():
            assert torch.equal(value, task.modules()[name].state_dict()[key]), key


def test_a_start_that_is_no_run_or_has_other_sizes_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="no run or pack to start from"):
        semantic_task(start=str(tmp_path / "none"))
    save(semantic_task(), tmp_path, 0)
    with pytest.raises(TrainingError, match="other sizes"):
        semantic_task(start=str(tmp_path), network={**TINY["network"], "part_channels": 6})


def test_mixing_keeps_the_coarse_rows_and_never_a_texture_without_its_partner() -> None:
    torch.manual_seed(0)
    first = torch.zeros(200, NETWORK.rows, NETWORK.code_dim)
    taken = mixed(first, first + 1, NETWORK)[..., 0]
    assert (taken[:, : NETWORK.coarse_layers] == 0).all()
    shapes, textures = taken[:, NETWORK.coarse_layers :: 2], taken[:, NETWORK.coarse_layers + 1 :: 2]
    assert not ((shapes == 1) & (textures == 0)).any()
    for share in (shapes.mean(), (textures - shapes).mean(), (1 - textures).mean()):
        assert abs(share - 1 / 3) < 0.05


def _drawn(coarse: Tensor, scores: Tensor, depths: Tensor) -> Drawn:
    return Drawn(torch.zeros(1, 3, 4, 4), scores, coarse, depths)


def test_the_mask_loss_compares_the_refined_map_at_the_coarse_size() -> None:
    coarse = torch.tensor([[[[1.0, -1.0], [0.0, 0.5]]]])
    scores = coarse.repeat_interleave(2, 2).repeat_interleave(2, 3)
    assert mask_loss(_drawn(coarse, scores, coarse)) == 0
    torch.testing.assert_close(mask_loss(_drawn(coarse, scores + 0.5, coarse)), torch.tensor(0.25))


def test_label_loss_falls_when_right_and_leaves_out_what_is_unknown() -> None:
    parts = torch.tensor([[[0, 0, 1, 1], [0, 0, 1, 1], [0, 0, 1, 1], [0, 0, IGNORE, IGNORE]]])
    right = 2.0 * torch.stack([parts[0] == 0, parts[0] == 1]).float().unsqueeze(0) - 1
    depths = 8 * torch.nn.functional.avg_pool2d(right, 2)
    weight = torch.ones(1, 1, 4, 4)
    good = label_loss(_drawn(depths, right, depths), parts, weight)
    assert good < 0.02
    assert label_loss(_drawn(-depths, -right, -depths), parts, weight) > 10
    changed = right.clone()
    changed[..., 3, 2:] = -changed[..., 3, 2:]
    torch.testing.assert_close(label_loss(_drawn(depths, changed, depths), parts, weight), good)


def test_what_is_unknown_in_the_real_map_is_not_seen_in_the_drawn_one() -> None:
    labels = torch.tensor([[[Label.HAIR, IGNORE]]])
    real = Real.of(torch.zeros(1, 3, 1, 2), torch.from_numpy(part_table())[labels], len(PARTS))
    assert real.scores[0, :, 0, 0].argmax() == tuple(PARTS).index("hair")
    assert (real.scores[..., 1] == -1).all()
    assert (real.seen(torch.ones(1, 13, 1, 2))[..., 1] == -1).all()
