"""How long a run will take and how much memory, measured by a few steps on a copy before it starts."""

from __future__ import annotations

import copy
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

from training.common import TrainingError
from training.loop import BatchSource, LoopConfig, Stage, spans
from training.processes import ALONE, Processes
from training.updates import Task, Updates

TIMED_STEPS = 2
"""After one that warms up; two, because tasks alternate between kinds of updates."""


@dataclass(frozen=True)
class Estimate:
    """Every stage still to do with its steps and seconds a step; sizes in bytes, 0 where unknown."""

    stages: tuple[tuple[Stage, int, float], ...]
    memory: int
    checkpoint: int
    free: int
    device: str

    @property
    def seconds(self) -> float:
        return sum(steps * seconds for _, steps, seconds in self.stages)

    def text(self) -> str:
        """What to tell the person, some lines."""
        lines = [
            f"  {steps} steps at {stage.resolution}², batch {stage.batch}: {seconds:.2f} s a step, "
            f"{duration(steps * seconds)}"
            for stage, steps, seconds in self.stages
        ]
        memory = f"; {_size(self.memory)} of memory" if self.memory else ""
        disk = f"two checkpoints of {_size(self.checkpoint)}; {_size(self.free)} free on the disk"
        head = f"Estimate for {self.device}: {duration(self.seconds)}{memory}; {disk}."
        return "\n".join([head, *lines])


def duration(seconds: float) -> str:
    """Like `1 h 05 min`, `3 days 4 h`."""
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{seconds:.0f} s"
    if minutes < 60:
        return f"{minutes} min"
    hours = round(seconds / 3600)
    return f"{minutes // 60} h {minutes % 60:02} min" if hours < 24 else f"{hours // 24} days {hours % 24} h"


def _size(count: int) -> str:
    return f"{count / 2**30:.1f} GiB" if count >= 2**30 else f"{count / 2**20:.0f} MiB"


def measure(
    task: Task,
    config: LoopConfig,
    batches: BatchSource,
    folder: Path,
    step: int,
    processes: Processes = ALONE,
) -> Estimate:
    """Time a few steps of every stage still to do, on a copy of the task; the task stays as it is.

    Raises `TrainingError` when the device has not enough memory.
    """
    try:
        stages = tuple(_timed(copy.deepcopy(task), config, batches, step, processes))
    except (torch.OutOfMemoryError, MemoryError) as error:
        raise TrainingError(
            f"This training does not fit into the memory of {processes.device}. Smaller micro-batches may "
            "help: --set loop.accumulate=2, or 4."
        ) from error
    state = (t for m in task.modules().values() for t in m.state_dict().values())
    # Two moments of Adam beside every trained parameter.
    trained = {p for o in task.optimisers().values() for g in o.param_groups for p in g["params"]}
    checkpoint = sum(t.nbytes for t in state) + 2 * sum(p.nbytes for p in trained)
    free = shutil.disk_usage(folder).free
    return Estimate(stages, _peak_memory(processes.device), checkpoint, free, str(processes.device))


def _timed(
    copied: Task, config: LoopConfig, batches: BatchSource, step: int, processes: Processes
) -> Iterator[tuple[Stage, int, float]]:
    updates = Updates(copied, accumulate=config.accumulate, precision=config.precision, processes=processes)
    for stage, first, last in spans(config.stages):
        left = last - max(step, first)
        if left <= 0:
            continue
        middle = last - (left + 1) // 2  # later losses often come in only after a while
        steps = batches(stage, middle, middle + 1 + TIMED_STEPS)
        updates.advance(next(steps), middle)
        started = _now(processes.device)
        for index in range(TIMED_STEPS):
            updates.advance(next(steps), middle + 1 + index)
        yield stage, left, (_now(processes.device) - started) / TIMED_STEPS


def _now(device: torch.device) -> float:
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.monotonic()


def _peak_memory(device: torch.device) -> int:
    """Of the graphics card, or of this process; 0 where the system does not tell."""
    if device.type == "cuda":
        return torch.cuda.max_memory_allocated(device)
    if sys.platform == "win32":
        return 0
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
