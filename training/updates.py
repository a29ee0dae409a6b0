"""One step of training: the updates that a task asks for, over micro-batches and processes.

A task's step is a generator that yields every descent it wants (`Update`). So this module can add up the
gradients of several micro-batches, average them over processes, scale losses for fp16 and bound norms, in
one place for every model, and alternating updates (D, then G against the new D) stay exact.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.optim import Optimizer

from training.processes import ALONE, Processes


@dataclass(frozen=True, eq=False)
class Update:
    """One descent of an optimiser; the gradient's norm in each of `clipped` is bounded by `clip`."""

    optimiser: Optimizer
    loss: Tensor
    clipped: tuple[nn.Module, ...] = ()
    clip: float = math.inf


Steps = Generator[Update, None, dict[str, float]]
"""The descents of one step on one micro-batch, in order; returns scalars to log."""


class Task(Protocol):
    """One model's way to learn: its networks, their optimisers and what one step does."""

    def modules(self) -> Mapping[str, nn.Module]:
        """Everything with state, EMA copies included, by name."""
        ...

    def optimisers(self) -> Mapping[str, Optimizer]: ...

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        """The descents on a micro-batch. They, and their order, depend on `step` alone, not on the data."""
        ...

    def average(self) -> None:
        """Move the EMA copies, once every descent of a step is done."""
        ...

    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """A grid `(H, W, 3)` that shows how far the model is."""
        ...


class Updates:
    """Carries out a task's steps.

    Each micro-batch draws from a random stream of its own, a function of seed, step and its place in the
    whole batch: a resumed run repeats itself, and it is the same run however many processes share the batch.
    """

    def __init__(
        self,
        task: Task,
        *,
        seed: int = 0,
        accumulate: int = 1,
        precision: str = "bf16",
        processes: Processes = ALONE,
    ) -> None:
        self.task, self.seed, self.accumulate, self.processes = task, seed, accumulate, processes
        # Only fp16's narrow range needs the losses scaled.
        self.scaler = torch.amp.GradScaler(processes.device.type, enabled=precision == "fp16")

    def advance(self, batch: Mapping[str, Tensor], step: int) -> dict[str, float]:
        """One step on this process's part of the batch; returns the mean scalars of its micro-batches."""
        self.processes.share(self.task.modules().values())
        routines = [self.task.step(part, step) for part in self._parts(batch)]
        streams = [self._stream(step, index) for index in range(len(routines))]
        while True:
            done: list[dict[str, float]] = []
            update: Update | None = None
            for routine, stream in zip(routines, streams, strict=True):
                try:
                    asked = stream.resume(routine)
                except StopIteration as end:
                    done.append(end.value)
                    continue
                if update is None:
                    asked.optimiser.zero_grad(set_to_none=True)
                update = asked
                self.scaler.scale(asked.loss / self.accumulate).backward()
            if update is None:
                self.task.average()
                return {name: float(np.mean([scalars[name] for scalars in done])) for name in done[0]}
            self._descend(update)

    def _parts(self, batch: Mapping[str, Tensor]) -> list[dict[str, Tensor]]:
        if self.accumulate == 1:
            return [dict(batch)]
        chunks = {key: value.chunk(self.accumulate) for key, value in batch.items()}
        return [{key: values[i] for key, values in chunks.items()} for i in range(self.accumulate)]

    def _stream(self, step: int, index: int) -> _Stream:
        place = self.processes.rank * self.accumulate + index
        return _Stream((self.seed, step, place), self.processes.device)

    def _descend(self, update: Update) -> None:
        optimiser = update.optimiser
        parameters = (p for group in optimiser.param_groups for p in group["params"])
        self.processes.average(p.grad for p in parameters if p.grad is not None)
        self.scaler.unscale_(optimiser)
        for module in update.clipped:
            nn.utils.clip_grad_norm_(module.parameters(), update.clip)
        self.scaler.step(optimiser)
        self.scaler.update()


class _Stream:
    """torch's random state as one micro-batch sees it, put back whenever its turn comes."""

    def __init__(self, key: tuple[int, ...], device: torch.device) -> None:
        torch.manual_seed(int(np.random.SeedSequence(key).generate_state(1)[0]))
        self.device = device
        self._keep()

    def _keep(self) -> None:
        self.state = torch.get_rng_state()
        self.cuda = torch.cuda.get_rng_state(self.device) if self.device.type == "cuda" else None

    def resume(self, routine: Steps) -> Update:
        """Run to the next update. Raises `StopIteration` with the scalars when there is none."""
        torch.set_rng_state(self.state)
        if self.cuda is not None:
            torch.cuda.set_rng_state(self.cuda, self.device)
        try:
            return next(routine)
        finally:
            self._keep()
