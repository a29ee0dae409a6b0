"""The training loop: exact resume, stops that lose nothing, stages, micro-batches, several processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
import torch
from torch import Tensor

from tests.training.line import LineTask, batches, config
from tests.training.tiny import tiny_task
from tests.training.two_processes import REAL, SHORT, tiny_batches
from training.common import TrainingError
from training.loop import LoopConfig, Stage, run, save

ROOT = Path(__file__).parents[2]


def _losses(folder: Path) -> list[float]:
    """Both descents' losses of every step; the log holds each step once."""
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    assert [line["step"] for line in lines] == list(range(1, len(lines) + 1))
    return [line[name] for line in lines for name in ("loss", "second")]


def _curve(folder: Path) -> dict[str, float]:
    lines = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return {
        f"{line['step']} {name}": value
        for line in lines
        for name, value in line.items()
        if name not in ("time", "seconds")
    }


def test_stages_change_the_batch(tmp_path: Path) -> None:
    task = LineTask()
    assert run(task, config(), batches, tmp_path) == 12
    assert [n for _, n in task.seen] == [4] * 6 + [2] * 6
    assert (tmp_path / "sample_000005.jpg").exists()
    assert list(tmp_path.glob("events.out.tfevents.*"))


def test_a_run_in_two_sittings_is_bit_for_bit_the_run_in_one(tmp_path: Path) -> None:
    whole, first, second = LineTask(), LineTask(), LineTask()
    run(whole, config(), batches, tmp_path / "whole")
    run(first, LoopConfig((Stage(64, 4, 6), Stage(128, 2, 1)), log_every=1), batches, tmp_path / "parts")
    torch.randn(7)  # whatever else drew numbers in between
    assert run(second, config(), batches, tmp_path / "parts") == 12
    assert _losses(tmp_path / "parts") == _losses(tmp_path / "whole")
    for a, b in zip(whole.modules().values(), second.modules().values(), strict=True):
        for key, value in a.state_dict().items():
            assert torch.equal(value, b.state_dict()[key]), key


def test_the_log_forgets_what_is_done_again(tmp_path: Path) -> None:
    task = LineTask()
    run(task, config(), batches, tmp_path, minutes=0.0)
    with (tmp_path / "log.jsonl").open("a") as file:
        file.write('{"step": 2, "loss": 9, "second": 9}\n{"step": 3, "lo')
    run(LineTask(), config(), batches, tmp_path)
    assert len(_losses(tmp_path)) == 2 * 12


def test_micro_batches_give_the_gradient_of_the_whole_batch(tmp_path: Path) -> None:
    for accumulate in (1, 2):
        run(LineTask(noise=0.0), config(accumulate=accumulate), batches, tmp_path / str(accumulate))
    assert _losses(tmp_path / "2") == pytest.approx(_losses(tmp_path / "1"), rel=1e-5)


def test_two_processes_make_the_same_curve_as_one(tmp_path: Path) -> None:
    # With noise, one process that takes the same micro-batches in turn; without, one with the whole batch.
    run(LineTask(), config(accumulate=2), batches, tmp_path / "one_noisy")
    run(LineTask(noise=0.0), config(), batches, tmp_path / "one_plain")
    for model, (name, make) in REAL.items():
        parts = partial(tiny_batches, make=make)
        run(tiny_task(model, name), replace(SHORT, accumulate=2), parts, tmp_path / f"one_{model}")
    _torchrun(tmp_path)
    for kind in ("noisy", "plain", *REAL):
        alone, together = _curve(tmp_path / f"one_{kind}"), _curve(tmp_path / f"two_{kind}")
        assert together == pytest.approx(alone, rel=1e-3 if kind in REAL else 1e-5, abs=1e-6)


def _torchrun(folder: Path) -> None:
    command = [
        sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2",
        "-m", "tests.training.two_processes", str(folder),
    ]  # fmt: skip
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert result.returncode == 0, f"{result.stderr[:4000]}\n...\n{result.stderr[-1000:]}"


def test_a_batch_that_cannot_be_split_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="2 cannot be split into 4"):
        run(LineTask(), config(accumulate=4), batches, tmp_path)


def test_fp16_scales_the_loss_and_learns_all_the_same(tmp_path: Path) -> None:
    run(LineTask(), config(precision="fp16"), batches, tmp_path / "fp16")
    run(LineTask(), config(), batches, tmp_path / "plain")
    assert "scaler" in torch.load(tmp_path / "fp16" / "last.pt", weights_only=True)
    assert _losses(tmp_path / "fp16") == pytest.approx(_losses(tmp_path / "plain"), rel=1e-4)


def test_an_unknown_precision_is_refused() -> None:
    with pytest.raises(ValueError, match="bf16, fp16, fp32"):
        config(precision="fp8")


def test_time_up_leaves_a_checkpoint(tmp_path: Path) -> None:
    assert run(LineTask(), config(), batches, tmp_path, minutes=0.0) == 1
    assert torch.load(tmp_path / "last.pt", weights_only=True)["step"] == 1


def test_sigterm_ends_after_the_step_with_a_checkpoint(tmp_path: Path) -> None:
    def stopping(stage: Stage, start: int, stop: int) -> Iterator[dict[str, Tensor]]:
        for step, batch in enumerate(batches(stage, start, stop), start):
            if step == 3:
                os.kill(os.getpid(), signal.SIGTERM)
            yield batch

    assert run(LineTask(), config(), stopping, tmp_path) == 4
    assert run(LineTask(), config(), batches, tmp_path) == 12


def test_a_full_disk_keeps_the_last_checkpoint(tmp_path: Path) -> None:
    task = LineTask()
    assert save(task, tmp_path, 3)
    (tmp_path / "last.pt.part").symlink_to("/dev/full")
    assert not save(task, tmp_path, 4)
    assert torch.load(tmp_path / "last.pt", weights_only=True)["step"] == 3
    assert not (tmp_path / "last.pt.part").is_symlink()


def test_a_run_survives_a_disk_too_full_for_its_log(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "log.jsonl").symlink_to("/dev/full")
    (tmp_path / "sample_000005.jpg").symlink_to("/dev/full")
    assert run(LineTask(), config(), batches, tmp_path) == 12
    assert sum("cannot be written" in record.message for record in caplog.records) == 1


def test_a_run_whose_last_checkpoint_fails_says_so(tmp_path: Path) -> None:
    (tmp_path / "last.pt").mkdir()  # cannot be replaced by a file
    (tmp_path / "previous.pt").mkdir()
    (tmp_path / "previous.pt" / "x").touch()
    with pytest.raises(TrainingError, match="could not be written"):
        run(LineTask(), config(), batches, tmp_path)


def test_a_damaged_checkpoint_gives_way_to_the_one_before(tmp_path: Path) -> None:
    task = LineTask()
    save(task, tmp_path, 3)
    save(task, tmp_path, 4)
    data = (tmp_path / "last.pt").read_bytes()
    (tmp_path / "last.pt").write_bytes(data[: len(data) // 2])
    assert run(LineTask(), config(), batches, tmp_path) == 12
    assert len((tmp_path / "log.jsonl").read_text().splitlines()) == 9  # steps 4 to 12


def test_a_checkpoint_of_other_networks_is_refused(tmp_path: Path) -> None:
    task = LineTask()
    save(task, tmp_path, 3)
    task.slope = torch.nn.Linear(2, 2, bias=False)
    with pytest.raises(TrainingError, match="other settings"):
        run(task, config(), batches, tmp_path)
