"""A tiny task that the tests of the training loop share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from training.loop import LoopConfig, Stage, Steps, Update, ema_of


class LineTask:
    """Learns a line in two alternating descents, the second of which sees what the first one did.

    Every step draws noise, so that only a true resume repeats it; `noise` 0 takes it away.
    """

    def __init__(self, noise: float = 0.1) -> None:
        torch.manual_seed(0)
        self.noise = noise
        self.slope, self.offset = nn.Linear(1, 1, bias=False), nn.Linear(1, 1)
        self.ema = ema_of(self.offset, 0.9)
        self.slope_optimiser = torch.optim.Adam(self.slope.parameters(), 0.05)
        self.offset_optimiser = torch.optim.Adam(self.offset.parameters(), 0.05)
        self.seen: list[tuple[int, int]] = []

    def modules(self) -> Mapping[str, nn.Module]:
        return {"slope": self.slope, "offset": self.offset, "ema": self.ema}

    def optimisers(self) -> Mapping[str, Optimizer]:
        return {"slope": self.slope_optimiser, "offset": self.offset_optimiser}

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self.seen.append((step, len(batch["x"])))
        loss = self._loss(batch["x"])
        yield Update(self.slope_optimiser, loss, clipped=(self.slope,), clip=0.5)
        second = self._loss(batch["x"])
        yield Update(self.offset_optimiser, second)
        return {"loss": loss.item(), "second": second.item()}

    def average(self) -> None:
        self.ema.update_parameters(self.offset)

    def _loss(self, x: Tensor) -> Tensor:
        target = 3 * x + 1 + self.noise * torch.randn_like(x)
        return (self.slope(x) + self.offset(x) - target).square().mean()

    def sample(self, batch: dict[str, Tensor]) -> np.ndarray:
        return np.zeros((4, 4, 3), np.uint8)


def batches(
    stage: Stage, start: int, stop: int, rank: int = 0, count: int = 1
) -> Iterator[dict[str, Tensor]]:
    """One process's part of batches that depend on the step alone."""
    for step in range(start, stop):
        generator = torch.Generator().manual_seed(step)
        yield {"x": torch.randn(stage.batch, 1, generator=generator).chunk(count)[rank]}


def config(**changes: object) -> LoopConfig:
    values: dict[str, object] = {"log_every": 1, "sample_every": 5, **changes}
    return LoopConfig((Stage(64, 4, 6), Stage(128, 2, 6)), **values)  # type: ignore[arg-type]  # plain settings
