"""The training loop that every model shares: stages, checkpoints, logs, samples, clean stops."""

from __future__ import annotations

import json
import logging
import os
import signal
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn
from torch.utils.tensorboard import SummaryWriter

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Stage:
    """A stretch of training at one resolution and batch size."""

    resolution: int
    batch: int
    steps: int


@dataclass(frozen=True)
class LoopConfig:
    """How a run goes: its stages, and how often it logs, draws samples and saves."""

    stages: tuple[Stage, ...]
    log_every: int = 20
    sample_every: int = 500
    save_minutes: float = 5.0
    ema_decay: float = 0.999

    @property
    def steps(self) -> int:
        return sum(stage.steps for stage in self.stages)


class Task(Protocol):
    """One model's way to learn: its networks, their optimisers and one update."""

    def modules(self) -> Mapping[str, nn.Module]:
        """Everything with state, EMA copies included, by name."""
        ...

    def optimisers(self) -> Mapping[str, Optimizer]: ...

    def step(self, batch: dict[str, Tensor], step: int) -> dict[str, float]:
        """One update on a batch; returns scalars to log."""
        ...

    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """A grid `(H, W, 3)` that shows how far the model is."""
        ...


def ema_of(network: nn.Module, decay: float) -> AveragedModel:
    """Exponential moving average of parameters and buffers."""
    return AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(decay), use_buffers=True)


BatchSource = Callable[[Stage, int, int], Iterator[dict[str, Tensor]]]


def run(
    task: Task, config: LoopConfig, batches: BatchSource, folder: Path, minutes: float | None = None
) -> int:
    """Train until the stages end, `minutes` are over or SIGTERM/Ctrl-C comes; always leaves a checkpoint.

    `batches(stage, start, stop)` gives the batches of those global steps. Resumes from `folder` by itself.
    Returns the number of steps done so far.
    """
    folder.mkdir(parents=True, exist_ok=True)
    step = restore(task, folder)
    deadline = None if minutes is None else time.monotonic() + minutes * 60
    with _stop_signals() as stopping, SummaryWriter(str(folder)) as board:
        saved = time.monotonic()
        for stage, first, last in _spans(config.stages):
            if step >= last:
                continue
            log.info("stage %s², batch %s, steps %s-%s", stage.resolution, stage.batch, step, last)
            for batch in batches(stage, max(step, first), last):
                started = time.monotonic()
                scalars = task.step(batch, step)
                step += 1
                if step % config.log_every == 0:
                    scalars["seconds"] = time.monotonic() - started
                    _record(folder, board, step, scalars)
                if step % config.sample_every == 0:
                    Image.fromarray(task.sample(batch)).save(folder / f"sample_{step:06d}.jpg")
                if time.monotonic() - saved > config.save_minutes * 60:
                    save(task, folder, step)
                    saved = time.monotonic()
                if stopping() or (deadline is not None and time.monotonic() > deadline):
                    save(task, folder, step)
                    return step
    save(task, folder, step)
    return step


def _spans(stages: tuple[Stage, ...]) -> Iterator[tuple[Stage, int, int]]:
    """Every stage with its first and its past-the-end global step."""
    first = 0
    for stage in stages:
        yield stage, first, first + stage.steps
        first += stage.steps


def save(task: Task, folder: Path, step: int) -> None:
    """Write `last.pt` in one piece: a full disk or a kill leaves the one before."""
    state = {
        "step": step,
        "modules": {name: module.state_dict() for name, module in task.modules().items()},
        "optimisers": {name: optimiser.state_dict() for name, optimiser in task.optimisers().items()},
    }
    temporary = folder / "last.pt.part"
    try:
        torch.save(state, temporary)
        os.replace(temporary, folder / "last.pt")
    except OSError as error:
        temporary.unlink(missing_ok=True)
        log.error("Could not save a checkpoint (%s); the one before is kept.", error)


def restore(task: Task, folder: Path) -> int:
    """Load `last.pt` where there is one; returns the step to go on from."""
    path = folder / "last.pt"
    if not path.exists():
        return 0
    state = torch.load(path, map_location="cpu", weights_only=True)
    for name, module in task.modules().items():
        module.load_state_dict(state["modules"][name])
    for name, optimiser in task.optimisers().items():
        optimiser.load_state_dict(state["optimisers"][name])
    log.info("resumed at step %s", state["step"])
    return int(state["step"])


def _record(folder: Path, board: SummaryWriter, step: int, scalars: dict[str, float]) -> None:
    with (folder / "log.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"step": step, "time": time.time(), **scalars}) + "\n")
    for name, value in scalars.items():
        board.add_scalar(name, value, step)


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
