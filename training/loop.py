"""The training loop that every model shares: stages, checkpoints, logs, samples, clean stops."""

from __future__ import annotations

import logging
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.checkpoints import restore, save
from training.common import PRECISIONS, TrainingError
from training.journal import Journal
from training.processes import ALONE, Processes
from training.updates import Steps, Task, Update, Updates

__all__ = ["LoopConfig", "Stage", "Steps", "Task", "Update", "ema_of", "restore", "run", "save", "spans"]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """A stretch of training at one resolution and batch size (of all processes together)."""

    resolution: int
    batch: int
    steps: int


@dataclass(frozen=True)
class LoopConfig:
    """How a run goes: its stages, and how often it logs, draws samples and saves.

    `accumulate` is the number of micro-batches that a process splits its part of the batch into, to save
    memory. `precision` of the networks is bf16, fp16 or fp32.
    """

    stages: tuple[Stage, ...]
    log_every: int = 20
    sample_every: int = 500
    save_minutes: float = 5.0
    ema_decay: float = 0.999
    accumulate: int = 1
    precision: str = "bf16"

    def __post_init__(self) -> None:
        if self.precision not in PRECISIONS:
            raise ValueError(f"loop.precision is one of {', '.join(PRECISIONS)}, not “{self.precision}”.")

    @property
    def steps(self) -> int:
        return sum(stage.steps for stage in self.stages)


def ema_of(network: nn.Module, decay: float) -> AveragedModel:
    """Exponential moving average of parameters and buffers."""
    return AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=True)


BatchSource = Callable[[Stage, int, int], Iterator[dict[str, Tensor]]]
"""This process's part of the batches of steps start..stop-1 of a stage."""


def run(
    task: Task,
    config: LoopConfig,
    batches: BatchSource,
    folder: Path,
    minutes: float | None = None,
    *,
    seed: int = 0,
    processes: Processes = ALONE,
    before: Callable[[int], None] | None = None,
) -> int:
    """Train until the stages end, `minutes` are over or SIGTERM/Ctrl-C comes; always leaves a checkpoint.

    Resumes from `folder` by itself, exactly; `before` hears from which step. Returns the number of steps
    done so far. Raises `TrainingError` when the last checkpoint cannot be written, or the batch cannot be
    shared out.
    """
    check_batches(config, processes)
    folder.mkdir(parents=True, exist_ok=True)
    updates = Updates(
        task, seed=seed, accumulate=config.accumulate, precision=config.precision, processes=processes
    )
    step = restore(task, folder, processes, updates.scaler)
    if before is not None:
        before(step)
    runner = _Runner(updates, config, folder, minutes)
    with _stop_signals() as stopping, Journal(folder, step, silent=not processes.first) as journal:
        for stage, first, last in spans(config.stages):
            if step >= last:
                continue
            log.info("stage %s², batch %s, steps %s-%s", stage.resolution, stage.batch, step, last)
            for batch in batches(stage, max(step, first), last):
                runner.advance(batch, step, journal)
                step += 1
                if processes.any(stopping() or runner.time_is_up()):
                    runner.save_last(step)
                    return step
                runner.save_sometimes(step)
    runner.save_last(step)
    return step


def check_batches(config: LoopConfig, processes: Processes) -> None:
    """Raise `TrainingError` unless every stage's batch can be split over processes and micro-batches."""
    parts = processes.count * config.accumulate
    for stage in config.stages:
        if stage.batch % parts:
            raise TrainingError(
                f"A batch of {stage.batch} cannot be split into {parts} equal parts "
                f"({processes.count} processes, loop.accumulate = {config.accumulate})."
            )


class _Runner:
    """What happens around every step, and when."""

    def __init__(self, updates: Updates, config: LoopConfig, folder: Path, minutes: float | None) -> None:
        self.updates, self.config, self.folder = updates, config, folder
        self.deadline = None if minutes is None else time.monotonic() + minutes * 60
        self.saved = time.monotonic()

    def advance(self, batch: dict[str, Tensor], step: int, journal: Journal) -> None:
        """Do step number `step`; log and draw when it is time."""
        started = time.monotonic()
        scalars = self.updates.advance(batch, step)
        done = step + 1
        if done % self.config.log_every == 0:
            scalars = self._mean(scalars)
            journal.record(done, {**scalars, "seconds": time.monotonic() - started})
        if done % self.config.sample_every == 0 and self.updates.processes.first:
            journal.picture(done, self.updates.task.sample(batch))

    def _mean(self, scalars: dict[str, float]) -> dict[str, float]:
        """Over the processes."""
        values = [Tensor([scalars[name]]).to(self.updates.processes.device) for name in sorted(scalars)]
        self.updates.processes.average(values)
        means = {name: value.item() for name, value in zip(sorted(scalars), values, strict=True)}
        return {name: means[name] for name in scalars} if self.updates.processes.count > 1 else scalars

    def time_is_up(self) -> bool:
        return self.deadline is not None and time.monotonic() > self.deadline

    def save_sometimes(self, step: int) -> None:
        if time.monotonic() - self.saved > self.config.save_minutes * 60:
            self._save(step)

    def save_last(self, step: int) -> None:
        if not self._save(step):
            raise TrainingError(
                f"The last checkpoint could not be written to {self.folder}; the one before is kept. "
                "Make room and start again: training goes on from there."
            )

    def _save(self, step: int) -> bool:
        self.saved = time.monotonic()
        if not self.updates.processes.first:
            return True
        return save(self.updates.task, self.folder, step, self.updates.scaler.state_dict())


def spans(stages: tuple[Stage, ...]) -> Iterator[tuple[Stage, int, int]]:
    """Every stage with its first and its past-the-end global step."""
    first = 0
    for stage in stages:
        yield stage, first, first + stage.steps
        first += stage.steps


@contextmanager
def _stop_signals() -> Iterator[Callable[[], bool]]:
    """SIGTERM and SIGINT ask for a stop after the step in hand, instead of ending the process."""
    asked = False

    def ask(number: int, frame: object) -> None:
        nonlocal asked
        asked = True

    before = {number: signal.signal(number, ask) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield lambda: asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
