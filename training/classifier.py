"""Training of the attribute classifiers that judge pictures and layouts. SEM and SYN never see them."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from core.labels import NUM_LABELS
from core.methods.smile.attributes import ATTRIBUTES
from core.models.classifier import Classifier, ClassifierConfig
from core.models.layers import one_hot
from training.averaged import AveragedTask
from training.common import autocast, coloured, cosine_share, first, grid, picture, place, to_bytes, to_device
from training.data.batches import Cache, CacheBatches, DataConfig, state_weights
from training.loop import LoopConfig, Steps, Update

WARM = 50
"""Steps in which the rate rises."""


@dataclass(frozen=True)
class ClassifierTraining:
    """Everything that a classifier run depends on. `smoothing` keeps targets off 0 and 1: labels err."""

    loop: LoopConfig
    data: DataConfig = field(default_factory=DataConfig)
    network: ClassifierConfig = field(default_factory=ClassifierConfig)
    learning_rate: float = 2e-3
    weight_decay: float = 1e-2
    smoothing: float = 0.05


class BalancedBatches(CacheBatches):
    """Batches in which every state of every attribute is asked for equally often.

    Half of each state comes from portraits as they are: real hats are few beside drawn ones. A portrait that
    something was drawn on may come together with the same one without it (`paired_share`): all that tells the
    two apart is what is to be seen. A sample's `weights` make up for what asking for one attribute does to
    the others.
    """

    def __init__(self, cache: Cache, config: DataConfig, batch: int, resolution: int) -> None:
        super().__init__(cache, config, batch, resolution)
        of_split, plain = cache.split == config.split, cache.kind == "plain"
        states = (
            np.flatnonzero(of_split & (cache.attributes[:, index] == state) & (plain == as_is))
            for index in range(len(ATTRIBUTES))
            for state in (0, 1)
            for as_is in (True, False)
        )
        self.pools = [rows for rows in states if len(rows)]
        self.weights = state_weights(cache.attributes, self.pools)

    def rows(self, rng: np.random.Generator) -> NDArray[np.int64]:
        found: list[int] = []
        while len(found) < self.batch:
            row = int(rng.choice(self.pools[int(rng.integers(len(self.pools)))]))
            bare = int(self.cache.source_row[row])
            found += [row, bare] if bare != row and rng.random() < self.config.paired_share else [row]
        return np.array(found[: self.batch])

    def sample(self, row: int, rng: np.random.Generator) -> dict[str, Tensor]:
        return {**super().sample(row, rng), "weights": torch.from_numpy(self.weights[row])}


class ClassifierTask(AveragedTask):
    """Binary cross-entropy of every attribute that is known."""

    def __init__(self, config: ClassifierTraining, device: torch.device) -> None:
        self.config, self.device = config, device
        self.network = place(Classifier(config.network), device)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), config.learning_rate, weight_decay=config.weight_decay
        )
        super().__init__({"classifier": self.network}, {"classifier": self.optimiser}, config.loop.ema_decay)

    def step(self, batch: dict[str, Tensor], step: int) -> Steps:
        self.scale_rates(cosine_share(step, self.config.loop.steps, WARM))
        batch = to_device(batch, self.device)
        with autocast(self.device, self.config.loop.precision):
            logits = self.network(self._seen(batch))
        truth, weights = batch["attributes"].clamp(min=0), batch["weights"]
        known = (weights > 0).float()
        target = truth * (1 - 2 * self.config.smoothing) + self.config.smoothing
        loss = F.binary_cross_entropy_with_logits(logits, target, weights, reduction="sum") / weights.sum()
        yield Update(self.optimiser, loss)
        right = ((logits > 0) == (truth > 0.5)).float() * known
        return {"loss": loss.item(), "right": float(right.sum() / known.sum())}

    @property
    def _sees_layouts(self) -> bool:
        return self.config.network.channels == NUM_LABELS

    def _seen(self, batch: dict[str, Tensor]) -> Tensor:
        return one_hot(batch["label"], NUM_LABELS) if self._sees_layouts else picture(batch["rgb"])

    @torch.no_grad()
    def sample(self, batch: dict[str, Tensor]) -> NDArray[np.uint8]:
        """What is seen, and below each a bar of every attribute's probability, the truth under it."""
        batch = first(batch, 8, self.device)
        found = torch.sigmoid(self.ema["classifier"](self._seen(batch)))
        pictures = coloured(batch["label"]) if self._sees_layouts else to_bytes(picture(batch["rgb"]))
        return grid(
            [pictures, _bars(found, pictures.shape[2]), _bars(batch["attributes"], pictures.shape[2])]
        )


def _bars(shares: Tensor, width: int) -> NDArray[np.uint8]:
    """`(N, A)` in 0..1 -> `(N, 8 * A, width, 3)`: horizontal bars."""
    filled = torch.arange(width) < shares.cpu().clamp(0, 1).unsqueeze(-1) * width
    bars = filled.repeat_interleave(8, dim=1).unsqueeze(-1).expand(-1, -1, -1, 3)
    return (bars.to(torch.uint8) * 200).numpy()
