"""What `torchrun` starts in a test of `test_loop.py`: the line task, twice."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import torch

from tests.training.line import LineTask, batches, config
from training.loop import run
from training.processes import Processes


def main(folder: Path) -> None:
    processes = Processes.join()
    torch.manual_seed(processes.rank)
    part = partial(batches, rank=processes.rank, count=processes.count)
    for kind, noise in (("noisy", 0.1), ("plain", 0.0)):
        run(LineTask(noise), config(), part, folder / f"two_{kind}", processes=processes)
    processes.leave()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
