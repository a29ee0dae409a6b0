"""The training loop: exact resume, stops that lose nothing, stages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from training.loop import LoopConfig, Stage, run, save


class LineTask:
    """Learns a line; every step draws noise, so that only a true resume repeats it."""

    def __init__(self) -> None:
        torch.manual_seed(0)
        self.net = nn.Linear(1, 1)
        self.optimiser = torch.optim.Adam(self.net.parameters(), 0.05)
        self.seen: list[tuple[int, int]] = []

    def modules(self) -> Mapping[str, nn.Module]:
        return {"net": self.net}

    def optimisers(self) -> Mapping[str, Optimizer]:
        return {"net": self.optimiser}

    def step(self, batch: dict[str, Tensor], step: int) -> dict[str, float]:
        self.seen.append((step, len(batch["x"])))
        loss = (self.net(batch["x"]) - 3 * batch["x"] - 1).square().mean()
        self.optimiser.zero_grad()
        loss.backward()
        self.optimiser.step()
        return {"loss": loss.item()}

    def sample(self, batch: dict[str, Tensor]) -> np.ndarray:
        return np.zeros((4, 4, 3), np.uint8)


def _batches(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
    for step in range(start, stop):
        generator = torch.Generator().manual_seed(step)
        yield {"x": torch.randn(stage.batch, 1, generator=generator)}


def _config() -> LoopConfig:
    return LoopConfig((Stage(64, 4, 6), Stage(128, 2, 6)), log_every=1, sample_every=5)


def _losses(folder: Path) -> list[float]:
    return [json.loads(line)["loss"] for line in (folder / "log.jsonl").read_text().splitlines()]


def test_stages_change_the_batch(tmp_path: Path) -> None:
    task = LineTask()
    assert run(task, _config(), _batches, tmp_path) == 12
    assert [n for _, n in task.seen] == [4] * 6 + [2] * 6
    assert (tmp_path / "sample_000005.jpg").exists()


def test_an_interrupted_run_goes_on_exactly(tmp_path: Path) -> None:
    run(LineTask(), _config(), _batches, tmp_path / "whole")

    class Interrupted(LineTask):
        def step(self, batch: dict[str, Tensor], step: int) -> dict[str, float]:
            if step == 7:
                raise KeyboardInterrupt
            result = super().step(batch, step)
            save(self, tmp_path / "parts", step + 1)
            return result

    with pytest.raises(KeyboardInterrupt):
        run(Interrupted(), _config(), _batches, tmp_path / "parts")
    assert run(LineTask(), _config(), _batches, tmp_path / "parts") == 12
    assert _losses(tmp_path / "parts") == _losses(tmp_path / "whole")


def test_time_up_leaves_a_checkpoint(tmp_path: Path) -> None:
    assert run(LineTask(), _config(), _batches, tmp_path, minutes=0.0) == 1
    assert torch.load(tmp_path / "last.pt", weights_only=True)["step"] == 1


def test_a_full_disk_keeps_the_last_checkpoint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    task = LineTask()
    save(task, tmp_path, 3)

    def full(state: object, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(torch, "save", full)
    save(task, tmp_path, 4)
    monkeypatch.undo()
    assert torch.load(tmp_path / "last.pt", weights_only=True)["step"] == 3
    assert not (tmp_path / "last.pt.part").exists()
