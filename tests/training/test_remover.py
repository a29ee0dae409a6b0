"""What takes eyeglasses off: its pairs are exact, it learns, it goes on where it stopped, it is measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from core.labels import Label
from core.methods.accessories import draw_eyeglasses
from tests.core.methods.accessories.heads import make_mesh, make_portrait
from training.common import TrainingError, build
from training.data.batches import AugmentConfig, Cache
from training.data.worn import WornBatches, WornConfig, bent, pair_of, write_seen
from training.evaluation.removal import drawn, removal_figures
from training.loop import run
from training.remover import RemoverTask, RemoverTraining, mask_loss, region_psnr
from training.updates import Updates

SETTINGS: dict[str, Any] = {
    "loop": {"stages": [{"resolution": 64, "batch": 4, "steps": 60}], "ema_decay": 0.9},
    "network": {"widths": [8, 8, 8]},
    "learning_rate": 1e-2, "perceptual_weight": 0.0,
    "data": {"bare_share": 0.0},
}  # fmt: skip


@pytest.fixture(scope="module")
def cache() -> Cache:
    """A drawn head, and four times the same with eyeglasses."""
    bare, labels = make_portrait()
    worn = [draw_eyeglasses(bare, labels, make_mesh(), np.random.default_rng(seed)) for seed in range(4)]
    empty = np.zeros((256, 256), np.float32)
    alpha = np.stack([empty, *(each.alpha for each in worn)])
    colour = np.stack([np.repeat(empty[..., None], 3, 2), *(each.colour for each in worn)])
    return Cache(
        images=np.stack([bare, *(each.image for each in worn)]),
        labels=np.stack([labels, *(each.label_map for each in worn)]),
        alpha=np.round(alpha * 255).astype(np.uint8),
        colour=np.round(colour * 255).astype(np.uint8),
        attributes=np.zeros((5, 6), np.float32),
        layer_known=np.ones(5, np.float32),
        split=np.array(["train"] * 5),
        kind=np.array(["plain", *["eyeglasses"] * 4]),
        ids=np.array(["0"] * 5),
        source_row=np.zeros(5, np.int64),
        face_attributes=np.full((5, 13), -1, np.float32),
    )


@pytest.fixture(scope="module", autouse=True)
def folder(cache: Cache, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its folder, with what a parser sees that sees all."""
    folder = tmp_path_factory.mktemp("worn")
    np.save(folder / "seen.npy", cache.alpha)
    SETTINGS["data"]["cache"] = str(folder)
    return folder


def batches(cache: Cache, size: int = 256, **settings: Any) -> WornBatches:
    still = AugmentConfig(flip=0, rotate_degrees=0, scale=0, shift=0, colour=0)
    config = WornConfig(augment=still, cache=SETTINGS["data"]["cache"], **settings)
    return WornBatches(cache, config, 4, size)


def test_pairs_are_exact(cache: Cache) -> None:
    batch = batches(cache, bare_share=0.0, bend_share=0.0)[0]
    touched = batch["masks"].amax(dim=3) > 0
    difference = (batch["worn"].int() - batch["bare"].int()).abs().amax(dim=3)
    assert difference[touched].float().mean() > 5
    assert difference[~touched].max() < 2
    assert torch.equal(batch["bare"][0], torch.from_numpy(cache.images[0][80:176]))
    again = batches(cache, bare_share=0.0, bend_share=0.0)[0]
    assert all(torch.equal(batch[name], again[name]) for name in batch)


def test_pairs_that_wear_nothing(cache: Cache) -> None:
    batch = batches(cache, bare_share=1.0)[3]
    assert torch.equal(batch["worn"], batch["bare"])
    assert not batch["masks"].any()


def test_lenses_bend_what_is_behind_them_and_nothing_else(cache: Cache) -> None:
    labels = cache.labels[1]
    clear = (labels == Label.EYE_G) & (cache.alpha[1] < 128)
    seen, left = bent(cache.images[0], clear, 0.06)
    assert not np.array_equal(seen, left)
    assert np.array_equal(seen[~clear], cache.images[0][~clear])
    assert np.array_equal(left[~clear], cache.images[0][~clear])
    pair = pair_of(cache, 1, WornConfig(bend_share=1.0), np.random.default_rng(0))
    beyond = pair.masks.max(axis=2) == 0
    assert np.abs(pair.worn[beyond].astype(int) - pair.bare[beyond]).max() < 2


def test_what_is_seen_is_filled(cache: Cache) -> None:
    batch = batches(cache, bare_share=0.0, bend_share=0.0)[0]
    frame = batch["seen"][..., 0] > 200
    worn, filled, bare = (batch[name].float() for name in ("worn", "filled", "bare"))
    assert (filled - bare)[frame].abs().mean() < 0.7 * (worn - bare)[frame].abs().mean()


def test_without_what_the_parser_sees(cache: Cache, tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"training\.cli see --cache"):
        WornBatches(cache, WornConfig(cache=str(tmp_path)), 4, 256)
    np.save(tmp_path / "seen.npy", cache.alpha[1:])
    with pytest.raises(TrainingError, match="of another cache"):
        WornBatches(cache, WornConfig(cache=str(tmp_path)), 4, 256)


def test_what_a_parser_sees_is_written(cache: Cache, tmp_path: Path) -> None:
    class Seer(torch.nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return torch.cat([x.new_zeros(len(x), 19, *x.shape[2:]), x[:, :1] * 1000], dim=1)

    np.save(tmp_path / "images.npy", cache.images)
    assert write_seen(tmp_path, Seer()) == 5
    assert np.array_equal(np.load(tmp_path / "seen.npy") > 127, cache.images[..., 0] > 127)


def test_no_such_rows(cache: Cache) -> None:
    with pytest.raises(TrainingError, match="prepare it with --hats N"):
        batches(cache, kind="hat")
    with pytest.raises(ValueError, match="one of eyeglasses, hat, earrings"):
        WornConfig(kind="scarf")


def _task() -> RemoverTask:
    torch.manual_seed(0)
    return RemoverTask(build(RemoverTraining, SETTINGS), torch.device("cpu"))


def test_a_few_steps_lower_the_loss(cache: Cache) -> None:
    task = _task()
    data, updates = WornBatches(cache, task.config.data, 4, 64), Updates(task, precision="bf16")
    batch = data[0]
    first = last = updates.advance(batch, 0)
    for step in range(1, 60):
        last = updates.advance(batch, step)
    assert last["pixel"] < 0.97 * first["pixel"]
    assert last["mask"] < 0.9 * first["mask"]
    assert task.sample(batch).shape == (5 * 24, 4 * 64, 3)


def test_a_run_goes_on_where_it_stopped(cache: Cache, tmp_path: Path) -> None:
    def stretch(folder: Path, steps: int) -> RemoverTask:
        task = _task()
        data = WornBatches(cache, task.config.data, 4, 64)
        loop = build(
            RemoverTraining,
            {**SETTINGS, "loop": {"stages": [{"resolution": 64, "batch": 4, "steps": steps}]}},
        ).loop
        run(task, loop, lambda stage, start, stop: (data[k] for k in range(start, stop)), folder)
        return task

    stretch(tmp_path / "two", 2)
    parted, whole = stretch(tmp_path / "two", 4), stretch(tmp_path / "one", 4)
    for ours, theirs in zip(parted.network.parameters(), whole.network.parameters(), strict=True):
        assert torch.equal(ours, theirs)


def test_mask_loss_is_least_for_the_truth() -> None:
    masks = (torch.rand(1, 2, 16, 16, generator=torch.Generator().manual_seed(0)) > 0.5).float()
    right, wrong = mask_loss(20 * (2 * masks - 1), masks), mask_loss(-20 * (2 * masks - 1), masks)
    assert right < 0.01 < 1 < wrong


def test_region_psnr() -> None:
    true, masks = torch.zeros(1, 3, 8, 8), torch.zeros(1, 3, 8, 8)
    masks[..., :4] = 1
    off = true.clone()
    off[..., :4] = 1 / 127.5  # one level
    off[..., 4:] = 1.0
    assert region_psnr(off, true, masks) == pytest.approx(48.13, abs=0.01)
    assert region_psnr(off, true, masks * 0) == 0


def test_measured_against_the_truth() -> None:
    bare, labels = make_portrait()
    case = drawn(bare, labels, make_mesh(), 2)
    kept = {f.name: f.value for f in removal_figures([case], [case.worn])}
    true = {f.name: f.value for f in removal_figures([case], [bare])}
    assert kept["taken off (dB)"] == kept["as worn (dB)"] < 30
    assert true["taken off (dB)"] > 80


def test_small_pairs_show_the_same_as_large_ones(cache: Cache) -> None:
    large, small = (
        batches(cache, size, bare_share=0.0, bend_share=0.0)[1]["bare"].float() for size in (256, 128)
    )
    reduced = torch.nn.functional.avg_pool2d(large.permute(0, 3, 1, 2), 2).permute(0, 2, 3, 1)
    assert small.shape == (4, 48, 128, 3)
    assert (small - reduced)[:, 8:-8, 8:-8].abs().mean() < 5


def test_the_network_is_shown_what_it_learns_from() -> None:
    with pytest.raises(ValueError, match="differ"):
        build(RemoverTraining, {**SETTINGS, "data": {"rows": [0.0, 1.0], "cache": "nowhere"}})
