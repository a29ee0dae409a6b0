"""Every model's training: batches repeat, losses are finite, one step moves the weights, configs load."""

from __future__ import annotations

import csv
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.labels import IGNORE, Label
from core.methods.smile.attributes import ATTRIBUTES
from training.common import build, load_config
from training.data.batches import AugmentConfig, Cache, CacheBatches, DataConfig
from training.data.pairs import PairBatches
from training.losses import segmentation
from training.parser import ParserTask, ParserTraining
from training.sem import SemTask, SemTraining, importance
from training.syn import SynTask, SynTraining
from training.updates import Updates

CONFIGS = Path(__file__).parents[2] / "training" / "configs" / "bundled"
LOOP: dict[str, Any] = {"stages": [{"resolution": 32, "batch": 4, "steps": 10}]}
SYN: dict[str, Any] = {
    "loop": LOOP,
    "layers": "placed",
    "network": {
        "style_dim": 4, "channels": [4, 4, 4], "mask_hidden": [4, 4, 4], "entry_channels": 4,
        "layer_channels": 4, "latent_dim": 4, "mapping_hidden": 8, "mapping_layers": 2,
        "encoder_channels": [4, 4],
    },
    "discriminator": {"channels": [4, 4, 4], "patch_resolution": 16},
    "exchange": True,
    "weights": {"pixel": 1.0, "align": 1.0, "gradient": 1.0, "accessory_layer": 1.0, "fine_regions": 1.0},
}  # fmt: skip
SEM: dict[str, Any] = {
    "loop": LOOP,
    "network": {
        "resolution": 32, "channels": [4, 4], "bottleneck": 1, "skips": 1, "mapping_hidden": 4,
        "mapping_shared": 1, "mapping_unshared": 1, "encoder_channels": [4, 4, 4, 4],
    },
    "weights": {"pair": 1.0, "align": 1.0},
}  # fmt: skip
PARSER: dict[str, Any] = {"loop": LOOP, "network": {"widths": [4, 4, 4], "blocks": [0, 1, 1]}}
TASKS = {
    "parser": (ParserTraining, ParserTask, PARSER, CacheBatches),
    "syn": (SynTraining, SynTask, SYN, CacheBatches),
    "sem": (SemTraining, SemTask, SEM, PairBatches),
}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Four drawn heads, two of them once more with eyeglasses."""
    rng = np.random.default_rng(0)
    labels = np.zeros((6, 256, 256), np.uint8)
    labels[:, 60:220, 70:190] = Label.SKIN
    labels[:, 30:70, 60:200] = Label.HAIR
    labels[4:, 100:140, 80:180] = Label.EYE_G
    labels[0, :10] = IGNORE
    arrays = {
        "images": rng.integers(0, 256, (6, 256, 256, 3)),
        "labels": labels,
        "alpha": (labels == Label.EYE_G) * 200,
        "colour": np.repeat((labels == Label.EYE_G)[..., None] * 60, 3, axis=3),
    }
    for name, values in arrays.items():
        np.save(tmp_path / f"{name}.npy", values.astype(np.uint8))
    with (tmp_path / "index.csv").open("w", newline="") as file:
        names = [a.name for a in ATTRIBUTES]
        writer = csv.writer(file)
        writer.writerow(
            ["row", "id", "split", "person", "kind", "source_row", *names, "layer_known", "params"]
        )
        for row in range(6):
            kind, source = ("plain", row) if row < 4 else ("eyeglasses", row - 4)
            values = [row % 2, int(row > 3), 1, -1 if row == 2 else 0, 0, 0]
            writer.writerow([row, f"{source:05d}", "train", source, kind, source, *values, 1, "{}"])
    return Cache.open(tmp_path)


def _task(name: str, cache: Cache) -> tuple[Any, Mapping[str, torch.Tensor]]:
    kind, task_kind, values, source = TASKS[name]
    torch.manual_seed(0)
    config: Any = build(kind, values)
    return task_kind(config, torch.device("cpu")), source(cache, config.data, 4, 32)[0]


@pytest.mark.parametrize("name", TASKS)
def test_bundled_config_loads(name: str) -> None:
    assert load_config(TASKS[name][0], CONFIGS / f"{name}.toml").loop.steps > 0


def test_unknown_settings_are_refused() -> None:
    with pytest.raises(ValueError, match="colour_of_magic"):
        build(ParserTraining, {"loop": LOOP, "colour_of_magic": 8})


def test_overrides_reach_nested_settings() -> None:
    config = load_config(SynTraining, CONFIGS / "syn.toml", ["loop.log_every=7", "weights.pixel=2"])
    assert (config.loop.log_every, config.weights.pixel) == (7, 2.0)


@pytest.mark.parametrize("source", [CacheBatches, PairBatches])
def test_a_batch_depends_on_seed_and_step_alone(cache: Cache, source: type[CacheBatches]) -> None:
    first, again = (source(cache, DataConfig(), 4, 64) for _ in range(2))
    for step in (0, 5):
        for key, value in first[step].items():
            assert torch.equal(value, again[step][key]), key
    assert not torch.equal(first[0]["label"], first[5]["label"])


def test_a_worker_opens_the_cache_again_instead_of_copying_it(cache: Cache) -> None:
    data = CacheBatches(cache, DataConfig(), 4, 64)
    sent = pickle.dumps(data)
    assert len(sent) < cache.images.nbytes // 100
    assert torch.equal(pickle.loads(sent)[3]["rgb"], data[3]["rgb"])


def test_without_jitter_a_batch_is_the_cache(cache: Cache) -> None:
    still = AugmentConfig(flip=0.0, rotate_degrees=0.0, scale=0.0, shift=0.0, colour=0.0)
    data = CacheBatches(cache, DataConfig(augment=still), 1, 256)
    sample = data.sample(5, np.random.default_rng(0))
    assert np.array_equal(sample["rgb"].numpy(), cache.images[5])
    assert np.array_equal(sample["label"].numpy(), cache.labels[5])
    assert np.array_equal(sample["layer"].numpy()[..., 0], cache.alpha[5])


def test_partners_show_the_same_portrait(cache: Cache) -> None:
    still = AugmentConfig(flip=0.0, rotate_degrees=0.0, scale=0.0, shift=0.0)
    data = PairBatches(cache, DataConfig(augment=still), 1, 256)
    sample = data.sample(4, np.random.default_rng(1))
    maps = {int((m == Label.EYE_G).any()) for m in (sample["label"], sample["partner"])}
    assert maps == {0, 1}
    assert sample["attributes"][1] + sample["partner_attributes"][1] == 1


@pytest.mark.parametrize("name", TASKS)
def test_steps_give_finite_losses_and_move_the_weights(name: str, cache: Cache) -> None:
    task, batch = _task(name, cache)
    before = {n: [p.detach().clone() for p in m.parameters()] for n, m in task.modules().items()}
    for step in range(4):  # SYN: own styles, random ones, own, exchanged ones
        scalars = Updates(task).advance(batch, step)
        assert all(np.isfinite(v) for v in scalars.values()), scalars
    for n, module in task.modules().items():
        if not before[n]:
            continue
        moved = [not torch.equal(a, b) for a, b in zip(before[n], module.parameters(), strict=True)]
        assert any(moved), n
    assert task.sample(dict(batch)).ndim == 3


@pytest.mark.parametrize("name", TASKS)
def test_state_is_read_back_without_unpickling(name: str, cache: Cache, tmp_path: Path) -> None:
    from training.loop import restore, save

    task, batch = _task(name, cache)
    Updates(task).advance(batch, 0)
    save(task, tmp_path, 1)
    other, _ = _task(name, cache)
    assert restore(other, tmp_path) == 1
    for n, module in task.modules().items():
        for key, value in module.state_dict().items():
            assert torch.equal(value, other.modules()[n].state_dict()[key]), (n, key)


def test_segmentation_ignores_unknown_pixels_and_falls_when_right() -> None:
    labels = torch.tensor([[[0, 1], [1, IGNORE]]])
    good = torch.full((1, 2, 2, 2), -5.0)
    good[0, 0, 0, 0] = good[0, 1, 0, 1] = good[0, 1, 1, 0] = 5.0
    weights = torch.ones(2)
    low = segmentation(good, labels, weights)
    other = good.clone()
    other[0, :, 1, 1] = 30.0
    torch.testing.assert_close(segmentation(other, labels, weights), low)
    assert segmentation(-good, labels, weights) > low + 5


def test_small_changes_weigh_more() -> None:
    differs = torch.zeros(2, 100, 100)
    differs[0, :2, :2], differs[1, :50] = 1.0, 1.0
    weight = importance(differs)
    assert weight[0].max() == 61.0
    assert weight[1].max() == 5.0
    assert weight.min() == 1.0
