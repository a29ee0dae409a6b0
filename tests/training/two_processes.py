"""What `torchrun` starts in a test of `test_loop.py`: the line task twice, and three real ones, tiny."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from tests.training.line import LineTask, batches, config
from tests.training.tiny import tiny_batch, tiny_faces, tiny_task
from training.loop import LoopConfig, Stage, run
from training.processes import Processes

REAL = {"sem": ("paper", tiny_batch), "syn": ("paper", tiny_batch), "secgan": ("stargan-128", tiny_faces)}
"""Model: its settings, and a batch of what it learns from."""
SHORT = LoopConfig((Stage(32, 4, 4),), log_every=1, precision="fp32")


def tiny_batches(
    stage: Stage, start: int, stop: int, make: Callable[[], dict[str, Tensor]], rank: int = 0, count: int = 1
) -> Iterator[dict[str, Tensor]]:
    """One process's part of the same batch again and again."""
    for _ in range(start, stop):
        yield {key: value.chunk(count)[rank] for key, value in make().items()}


def main(folder: Path) -> None:
    processes = Processes.join()
    torch.manual_seed(processes.rank)
    part = partial(batches, rank=processes.rank, count=processes.count)
    for kind, noise in (("noisy", 0.1), ("plain", 0.0)):
        run(LineTask(noise), config(), part, folder / f"two_{kind}", processes=processes)
    for model, (name, make) in REAL.items():
        shared = partial(tiny_batches, make=make, rank=processes.rank, count=processes.count)
        task = tiny_task(model, name)
        run(task, SHORT, shared, folder / f"two_{model}", processes=processes)
    processes.meet()
    processes.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
